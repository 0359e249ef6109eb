/// Reads what a cue attributes and to whom, by its frames in the lexicon and the clause around it.
struct AttributionReader {
    let text: ClauseText
    let quotes: [QuotedSpan]
    /// The attribution before it in the document.
    let previous: Attribution?
    let isNewAttribution: (Int) -> Bool

    private var subjects: SubjectFinder { SubjectFinder(text: text, previous: previous?.speaker) }

    private var contents: ContentFinder {
        let last =
            previous.map {
                max($0.cue?.upperBound ?? 0, $0.content.upperBound, $0.speaker?.upperBound ?? 0)
            } ?? 0
        return ContentFinder(
            text: text, quotes: quotes, limit: last, isNewAttribution: isNewAttribution)
    }

    func attribution(of cue: AttributionCue) -> Attribution? {
        if cue.traits.contains(.adjunct) { return adjunct(cue) }
        if CueUse(text: text).isVerb(cue) { return verb(cue) }
        if cue.traits.contains(.noun) { return noun(cue) }
        if cue.traits.contains(.adjective) { return adjective(cue) }
        return nil
    }

    private func make(
        _ cue: AttributionCue, _ speaker: TokenRange?, _ content: TokenRange?, rest: TokenRange? = nil
    ) -> Attribution? {
        guard let content, !content.isEmpty else { return nil }
        return Attribution(
            cue: cue.tokens, speaker: speaker, content: content, rest: rest, evidence: .row(cue.row))
    }

    // MARK: Verbs

    private func verb(_ cue: AttributionCue) -> Attribution? {
        let subject = subjects.subject(of: cue)
        if subject.isPassive { return passive(cue, subject) }
        if subject.isInvertible, cue.traits.contains(.quote), let found = inverted(cue, subject) {
            return found
        }
        let end = cue.tokens.upperBound
        if subject.isInfinitive, ![.that, .openQuote, .colon, .question].contains(text.part(end)) {
            return nil
        }
        let left = cue.isGerund ? nil : contents.fronted(before: subject.start)
        if let left,
            text.part(left.upperBound - 1) == .closeQuote || text.part(left.upperBound) == .closeQuote
        {
            return make(cue, subject.tokens, left, rest: contents.rest(after: end))
        }
        let isFrontable = !cue.traits.isDisjoint(with: [.quote, .clause, .always])
        if var right = contents.complement(from: end, of: cue) {
            if subject.isInsertion,
                let comma = right.dropFirst().first(where: { text.part($0) == .comma })
            {
                right = right.lowerBound..<comma
            }
            return make(cue, subject.tokens, right)
        }
        if isFrontable, let left { return make(cue, subject.tokens, left) }
        return cue.traits.contains(.quote)
            ? make(cue, subject.tokens, contents.clauseAfterComma(end)) : nil
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
        if let left = contents.fronted(before: cue.tokens.lowerBound) {
            return make(cue, speaker, left, rest: contents.rest(after: speaker.upperBound))
        }
        guard after == .colon || after == .comma,
            let right = contents.complement(from: speaker.upperBound, of: cue)
        else { return nil }
        return make(cue, speaker, right)
    }

    /// "was criticised by …", "is expected to …", "it was announced that …"
    private func passive(_ cue: AttributionCue, _ subject: CueSubject) -> Attribution? {
        let agent = agent(after: cue.tokens.upperBound)
        if cue.traits.isDisjoint(with: [.object]) || agent == nil {
            let right = contents.complement(
                from: agent?.upperBound ?? cue.tokens.upperBound, of: cue, isPassive: true)
            if let right { return make(cue, agent, right) }
        }
        if agent == nil, text.part(cue.tokens.upperBound) == .as {
            return make(cue, nil, contents.clause(from: cue.tokens.upperBound))
        }
        return agent == nil ? nil : make(cue, agent, subject.tokens)
    }

    /// The noun phrase after "by" in the cue's clause.
    private func agent(after first: Int) -> TokenRange? {
        for place in first..<min(first + 6, text.sentence.upperBound) {
            if text.part(place).isPunctuation || text.part(place) == .that { return nil }
            if text.part(place) == .preposition, text.isWord(place, "by") {
                return text.nounPhrase(from: place + 1, stopsAtVerbs: true)
            }
        }
        return nil
    }

    // MARK: Nouns, adjectives, adjuncts

    /// "his claim that …", "warnings by doctors that …"
    private func noun(_ cue: AttributionCue) -> Attribution? {
        let end = cue.tokens.upperBound
        let agent = agent(after: end)
        let next = agent?.upperBound ?? end
        guard text.part(next) == .that, let content = contents.clause(from: next) else { return nil }
        return make(cue, agent ?? owner(before: cue.tokens.lowerBound), content)
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
    private func adjective(_ cue: AttributionCue) -> Attribution? {
        guard text.part(cue.tokens.upperBound) == .that else { return nil }
        let subject = subjects.subject(of: cue)
        return make(cue, subject.tokens, contents.clause(from: cue.tokens.upperBound))
    }

    /// "according to …": the rest of the sentence is the content.
    private func adjunct(_ cue: AttributionCue) -> Attribution? {
        guard let speaker = text.nounPhrase(from: cue.tokens.upperBound, stopsAtVerbs: true) else {
            return nil
        }
        let lower = text.sentence.lowerBound
        if cue.tokens.lowerBound - lower >= 3 {
            let end =
                text.part(cue.tokens.lowerBound - 1) == .comma
                ? cue.tokens.lowerBound - 1 : cue.tokens.lowerBound
            return make(cue, speaker, lower..<end)
        }
        guard
            let comma =
                (speaker
                .upperBound..<min(text.sentence.upperBound, speaker.upperBound + ClauseText.mostReach))
                .first(where: {
                    text.part($0) == .comma
                })
        else { return nil }
        return make(cue, speaker, contents.clause(from: afterApposition(comma) + 1))
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
