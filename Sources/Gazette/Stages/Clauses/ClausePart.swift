/// What a token is to the rules that part clauses and noun phrases.
enum ClausePart: UInt8, Sendable {
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
        switch role {
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
        case .inquiry: self = .word
        }
    }

    /// Whether it may stand in a noun phrase as its head or before it.
    var isNominal: Bool { self == .word || self == .name || self == .number || self == .hyphen }

    /// Whether a noun phrase may begin with it and not end with it.
    var isDeterminer: Bool { self == .determiner || self == .possessive || self == .quantifier || self == .demonstrative }

    /// Whether it is an auxiliary verb.
    var isAuxiliary: Bool { self == .be || self == .have || self == .do || self == .modal }

    var isPunctuation: Bool { rawValue >= ClausePart.comma.rawValue && rawValue <= ClausePart.mark.rawValue }
}
