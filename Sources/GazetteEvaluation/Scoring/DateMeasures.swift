import Gazette

extension Measure {
    /// TempEval-3's scores (UzZaman et al. 2013, §5): an expression is found where a prediction has its span (strict) or
    /// overlaps it (relaxed); the scores of type and value count the overlapping ones of which the attribute is right.
    static let dates = [
        Measure(layer: .dates, name: "strict") { $0.range == $1.range ? .correct : .incorrect },
        Measure(layer: .dates, name: "relaxed") { _, _ in .correct },
        Measure(layer: .dates, name: "type", hasLabels: true) { $0.label == $1.label ? .correct : .incorrect },
        Measure(layer: .dates, name: "value", applies: { !$0.values.isEmpty }) { $0.sharesValue(with: $1) ? .correct : .incorrect },
        Measure(layer: .dates, name: "cases", isOfTexts: true, applies: { _ in true }) {
            $0.range == $1.range && ($0.values.isEmpty || $0.sharesValue(with: $1)) ? .correct : .incorrect
        },
    ]
}

extension Mark {
    /// Whether a prediction's value, or its interval of days, is one that this gold mark allows.
    func sharesValue(with predicted: Mark) -> Bool {
        (predicted.values + [predicted.attributes["interval"]].compactMap { $0 }).contains { values.contains($0) }
    }
}
