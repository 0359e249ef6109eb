/// Reads what a document's cues attribute and to whom, by their frames in the lexicon and the clauses around them.
struct AttributionReader: ~Copyable {
    var text: ClauseText
    let quotes: [QuotedSpan]
    /// All cues of the document.
    let cues: [AttributionCue]
    /// The places of the current sentence's cues.
    private var places: Range<Int> = 0..<0
    private(set) var found: [Attribution] = []

    init(_ document: Document, _ quotes: [QuotedSpan], _ cues: [AttributionCue]) {
        text = ClauseText(document)
        (self.quotes, self.cues) = (quotes, cues)
    }

    /// Reads a sentence; `places` are those of its cues. Sentences are read from left to right.
    mutating func read(_ sentence: TokenRange, cues places: Range<Int>, hasColon: Bool) {
        text.sentence = sentence
        self.places = places
        var end = sentence.lowerBound
        for place in places where cues[place].tokens.lowerBound >= end {
            end = cues[place].tokens.upperBound
            if let attribution = accepted(cues[place]) { found.append(attribution) }
        }
        if hasColon {
            if let attribution = colonBeforeQuote() { found.append(attribution) }
            if let attribution = label() { found.append(attribution) }
        }
    }

    private func accepted(_ cue: AttributionCue) -> Attribution? {
        if cue.traits.contains(.blank) { return nil }
        guard let attribution = attribution(of: cue) else { return nil }
        return cue.traits.contains(.adjunct) || !isNested(cue) || isTold(attribution, cue) ? attribution : nil
    }

    /// Whether a cue stands in a quotation or in what an attribution before it says.
    private func isNested(_ cue: AttributionCue) -> Bool {
        let place = cue.tokens.lowerBound
        return quotes.isQuoted(place) || found.last.map { $0.content.contains(place) } ?? false
    }

    /// Inside of what another says, only what is told of somebody named is taken up: "I think" there is the speaker's own manner.
    private func isTold(_ attribution: Attribution, _ cue: AttributionCue) -> Bool {
        guard cue.traits.contains(.quote), let speaker = attribution.speaker else { return false }
        return speaker.count > 1 || text.part(speaker.lowerBound) != .subject
    }

    /// Whether a token after a comma or "and" begins an attribution of its own: ", saying", "and added", ", according to".
    func isNewAttribution(_ index: Int) -> Bool {
        guard text.isInside(index), text.tokens[index].classes.contains(.attribution) else { return false }
        let place = cues[places].partitioningIndex { $0.tokens.lowerBound >= index }
        guard place < places.upperBound, cues[place].tokens.lowerBound == index else { return false }
        let traits = cues[place].traits
        if traits.contains(.adjunct) { return true }
        if traits.isDisjoint(with: [.quote, .clause, .object]) { return false }
        if traits.contains(.gerund) { return text.part(index - 1) == .comma || text.part(index - 1) == .coordinator }
        return text.part(index - 1) == .coordinator && !traits.isDisjoint(with: [.past, .third]) && traits.isDisjoint(with: [.noun, .guarded])
    }

    /// Where the attribution before ends: the content of the next one begins behind it.
    var limit: Int { found.last.map { max($0.cue?.upperBound ?? 0, $0.content.upperBound, $0.speaker?.upperBound ?? 0) } ?? 0 }

    private func attribution(of cue: AttributionCue) -> Attribution? {
        if cue.traits.contains(.adjunct) { return adjunct(cue) }
        if isVerb(cue) { return verb(cue) }
        if cue.traits.contains(.noun) { return noun(cue) }
        if cue.traits.contains(.adjective) { return adjective(cue) }
        return nil
    }

    func make(
        _ cue: AttributionCue, _ speaker: TokenRange?, _ content: TokenRange?, rest: TokenRange? = nil
    ) -> Attribution? {
        guard let content, !content.isEmpty else { return nil }
        return Attribution(
            cue: cue.tokens, speaker: speaker, content: content, rest: rest, evidence: .row(cue.row))
    }
}
