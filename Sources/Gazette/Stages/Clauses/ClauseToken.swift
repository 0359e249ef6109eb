/// What a token is in its clause.
struct ClauseToken: Sendable, Hashable, BitwiseCopyable {
    var part: ClausePart
    /// The number of its word's role, or of content words. Whether an optional is none would be asked at every look, and guessed wrong.
    let roleNumber: UInt8

    init(part: ClausePart, role: GrammarRole? = nil) { (self.part, roleNumber) = (part, role?.rawValue ?? GrammarRoles.contentNumber) }

    /// What a token is that is neither a mark nor a number, by its word's role alone.
    init(role: GrammarRole) { self.init(part: ClausePart(role), role: role) }

    /// What its word does in a clause wherever it stands; nil for a content word.
    var role: GrammarRole? { GrammarRole(rawValue: roleNumber) }

    /// The same as a set of one.
    @inline(__always)
    var roles: GrammarRoles { GrammarRoles(number: roleNumber) }

    /// Whether what a cue covers may end with a token of a kind that is this.
    func endsScope(_ kind: TokenKind) -> Bool {
        switch part {
        case .semicolon, .openBracket, .closeBracket: kind == .punctuation
        default: role == .contrast
        }
    }
}
