/// Whether a cue stands under a negation of its own clause.
extension ClauseText {
    /// "did not deny", "cannot confirm", "no clear evidence", but not "not only claimed".
    ///
    /// Walks left over auxiliaries, adverbs and determiners, and over one adjective before "to" ("not able to confirm").
    @inline(__always)
    mutating func isNegated(_ cue: TokenRange, after blankEnd: Int) -> Bool {
        guard let negator = lastNegator(before: cue.lowerBound), negator >= cue.lowerBound - Self.reach else { return false }
        return reachesNegator(cue, after: blankEnd)
    }

    /// How many tokens the walk passes over.
    private static var reach: Int { 6 }

    private func reachesNegator(_ cue: TokenRange, after blankEnd: Int) -> Bool {
        var place = cue.lowerBound - 1
        var mayPassContent = false
        for _ in 0..<Self.reach {
            guard place >= sentence.lowerBound else { return false }
            let roles = rolesInside(place)
            if roles.intersects(GrammarRoles([.negator])) { return place >= blankEnd }
            if roles.intersects(Self.passed) {
                mayPassContent = roles.intersects(GrammarRoles([.to]))
            } else if !passesAdverb(place) {
                guard mayPassContent, isContent(place) else { return false }
                mayPassContent = false
            }
            place -= 1
        }
        return false
    }

    private static var passed: GrammarRoles {
        @inline(__always)
        get { GrammarRoles([.to, .adverb, .be, .have, .do, .modal, .determiner, .quantifier, .subject, .possessive]) }
    }
}
