/// Marks stance cues by the lexicon and their neighbours.
struct StanceStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens, .dates, .entities]
    static let assigns: LayerSet = .stance

    let lexicon: Lexicon

    mutating func run(on document: inout Document) {}
}
