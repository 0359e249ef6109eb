/// Reads what the evidence rules ask of tokens. Tables answer where the next token's branch would be guessed wrong.
struct TokenFactsReader {
    let lexicon: Lexicon
    private var known = [Known](repeating: Known(), count: 1 << Self.bits)
    private var endings = EndingTable()
    /// By shape and length the form of a token that is no number.
    private let forms: [WordForm]
    /// By the code of how common a word is in small letters.
    private let commonness: [Commonness]
    private let spanKinds = TokenFacts.kinds()

    /// Longer tokens have the forms of this length.
    private static let maxLength = 7

    private static let bits: UInt64 = 10

    /// What a token's class of word says of it, whatever its letters.
    private struct Meaning: BitwiseCopyable {
        var role = WordRole.plain
        var neighbour = Neighbour.small
        var traits = TokenFacts.Traits()
    }

    /// A token that was asked for: the same come again and again.
    private struct Known: BitwiseCopyable {
        /// 0 where the place is free.
        var key: UInt64 = 0
        var meaning = Meaning()
    }

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        forms = TokenShape.allCases.flatMap { shape in (0...Self.maxLength).map { WordForm(shape, length: $0) } }
        commonness = (UInt8.min...UInt8.max).map { Commonness(code: $0) }
    }

    /// What a token is to those beside it. It stands behind one that is `before` to a name on its right.
    @inline(__always)
    mutating func facts(_ index: Int, behind before: Neighbour, _ document: Document, _ names: NameTokens) -> TokenFacts {
        let (token, name) = (document.tokens[index], names[index])
        let meaning = meaning(token, isName: name.isName, document)
        let ending = ending(token.range, document)
        var neighbour = meaning.neighbour == .small ? ending : meaning.neighbour
        if neighbour == .toPlace, names.followsSpeech(index, document) {
            neighbour = .speech
        } else if neighbour == .hyphen, token.gap != .none {
            neighbour = .colon
        }
        let isQuote = neighbour == .openQuote || neighbour == .closeQuote
        let beginsParagraph = token.gap == .paragraph
        return TokenFacts(
            role: meaning.role, beforeName: isQuote ? .openQuote : neighbour, before: beginsParagraph ? .edge : before,
            after: beginsParagraph ? .edge : isQuote ? .closeQuote : neighbour, traits: meaning.traits.union(TokenFacts.Traits(name)))
    }

    /// Adds what a token is as a word of a span.
    @inline(__always)
    mutating func readWord(_ index: Int, _ document: Document, _ names: NameTokens, into facts: inout TokenFacts) {
        let (token, name) = (document.tokens[index], names[index])
        facts.takeWord(
            form(token, isShouted: name.isShouted, document), commonness[Int(name.common)], endings.ending(token.range, in: document.text), name,
            spanKinds)
    }

    /// In a line of capitals they say nothing, and the plural of a number is one: `AK-47s`.
    @inline(__always)
    private func form(_ token: Token, isShouted: Bool, _ document: Document) -> WordForm {
        let isNumber = token.shape == .lower ? document.text[Int(token.range.start)].isDigit : token.shape == .none && token.kind == .number
        let form = forms[Int(token.shape.rawValue) &* (Self.maxLength + 1) &+ min(token.range.count, Self.maxLength)]
        return isNumber ? .digits : isShouted && token.shape == .upper ? .title : form
    }

    /// The classes that have a say.
    private static let telling = WordClasses([
        .title, .nameSuffix, .orgHead, .orgSuffix, .placeHead, .eventHead, .lawHead, .nameLink, .particle, .month, .weekday, .placePreposition,
        .nameNoun, .speechVerb,
    ])

    /// A token is known by all that its meaning depends on: what it looks like, the first letter of a mark, the last one of a clitic, and its
    /// word where that has a telling class.
    @inline(__always)
    private mutating func meaning(_ token: Token, isName: Bool, _ document: Document) -> Meaning {
        let word = token.classes.intersects(Self.telling) ? UInt64(token.word.rawValue) << 32 | 1 << 31 : 0
        let letter = document.text[token.kind == .clitic ? Int(token.range.end) - 1 : Int(token.range.start)]
        let mark = token.kind.isMark || token.kind == .clitic ? UInt64(letter) << 16 : 0
        let looks = UInt64(token.kind.rawValue) << 1 | UInt64(token.shape.rawValue) << 5 | UInt64(token.role?.rawValue ?? 0xFF) << 8
        let key = word | 1 << 30 | mark | looks | (isName ? 1 : 0)
        let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.bits))
        let found = known[place]
        return found.key == key ? found.meaning : learnMeaning(token, isName: isName, document, key, at: place)
    }

    /// Reads what a token is, and keeps it unless it depends on other letters too.
    @inline(never)
    private mutating func learnMeaning(_ token: Token, isName: Bool, _ document: Document, _ key: UInt64, at place: Int) -> Meaning {
        let meaning = readMeaning(token, isName: isName, document)
        let isPunctuation = token.kind.isMark && document.text[Int(token.range.start)] == Self.punctuationByte
        if !isPunctuation { known[place] = Known(key: key, meaning: meaning) }
        return meaning
    }

    private func readMeaning(_ token: Token, isName: Bool, _ document: Document) -> Meaning {
        let role = role(token)
        var meaning = Meaning(role: role, neighbour: neighbour(token, role, isName: isName, document))
        if token.kind == .abbreviation { meaning.traits.insert(.abbreviation) }
        if token.classes.contains(.nameLink), NameTokens.isIndefiniteArticle(lexicon.code(of: .nameLink, for: token.word)) {
            meaning.traits.insert(.indefiniteArticle)
        }
        if NameTokens.isNoNoun(token) { meaning.traits.insert(.noNoun) }
        return meaning
    }

    // MARK: Roles

    private static let roleClasses = WordClasses([
        .title, .nameSuffix, .orgHead, .orgSuffix, .placeHead, .eventHead, .lawHead, .nameLink, .particle,
    ])

    private func role(_ token: Token) -> WordRole {
        if token.kind == .number { return .number }
        let classes = token.classes
        guard classes.intersects(Self.roleClasses) else { return .plain }
        if classes.contains(.orgSuffix) { return .orgSuffix }
        if classes.contains(.orgHead) {
            switch lexicon.code(of: .orgHead, for: token.word) {
            case 1: return .orgFirst
            case 2: return .orgLast
            default: return .orgEither
            }
        }
        if classes.contains(.title) { return lexicon.code(of: .title, for: token.word) == 1 ? .honorific : .role }
        if classes.contains(.placeHead) { return placeRole(token) }
        if classes.contains(.eventHead) { return .eventHead }
        if classes.contains(.lawHead) { return .lawHead }
        if classes.contains(.nameSuffix) { return .nameSuffix }
        return classes.contains(.particle) ? .particle : .link
    }

    private func placeRole(_ token: Token) -> WordRole {
        switch EntityLabel(placeHead: lexicon.code(of: .placeHead, for: token.word)) {
        case .location: .landHead
        case .geopolitical: .regionHead
        default: .facilityHead
        }
    }
}
