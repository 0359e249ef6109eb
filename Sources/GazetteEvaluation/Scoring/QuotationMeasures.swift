import Gazette

extension Measure {
    /// Attributions part by part: cues, speakers and contents that overlap (Newell et al. 2018 score PolNeAR's spans so), each counted once however
    /// many attributions share it.
    static let quotations = ["cue", "speaker", "content"].map { part in
        Measure(layer: .quotations, name: part, marks: { text in
            text.marks(of: .quotations).map { (parts(part, $0.gold), parts(part, $0.predicted)) }
        }) { _, _ in .correct }
    }

    private static func parts(_ part: String, _ marks: [Mark]) -> [Mark] {
        Set(marks.filter { $0.label == part }.map(\.range)).sorted().map { Mark($0) }
    }
}
