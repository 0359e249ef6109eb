/// Reads what a document's cues attribute and to whom, by their frames in the lexicon and the clauses around them.
struct AttributionReader: ~Copyable {
    var text: ClauseText
    let quotes: [QuotedSpan]
    /// All cues of the document.
    let cues: [AttributionCue]
    /// The places of the current sentence's cues.
    private var places: Range<Int> = 0..<0
    var found: [Attribution] = []

    init(_ document: borrowing Document, _ quotes: [QuotedSpan], _ cues: [AttributionCue]) {
        text = ClauseText(document)
        (self.quotes, self.cues) = (quotes, cues)
    }

    /// Reads a sentence; `places` are those of its cues. Sentences are read from left to right.
    mutating func read(_ sentence: TokenRange, cues places: Range<Int>, hasColon: Bool) {
        text.sentence = sentence
        self.places = places
        if hasColon, let attribution = label() { found.append(attribution) }
        var end = sentence.lowerBound
        for place in places where cues[place].tokens.lowerBound >= end {
            end = cues[place].tokens.upperBound
            let use = use(of: cues[place])
            if use != .none, let attribution = accepted(cues[place], use) { append(attribution) }
        }
        if hasColon, let attribution = colonBeforeQuote() { found.append(attribution) }
    }

    private func accepted(_ cue: AttributionCue, _ use: CueUse) -> Attribution? {
        guard let attribution = attribution(of: cue, use) else { return nil }
        if use == .adjunct { return attribution }
        if quotes.isQuoted(cue.tokens.lowerBound) { return text[attribution.content.lowerBound] == .openQuote ? attribution : nil }
        if let last = found.last, last.content.contains(cue.tokens.lowerBound) { return attribution.isTold ? attribution : nil }
        return attribution
    }

    /// Appends an attribution, without those before it that its content takes in and that tell of nobody.
    private mutating func append(_ attribution: Attribution) {
        var place = found.count
        while place > 0, found.count - place < Self.mostNested, let cue = found[place - 1].cue, attribution.content.contains(cue.lowerBound) {
            place -= 1
            if !found[place].isTold, !found[place].isAdjunct { found.remove(at: place) }
        }
        found.append(attribution)
    }

    /// No more attributions than these are looked at again when one takes them in.
    private static let mostNested = 8

    /// Whether a token after a comma or "and" begins an attribution of its own: ", saying", "and added", ", according to".
    func isNewAttribution(_ index: Int) -> Bool {
        guard text.isInside(index), text.tokens[index].mayAttribute else { return false }
        let place = cues[places].partitioningIndex { $0.tokens.lowerBound >= index }
        guard place < places.upperBound, cues[place].tokens.lowerBound == index else { return false }
        let traits = cues[place].traits
        if traits.contains(.adjunct) { return true }
        if traits.isDisjoint(with: [.quote, .clause, .object]) { return false }
        if traits.contains(.gerund) { return ClauseParts([.comma, .coordinator, .closeQuote]).contains(text.part(index - 1)) }
        return text.part(index - 1) == .coordinator && !traits.isDisjoint(with: [.past, .third]) && traits.isDisjoint(with: [.noun, .guarded])
    }

    /// The start of the sentence, or as far from a token as any content reaches, so that a sentence of many attributions is not written again for each.
    func reach(before index: Int) -> Int { max(text.sentence.lowerBound, index - ClauseText.mostReach) }

    var sentenceCues: ArraySlice<AttributionCue> { cues[places] }

    /// Where the attribution before ends: the content of the next one begins behind it.
    var limit: Int { found.last.map { max($0.cue?.upperBound ?? 0, $0.content.upperBound, $0.speaker?.upperBound ?? 0) } ?? 0 }

    private func attribution(of cue: AttributionCue, _ use: CueUse) -> Attribution? {
        switch use {
        case .verb: verb(cue)
        case .noun: noun(cue)
        case .adjective: adjective(cue)
        case .adjunct: adjunct(cue)
        case .none: nil
        }
    }

    func make(
        _ cue: AttributionCue, _ speaker: TokenRange?, _ content: TokenRange?, rest: TokenRange? = nil
    ) -> Attribution? {
        guard let content, !content.isEmpty else { return nil }
        let isTold = cue.traits.contains(.quote) && cue.isPast && speaker.map { $0.count > 1 || text.part($0.lowerBound) != .subject } ?? false
        return Attribution(
            cue: cue.tokens, speaker: speaker, content: content, rest: rest, source: .row(cue.row), isTold: isTold,
            isAdjunct: cue.traits.contains(.adjunct))
    }
}

extension Token {
    /// Whether a cue may begin with it.
    fileprivate var mayAttribute: Bool { classes.contains(.attribution) || classes.intersects(.longer) }
}
