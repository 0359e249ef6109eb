/// Which part of speech a guarded cue is here, by the words beside it.
extension ClauseText {
    /// Whether the cue may be what its row says it is.
    func isPlausible(_ cue: TokenRange, _ partOfSpeech: PartOfSpeech) -> Bool {
        switch partOfSpeech {
        case .modal: return isModal(cue)
        case .verb: return isVerb(cue)
        case .noun: return !isVerb(cue) && !isAmount(cue)
        case .adjective: return isAdjective(cue)
        default: return true
        }
    }

    /// "a claim of 5,000 dollars" is money, no assertion.
    private func isAmount(_ cue: TokenRange) -> Bool {
        guard role(cue.upperBound) == .preposition else { return false }
        return part(cue.upperBound + 1) == .number || part(cue.upperBound + 1) == .mark && part(cue.upperBound + 2) == .number
    }

    /// "a total failure", "was fair", but not "to complete the form" or "the total was".
    private func isAdjective(_ cue: TokenRange) -> Bool {
        switch role(left(of: cue.lowerBound)) {
        case .to, .modal, .do, .subject, .relative: return false
        case .determiner, .possessive, .demonstrative:
            let next = cue.upperBound
            return next < sentence.upperBound && (isContent(next) || part(next) == .name || part(next) == .hyphen)
        default: return true
        }
    }

    /// "will go", "may not have", but not "in May", "Will Smith" or "the can".
    private func isModal(_ cue: TokenRange) -> Bool {
        let isFirst = cue.lowerBound == sentence.lowerBound
        switch role(left(of: cue.lowerBound)) {
        case .determiner, .possessive, .preposition, .to, .modal, .be: return false
        default: break
        }
        guard let next = right(from: cue.upperBound) else { return false }
        if tokens[cue.lowerBound].shape == .title {
            return isFirst && [.subject, .determiner, .demonstrative, .possessive, .quantifier, .that].contains(role(next))
        }
        switch role(next) {
        case .be, .have, .do, .negator, .subject, .inquiry: return true
        case .some: return false
        case nil: return tokens[next].kind == .word || next > cue.upperBound
        }
    }

    /// A verb stands after its subject or an auxiliary, a noun after a determiner, an adjective or a preposition; after a name what follows decides.
    private func isVerb(_ cue: TokenRange) -> Bool {
        let before = left(of: cue.lowerBound)
        switch role(before) {
        case .determiner, .possessive, .quantifier, .preposition: return false
        case .modal, .to, .do, .subject, .relative, .negator, .have, .be: return true
        default: break
        }
        if ends(cue.lowerBound, with: "ed") || ends(cue.lowerBound, with: "ing") { return true }
        guard let next = right(from: cue.upperBound) else { return false }
        switch role(next) {
        case .that, .determiner, .demonstrative, .possessive, .subject, .object, .question, .quantifier: return before != nil
        case .some: return false
        case nil: return before != nil && (tokens[next].shape.isCapitalized || tokens[next].kind == .number)
        }
    }
}
