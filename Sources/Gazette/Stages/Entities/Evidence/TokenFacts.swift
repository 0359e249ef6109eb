/// What the evidence rules ask of a token, read once.
struct TokenFacts: BitwiseCopyable {
    var role: WordRole
    var form: WordForm
    var commonness: Commonness
    /// `NameFrequency` as given name and as surname, the first slower.
    var name: UInt8
    /// What it is to a name on its right and on its left.
    var beforeName: Neighbour
    var afterName: Neighbour
    var traits: Traits

    struct Traits: OptionSet {
        let rawValue: UInt8

        /// Its capital says nothing.
        static let initial = Traits(rawValue: 1)
        /// It is used in small letters more often than with a capital.
        static let common = Traits(rawValue: 2)
        /// It belongs to one run with the token before.
        static let joined = Traits(rawValue: 4)
        /// A paragraph begins with it.
        static let paragraph = Traits(rawValue: 8)
        static let abbreviation = Traits(rawValue: 16)
        /// It is `a`, and a token that goes on with no noun: what is between them is one of a kind.
        static let indefiniteArticle = Traits(rawValue: 32)
        static let noNoun = Traits(rawValue: 64)
    }

    static let blank = TokenFacts(
        role: .plain, form: .sign, commonness: .unlisted, name: 0, beforeName: .edge, afterName: .edge, traits: [])
}

/// Reads what the evidence rules ask of tokens.
struct TokenFactsReader {
    private let lexicon: Lexicon
    private var known = [Known](repeating: Known(), count: 1 << Self.bits)

    private static let bits: UInt64 = 8

    /// What a token's class of word says of it, whatever its letters.
    private struct Meaning: BitwiseCopyable {
        var role = WordRole.plain
        var neighbour = Neighbour.small
        var traits = TokenFacts.Traits()
    }

    /// A word that was asked for, which comes again and again.
    private struct Known: BitwiseCopyable {
        /// 0 where the place is free.
        var key: UInt64 = 0
        var meaning = Meaning()
    }

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    mutating func facts(_ index: Int, _ document: Document, _ names: NameTokens) -> TokenFacts {
        let meaning = meaning(index, isName: names[index].isName, document)
        var neighbour = meaning.neighbour == .small ? ending(document.tokens[index].range, document) : meaning.neighbour
        if neighbour == .toPlace, names.followsSpeech(index, document) { neighbour = .speech }
        let isQuote = neighbour == .openQuote || neighbour == .closeQuote
        var traits = meaning.traits
        if names[index].isInitial { traits.insert(.initial) }
        if names[index].isCommon { traits.insert(.common) }
        if names[index].isJoined { traits.insert(.joined) }
        if document.tokens[index].gap == .paragraph { traits.insert(.paragraph) }
        return TokenFacts(
            role: meaning.role, form: form(index, isShouted: names[index].isShouted, document), commonness: Commonness(names[index].commonness),
            name: UInt8(
                NameFrequency(names[index].given).rawValue * NameFrequency.allCases.count + NameFrequency(names[index].surname).rawValue),
            beforeName: isQuote ? .openQuote : neighbour, afterName: isQuote ? .closeQuote : neighbour, traits: traits)
    }

    /// In a line of capitals they say nothing, and the plural of a number is one: `AK-47s`.
    @inline(__always)
    private func form(_ index: Int, isShouted: Bool, _ document: Document) -> WordForm {
        let shape = document.tokens[index].shape
        if shape == .upper, isShouted { return .title }
        if shape == .lower { return document.text[Int(document.tokens[index].range.start)] &- 48 < 10 ? .digits : .small }
        return WordForm(document.tokens[index])
    }

    /// The classes whose codes count.
    private static let codedClasses = WordClasses([.title, .orgHead, .placeHead, .nameLink, .placePreposition, .nameNoun])

