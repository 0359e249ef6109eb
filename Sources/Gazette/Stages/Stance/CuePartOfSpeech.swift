/// Which part of speech a guarded cue is here, by the words beside it.
extension ClauseText {
    /// Whether the cue may be what its row says it is.
    @inline(__always)
    func isPlausible(_ place: CueSurroundings, _ partOfSpeech: PartOfSpeech) -> Bool {
        if place.leftRoles.intersects(partOfSpeech.notBehind) { return false }
        switch partOfSpeech {
        case .modal: return isModal(place)
        case .verb: return place.leftRoles.intersects(.beforeVerbs) || isVerb(place)
        case .noun: return (place.leftRoles.intersects(.beforeNouns) || !isVerb(place)) && !isAmount(place.cue)
        case .adjective: return isAdjective(place)
        default: return true
        }
    }

    /// "a claim of 5,000 dollars" is money, no assertion.
    private func isAmount(_ cue: TokenRange) -> Bool {
        guard roles(cue.upperBound).intersects(GrammarRoles([.preposition])) else { return false }
        return part(cue.upperBound + 1) == .number || part(cue.upperBound + 1) == .mark && part(cue.upperBound + 2) == .number
    }

    /// "a total failure", "was fair", but not "to complete the form" or "the total was".
    private func isAdjective(_ place: CueSurroundings) -> Bool {
        guard place.leftRoles.intersects(GrammarRoles([.determiner, .possessive, .demonstrative])) else { return true }
        let next = place.cue.upperBound
        return next < sentence.upperBound && (isContent(next) || part(next) == .name || part(next) == .hyphen)
    }

    /// "will go", "may not have", but not "in May", "Will Smith" or "the can".
    private func isModal(_ place: CueSurroundings) -> Bool {
        let right = right(from: place.cue.upperBound)
        guard isInside(right) else { return false }
        let roles = rolesInside(right)
        if tokens[place.cue.lowerBound].shape == .title {
            return place.cue.lowerBound == sentence.lowerBound && roles.intersects(Self.afterQuestion)
        }
        if roles.isContent { return tokens[right].kind == .word || right > place.cue.upperBound }
        return roles.intersects(GrammarRoles([.be, .have, .do, .negator, .subject, .inquiry]))
    }

    /// What may be a question's subject behind its first word.
    private static var afterQuestion: GrammarRoles {
        @inline(__always)
        get { GrammarRoles([.subject, .determiner, .demonstrative, .possessive, .quantifier, .that]) }
    }

    /// After a content word or a name the form and what follows decide whether it is a verb.
    private func isVerb(_ place: CueSurroundings) -> Bool {
        if ends(place.cue.lowerBound, with: "ed") || ends(place.cue.lowerBound, with: "ing") { return true }
        let right = right(from: place.cue.upperBound)
        guard isInside(right), isInside(place.left) else { return false }
        let roles = rolesInside(right)
        if roles.isContent { return tokens[right].shape.isCapitalized || tokens[right].kind == .number }
        return roles.intersects(
            GrammarRoles([.that, .determiner, .demonstrative, .possessive, .subject, .object, .question, .quantifier]))
    }
}

extension PartOfSpeech {
    /// Behind what no word of the kind stands.
    @inline(__always)
    fileprivate var notBehind: GrammarRoles {
        switch self {
        case .modal: GrammarRoles([.determiner, .possessive, .preposition, .to, .modal, .be])
        case .verb: .beforeNouns
        case .noun: .beforeVerbs
        case .adjective: GrammarRoles([.to, .modal, .do, .subject, .relative])
        default: GrammarRoles([])
        }
    }
}

extension GrammarRoles {
    /// Subjects and auxiliaries.
    @inline(__always)
    fileprivate static var beforeVerbs: GrammarRoles { GrammarRoles([.modal, .to, .do, .subject, .relative, .negator, .have, .be]) }

    @inline(__always)
    fileprivate static var beforeNouns: GrammarRoles { GrammarRoles([.determiner, .possessive, .quantifier, .preposition]) }
}
