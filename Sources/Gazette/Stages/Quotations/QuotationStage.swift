/// Finds quotations, direct and indirect: who says or thinks what, and by which words.
struct QuotationStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens, .surfaces, .entities, .dates]
    static let assigns: LayerSet = .quotations

    private var clauses = ClauseReader()
    private var finder: AttributionFinder
    private var cues: [AttributionCue] = []
    private var found: [Attribution] = []
    private var writer = QuotationWriter()

    init(lexicon: Lexicon) {
        finder = AttributionFinder(lexicon: lexicon)
    }

    mutating func run(on document: inout Document) {
        clauses.read(&document)
        cues.removeAll(keepingCapacity: true)
        finder.find(in: document, at: clauses.attributing, into: &cues)
        document.withClauseText { text in
            var reader = AttributionReader(text, clauses.quoted, cues)
            swap(&reader.found, &found)
            read(document.sentenceTokens, with: &reader)
            swap(&reader.found, &found)
        }
        writer.write(found, clauses.quoted, to: &document)
        found.removeAll(keepingCapacity: true)
    }

    /// Sentences without a cue and without a colon attribute nothing.
    private func read(_ sentences: [TokenRange], with reader: inout AttributionReader) {
        var colon = 0
        for sentence in sentences {
            while colon < clauses.colons.count, clauses.colons[colon] < sentence.lowerBound { colon += 1 }
            let hasColon = colon < clauses.colons.count && clauses.colons[colon] < sentence.upperBound
            if hasColon || reader.hasCue(before: sentence.upperBound) { reader.read(sentence, hasColon: hasColon) }
        }
    }
}
