/// Reads what the evidence rules ask of tokens. Tables answer where the next token's branch would be guessed wrong.
struct TokenFactsReader {
    let lexicon: Lexicon
    private var known = [Known](repeating: Known(), count: 1 << Self.bits)
    private var endings = EndingTable()
    /// By shape and length the form of a token that is no number.
    private let forms: [WordForm]
    /// By the code of how common a word is in small letters.
    private let commonness: [Commonness]
    private let kinds = TokenKind.allCases.map { PlainKind($0) }
    /// What a token without a telling class is to a name: a mark by its first byte, others by `placeOfPlain`; `.edge` where that does not tell.
    private let plain: [Neighbour]

    /// Longer tokens have the forms of this length.
    private static let maxLength = 7

    private static let bits: UInt64 = 9

    /// What a token's class of word says of it, whatever its letters.
    private struct Meaning: BitwiseCopyable {
        var role = WordRole.plain
        var neighbour = Neighbour.small
        var traits = TokenFacts.Traits()
    }

    /// What the kind of a token without a telling class says of it.
    private struct PlainKind: BitwiseCopyable {
        /// All bits where it is a mark, what its first byte says; all where it is what its role and its capital say.
        let ofMark: Int
        let ofPlain: Int
        let traits: TokenFacts.Traits

        init(_ kind: TokenKind) {
            ofMark = kind.isMark ? -1 : 0
            ofPlain = kind.isMark || kind == .number || kind == .clitic ? 0 : -1
            traits = kind == .word ? [] : kind == .abbreviation ? [.abbreviation, .noNoun] : .noNoun
        }
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
        commonness = (UInt8.min...UInt8.max).map { Commonness(code: $0) }
        let ofRoles = [nil] + GrammarRole.allCases.map { Self.neighbour($0) }
        let marks = (UInt8.min...UInt8.max).map { $0 == 0 || $0 == Self.punctuationByte ? .edge : Self.mark($0) }
        plain = marks + ofRoles.flatMap { [$0 ?? .small, $0 ?? .small, $0 ?? .capital, .name] }
    }

    /// What a token is to those beside it. It stands behind one that is `before` to a name on its right.
    @inline(__always)
    mutating func facts(_ index: Int, behind before: Neighbour, _ document: Document, _ names: NameTokens) -> TokenFacts {
        let (token, name) = (document.tokens[index], names[index])
        let meaning = meaning(token, isName: name.isName, document)
        var neighbour = meaning.neighbour
        if neighbour == .small {
            neighbour = ending(token.range, document)
        } else if neighbour == .toPlace, names.followsSpeech(index, document) {
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
            form(token, isShouted: name.isShouted, document), commonness[Int(name.common)], endings.ending(token.range, in: document.text), name)
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

    /// A token without a telling class is what its letters are. A word with one is looked up by all that its meaning depends on.
    @inline(__always)
    private mutating func meaning(_ token: Token, isName: Bool, _ document: Document) -> Meaning {
        if !token.classes.intersects(Self.telling) { return plainMeaning(token, isName: isName, document) }
        guard token.kind == .word || token.kind == .abbreviation else { return readMeaning(token, isName: isName, document) }
        let form = 1 << 31 | UInt64(token.kind.rawValue) << 1 | UInt64(token.shape.rawValue) << 8 | (isName ? 1 : 0)
        let key = UInt64(token.word.rawValue) << 32 | form | UInt64(token.role?.rawValue ?? 0xFF) << 16
        let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.bits))
        if known[place].key != key { known[place] = Known(key: key, meaning: readMeaning(token, isName: isName, document)) }
        return known[place].meaning
    }

    /// As `readMeaning`, of a token that no telling class has.
    @inline(__always)
    private func plainMeaning(_ token: Token, isName: Bool, _ document: Document) -> Meaning {
        let kind = kinds[Int(token.kind.rawValue)]
        let first = Int(document.text[Int(token.range.start)])
        let neighbour = plain[first & kind.ofMark | Self.placeOfPlain(token, isName: isName) & kind.ofPlain]
        return neighbour == .edge ? readMeaning(token, isName: isName, document) : Meaning(neighbour: neighbour, traits: kind.traits)
    }

    /// Behind the marks, by its role in a clause, its capital and whether it may be part of a name.
    @inline(__always)
    private static func placeOfPlain(_ token: Token, isName: Bool) -> Int {
        let role = Int((token.role?.rawValue ?? .max) &+ 1)
        return 256 &+ role &* 4 &+ (token.shape.isCapitalized ? 2 : 0) &+ (isName ? 1 : 0)
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
