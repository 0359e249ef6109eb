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

        /// These are the facts of a token.
        static let read = Traits(rawValue: 1)
        /// Its capital says nothing.
        static let initial = Traits(rawValue: 2)
        /// It is used in small letters more often than with a capital.
        static let common = Traits(rawValue: 4)
        /// It belongs to one run with the token before.
        static let joined = Traits(rawValue: 8)
        /// A paragraph begins with it.
        static let paragraph = Traits(rawValue: 16)
        static let abbreviation = Traits(rawValue: 32)
        /// It is `a`, and a token that goes on with no noun: what is between them is one of a kind.
        static let indefiniteArticle = Traits(rawValue: 64)
        static let noNoun = Traits(rawValue: 128)
    }

    static let unread = TokenFacts(
        role: .plain, form: .sign, commonness: .unlisted, name: 0, beforeName: .edge, afterName: .edge, traits: [])
}

/// Reads what the evidence rules ask of tokens.
enum TokenFactsReader {
    static func facts(_ index: Int, _ document: Document, _ names: NameTokens, _ words: inout NameWords) -> TokenFacts {
        let (token, name) = (document.tokens[index], names[index])
        let codes = words.codes(of: token)
        let role = role(token, codes)
        let neighbour = neighbour(token, role, codes, isName: name.isName, document)
        let isQuote = neighbour == .openQuote || neighbour == .closeQuote
        var traits = TokenFacts.Traits.read
        if name.isInitial { traits.insert(.initial) }
        if name.isCommon { traits.insert(.common) }
        if names.areJoined(index - 1, index) { traits.insert(.joined) }
        if token.gap == .paragraph { traits.insert(.paragraph) }
        if token.kind == .abbreviation { traits.insert(.abbreviation) }
        if token.classes.contains(.nameLink), NameTokens.isIndefiniteArticle(Int(codes.nameLink)) { traits.insert(.indefiniteArticle) }
        if NameTokens.isNoNoun(token) { traits.insert(.noNoun) }
        return TokenFacts(
            role: role, form: form(token, name, document), commonness: Commonness(name.commonness),
            name: UInt8(NameFrequency(name.given).rawValue * NameFrequency.allCases.count + NameFrequency(name.surname).rawValue),
            beforeName: isQuote ? .openQuote : neighbour, afterName: isQuote ? .closeQuote : neighbour, traits: traits)
    }

    /// In a line of capitals they say nothing, and the plural of a number is one: `AK-47s`.
    private static func form(_ token: Token, _ name: NameToken, _ document: Document) -> WordForm {
        if token.shape == .upper, name.isShouted { return .title }
        return token.shape == .lower && document.text[Int(token.range.start)] &- 48 < 10 ? .digits : WordForm(token)
    }

    // MARK: Roles

    private static let roleClasses = WordClasses([
        .title, .nameSuffix, .orgHead, .orgSuffix, .placeHead, .eventHead, .lawHead, .nameLink, .particle,
    ])

    private static func role(_ token: Token, _ codes: NameWord) -> WordRole {
        if token.kind == .number { return .number }
        let classes = token.classes
        guard classes.intersects(roleClasses) else { return .plain }
        if classes.contains(.orgSuffix) { return .orgSuffix }
        if classes.contains(.orgHead) {
            switch codes.orgHead {
            case 1: return .orgFirst
            case 2: return .orgLast
            default: return .orgEither
            }
        }
        if classes.contains(.title) { return codes.title == 1 ? .honorific : .role }
        if classes.contains(.placeHead) { return placeRole(codes) }
        if classes.contains(.eventHead) { return .eventHead }
        if classes.contains(.lawHead) { return .lawHead }
        if classes.contains(.nameSuffix) { return .nameSuffix }
        return classes.contains(.particle) ? .particle : .link
    }

    /// The codes are those of `ValueCode`.
    private static func placeRole(_ codes: NameWord) -> WordRole {
        switch (max(codes.placeHead, 1) - 1) % 3 {
        case 0: .landHead
        case 1: .regionHead
        default: .facilityHead
        }
    }

    // MARK: Neighbours

    private static func neighbour(
        _ token: Token, _ role: WordRole, _ codes: NameWord, isName: Bool, _ document: Document
    ) -> Neighbour {
        switch token.kind {
        case .punctuation, .symbol, .emoji: return mark(token, document)
        case .number: return .number
        case .clitic: return token.shape == .none || isPossessive(token, document) ? .possessive : .auxiliary
        default: break
        }
        if token.classes.intersects(timeWords) { return .time }
        if token.shape.isCapitalized, isName { return role == .role || role == .honorific ? .honorific : .name }
        if let link = link(token, codes) { return link }
        if token.classes.contains(.nameNoun), let noun = noun(codes) { return noun }
        if token.classes.contains(.speechVerb) { return .speech }
        if let neighbour = neighbour(role) { return neighbour }
        if let role = token.role { return neighbour(role) }
        return token.shape.isCapitalized ? .capital : ending(token, document)
    }

    private static let timeWords = WordClasses([.month, .weekday])

    /// The codes are those of `ValueCode`.
    private static func noun(_ codes: NameWord) -> Neighbour? {
        switch codes.nameNoun {
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
    private static func link(_ token: Token, _ codes: NameWord) -> Neighbour? {
        if token.classes.contains(.placePreposition) { return codes.placePreposition == 1 ? .inPlace : .toPlace }
        guard token.classes.contains(.nameLink) else { return nil }
        switch codes.nameLink {
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

    private static func mark(_ token: Token, _ document: Document) -> Neighbour {
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
            return generalPunctuation(document.text[Int(token.range.start) + 2])
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

    private static func isPossessive(_ token: Token, _ document: Document) -> Bool {
        document.text[Int(token.range.end) - 1] | 0x20 == UInt8(ascii: "s")
    }

    /// The inflection of a word in small letters.
    private static func ending(_ token: Token, _ document: Document) -> Neighbour {
        guard token.range.count > 3 else { return .small }
        let end = Int(token.range.end)
        let (last, before) = (document.text[end - 1], document.text[end - 2])
        if last == UInt8(ascii: "d"), before == UInt8(ascii: "e") { return .past }
        if last == UInt8(ascii: "g"), before == UInt8(ascii: "n") { return .participle }
        return last == UInt8(ascii: "s") && before != UInt8(ascii: "s") ? .plural : .small
    }
}
