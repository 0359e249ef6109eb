/// Who a verb's subject is: the noun phrase before its auxiliaries, the antecedent of its relative pronoun, or the subject of the main clause.
extension AttributionReader {
    func subject(of cue: AttributionCue) -> CueSubject { withSubject(verbPhrase(of: cue), of: cue) }

    /// What stands between a subject and its cue, and what that tells of the two.
    func verbPhrase(of cue: AttributionCue) -> CueSubject {
        var place = cue.tokens.lowerBound - 1
        var subject = CueSubject(start: place + 1)
        passAuxiliaries(&place, cue, &subject)
        subject.start = place + 1
        return subject
    }

    /// A verb phrase with the subject before it.
    func withSubject(_ phrase: CueSubject, of cue: AttributionCue) -> CueSubject {
        var subject = phrase
        let place = subject.start - 1
        if subject.isInfinitive {
            subject.tokens = mainSubject(before: place)
            return subject
        }
        let part = text.part(place)
        if part.isNominal || part == .subject {
            let isBehindVerb = part == .word && cue.isGerund && text.isVerbLike(place)
            subject.tokens = text.nounPhrase(endingAt: isBehindVerb ? place - 1 : place)
        } else {
            findSubject(&subject, of: cue, behind: part, place)
        }
        guard let tokens = subject.tokens, tokens.upperBound == place + 1 else { return subject }
        let whole = described(by: tokens) ?? tokens
        (subject.tokens, subject.start) = (whole, whole.lowerBound)
        return subject
    }

    /// The same behind what ends no plain noun phrase.
    private func findSubject(_ subject: inout CueSubject, of cue: AttributionCue, behind part: ClausePart, _ place: Int) {
        switch part {
        case .relative, .that:
            subject.tokens = antecedent(before: place)
            subject.isInsertion = text.part(place - 1) == .comma
        case .coordinator, .contrast: subject.tokens = mainSubject(before: place)
        case .comma, .dash: readComma(place, cue, &subject)
        case .closeQuote:
            subject.isInvertible = true
            if cue.isGerund { subject.tokens = mainSubject(before: place) }
        case .preposition, .as, .subordinator, .adverb:
            if cue.isGerund { subject.tokens = mainSubject(before: place) }
        case .stop: subject.isInvertible = place < text.sentence.lowerBound
        default: subject.tokens = text.nounPhrase(endingAt: place)
        }
    }

    /// "has not yet", "declined to", "on Tuesday"
    private func passAuxiliaries(
        _ place: inout Int, _ cue: AttributionCue, _ subject: inout CueSubject
    ) {
        var hasAuxiliary = false
        while place >= text.sentence.lowerBound,
            cue.tokens.lowerBound - place < ClauseText.longestPhrase
        {
            let part = text.part(place)
            if !Self.mayStandBeforeVerb(part) { return }
            switch part {
            case .negator: break
            case .be:
                if !hasAuxiliary, cue.isPast { subject.isPassive = true }
                hasAuxiliary = true
            case .have, .do, .modal: hasAuxiliary = true
            case .preposition where !hasAuxiliary && text.part(place - 1) == .have: break
            case .to where !hasAuxiliary:
                subject.isInfinitive = true
                return
            case .date:
                if text.part(place - 1) == .preposition { place -= 1 }
            case .possessive where cue.isGerund && text.tokens[place].kind == .clitic: break
            case _ where text.isAdverb(place) || !hasAuxiliary && isBehindAuxiliary(place): break
            default: return
            }
            place -= 1
        }
    }

    /// Whether a part may stand between a subject and its verb.
    @inline(__always)
    private static func mayStandBeforeVerb(_ part: ClausePart) -> Bool {
        ClauseParts([.negator, .be, .have, .do, .modal, .preposition, .to, .date, .possessive, .adverb, .word]).contains(part)
    }

