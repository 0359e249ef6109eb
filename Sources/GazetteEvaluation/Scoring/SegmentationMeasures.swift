import Gazette

extension Measure {
    /// Sentences by where they end, and by their span.
    static let sentences = [
        Measure(layer: .sentences, name: "boundary", marks: ends) { _, _ in .correct },
        Measure(layer: .sentences, name: "span") { $0.range == $1.range ? .correct : .incorrect },
    ]

    /// Tokens by their span, as the CoNLL shared tasks on parsing count them (Zeman et al. 2018).
    static let tokens = [Measure(layer: .tokens, name: "span") { $0.range == $1.range ? .correct : .incorrect }]

    /// The last byte of every sentence.
    @Sendable private static func ends(_ text: ComparedText) -> (gold: [Mark], predicted: [Mark])? {
        func ends(_ marks: [Mark]) -> [Mark] { marks.map { Mark(ByteRange($0.range.end - 1, $0.range.end)) }.sorted { $0.range < $1.range } }
        return text.marks(of: .sentences).map { (ends($0.gold), ends($0.predicted)) }
    }
}
