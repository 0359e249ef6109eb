/// Finds quotations, direct and indirect: who says or thinks what, and by which words.
struct QuotationStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens, .entities, .dates]
    static let assigns: LayerSet = .quotations

    private let table: AttributionTable
    private var text: ClauseText
    private var finder = QuoteFinder()
    private var matches: [LexicalMatch] = []
    private var found: [Attribution] = []

    private static let triggers = WordClasses([.attribution])

    init(lexicon: Lexicon) {
        table = AttributionTable(lexicon: lexicon)
        text = ClauseText(lexicon: lexicon)
    }

    mutating func run(on document: inout Document) {
        found.removeAll(keepingCapacity: true)
        text.reset(document)
        finder.find(in: &text)
        for sentence in document.sentenceTokens where isWorthReading(sentence, document) {
            text.enter(sentence)
            readCues()
            readLabel()
        }
        QuotationWriter(text: text, quotes: finder.spans).write(found, to: &document)
        text.release()
    }

    private func isWorthReading(_ sentence: TokenRange, _ document: Document) -> Bool {
        for index in sentence {
            let token = document.tokens[index]
            if token.classes.intersects(Self.triggers) || token.kind == .punctuation && document.text[Int(token.range.start)] == UInt8(ascii: ":") {
                return true
            }
        }
        return false
    }

    private mutating func readCues() {
        var index = text.sentence.lowerBound
        while index < text.sentence.upperBound {
            guard text.tokens[index].classes.contains(.attribution), let cue = cue(at: index) else {
                index += 1
                continue
            }
            index = cue.tokens.upperBound
            if cue.traits.contains(.blank) { continue }
            if let attribution = attribution(of: cue), cue.traits.contains(.adjunct) || !isNested(cue) || isTold(attribution, cue) {
                found.append(attribution)
            }
        }
    }

    /// The reader shares this stage's arrays; it is gone before they change, so that none is copied.
    private func attribution(of cue: AttributionCue) -> Attribution? {
        AttributionReader(text: text, quotes: finder.spans, previous: found.last, isNewAttribution: isNewAttribution).attribution(of: cue)
    }

    /// Whether a cue stands in a quotation or in what an attribution before it says.
    private func isNested(_ cue: AttributionCue) -> Bool {
        let place = cue.tokens.lowerBound
        return finder.spans.isQuoted(place) || found.last.map { $0.content.contains(place) } ?? false
    }

    /// Inside of what another says, only what is told of somebody named is taken up: "I think" there is the speaker's own manner.
    private func isTold(_ attribution: Attribution, _ cue: AttributionCue) -> Bool {
        guard cue.traits.contains(.quote), let speaker = attribution.speaker else { return false }
        return speaker.count > 1 || text.part(speaker.lowerBound) != .subject
    }

    private mutating func cue(at index: Int) -> AttributionCue? {
        guard let match = table.match(at: index, in: text.document, &matches), match.tokens.upperBound <= text.sentence.upperBound else { return nil }
        return AttributionCue(tokens: match.tokens, traits: match.traits, row: match.row)
    }

    /// Whether a token after a comma or "and" begins an attribution of its own: ", saying", "and added", ", according to".
    private func isNewAttribution(_ index: Int) -> Bool {
        guard text.sentence.contains(index), text.tokens[index].classes.contains(.attribution) else { return false }
        var buffer: [LexicalMatch] = []
        guard let match = table.match(at: index, in: text.document, &buffer) else { return false }
        if match.traits.contains(.adjunct) { return true }
        if match.traits.isDisjoint(with: [.quote, .clause, .object]) { return false }
        if match.traits.contains(.gerund) { return text.part(index - 1) == .comma || text.part(index - 1) == .coordinator }
        return text.part(index - 1) == .coordinator && !match.traits.isDisjoint(with: [.past, .third])
            && match.traits.isDisjoint(with: [.noun, .guarded])
    }

    /// `SMITH: …`: a name and a colon at the start of a sentence; `One voter was blunt: “…”`: any clause whose colon a quotation follows.
    private mutating func readLabel() {
        let first = text.sentence.lowerBound
        readColonBeforeQuote()
        guard text.tokens[first].shape.isCapitalized else { return }
        var colon = first
        while text.sentence.contains(colon), colon < first + 8, isTitle(colon) { colon += 1 }
        guard text.part(colon) == .colon, text.sentence.contains(colon + 1), text.part(colon + 1) != .openQuote, text.part(colon + 1) != .number
        else {
            return
        }
        found.append(
            Attribution(
                cue: colon..<colon + 1, speaker: first..<colon, content: colon + 1..<text.sentence.upperBound, evidence: .rule("speaker-label")))
    }

    /// Whether a token may stand in the name and office of a speaker.
    private func isTitle(_ index: Int) -> Bool {
        text.part(index).isNominal && text.tokens[index].shape != .lower || text.part(index) == .preposition || text.part(index) == .hyphen
    }

    private mutating func readColonBeforeQuote() {
        guard let colon = text.sentence.last(where: { text.part($0) == .colon }), let quote = finder.spans.span(from: colon + 1)?.tokens,
            !(found.last.map { $0.content.lowerBound == quote.lowerBound || $0.content.contains(quote.lowerBound) } ?? false)
        else { return }
        let speaker = SubjectFinder(text: text, previous: nil).mainSubject(before: colon)
        found.append(Attribution(cue: colon..<colon + 1, speaker: speaker, content: quote, evidence: .rule("colon")))
    }
}
