import Gazette

extension Measure {
    /// Cues by span, by span and label, and by overlap; sentences by whether they hold a cue (CoNLL-2010 task 1: Farkas et al. 2010). Where gold tells
    /// them, what a cue covers and whose it is, whether it is negated, and how uncertain or positive it is. Where labels are not compared, a span that
    /// is given two of them counts once.
    static let stance =
        [
            Measure(layer: .stance, name: "cue", marks: spans) { $0.range == $1.range ? .correct : .incorrect },
            Measure(layer: .stance, name: "strict", hasLabels: true) { $0.range == $1.range && $0.label == $1.label ? .correct : .incorrect },
            Measure(layer: .stance, name: "relaxed", marks: spans) { _, _ in .correct },
            Measure(layer: .stance, name: "sentence", marks: sentencesWithCues) { _, _ in .correct },
        ] + part("scope") + part("source") + [
            Measure(layer: .stance, name: "negated", marks: negated) { $0.range == $1.range ? .correct : .incorrect }, attribute("uncertainty"),
            attribute("polarity"),
        ]

    /// A part of a mark end to end (a cue with exactly this part), and among the cues that were found: exactly, and overlapping or absent in both.
    private static func part(_ name: String) -> [Measure] {
        [
            Measure(layer: .stance, name: name, marks: withParts) {
                $0.range == $1.range && $0.parts[name] == $1.parts[name] ? .correct : .incorrect
            },
            Measure(layer: .stance, name: "\(name)-matched", isOfPairs: true, marks: withParts) {
                $0.parts[name] == $1.parts[name] ? .correct : .incorrect
            },
            Measure(layer: .stance, name: "\(name)-overlap", isOfPairs: true, marks: withParts) { gold, predicted in
                guard let one = gold.parts[name], let other = predicted.parts[name] else {
                    return gold.parts[name] == predicted.parts[name] ? .correct : .incorrect
                }
                return one.overlaps(other) ? .correct : .incorrect
            },
        ]
    }

    /// Of the gold marks that have an attribute, those whose prediction has the same.
    private static func attribute(_ name: String) -> Measure {
        Measure(layer: .stance, name: name, isRecallOnly: true, applies: { $0.attributes[name] != nil }) {
            $0.range == $1.range && $0.attributes[name] == $1.attributes[name] ? .correct : .incorrect
        }
    }

    /// Every span once: of predictions that share theirs the one with gold's label, otherwise the first.
    @Sendable private static func spans(_ text: ComparedText) -> (gold: [Mark], predicted: [Mark])? {
        guard let (gold, predicted) = text.marks(of: .stance) else { return nil }
        let labels = Dictionary(gold.map { ($0.range, $0.label) }) { first, _ in first }
        var kept: [Mark] = []
        for mark in predicted {
            if kept.last?.range != mark.range { kept.append(mark) } else if labels[mark.range] == mark.label { kept[kept.count - 1] = mark }
        }
        return (gold, kept)
    }

    /// All cues, where gold tells what they cover or whose they are.
    @Sendable private static func withParts(_ text: ComparedText) -> (gold: [Mark], predicted: [Mark])? {
        spans(text).flatMap { gold, predicted in gold.contains { !$0.parts.isEmpty } ? (gold, predicted) : nil }
    }

    @Sendable private static func negated(_ text: ComparedText) -> (gold: [Mark], predicted: [Mark])? {
        withParts(text).map { gold, predicted in (gold.filter(\.isNegated), predicted.filter(\.isNegated)) }
    }

    /// Gold's sentences, or the predicted ones where it has none, that hold the start of a cue.
    @Sendable private static func sentencesWithCues(_ text: ComparedText) -> (gold: [Mark], predicted: [Mark])? {
        guard let (gold, predicted) = text.marks(of: .stance), let sentences = text.gold.layers[.sentences] ?? text.predicted.layers[.sentences]
        else { return nil }
        return (holding(gold, sentences), holding(predicted, sentences))
    }

    private static func holding(_ cues: [Mark], _ sentences: [Mark]) -> [Mark] {
        var cue = 0
        return sentences.filter { sentence in
            while cue < cues.count, cues[cue].range.start < sentence.range.start { cue += 1 }
            return cue < cues.count && cues[cue].range.start < sentence.range.end
        }.map { Mark($0.range) }
    }
}

extension Mark {
    /// Whether a cue of stance stands under a negation.
    var isNegated: Bool { attributes["negated"] == "true" }
}
