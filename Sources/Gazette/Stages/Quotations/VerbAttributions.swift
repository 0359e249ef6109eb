/// What verbs attribute, in the active, the passive and before their subjects.
extension AttributionReader {
    func verb(_ cue: AttributionCue) -> Attribution? {
        let subject = subject(of: cue)
        if subject.isPassive { return passive(cue, subject) }
        if subject.isInvertible, cue.traits.contains(.quote), let found = inverted(cue, subject) {
            return found
        }
        let end = cue.tokens.upperBound
        if subject.isInfinitive, ![.that, .openQuote, .colon, .question].contains(text.part(end)) {
            return nil
        }
        let left = cue.isGerund ? nil : fronted(before: subject.start)
        if let left,
            text.part(left.upperBound - 1) == .closeQuote || text.part(left.upperBound) == .closeQuote
        {
            return make(cue, subject.tokens, left, rest: rest(after: end))
        }
        let isFrontable = !cue.traits.isDisjoint(with: [.quote, .clause, .always])
        if var right = complement(from: end, of: cue) {
            if subject.isInsertion,
                let comma = right.dropFirst().first(where: { text.part($0) == .comma })
            {
                right = right.lowerBound..<comma
            }
            return make(cue, subject.tokens, right)
        }
        if isFrontable, let left { return make(cue, subject.tokens, left) }
        return cue.traits.contains(.quote)
            ? make(cue, subject.tokens, clauseAfterComma(end)) : nil
    }

    /// "…," said Smith
    private func inverted(_ cue: AttributionCue, _ subject: CueSubject) -> Attribution? {
        guard subject.start == cue.tokens.lowerBound,
            let speaker = text.nounPhrase(from: cue.tokens.upperBound, stopsAtVerbs: false)
        else {
            return nil
        }
        let after = text.part(speaker.upperBound)
        if after.isAuxiliary || after == .that { return nil }
        if subject.start == text.sentence.lowerBound, !after.isPunctuation { return nil }
        if let left = fronted(before: cue.tokens.lowerBound) {
            return make(cue, speaker, left, rest: rest(after: speaker.upperBound))
        }
        guard after == .colon || after == .comma,
            let right = complement(from: speaker.upperBound, of: cue)
        else { return nil }
        return make(cue, speaker, right)
    }

    /// "was criticised by …", "is expected to …", "it was announced that …"
    private func passive(_ cue: AttributionCue, _ subject: CueSubject) -> Attribution? {
        let agent = agent(after: cue.tokens.upperBound)
        if cue.traits.isDisjoint(with: [.object]) || agent == nil {
            let right = complement(
                from: agent?.upperBound ?? cue.tokens.upperBound, of: cue, isPassive: true)
            if let right { return make(cue, agent, right) }
        }
        if agent == nil, text.part(cue.tokens.upperBound) == .as {
            return make(cue, nil, clause(from: cue.tokens.upperBound))
        }
        return agent == nil ? nil : make(cue, agent, subject.tokens)
    }

    /// The noun phrase after "by" in the cue's clause.
    func agent(after first: Int) -> TokenRange? {
        for place in first..<min(first + 6, text.sentence.upperBound) {
            if text.part(place).isPunctuation || text.part(place) == .that { return nil }
            if text.part(place) == .preposition, text.isWord(place, "by") {
                return text.nounPhrase(from: place + 1, stopsAtVerbs: true)
            }
        }
        return nil
    }
}
