/// What a token beside a name is to the fitted evidence: the first of these that fits.
enum ContextClass: UInt8, CaseIterable {
    case edge, comma, period, parenthesis, quote, hyphen, slash, mark, possessive, clitic, number, time
    case the, of, `for`, on, and, preposition, inPlace, toPlace
    case speech, honorific, role, orgWord, placeWord, eventWord, lawWord, particle, orgSuffix
    case listed, given, surname, capital, letters, word, unknown

    /// As the rows of the table write it.
    var name: String { "\(self)" }

    init(_ index: Int, _ document: Document, _ names: NameTokens, _ lexicon: Lexicon) {
        guard document.tokens.indices.contains(index) else {
            self = .edge
            return
        }
        let token = document.tokens[index]
        switch token.kind {
        case .punctuation, .symbol, .emoji: self = Self.mark(token, document)
        case .clitic: self = token.range.count >= 2 && document.text[Int(token.range.end) - 1] | 0x20 == UInt8(ascii: "s") ? .possessive : .clitic
        case .number: self = .number
        default: self = names[index].run >= 0 ? Self.name(token, names[index]) : Self.word(token, lexicon)
        }
    }

    private static func mark(_ token: Token, _ document: Document) -> ContextClass {
        switch document.text[Int(token.range.start)] {
        case UInt8(ascii: ","): return .comma
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .period
        case UInt8(ascii: "("), UInt8(ascii: ")"): return .parenthesis
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .quote
        case UInt8(ascii: "-"): return .hyphen
        case UInt8(ascii: "/"): return .slash
        case 0xE2: return isQuote(token, document) ? .quote : .mark
        default: return .mark
        }
    }

    /// U+2018 to U+201F
    private static func isQuote(_ token: Token, _ document: Document) -> Bool {
        token.range.count == 3 && document.text[Int(token.range.start) + 1] == 0x80
            && (0x98...0x9F).contains(document.text[Int(token.range.start) + 2])
    }

    /// A token of another name.
    private static func name(_ token: Token, _ name: NameToken) -> ContextClass {
        if let special = special(token) { return special }
        if token.classes.intersects(.entry) { return .listed }
        if name.given > name.surname { return .given }
        if name.surname > 0 { return .surname }
        return token.shape == .upper ? .letters : .capital
    }

    private static func word(_ token: Token, _ lexicon: Lexicon) -> ContextClass {
        if let link = link(token, lexicon) { return link }
        if let special = special(token) { return special }
        if token.classes.contains(.title) { return lexicon.code(of: .title, for: token.word) == 1 ? .honorific : .role }
        if token.shape.isCapitalized { return token.classes.intersects(.entry) ? .listed : .capital }
        return token.classes.contains(.common) ? .word : .unknown
    }

    private static func link(_ token: Token, _ lexicon: Lexicon) -> ContextClass? {
        if token.classes.contains(.placePreposition) { return lexicon.code(of: .placePreposition, for: token.word) == 1 ? .inPlace : .toPlace }
        guard token.classes.contains(.nameLink) else { return nil }
        switch lexicon.code(of: .nameLink, for: token.word) {
        case 1: return .of
        case 2: return .for
        case 3: return .on
        case 4: return .and
        case 5: return .the
        default: return .preposition
        }
    }

    private static func special(_ token: Token) -> ContextClass? {
        let classes = token.classes
        if classes.intersects(Self.timeWords) { return .time }
        if classes.contains(.speechVerb) { return .speech }
        if classes.contains(.orgHead) { return .orgWord }
        if classes.contains(.placeHead) { return .placeWord }
        if classes.contains(.eventHead) { return .eventWord }
        if classes.contains(.lawHead) { return .lawWord }
        if classes.contains(.orgSuffix) { return .orgSuffix }
        if classes.contains(.particle) { return .particle }
        return nil
    }

    private static let timeWords = WordClasses([.month, .weekday])
}
