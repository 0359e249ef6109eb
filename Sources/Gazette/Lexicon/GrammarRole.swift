/// What a function word does in its clause: the `grammar` class of lexicons/SCHEMA.md.
package enum GrammarRole: String, Sendable, CaseIterable {
    case determiner, demonstrative, possessive, quantifier
    case subject, object, relative, that, question
    case be, have, `do`, modal, to, negator
    case preposition, `as`, subordinator, coordinator, contrast, adverb
    /// Verbs and adjectives after which `if` means `whether`.
    case inquiry
}

/// The grammar roles of words, without a string on the way.
struct GrammarTable {
    private let lexicon: Lexicon
    /// By the index of a value in the lexicon.
    private let roles: [GrammarRole?]

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        roles = (0..<lexicon.valueCount).map { GrammarRole(rawValue: lexicon.value(at: $0)) }
    }

    /// The role of a token's word, nil for a content word.
    func role(of token: Token) -> GrammarRole? {
        guard token.classes.contains(.grammar), let value = lexicon.valueIndex(of: .grammar, for: token.word) else { return nil }
        return roles[value]
    }
}