    /// Of a word whose codes count it is looked up by all that it depends on.
    @inline(__always)
    private mutating func meaning(_ index: Int, isName: Bool, _ document: Document) -> Meaning {
        let kind = document.tokens[index].kind
        guard kind == .word || kind == .abbreviation, document.tokens[index].classes.intersects(Self.codedClasses) else {
            return readMeaning(document.tokens[index], isName: isName, document)
        }
        let token = 1 << 31 | UInt64(kind.rawValue) << 1 | UInt64(document.tokens[index].shape.rawValue) << 8 | (isName ? 1 : 0)
        let key = UInt64(document.tokens[index].word.rawValue) << 32 | token | UInt64(document.tokens[index].role?.rawValue ?? 0xFF) << 16
        let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.bits))
        if known[place].key != key { known[place] = Known(key: key, meaning: readMeaning(document.tokens[index], isName: isName, document)) }
        return known[place].meaning
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

    /// The codes are those of `ValueCode`.
    private func placeRole(_ token: Token) -> WordRole {
        switch (max(lexicon.code(of: .placeHead, for: token.word), 1) - 1) % 3 {
        case 0: .landHead
        case 1: .regionHead
        default: .facilityHead
        }
    }

    // MARK: Neighbours

    /// `.small` stands for any word in small letters, whatever its ending.
    private func neighbour(_ token: Token, _ role: WordRole, isName: Bool, _ document: Document) -> Neighbour {
        switch token.kind {
        case .punctuation, .symbol, .emoji: return mark(token, document)
        case .number: return .number
        case .clitic: return token.shape == .none || isPossessive(token, document) ? .possessive : .auxiliary
        default: break
        }
        if token.classes.intersects(Self.timeWords) { return .time }
        if token.shape.isCapitalized, isName { return role == .role || role == .honorific ? .honorific : .name }
        if let link = link(token) { return link }
        if token.classes.contains(.nameNoun), let noun = noun(token) { return noun }
        if token.classes.contains(.speechVerb) { return .speech }
        if let neighbour = Self.neighbour(role) { return neighbour }
        if let role = token.role { return Self.neighbour(role) }
        return token.shape.isCapitalized ? .capital : .small
    }

    private static let timeWords = WordClasses([.month, .weekday])

    /// The codes are those of `ValueCode`.
    private func noun(_ token: Token) -> Neighbour? {
        switch lexicon.code(of: .nameNoun, for: token.word) {
        case 1: .personNoun
        case 2: .placeNoun
        case 3: .organizationNoun
        case 4: .peopleNoun
        case 5: .languageNoun
        case 6: .workNoun
        case 7: .productNoun
        case 8: .eventNoun
        default: nil
        }
    }

    private static func neighbour(_ role: WordRole) -> Neighbour? {
        switch role {
        case .role: .role
        case .honorific: .honorific
        case .orgFirst, .orgLast, .orgEither, .orgSuffix: .orgHead
        case .landHead: .landHead
        case .regionHead: .regionHead
        case .facilityHead: .facilityHead
        case .eventHead: .eventHead
        case .lawHead: .lawHead
        case .plain, .nameSuffix, .link, .particle, .number: nil
        }
    }

    /// The codes are those of `ValueCode`.
    private func link(_ token: Token) -> Neighbour? {
        if token.classes.contains(.placePreposition) { return lexicon.code(of: .placePreposition, for: token.word) == 1 ? .inPlace : .toPlace }
        guard token.classes.contains(.nameLink) else { return nil }
        switch lexicon.code(of: .nameLink, for: token.word) {
        case 1: return .of
        case 2: return .for
        case 3: return .on
        case 4: return .and
        case 5: return .the
        case 7: return .indefinite
        default: return .preposition
        }
    }

    private static func neighbour(_ role: GrammarRole) -> Neighbour {
        switch role {
        case .determiner, .demonstrative, .possessive, .quantifier: .determiner
        case .subject, .object, .her, .one: .pronoun
        case .relative, .that, .question, .as, .subordinator, .if, .because, .contrast: .subordinator
        case .be, .have, .do, .modal, .negator, .no: .auxiliary
        case .to, .preposition, .of, .linking, .by: .preposition
        case .coordinator: .and
        case .adverb, .inquiry: .adverb
        }
    }

    private func mark(_ token: Token, _ document: Document) -> Neighbour {
        switch document.text[Int(token.range.start)] {
        case UInt8(ascii: ","), UInt8(ascii: ";"): return .comma
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .period
        case UInt8(ascii: ":"): return .colon
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .openQuote
        case UInt8(ascii: "("), UInt8(ascii: "["): return .openParenthesis
        case UInt8(ascii: ")"), UInt8(ascii: "]"): return .closeParenthesis
        case UInt8(ascii: "-"): return .hyphen
        case UInt8(ascii: "/"): return .slash
        case 0xE2 where token.range.count == 3 && document.text[Int(token.range.start) + 1] == 0x80:
            return Self.generalPunctuation(document.text[Int(token.range.start) + 2])
        default: return .mark
        }
    }

    /// By the third byte of U+2000 to U+203F in UTF-8: dashes and quotation marks.
    private static func generalPunctuation(_ byte: UInt8) -> Neighbour {
        switch byte {
        case 0x90, 0x91: .hyphen
        case 0x92...0x95: .colon
        case 0x98...0x9F: .openQuote
        default: .mark
        }
    }

    private func isPossessive(_ token: Token, _ document: Document) -> Bool {
        document.text[Int(token.range.end) - 1] | 0x20 == UInt8(ascii: "s")
    }

    /// The inflection of a word in small letters.
    private func ending(_ range: ByteRange, _ document: Document) -> Neighbour {
        guard range.count > 3 else { return .small }
        let end = Int(range.end)
        let (last, before) = (document.text[end - 1], document.text[end - 2])
        if last == UInt8(ascii: "d"), before == UInt8(ascii: "e") { return .past }
        if last == UInt8(ascii: "g"), before == UInt8(ascii: "n") { return .participle }
        return last == UInt8(ascii: "s") && before != UInt8(ascii: "s") ? .plural : .small
    }
}
