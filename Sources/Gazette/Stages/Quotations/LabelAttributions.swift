/// What a colon attributes.
extension AttributionReader {
    /// `SMITH: …`: a name, an office or a team of a name's, and a colon at the start of a sentence.
    func label() -> Attribution? {
        let first = text.sentence.lowerBound
        guard text.tokens[first].shape.isCapitalized else { return nil }
        var colon = first
        var hasName = false
        while text.isInside(colon), colon < first + 8, isTitle(colon) {
            hasName = hasName || text.part(colon) == .name || text.tokens[colon].shape == .upper
            colon += 1
        }
        guard hasName else { return nil }
        guard text.part(colon) == .colon, text.isInside(colon + 1), text.part(colon + 1) != .openQuote, text.part(colon + 1) != .number else {
            return nil
        }
        return Attribution(
            cue: colon..<colon + 1, speaker: first..<colon, content: colon + 1..<text.sentence.upperBound, source: .label)
    }

    /// Whether a token may stand in the name and office of a speaker.
    private func isTitle(_ index: Int) -> Bool {
        text.part(index).isNominal && text.tokens[index].shape != .lower || text.part(index) == .preposition || text.part(index) == .hyphen
    }

    /// `One voter was blunt: “…”`: any clause whose last colon a quotation follows.
    func colonBeforeQuote() -> Attribution? {
        guard let colon = text.sentence.last(where: { text.part($0) == .colon }), let quote = quotes.span(from: colon + 1)?.tokens,
            !(found.last.map { $0.content.lowerBound == quote.lowerBound || $0.content.contains(quote.lowerBound) } ?? false)
        else { return nil }
        if let cue = cueBefore(colon) {
            let speaker = cue.traits.contains(.adjunct) ? text.nounPhrase(from: cue.tokens.upperBound, stopsAtVerbs: true) : subject(of: cue).tokens
            return Attribution(cue: cue.tokens, speaker: speaker, content: quote, source: .row(cue.row))
        }
        return Attribution(cue: colon..<colon + 1, speaker: firstSubject(before: colon), content: quote, source: .colon)
    }

    /// The last word before a colon that introduces direct speech and attributes nothing else.
    private func cueBefore(_ colon: Int) -> AttributionCue? {
        let cue = sentenceCues.last {
            $0.tokens.upperBound <= colon && ($0.traits.contains(.adjunct) || $0.traits.contains(.quote) && isVerb($0))
        }
        guard let cue, cue.tokens.lowerBound != found.last?.cue?.lowerBound else { return nil }
        return cue
    }
}
