/// How an attributing word is used where it stands; none where it can attribute nothing.
enum CueUse { case none, adjunct, verb, noun, adjective }

/// What an ambiguous form is where it stands.
extension AttributionReader {
    /// Told by the parts beside it: a noun needs "that", a preposition or words up to a "by" behind it, an adjective one of the first two.
    func use(of cue: AttributionCue) -> CueUse {
        if cue.traits.contains(.blank) { return .none }
        if cue.traits.contains(.adjunct) { return .adjunct }
        if isVerb(cue) { return .verb }
        let next = text.part(cue.tokens.upperBound)
        if cue.traits.contains(.noun) { return next.isPunctuation ? .none : .noun }
        return cue.traits.contains(.adjective) && (next == .that || next == .preposition) ? .adjective : .none
    }

    /// "claims that" after a name, not "the claims"; "asked" but not "the asked price".
    func isVerb(_ cue: AttributionCue) -> Bool {
        let first = cue.tokens.lowerBound
        guard cue.isVerb, !ClauseParts([.name, .date]).contains(text[first]) else { return false }
        var place = first - 1
        while text.isAdverb(place), first - place < ClauseText.longestPhrase { place -= 1 }
        let before = text.part(place)
        let nearby = ClauseParts([.determiner, .demonstrative, .possessive, .quantifier, .preposition, .negator])
        if nearby.contains(before) { return isVerb(cue, behind: before, place) }
        // Behind "be" stand participles and gerunds, behind "have" participles, behind "as" gerunds.
        if cue.isPast { return !ClauseParts([.hyphen, .as]).contains(before) }
        if cue.isGerund { return !ClauseParts([.modal, .to, .do, .subject, .relative, .hyphen, .have]).contains(before) }
        if ClauseParts([.modal, .to, .do, .subject, .relative]).contains(before) { return true }
        return !ClauseParts([.hyphen, .be, .have, .as]).contains(before) && isFinite(cue, after: place)
    }

    /// The same behind a word that more often stands before a noun.
    private func isVerb(_ cue: AttributionCue, behind before: ClausePart, _ place: Int) -> Bool {
        switch before {
        case .quantifier where !cue.isGerund: isAfterQuantifier(cue, isFirst: text.part(place - 1).isPunctuation)
        case .demonstrative where cue.isGerund: isBeforeObject(cue.tokens.upperBound)
        case .determiner, .quantifier, .demonstrative: cue.isGerund && text.part(cue.tokens.upperBound) == .that
        case .possessive: text.tokens[place].kind == .clitic && cue.isGerund
        case .preposition where text.part(place - 1) == .have: cue.isPast
        case .preposition: cue.isGerund
        default: text.tokens[place].kind == .clitic || !text.isWord(place, .no)
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
        ClauseParts([.that, .determiner, .possessive, .name, .subject, .object]).contains(text.part(index))
    }

    /// A base or third-person form after a noun or a name: what follows decides.
    private func isFinite(_ cue: AttributionCue, after place: Int) -> Bool {
        let next = text.part(cue.tokens.upperBound)
        if cue.traits.contains(.guarded), !isUnmistakable(cue, text.part(place), next) { return false }
        if !cue.traits.contains(.noun), cue.traits.contains(.always) { return true }
        if Self.tellsOfVerb(next) { return true }
        if next == .to { return cue.traits.contains(.infinitive) }
        if next == .colon || next == .comma { return cue.traits.contains(.quote) }
        if cue.traits.contains(.noun) { return next == .stop && cue.traits.contains(.quote) && isBehindComma(cue) }
        let before = text.part(place)
        return ClauseParts([.number, .word, .adverb, .date, .preposition, .stop]).contains(next) && (before.isNominal || before.isPunctuation)
    }

    /// Whether a part behind an ambiguous form begins what a verb takes.
    @inline(__always)
    private static func tellsOfVerb(_ next: ClausePart) -> Bool {
        ClauseParts([.that, .determiner, .demonstrative, .possessive, .subject, .object, .question, .quantifier, .openQuote, .name]).contains(next)
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
