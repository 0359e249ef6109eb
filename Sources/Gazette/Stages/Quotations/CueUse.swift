/// Whether an ambiguous form is a verb where it stands.
extension AttributionReader {
    /// "claims that" after a name, not "the claims"; "asked" but not "the asked price".
    func isVerb(_ cue: AttributionCue) -> Bool {
        guard cue.isVerb else { return false }
        let first = cue.tokens.lowerBound
        if text[first] == .name || text[first] == .date { return false }
        var place = first - 1
        while text.isAdverb(place), first - place < ClauseText.longestPhrase { place -= 1 }
        switch text.part(place) {
        case .quantifier where !cue.isGerund: return isAfterQuantifier(cue, isFirst: text.part(place - 1).isPunctuation)
        case .hyphen: return false
        case .demonstrative where cue.isGerund: return isBeforeObject(cue.tokens.upperBound)
        case .determiner, .quantifier, .demonstrative: return cue.isGerund && text.part(cue.tokens.upperBound) == .that
        case .possessive: return text.tokens[place].kind == .clitic && cue.isGerund
        case .preposition where text.part(place - 1) == .have: return cue.isPast
        case .preposition, .as: return cue.isGerund
        case .modal, .to, .do, .subject, .relative: return !cue.isGerund
        case .be: return cue.isPast || cue.isGerund
        case .have: return cue.isPast
        case .negator: return text.tokens[place].kind == .clitic || !text.isWord(place, .no)
        default: return cue.isPast || cue.isGerund || isFinite(cue, after: place)
        }
    }

    /// "many believe he", "half said that", but not "some claims" or "more concerned".
    private func isAfterQuantifier(_ cue: AttributionCue, isFirst: Bool) -> Bool {
        if cue.traits.contains(.noun) || cue.traits.contains(.adjective) { return false }
        switch text.part(cue.tokens.upperBound) {
        case .that, .determiner, .demonstrative, .possessive, .subject, .object, .openQuote, .name: return true
        case .to: return cue.traits.contains(.infinitive)
        case .word: return isFirst
        default: return false
        }
    }

    /// "those opposing the plan"
    private func isBeforeObject(_ index: Int) -> Bool {
        [.that, .determiner, .possessive, .name, .subject, .object].contains(text.part(index))
    }

    /// A base or third-person form after a noun or a name: what follows decides.
    private func isFinite(_ cue: AttributionCue, after place: Int) -> Bool {
        let next = text.part(cue.tokens.upperBound)
        if cue.traits.contains(.guarded), !isUnmistakable(cue, text.part(place), next) { return false }
        if !cue.traits.contains(.noun), cue.traits.contains(.always) { return true }
        switch next {
        case .that, .determiner, .demonstrative, .possessive, .subject, .object, .question, .quantifier, .openQuote, .name: return true
        case .to: return cue.traits.contains(.infinitive)
        case .colon, .comma: return cue.traits.contains(.quote)
        case .stop where cue.traits.isSuperset(of: [.noun, .quote]): return isBehindComma(cue)
        case .number, .word, .adverb, .date, .preposition, .stop:
            return !cue.traits.contains(.noun) && (text.part(place).isNominal || text.part(place).isPunctuation)
        default: return false
        }
    }

    /// "plans to", "states that", "Novak attacks Lind": a form that is mostly another word where it can be a verb alone.
    private func isUnmistakable(_ cue: AttributionCue, _ before: ClausePart, _ next: ClausePart) -> Bool {
        if next == .that || next == .openQuote || next == .to && cue.traits.contains(.infinitive) { return true }
        if next == .stop || next == .comma, cue.traits.contains(.quote), isBehindComma(cue) { return true }
        return before == .name && (next == .name || next == .determiner || next == .object || next == .possessive)
    }

    /// "…, Novak notes."
    private func isBehindComma(_ cue: AttributionCue) -> Bool {
        guard let subject = text.nounPhrase(endingAt: cue.tokens.lowerBound - 1) else { return false }
        return text.part(subject.lowerBound - 1) == .comma || text.part(subject.lowerBound - 1) == .closeQuote
    }
}
