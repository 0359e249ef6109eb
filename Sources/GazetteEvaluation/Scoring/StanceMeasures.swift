import Gazette

extension Measure {
    /// Cues by span, by span and label, and by overlap; sentences by whether they hold a cue (CoNLL-2010 task 1: Farkas et al. 2010).
    static let stance = [
        Measure(layer: .stance, name: "cue") { $0.range == $1.range ? .correct : .incorrect },
        Measure(layer: .stance, name: "strict", hasLabels: true) { $0.range == $1.range && $0.label == $1.label ? .correct : .incorrect },
        Measure(layer: .stance, name: "relaxed") { _, _ in .correct },
        Measure(layer: .stance, name: "sentence", marks: sentencesWithCues) { _, _ in .correct },
    ]

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
