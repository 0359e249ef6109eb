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
        var reader = StanceReader(document, finder.cues)
        swap(&reader.found, &found)
        swap(&reader.marks, &document.stance)
        reader.found.removeAll(keepingCapacity: true)
        reader.read()
        swap(&reader.marks, &document.stance)
        swap(&reader.found, &found)
    }
}
