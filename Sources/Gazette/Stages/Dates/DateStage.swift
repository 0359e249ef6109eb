/// Finds temporal expressions and gives them TIMEX3 values (TimeML 1.2.1).
struct DateStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens]
    static let assigns: LayerSet = .dates

    let lexicon: Lexicon
    let dayFirst: Bool

    mutating func run(on document: inout Document) {}
}
