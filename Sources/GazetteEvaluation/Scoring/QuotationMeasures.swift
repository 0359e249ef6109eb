import Gazette

extension Measure {
    /// Attributions part by part (Newell et al. 2018): cues, speakers and contents that overlap, and of gold's cues that have a speaker those whose
    /// prediction has a speaker with the same head.
    static let quotations =
        ["cue", "speaker", "content"].map { part in
            Measure(layer: .quotations, name: part, marks: { parts(part, $0) }) { _, _ in .correct }
        } + [
            Measure(layer: .quotations, name: "head", isRecallOnly: true, marks: { parts("cue", $0) }, applies: { $0.attributes["head"] != nil }) {
                $0.attributes["head"] == $1.attributes["head"] ? .correct : .incorrect
            }
        ]

    @Sendable private static func parts(_ part: String, _ text: ComparedText) -> (gold: [Mark], predicted: [Mark])? {
        text.marks(of: .quotations).map { gold, predicted in (gold.filter { $0.label == part }, predicted.filter { $0.label == part }) }
    }
}
