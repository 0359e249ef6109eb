/// Whether a cue stands under a negation of its own clause.
extension ClauseText {
    /// "did not deny", "cannot confirm", "no clear evidence", but not "not only claimed".
    ///
    /// Walks left over auxiliaries, adverbs and determiners, and over one adjective before "to" ("not able to confirm").
    func isNegated(_ cue: TokenRange, after blankEnd: Int) -> Bool {
        var place = cue.lowerBound - 1
        var mayPassContent = false
        for _ in 0..<6 {
            guard place >= sentence.lowerBound else { return false }
            switch role(place) {
            case .negator: return place >= blankEnd
            case .to: mayPassContent = true
            case .adverb, .be, .have, .do, .modal, .determiner, .quantifier, .subject, .possessive: mayPassContent = false
            case nil where passesAdverb(place): break
            case nil where mayPassContent && isContent(place): mayPassContent = false
            default: return false
            }
            place -= 1
        }
        return false
    }
}
