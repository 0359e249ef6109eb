import Gazette

extension Measure {
    /// The four schemes of SemEval-2013 task 9 (Segura-Bedmar et al. 2013), and ids where gold has them.
    static let entities = [
        Measure(layer: .entities, name: "strict", hasLabels: true) { $0.range == $1.range && $0.label == $1.label ? .correct : .incorrect },
        Measure(layer: .entities, name: "exact", hasLabels: true) { $0.range == $1.range ? .correct : .incorrect },
        Measure(layer: .entities, name: "partial", hasLabels: true) { $0.range == $1.range ? .correct : .partial },
        Measure(layer: .entities, name: "type", hasLabels: true, preference: .sameLabel) { $0.label == $1.label ? .correct : .incorrect },
        Measure(layer: .entities, name: "id", marks: identified) { $0.range == $1.range && $0.id == $1.id ? .correct : .incorrect },
    ]

    /// Marks that name a thing by its id, where gold does so at all.
    @Sendable private static func identified(_ text: ComparedText) -> (gold: [Mark], predicted: [Mark])? {
        guard let (gold, predicted) = text.marks(of: .entities), gold.contains(where: { $0.id != nil }) else { return nil }
        return (gold.filter { $0.id != nil }, predicted.filter { $0.id != nil })
    }
}
