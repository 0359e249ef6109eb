/// What a token says of a name beside it.
extension TokenFactsReader {
    /// `.small` stands for any word in small letters, whatever its ending.
    func neighbour(_ token: Token, _ role: WordRole, isName: Bool, _ document: Document) -> Neighbour {
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

    static func neighbour(_ role: GrammarRole) -> Neighbour {
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

    func mark(_ token: Token, _ document: Document) -> Neighbour {
        let range = token.range.indices
        guard document.text[range.lowerBound] == Self.punctuationByte, range.count == 3, document.text[range.lowerBound + 1] == 0x80 else {
            return Self.mark(document.text[range.lowerBound])
        }
        return Self.generalPunctuation(document.text[range.lowerBound + 2])
    }

    /// By its first byte, unless that is the one of general punctuation.
    static func mark(_ first: UInt8) -> Neighbour {
        switch first {
        case UInt8(ascii: ","), UInt8(ascii: ";"): .comma
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .period
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: "\""), UInt8(ascii: "'"): .openQuote
        case UInt8(ascii: "("), UInt8(ascii: "["): .openParenthesis
        case UInt8(ascii: ")"), UInt8(ascii: "]"): .closeParenthesis
        case UInt8(ascii: "-"): .hyphen
        case UInt8(ascii: "/"): .slash
        default: .mark
        }
    }

    /// The first byte of U+2000 to U+2FFF in UTF-8.
    static let punctuationByte: UInt8 = 0xE2

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
    func ending(_ range: ByteRange, _ document: Document) -> Neighbour {
        let end = Int(range.end)
        let (before, last) = (document.text[max(end - 2, 0)], document.text[end - 1])
        let pair = UInt16(before) << 8 | UInt16(last)
        let plural: Neighbour = last == UInt8(ascii: "s") && before != UInt8(ascii: "s") ? .plural : .small
        let ending = pair == Self.past ? .past : pair == Self.participle ? .participle : plural
        return range.count > 3 ? ending : .small
    }

    private static let past = UInt16(UInt8(ascii: "e")) << 8 | UInt16(UInt8(ascii: "d"))
    private static let participle = UInt16(UInt8(ascii: "n")) << 8 | UInt16(UInt8(ascii: "g"))
}

extension TokenKind {
    /// Whether it is neither a word nor a number.
    @inline(__always)
    var isMark: Bool { Self.marks &>> UInt16(rawValue) & 1 == 1 }

    /// A bit each: of two that are asked in turn a branch would be guessed wrong.
    private static var marks: UInt16 {
        1 << UInt16(TokenKind.punctuation.rawValue) | 1 << UInt16(TokenKind.symbol.rawValue) | 1 << UInt16(TokenKind.emoji.rawValue)
    }
}
