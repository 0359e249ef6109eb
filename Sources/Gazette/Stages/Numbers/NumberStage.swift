/// Finds numbers that are no dates and normalises them.
struct NumberStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens, .dates, .entities]
    static let assigns: LayerSet = .numbers

    let lexicon: Lexicon

    mutating func run(on document: inout Document) {}
}
