/// What a token is to the rules that part clauses and noun phrases.
enum ClausePart: UInt8, Sendable, BitwiseCopyable {
    /// A content word.
    case word
    /// A token of a named entity.
    case name
    /// A token of a date.
    case date
    case number
    case hyphen
    // Punctuation.
    case comma, semicolon, colon, dash, stop, openQuote, closeQuote, openBracket, closeBracket, mark
    // Function words, as `GrammarRole` has them.
    case determiner, demonstrative, possessive, quantifier
    case subject, object, relative, that, question
    case be, have, `do`, modal, to, negator
    case preposition, `as`, subordinator, coordinator, contrast, adverb

    init(_ role: GrammarRole) {
        switch role.general {
        case .determiner: self = .determiner
        case .demonstrative: self = .demonstrative
        case .possessive: self = .possessive
        case .quantifier: self = .quantifier
        case .subject: self = .subject
        case .object: self = .object
        case .relative: self = .relative
        case .that: self = .that
        case .question: self = .question
        case .be: self = .be
        case .have: self = .have
        case .do: self = .do
        case .modal: self = .modal
        case .to: self = .to
        case .negator: self = .negator
        case .preposition: self = .preposition
        case .as: self = .as
        case .subordinator: self = .subordinator
        case .coordinator: self = .coordinator
        case .contrast: self = .contrast
        case .adverb: self = .adverb
        case .inquiry, .of, .linking, .by, .if, .because, .her, .no, .one: self = .word
        }
    }

    /// A punctuation mark or symbol of ASCII, by its first byte.
    init(mark byte: UInt8) {
        switch byte {
        case UInt8(ascii: ","): self = .comma
        case UInt8(ascii: ";"): self = .semicolon
        case UInt8(ascii: ":"): self = .colon
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): self = .stop
        case UInt8(ascii: "("), UInt8(ascii: "["): self = .openBracket
        case UInt8(ascii: ")"), UInt8(ascii: "]"): self = .closeBracket
        case UInt8(ascii: "-"), UInt8(ascii: "&"), UInt8(ascii: "/"): self = .hyphen
        default: self = .mark
        }
    }

    /// A mark of three bytes: U+2010–2015; others are quotation marks or nothing that rules know.
    init(mark start: Int, in bytes: borrowing [UInt8]) {
        self = .mark
        guard bytes[start] == 0xE2, bytes[start + 1] == 0x80 else { return }
        switch bytes[start + 2] {
        case 0x90, 0x91: self = .hyphen
        case 0x92...0x95: self = .dash
        default: break
        }
    }

    /// Whether `'s` behind it is a verb.
    var isBeforeVerb: Bool { self == .subject || isBeforeClause }

    /// Whether it joins a clause to what stands before it.
    var isBeforeClause: Bool { self == .relative || self == .that || self == .question }

    /// Whether what it begins or announces is said or asked.
    var introduces: Bool { self == .that || self == .openQuote || self == .colon || self == .question }

    /// Whether it may stand in a noun phrase as its head or before it.
    var isNominal: Bool { self == .word || self == .name || self == .number || self == .hyphen }

    /// Whether a noun phrase may begin with it and not end with it.
    var isDeterminer: Bool { self == .determiner || self == .possessive || self == .quantifier || self == .demonstrative }

    /// Whether it is an auxiliary verb.
    var isAuxiliary: Bool { self == .be || self == .have || self == .do || self == .modal }

    /// Whether it is a mark that stands behind a clause and is no part of it.
    var endsClause: Bool { self == .comma || self == .stop || self == .semicolon || self == .dash }

    @inline(__always)
    var isPunctuation: Bool { rawValue >= ClausePart.comma.rawValue && rawValue <= ClausePart.mark.rawValue }
}

/// Parts as bits: one question for several of them, where a switch would jump anew at every token.
struct ClauseParts: BitwiseCopyable {
    private let bits: UInt64

    /// Of an array literal it is a constant: the compiler unrolls `forEach` alone.
    @inline(__always)
    init(_ parts: [ClausePart]) {
        var bits: UInt64 = 0
        // swift-format-ignore: ReplaceForEachWithForLoop
        parts.forEach { bits |= 1 &<< UInt64($0.rawValue) }
        self.bits = bits
    }

    @inline(__always)
    func contains(_ part: ClausePart) -> Bool { bits &>> UInt64(part.rawValue) & 1 != 0 }
}
