/// Finds named entities by the lexicons, context rules and what the document has said before.
struct EntityStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens, .dates]
    static let assigns: LayerSet = .entities

    let lexicon: Lexicon
    let usesMemory: Bool

    mutating func run(on document: inout Document) {}
}
