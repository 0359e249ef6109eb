/// Marks stance cues by the lexicon and their neighbours.
struct StanceStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens, .surfaces, .dates, .entities, .quotations]
    static let assigns: LayerSet = .stance

    private var finder: CueFinder
    private var found: [StanceCandidate] = []

    init(lexicon: Lexicon) { finder = CueFinder(lexicon: lexicon) }

    mutating func run(on document: inout Document) {
        finder.find(in: document.surfaces)
        if finder.cues.isEmpty { return }
        var marks: [StanceMark] = []
        swap(&marks, &document.stance)
        found.removeAll(keepingCapacity: true)
        document.withClauseText { text in
            var reader = StanceReader(text, QuotationCovers(document), finder.cues)
            swap(&reader.found, &found)
            swap(&reader.marks, &marks)
            reader.read(document.sentenceTokens)
            swap(&reader.marks, &marks)
            swap(&reader.found, &found)
        }
        swap(&marks, &document.stance)
    }
}