    /// The "earlier" of "had earlier said".
    private func isBehindAuxiliary(_ place: Int) -> Bool {
        text.part(place) == .word && text.tokens[place].shape == .lower && ClauseParts([.have, .modal]).contains(text.part(place - 1))
    }

    /// "analysts polled by Reuters": the noun phrase of which a participle with an agent says more.
    private func described(by agent: TokenRange) -> TokenRange? {
        let by = agent.lowerBound - 1
        guard text.isWord(by, .by), text.part(by - 2).isNominal, text.ends(by - 1, with: "ed") else { return nil }
        return text.nounPhrase(endingAt: by - 2)
    }

    /// "the man, who": the noun phrase before a relative pronoun.
    func antecedent(before place: Int) -> TokenRange? {
        let last = text.part(place - 1) == .comma ? place - 2 : place - 1
        return text.part(last).isNominal ? text.nounPhrase(endingAt: last) : nil
    }

    /// ", saying" has the main clause's subject, "Smith, a lawyer, said" the noun phrase before the apposition.
    private func readComma(_ place: Int, _ cue: AttributionCue, _ subject: inout CueSubject) {
        if cue.isGerund {
            subject.tokens = mainSubject(before: place)
            return
        }
        subject.isInvertible = true
        guard var comma = openingMark(before: place) else { return }
        if text.part(comma - 1) == .number, text.part(comma - 2) == .comma { comma -= 2 }
        if text.part(comma - 1).isNominal || text.part(comma - 1) == .closeBracket {
            subject.tokens = text.nounPhrase(endingAt: comma - 1)
            if let last = subject.tokens { subject.tokens = listed(last) }
        } else if text.part(place - 1) == .name {
            subject.tokens = text.nounPhrase(endingAt: place - 1)
        }
        subject.start = subject.tokens?.lowerBound ?? subject.start
    }

    /// "Hale, 43, and |Cruz|, 50, said": both, where something is said of each between commas.
    private func listed(_ last: TokenRange) -> TokenRange {
        let close = last.lowerBound - 2
        guard text.part(close + 1) == .coordinator, text.part(close) == .comma, text.part(last.lowerBound) == .name,
            let open = openingMark(before: close), close - open <= 8, text.part(open - 1) == .name, let first = text.nounPhrase(endingAt: open - 1)
        else { return last }
        return first.lowerBound..<last.upperBound
    }

    /// The comma or dash that opens what another one closes, in the same clause.
    private func openingMark(before close: Int) -> Int? {
        let kind = text.part(close)
        var place = close - 1
        while place > text.sentence.lowerBound, close - place < 24 {
            switch text.part(place) {
            case kind: return place
            case .closeQuote, .openQuote, .semicolon, .colon: return nil
            default: place -= 1
            }
        }
        return nil
    }

    /// Who spoke last in the sentence, otherwise the subject of its main clause.
    private func mainSubject(before limit: Int) -> TokenRange? {
        if let previous = found.last?.speaker, previous.lowerBound >= text.sentence.lowerBound, previous.upperBound <= limit {
            return previous
        }
        return firstSubject(before: limit)
    }

    /// The first noun phrase of the sentence's main clause.
    func firstSubject(before limit: Int) -> TokenRange? {
        var first = text.sentence.lowerBound
        let limit = min(limit, first + ClauseText.mostReach)
        while first < limit,
            ClauseParts([.openQuote, .coordinator, .contrast, .comma, .dash]).contains(text.part(first)) || text.isAdverb(first)
        { first += 1 }
        if ClauseParts([.preposition, .subordinator, .as, .date]).contains(text.part(first)) {
            guard let comma = (first..<max(first, limit)).first(where: { text.part($0) == .comma }) else {
                return nil
            }
            first = comma + 1
        }
        guard let phrase = text.nounPhrase(from: first, stopsAtVerbs: true), phrase.upperBound <= limit
        else { return nil }
        return phrase
    }
}
