/// What a token is in its clause.
struct ClauseToken: Sendable, Hashable, BitwiseCopyable {
    var part: ClausePart
    /// What its word does in a clause wherever it stands; nil for a content word.
    var role: GrammarRole?

    init(part: ClausePart, role: GrammarRole? = nil) { (self.part, self.role) = (part, role) }

    /// What a token is that is neither a mark nor a number, by its word's role alone.
    init(role: GrammarRole) { self.init(part: ClausePart(role), role: role) }

    /// Whether what a cue covers may end with a token of a kind that is this.
    func endsScope(_ kind: TokenKind) -> Bool {
        switch part {
        case .semicolon, .openBracket, .closeBracket: kind == .punctuation
        default: role == .contrast
        }
    }
}
