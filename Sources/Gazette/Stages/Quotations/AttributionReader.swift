/// Reads what a document's cues attribute and to whom, by their frames in the lexicon and the clauses around them.
struct AttributionReader: ~Copyable {
    var text: ClauseText
    let quotes: [QuotedSpan]
    /// All cues of the document.
    let cues: [AttributionCue]
    /// The place of the cue that is read or comes next, and that of its sentence's first one.
    private var place = 0
    private var firstPlace = 0
    /// The first quotation that begins at the current cue or behind it, and where the last of those before it ends.
    private var nextQuote = 0
    private var quotedEnd = 0
    var found: [Attribution] = []

    init(_ text: consuming ClauseText, _ quotes: [QuotedSpan], _ cues: [AttributionCue]) {
        self.text = text
        (self.quotes, self.cues) = (quotes, cues)
    }

    /// Whether the next cue stands before a token.
    func hasCue(before end: Int) -> Bool { place < cues.count && cues[place].tokens.lowerBound < end }

    /// Reads a sentence. Those that have cues are read from left to right.
    mutating func read(_ sentence: TokenRange, hasColon: Bool) {
        text.sentence = sentence
        firstPlace = place
        if hasColon, let attribution = label() { found.append(attribution) }
        var end = sentence.lowerBound
        while hasCue(before: sentence.upperBound) {
            if cues[place].tokens.lowerBound >= end {
                end = cues[place].tokens.upperBound
                read(cues[place])
            }
            place += 1
        }
        if hasColon, let attribution = colonBeforeQuote() { found.append(attribution) }
    }

    /// In what somebody says, where no quotation marks tell it apart, only those who told something are worth a mark.
    private mutating func read(_ cue: AttributionCue) {
        let first = cue.tokens.lowerBound
        passQuotes(before: first)
        let isAdjunct = cue.traits.contains(.adjunct)
        let isQuoted = quotedEnd > first && !isAdjunct
        let isSaid = !isQuoted && !isAdjunct && found.last?.content.contains(first) ?? false
        if isSaid, !cue.mayTell { return }
        guard let attribution = attribution(of: cue) else { return }
        if isQuoted, text[attribution.content.lowerBound] != .openQuote { return }
        if !isSaid || attribution.isTold { append(attribution) }
    }

    private mutating func passQuotes(before index: Int) {
        while nextQuote < quotes.count, quotes[nextQuote].tokens.lowerBound < index {
            quotedEnd = max(quotedEnd, quotes[nextQuote].tokens.upperBound)
            nextQuote += 1
        }
    }

    /// Whether no quotation that begins before the cue goes on into its sentence, or ends right before it.
    var isFarFromQuotes: Bool { quotedEnd < text.sentence.lowerBound }

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
        let next = cues.partitioningIndex(from: place) { $0.tokens.lowerBound >= index }
        guard next < cues.count, cues[next].tokens.lowerBound == index else { return false }
        let traits = cues[next].traits
        if traits.contains(.adjunct) { return true }
        if traits.isDisjoint(with: [.quote, .clause, .object]) { return false }
        if traits.contains(.gerund) { return ClauseParts([.comma, .coordinator, .closeQuote]).contains(text.part(index - 1)) }
        return text.part(index - 1) == .coordinator && !traits.isDisjoint(with: [.past, .third]) && traits.isDisjoint(with: [.noun, .guarded])
    }

    /// The start of the sentence, or as far from a token as any content reaches, so that a sentence of many attributions is not written again for each.
    func reach(before index: Int) -> Int { max(text.sentence.lowerBound, index - ClauseText.mostReach) }

    /// The cues of the sentence that have been read.
    var sentenceCues: ArraySlice<AttributionCue> { cues[firstPlace..<place] }

    /// Where the attribution before ends: the content of the next one begins behind it.
    var limit: Int { found.last.map { max($0.cue?.upperBound ?? 0, $0.content.upperBound, $0.speaker?.upperBound ?? 0) } ?? 0 }

    private func attribution(of cue: AttributionCue) -> Attribution? {
        switch use(of: cue) {
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
        let isTold = cue.mayTell && speaker.map { $0.count > 1 || text.part($0.lowerBound) != .subject } ?? false
        return Attribution(
            cue: cue.tokens, speaker: speaker, content: content, rest: rest, source: .row(cue.row), isTold: isTold,
            isAdjunct: cue.traits.contains(.adjunct))
    }
}

extension Token {
    /// Whether a cue may begin with it.
    fileprivate var mayAttribute: Bool { classes.contains(.attribution) || classes.intersects(.longer) }
}
