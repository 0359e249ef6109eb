/// Finds the lexicon's surfaces in a document, once for all stages that ask for them.
struct MatchingStage: Stage {
    static let requires: LayerSet = .tokens
    static let assigns: LayerSet = .surfaces

    private var finder: SurfaceFinder

    init(lexicon: Lexicon) { finder = SurfaceFinder(lexicon: lexicon) }

    mutating func run(on document: inout Document) { finder.find(in: &document.tokens, into: &document.surfaces) }
}
