import Gazette

extension Measure {
    /// Attributions part by part (Newell et al. 2018): cues, speakers and contents that overlap, and of gold's cues that have a speaker those whose
    /// prediction has a speaker with the same head. Then the parts by exact span; `whole` is a content with its cue and speaker, all exact; `direct` and
    /// `indirect` are contents of one kind that overlap, where gold tells the kind.
    static let quotations =
        labels.map { part in Measure(layer: .quotations, name: part, marks: { parts(part, $0) }) { _, _ in .correct } } + [
            Measure(layer: .quotations, name: "head", isRecallOnly: true, marks: { parts("cue", $0) }, applies: { $0.attributes["head"] != nil }) {
                $0.attributes["head"] == $1.attributes["head"] ? .correct : .incorrect
            }
        ]
        + labels.map { part in
            Measure(layer: .quotations, name: "\(part)-exact", marks: { parts(part, $0) }) { $0.range == $1.range ? .correct : .incorrect }
        } + [
            Measure(layer: .quotations, name: "whole", marks: { parts("content", $0) }) {
                $0.range == $1.range && $0.parts == $1.parts ? .correct : .incorrect
            },
            Measure(layer: .quotations, name: "direct", marks: { contents(direct: true, $0) }) { _, _ in .correct },
            Measure(layer: .quotations, name: "indirect", marks: { contents(direct: false, $0) }) { _, _ in .correct },
        ]

    private static let labels = ["cue", "speaker", "content"]

    @Sendable private static func parts(_ part: String, _ text: ComparedText) -> (gold: [Mark], predicted: [Mark])? {
        text.marks(of: .quotations).map { gold, predicted in (gold.filter { $0.label == part }, predicted.filter { $0.label == part }) }
    }

    private static func contents(direct: Bool, _ text: ComparedText) -> (gold: [Mark], predicted: [Mark])? {
        guard let (gold, predicted) = parts("content", text), gold.contains(where: { $0.attributes["direct"] != nil }) else { return nil }
        let kind = "\(direct)"
        return (gold.filter { $0.attributes["direct"] == kind }, predicted.filter { $0.attributes["direct"] == kind })
    }
}
