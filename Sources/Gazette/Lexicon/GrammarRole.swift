/// What a function word does in its clause: the `grammar` class of lexicons/SCHEMA.md.
package enum GrammarRole: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    case determiner, demonstrative, possessive, quantifier
    case subject, object, relative, that, question
    case be, have, `do`, modal, to, negator
    case preposition, `as`, subordinator, coordinator, contrast, adverb
    /// Verbs and adjectives after which `if` means `whether`.
    case inquiry
    /// Single words of a role that rules must tell from its others; `general` is that role. `linking` hangs a phrase on the noun before it.
    case of, linking, by, `if`, because, her, no, one

    /// The role that the word shares with others.
    var general: GrammarRole {
        switch self {
        case .of, .linking, .by: .preposition
        case .if, .because: .subordinator
        case .her: .object
        case .no: .negator
        case .one: .subject
        default: self
        }
    }

    /// Their names in the `value` column.
    package static let names = allCases.map { String(describing: $0) }
}

extension Lexicon {
    /// What a word does in a clause; nil for a content word.
    func grammarRole(of word: WordID) -> GrammarRole? { GrammarRole(rawValue: UInt8(truncatingIfNeeded: code(of: .grammar, for: word) - 1)) }
}
