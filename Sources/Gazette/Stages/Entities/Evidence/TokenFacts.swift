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
    /// What it makes of a name that it is part of.
    let inner: Inner

    init(
        role: WordRole, form: WordForm, commonness: Commonness, name: UInt8, beforeName: Neighbour, afterName: Neighbour, traits: Traits
    ) {
        (self.role, self.form, self.commonness, self.name) = (role, form, commonness, name)
        (self.beforeName, self.afterName, self.traits) = (beforeName, afterName, traits)
        inner = Inner(role, form, traits)
    }

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

    /// The first five are the values of the template `inner`, in their order.
    struct Inner: OptionSet {
        let rawValue: UInt8

        static let digit = Inner(rawValue: 1)
        static let period = Inner(rawValue: 2)
        static let common = Inner(rawValue: 4)
        static let indefinite = Inner(rawValue: 8)
        static let head = Inner(rawValue: 16)
        static let capitals = Inner(rawValue: 32)
        /// It is no word with a capital and no digits: it may link what is around it.
        static let small = Inner(rawValue: 64)

        static let values = Inner([.digit, .period, .common, .indefinite, .head])

        init(rawValue: UInt8) { self.rawValue = rawValue }

        @inline(__always)
        init(_ role: WordRole, _ form: WordForm, _ traits: Traits) {
            let ofTraits = (traits.contains(.common) ? Inner.common.rawValue : 0) | (traits.contains(.abbreviation) ? Inner.period.rawValue : 0)
            let ofForm = (form.isCapitals ? Inner.capitals.rawValue : 0) | (form == .digits ? Inner.digit.rawValue : 0)
            let ofSmall = form == .small || form == .sign ? Inner.small.rawValue : 0
            rawValue = ofTraits | ofForm | ofSmall | (role.isHead ? Inner.head.rawValue : 0)
        }
    }

    /// What stands before the first token of a text and behind the last.
    static let edge = TokenFacts(
        role: .plain, form: .sign, commonness: .unlisted, name: 0, beforeName: .edge, afterName: .edge, traits: .noNoun)
}

/// Reads what the evidence rules ask of tokens.
struct TokenFactsReader {
    private let lexicon: Lexicon
    private var known = [Known](repeating: Known(), count: 1 << Self.bits)
    /// By shape and length the form of a token that is no number. Tables answer where the next token's branch would be guessed wrong.
    private let forms: [WordForm]
    /// By grammar role what its words are to a name.
    private let neighbours: [Neighbour]

    /// Longer tokens have the forms of this length.
    private static let maxLength = 7

