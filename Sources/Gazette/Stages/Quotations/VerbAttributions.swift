/// What verbs attribute, in the active, the passive and before their subjects.
extension AttributionReader {
    func verb(_ cue: AttributionCue) -> Attribution? {
        let end = cue.tokens.upperBound
        let next = text.part(end)
        let phrase = verbPhrase(of: cue)
        if phrase.isInfinitive, !cue.traits.contains(.object), !next.introduces { return nil }
        if isAlone(cue, phrase) { return nil }
        let subject = withSubject(phrase, of: cue)
        if subject.isPassive { return passive(cue, subject) }
        if subject.isInvertible, cue.traits.contains(.quote), let found = inverted(cue, subject) { return found }
        if subject.tokens == nil, cue.isBareBase { return nil }
        if text.isWord(end, .by), let found = reduced(cue, subject) { return found }
        if text.part(subject.start - 1) == .as, let found = parenthetical(cue, subject) { return found }
        let left = cue.isGerund ? nil : fronted(before: subject.start, isInserted: next == .comma)
        if let left, next != .that, text.part(left.upperBound - 1) == .closeQuote || text.part(left.upperBound) == .closeQuote {
            return make(cue, subject.tokens, left, rest: rest(after: end))
        }
        if var right = complement(from: end, of: cue, isRelative: isInRelativeClause(subject)) {
            if cue.isBareBase, text[right.lowerBound] == .openQuote, right.count <= Self.longestMention { return nil }
            let isParticiple = isParticiple(cue, subject)
            if isParticiple, text.part(right.lowerBound - 1) == .comma { return nil }
            if isParticiple || subject.isInsertion || isInInsertion(subject) { right = upToComma(right) }
            return make(cue, subject.tokens, right)
        }
        if let left, !cue.traits.isDisjoint(with: [.quote, .clause, .always]), endsClause(end) {
            return make(cue, subject.tokens, left.lowerBound..<max(left.upperBound, insertionEnd(end)))
        }
        if cue.traits.contains(.quote), let content = clauseAfterComma(end) { return make(cue, subject.tokens, content) }
        return isInRelativeClause(subject) && endsClause(end) ? make(cue, subject.tokens, antecedent(before: subject.start - 1)) : nil
    }

    /// Whether a verb in the active has nothing beside it that it could attribute: what follows is no complement of its kind and ends no clause, and no
    /// mark and no quotation stands before it. Most verbs that attribute nothing are told so, before anybody looks for their subjects.
    private func isAlone(_ cue: AttributionCue, _ phrase: CueSubject) -> Bool {
        let end = cue.tokens.upperBound
        return cue.traits.isDisjoint(with: .taking(text.part(end))) && !phrase.isPassive && isFarFromQuotes
            && !text.part(phrase.start - 1).isPunctuation && !endsClause(end) && !text.isWord(end, .by)
    }

    /// A quotation of so many tokens behind a bare form names words but says nothing: nobody would "say “hello”".
    private static let longestMention = 8

    /// Where a clause ends that "he said" interrupts ("The plan, he said, would fail"); 0 where the comma behind the cue begins another clause.
    private func insertionEnd(_ comma: Int) -> Int {
        guard text.part(comma) == .comma, !isNewAttribution(comma + 1) else { return 0 }
        switch text.part(comma + 1) {
        case .coordinator, .contrast, .subordinator, .relative, .subject, .openQuote, .closeQuote: return 0
        default: return text.clauseEnd(from: comma + 1) { isNewAttribution($0) }
        }
    }

    /// "the plan rejected by voters"; "by" stands behind the cue.
    private func reduced(_ cue: AttributionCue, _ subject: CueSubject) -> Attribution? {
        guard cue.isPast, cue.traits.contains(.object), let content = subject.tokens, content.upperBound == cue.tokens.lowerBound,
            let agent = agent(after: cue.tokens.upperBound)
        else { return nil }
        return make(cue, agent, content)
    }

    /// "As Novak noted, …", "…, as Novak noted"; "as" stands before the subject.
    private func parenthetical(_ cue: AttributionCue, _ subject: CueSubject) -> Attribution? {
        let (start, end, lower) = (subject.start - 1, cue.tokens.upperBound, text.sentence.lowerBound)
        guard subject.tokens != nil, !cue.traits.isDisjoint(with: [.quote, .clause]), endsClause(end) else { return nil }
        if start - lower > 2 {
            let last = text.part(start - 1) == .comma ? start - 1 : start
            return limit < last ? make(cue, subject.tokens, max(reach(before: last), limit)..<last) : nil
        }
        guard let comma = (end..<min(end + 8, text.sentence.upperBound)).first(where: { text.part($0) == .comma }) else { return nil }
        return make(cue, subject.tokens, clause(from: comma + 1))
    }

    /// "the strikes, which Pakistan claimed were aimed at …": what is said lacks the noun before it.
    private func isInRelativeClause(_ subject: CueSubject) -> Bool {
        guard let tokens = subject.tokens, tokens.upperBound <= text.sentence.upperBound else { return false }
        return tokens.lowerBound >= subject.start && text.part(subject.start - 1).isBeforeClause
    }

    private func upToComma(_ range: TokenRange) -> TokenRange {
        range.dropFirst().first { text.part($0) == .comma }.map { range.lowerBound..<$0 } ?? range
    }

    /// "Asked whether she would stay, Novak said …", "upon being asked whether …": a participle at the front, whose complement ends before the comma.
    private func isParticiple(_ cue: AttributionCue, _ subject: CueSubject) -> Bool {
        guard cue.isPast, subject.tokens == nil else { return false }
        let before = text.part(subject.start - 1)
        if subject.start < cue.tokens.lowerBound { return before == .preposition || before == .subordinator }
        return subject.start == text.sentence.lowerBound || before == .subordinator || before == .question
    }

    /// The same between commas.
    private func isInInsertion(_ subject: CueSubject) -> Bool {
        text.part(subject.start - 1) == .relative && text.part(subject.start - 2) == .comma && isInRelativeClause(subject)
    }

    /// Whether what is said before a cue may be all of it: nothing follows but punctuation and circumstances.
    private func endsClause(_ end: Int) -> Bool {
        switch text.part(end) {
        case .date, .preposition, .as, .subordinator, .coordinator, .contrast, .adverb: true
        case let part: part.isPunctuation || text.isAdverb(end)
        }
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
            if let right { return make(cue, agent, isParticiple(cue, subject) ? upToComma(right) : right) }
        }
        if agent == nil, text.part(cue.tokens.upperBound) == .as {
            return make(cue, nil, clause(from: cue.tokens.upperBound))
        }
        let isJudgement = cue.traits.contains(.object) && cue.traits.isDisjoint(with: [.quote, .clause, .infinitive])
        return agent != nil || isJudgement ? make(cue, agent, subject.tokens) : nil
    }

    /// The noun phrase after "by" in the cue's clause.
    func agent(after first: Int) -> TokenRange? {
        for place in first..<min(first + 6, text.sentence.upperBound) {
            if text.part(place).isPunctuation || text.part(place) == .that { return nil }
            if text.isWord(place, .by) {
                return text.nounPhrase(from: place + 1, stopsAtVerbs: true)
            }
        }
        return nil
    }
}
