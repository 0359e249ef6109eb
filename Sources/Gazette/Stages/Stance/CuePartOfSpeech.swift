/// Which part of speech a guarded cue is here, by the words beside it.
extension ClauseText {
    /// Whether the cue may be what its row says it is.
    func isPlausible(_ place: CueSurroundings, _ partOfSpeech: PartOfSpeech) -> Bool {
        switch partOfSpeech {
        case .modal: return isModal(place)
        case .verb: return isVerb(place)
        case .noun: return !isVerb(place) && !isAmount(place.cue)
        case .adjective: return isAdjective(place)
        default: return true
        }
    }

    /// "a claim of 5,000 dollars" is money, no assertion.
    private func isAmount(_ cue: TokenRange) -> Bool {
        guard role(cue.upperBound) == .preposition else { return false }
        return part(cue.upperBound + 1) == .number || part(cue.upperBound + 1) == .mark && part(cue.upperBound + 2) == .number
    }

    /// "a total failure", "was fair", but not "to complete the form" or "the total was".
    private func isAdjective(_ place: CueSurroundings) -> Bool {
        switch place.leftRole {
        case .to, .modal, .do, .subject, .relative: return false
        case .determiner, .possessive, .demonstrative:
            let next = place.cue.upperBound
            return next < sentence.upperBound && (isContent(next) || part(next) == .name || part(next) == .hyphen)
        default: return true
        }
    }

    /// "will go", "may not have", but not "in May", "Will Smith" or "the can".
    private func isModal(_ place: CueSurroundings) -> Bool {
        switch place.leftRole {
        case .determiner, .possessive, .preposition, .to, .modal, .be: return false
        default: break
        }
        guard let next = place.right else { return false }
        if tokens[place.cue.lowerBound].shape == .title { return place.cue.lowerBound == sentence.lowerBound && beginsQuestion(place.rightRole) }
        switch place.rightRole {
        case .be, .have, .do, .negator, .subject, .inquiry: return true
        case .some: return false
        case nil: return tokens[next].kind == .word || next > place.cue.upperBound
        }
    }

    /// Whether what stands behind a sentence's first word may be a question's subject.
    private func beginsQuestion(_ role: GrammarRole?) -> Bool {
        switch role {
        case .subject, .determiner, .demonstrative, .possessive, .quantifier, .that: true
        default: false
        }
    }

    /// A verb stands after its subject or an auxiliary, a noun after a determiner, an adjective or a preposition; after a name what follows decides.
    private func isVerb(_ place: CueSurroundings) -> Bool {
        switch place.leftRole {
        case .determiner, .possessive, .quantifier, .preposition: return false
        case .modal, .to, .do, .subject, .relative, .negator, .have, .be: return true
        default: break
        }
        if ends(place.cue.lowerBound, with: "ed") || ends(place.cue.lowerBound, with: "ing") { return true }
        guard let next = place.right, place.left != nil else { return false }
        switch place.rightRole {
        case .that, .determiner, .demonstrative, .possessive, .subject, .object, .question, .quantifier: return true
        case .some: return false
        case nil: return tokens[next].shape.isCapitalized || tokens[next].kind == .number
        }
    }
}
