public import Gazette

/// One way to compare the marks of a layer.
public struct Measure: Sendable {
    /// What a pair of gold and prediction counts as.
    enum Verdict { case correct, partial, incorrect }

    public let layer: Layer
    public let name: String
    /// Whether it is also computed for every label apart.
    var hasLabels = false
    /// Whether it counts cases of a specification, each right if all of its marks are and no other is there.
    var isOfTexts = false
    /// Whether predictions without gold say nothing.
    var isRecallOnly = false
    /// Whether only predictions that have a gold mark count, so that precision and recall are one share.
    var isOfPairs = false
    var preference = Alignment.Preference.first
    /// The marks to compare, where these are not simply the layer's.
    var marks: (@Sendable (ComparedText) -> (gold: [Mark], predicted: [Mark])?)?
    /// Which gold marks the measure is about.
    var applies: @Sendable (Mark) -> Bool = { _ in true }
    let judge: @Sendable (Mark, Mark) -> Verdict

    /// The measures of a layer, the first being the one that stands for it in floors and thresholds.
    public static func all(of layer: Layer) -> [Measure] {
        switch layer {
        case .sentences: return sentences
        case .tokens: return tokens
        case .entities: return entities
        case .dates: return dates
        case .numbers: return numbers
        case .stance: return stance
        case .quotations: return quotations
        case .summary: return []
        }
    }

    /// The counts of a text; nil where the measure does not apply to it. With a label, of the marks that bear it.
    func score(_ text: ComparedText, label: String? = nil) -> Score? {
        guard var (gold, predicted) = marks.map({ $0(text) }) ?? text.marks(of: layer) else { return nil }
        if isOfTexts, !text.gold.isDateCase { return nil }
        if let label {
            gold.removeAll { $0.label != label }
            predicted.removeAll { $0.label != label }
        }
        var counts = counts(Alignment(gold: gold, predicted: predicted, preference: preference))
        if isOfTexts { return Score(complete: counts.asOneCase) }
        guard isRecallOnly || text.gold.partial.contains(layer) else { return Score(complete: counts) }
        counts.spurious = 0
        return Score(recallOnly: counts)
    }

    private func counts(_ alignment: Alignment) -> Counts {
        var counts = Counts(missed: isOfPairs ? 0 : alignment.missed.count(where: applies))
        for (gold, predicted) in alignment.pairs {
            guard let gold else {
                if !isOfPairs { counts.spurious += 1 }
                continue
            }
            guard applies(gold) else { continue }
            switch judge(gold, predicted) {
            case .correct: counts.correct += 1
            case .partial: counts.partial += 1
            case .incorrect: counts.incorrect += 1
            }
        }
        return counts
    }
}

/// Gold and prediction of the same text.
public struct ComparedText: Sendable {
    let gold: MarkedText
    let predicted: MarkedText

    /// The marks of a layer on both sides; nil where gold does not have the layer.
    func marks(of layer: Layer) -> (gold: [Mark], predicted: [Mark])? {
        gold.layers[layer].map { ($0, predicted.layers[layer] ?? []) }
    }
}
