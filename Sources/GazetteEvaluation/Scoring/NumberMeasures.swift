import Gazette

extension Measure {
    /// Like the scores of dates; `exact` is span, value and, where gold names one, unit; the counted noun phrase only where gold has one, by its text.
    static let numbers = [
        Measure(layer: .numbers, name: "strict") { $0.range == $1.range ? .correct : .incorrect },
        Measure(layer: .numbers, name: "relaxed") { _, _ in .correct },
        Measure(layer: .numbers, name: "type", hasLabels: true) { $0.label == $1.label ? .correct : .incorrect },
        Measure(layer: .numbers, name: "value", applies: { !$0.values.isEmpty }) { $0.sharesValue(with: $1) ? .correct : .incorrect },
        Measure(layer: .numbers, name: "exact") { $0.isExactly($1) ? .correct : .incorrect },
        attribute("unit"),
        attribute("comparator"),
        attribute("counted"),
    ]

    /// Of the gold marks that have an attribute, those whose prediction has the same.
    private static func attribute(_ name: String) -> Measure {
        Measure(layer: .numbers, name: name, isRecallOnly: true, applies: { $0.attributes[name] != nil }) {
            $0.attributes[name] == $1.attributes[name] ? .correct : .incorrect
        }
    }
}

extension Mark {
    /// Whether a prediction has this gold mark's span, and value and unit where it states them.
    func isExactly(_ predicted: Mark) -> Bool {
        guard range == predicted.range, values.isEmpty || sharesValue(with: predicted) else { return false }
        return attributes["unit"].map { $0 == predicted.attributes["unit"] } ?? true
    }
}
