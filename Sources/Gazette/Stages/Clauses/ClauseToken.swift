/// What a token is in its clause.
struct ClauseToken: Sendable, Hashable, BitwiseCopyable {
    var part: ClausePart
    /// What its word does in a clause wherever it stands; nil for a content word.
    var role: GrammarRole? = nil
}
