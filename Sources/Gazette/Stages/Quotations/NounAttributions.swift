/// What nouns, adjectives and adjuncts attribute.
extension AttributionReader {
    /// "his claim that …", "warnings by doctors that …"
    func noun(_ cue: AttributionCue) -> Attribution? {
        let end = cue.tokens.upperBound
        if let phrase = phrase(after: end), let owner = owner(before: cue.tokens.lowerBound) { return make(cue, owner, phrase) }
        let agent = agent(after: end)
        let next = agent?.upperBound ?? end
        guard text.part(next) == .that, !isRelative(next), found.last?.content.lowerBound != next else { return nil }
        guard let content = clause(from: next) else { return nil }
        return make(cue, agent ?? owner(before: cue.tokens.lowerBound), content)
    }

    /// "his criticism of the plan", "she is doubtful about it": the noun phrase after a preposition other than "by".
    private func phrase(after end: Int) -> TokenRange? {
        guard text.part(end) == .preposition, !text.isWord(end, .by) else { return nil }
        return text.nounPhrase(from: end + 1, stopsAtVerbs: true)
    }

    /// "comments that surprised him": a verb, not a subject, follows.
    private func isRelative(_ that: Int) -> Bool {
        let next = text.part(that + 1)
        return next.isAuxiliary || next == .negator || text.isVerbLike(that + 1)
    }

    /// "his", "the senator's"
    private func owner(before first: Int) -> TokenRange? {
        var place = first - 1
        while text.part(place).isNominal, first - place < 4 { place -= 1 }
        guard text.part(place) == .possessive else { return nil }
        if text.tokens[place].kind != .clitic { return place..<place + 1 }
        return text.nounPhrase(endingAt: place - 1)
    }

    /// "she is confident that …"
    func adjective(_ cue: AttributionCue) -> Attribution? {
        if let phrase = phrase(after: cue.tokens.upperBound) {
            let subject = subject(of: cue)
            return subject.tokens == nil ? nil : make(cue, subject.tokens, phrase)
        }
        guard text.part(cue.tokens.upperBound) == .that else { return nil }
        let subject = subject(of: cue)
        return make(cue, subject.tokens, clause(from: cue.tokens.upperBound))
    }

    /// "according to …": the rest of the sentence is the content.
    func adjunct(_ cue: AttributionCue) -> Attribution? {
        guard let speaker = text.nounPhrase(from: cue.tokens.upperBound, stopsAtVerbs: true) ?? pronoun(at: cue.tokens.upperBound) else {
            return nil
        }
        let lower = text.sentence.lowerBound
        if cue.tokens.lowerBound - lower >= 3 {
            let end =
                text.part(cue.tokens.lowerBound - 1) == .comma
                ? cue.tokens.lowerBound - 1 : cue.tokens.lowerBound
            return make(cue, speaker, reach(before: end)..<end)
        }
        if let said = sentenceBefore(cue) { return make(cue, speaker, said) }
        guard
            let comma =
                (speaker
                .upperBound..<min(text.sentence.upperBound, speaker.upperBound + ClauseText.mostReach))
                .first(where: {
                    text.part($0) == .comma
                })
        else { return nil }
        return make(cue, speaker, clause(from: afterApposition(comma) + 1))
    }

    /// "according to her"
    private func pronoun(at index: Int) -> TokenRange? {
        ClauseParts([.object, .possessive]).contains(text.part(index)) && !text.part(index + 1).isNominal ? index..<index + 1 : nil
    }

    /// "… That is according to …": the sentence before, in the same paragraph.
    private func sentenceBefore(_ cue: AttributionCue) -> TokenRange? {
        let lower = text.sentence.lowerBound
        guard text.part(lower) == .that || text.part(lower) == .demonstrative || text.part(lower) == .subject,
            text.part(cue.tokens.lowerBound - 1) == .be, lower > 0, text.tokens[lower].gap < .paragraph
        else { return nil }
        var first = lower - 1
        while first > 0, text.tokens[first].gap < .paragraph, lower - first < ClauseText.mostReach, text[first - 1] != .stop { first -= 1 }
        return first..<lower
    }

    /// "the institute, a research group in Oslo, …": the comma that closes an apposition, otherwise the one given.
    private func afterApposition(_ comma: Int) -> Int {
        guard text.part(comma + 1) == .determiner else { return comma }
        for place in comma + 2..<max(comma + 2, min(comma + 14, text.sentence.upperBound)) {
            if text.part(place).isAuxiliary { return comma }
            if text.part(place) == .comma { return place }
        }
        return comma
    }
}
