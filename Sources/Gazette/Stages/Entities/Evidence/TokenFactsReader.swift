/// Reads what the evidence rules ask of tokens.
struct TokenFactsReader {
    let lexicon: Lexicon
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
        let beginsWithDigit = document.text[Int(token.range.start)].isDigit
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

    private func placeRole(_ token: Token) -> WordRole {
        switch EntityLabel(placeHead: lexicon.code(of: .placeHead, for: token.word)) {
        case .location: .landHead
        case .geopolitical: .regionHead
        default: .facilityHead
        }
    }
}
