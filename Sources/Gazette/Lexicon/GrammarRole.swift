/// What a function word does in its clause: the `grammar` class of lexicons/SCHEMA.md.
package enum GrammarRole: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    case determiner, demonstrative, possessive, quantifier
    case subject, object, relative, that, question
    case be, have, `do`, modal, to, negator
    case preposition, `as`, subordinator, coordinator, contrast, adverb
    /// Verbs and adjectives after which `if` means `whether`.
    case inquiry

    /// Their names in the `value` column.
    package static let names = allCases.map { String(describing: $0) }
}

/// The grammar roles of words, without a string on the way.
struct GrammarTable {
    private let lexicon: Lexicon

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// The role of a token's word, nil for a content word.
    func role(of token: Token) -> GrammarRole? { token.classes.contains(.grammar) ? role(of: token.word) : nil }

    /// The role of a word of the class.
    func role(of word: WordID) -> GrammarRole? { GrammarRole(rawValue: UInt8(truncatingIfNeeded: lexicon.code(of: .grammar, for: word) - 1)) }
}