    private static let bits: UInt64 = 9

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

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        forms = TokenShape.allCases.flatMap { shape in (0...Self.maxLength).map { WordForm(shape, length: $0) } }
        neighbours = GrammarRole.allCases.map { Self.neighbour($0) }
    }

    @inline(__always)
    mutating func facts(_ index: Int, _ document: Document, _ names: NameTokens) -> TokenFacts {
        let (token, name) = (document.tokens[index], names[index])
        let meaning = meaning(token, isName: name.isName, document)
        var neighbour = meaning.neighbour
        if neighbour == .small {
            neighbour = ending(token.range, document)
        } else if neighbour == .toPlace, names.followsSpeech(index, document) {
            neighbour = .speech
        }
        let isQuote = neighbour == .openQuote || neighbour == .closeQuote
        return TokenFacts(
            role: meaning.role, form: form(token, isShouted: name.isShouted, document), commonness: Commonness(name.commonness),
            name: UInt8(truncatingIfNeeded: NameFrequency(name.given).rawValue * NameFrequency.count + NameFrequency(name.surname).rawValue),
            beforeName: isQuote ? .openQuote : neighbour, afterName: isQuote ? .closeQuote : neighbour,
            traits: meaning.traits.union(Self.traits(token, name)))
    }

    /// What a token's place in the text says of it.
    @inline(__always)
    private static func traits(_ token: Token, _ name: NameToken) -> TokenFacts.Traits {
        var traits: TokenFacts.Traits = name.isInitial ? .initial : []
        traits.formUnion(name.isCommon ? .common : [])
        traits.formUnion(name.isJoined ? .joined : [])
        traits.formUnion(token.gap == .paragraph ? .paragraph : [])
        return traits
    }

    /// In a line of capitals they say nothing, and the plural of a number is one: `AK-47s`.
    @inline(__always)
    private func form(_ token: Token, isShouted: Bool, _ document: Document) -> WordForm {
        if token.shape == .upper, isShouted { return .title }
        let beginsWithDigit = document.text[Int(token.range.start)] &- 48 < 10
        let isNumber = (token.shape == .lower && beginsWithDigit) || (token.shape == .none && token.kind == .number)
        let form = forms[Int(token.shape.rawValue) &* (Self.maxLength + 1) &+ min(token.range.count, Self.maxLength)]
        return isNumber ? .digits : form
    }

    /// The classes that have a say.
    private static let telling = WordClasses([
        .title, .nameSuffix, .orgHead, .orgSuffix, .placeHead, .eventHead, .lawHead, .nameLink, .particle, .month, .weekday, .placePreposition,
        .nameNoun, .speechVerb,
    ])

    /// The classes whose codes count.
    private static let codedClasses = WordClasses([.title, .orgHead, .placeHead, .nameLink, .placePreposition, .nameNoun])

    /// A word without a telling class is what its letters are. One whose codes count is looked up by all that it depends on.
    @inline(__always)
    private mutating func meaning(_ token: Token, isName: Bool, _ document: Document) -> Meaning {
        let isWord = token.kind == .word || token.kind == .abbreviation
        if !token.classes.intersects(Self.telling) {
            if isWord { return plainMeaning(token, isName: isName) }
            if token.kind.isMark { return Meaning(neighbour: mark(token, document), traits: .noNoun) }
        }
        guard isWord, token.classes.intersects(Self.codedClasses) else { return readMeaning(token, isName: isName, document) }
        let form = 1 << 31 | UInt64(token.kind.rawValue) << 1 | UInt64(token.shape.rawValue) << 8 | (isName ? 1 : 0)
        let key = UInt64(token.word.rawValue) << 32 | form | UInt64(token.role?.rawValue ?? 0xFF) << 16
        let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.bits))
        if known[place].key != key { known[place] = Known(key: key, meaning: readMeaning(token, isName: isName, document)) }
        return known[place].meaning
    }

    /// As `readMeaning`, of a word or an abbreviation that no telling class has.
    @inline(__always)
    private func plainMeaning(_ token: Token, isName: Bool) -> Meaning {
        let traits: TokenFacts.Traits = token.kind == .abbreviation ? [.abbreviation, .noNoun] : []
        let isCapitalized = token.shape.isCapitalized
        let plain = token.role.map { neighbours[Int($0.rawValue)] } ?? (isCapitalized ? .capital : .small)
        return Meaning(neighbour: isCapitalized && isName ? .name : plain, traits: traits)
    }

    @inline(never)
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
        if token.kind.isMark { return mark(token, document) }
        switch token.kind {
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
    @inline(__always)
    private func ending(_ range: ByteRange, _ document: Document) -> Neighbour {
        guard range.count > 3 else { return .small }
        let end = Int(range.end)
        let (before, last) = (document.text[end - 2], document.text[end - 1])
        let pair = UInt16(before) << 8 | UInt16(last)
        let plural: Neighbour = last == UInt8(ascii: "s") && before != UInt8(ascii: "s") ? .plural : .small
        return pair == Self.past ? .past : pair == Self.participle ? .participle : plural
    }

    private static let past = UInt16(UInt8(ascii: "e")) << 8 | UInt16(UInt8(ascii: "d"))
    private static let participle = UInt16(UInt8(ascii: "n")) << 8 | UInt16(UInt8(ascii: "g"))
}

extension TokenKind {
    /// Whether it is neither a word nor a number.
    fileprivate var isMark: Bool { self == .punctuation || self == .symbol || self == .emoji }
}
