import Gazette

/// Which prediction belongs to which gold mark: each to one at most, whatever the order in which they came.
///
/// Marks of the same span go together first, with the same label before others. Then every prediction in the order of the text takes an overlapping
/// gold mark that is still free. For marks that do not overlap each other this is nervaluate 1.2's pairing of sorted input.
struct Alignment {
    /// Which of several overlapping gold marks a prediction takes.
    enum Preference {
        /// The first in the text.
        case first
        /// One with its label whose boundaries are closest, otherwise the first.
        case sameLabel
    }

    let gold: [Mark]
    let predicted: [Mark]
    /// For every prediction its gold mark.
    private(set) var partners: [Int?]
    private var isTaken: [Bool]

    /// Takes marks that are sorted by range.
    init(gold: [Mark], predicted: [Mark], preference: Preference) {
        (self.gold, self.predicted) = (gold, predicted)
        partners = predicted.map { _ in nil }
        isTaken = gold.map { _ in false }
        pairEqualSpans(withLabel: true)
        pairEqualSpans(withLabel: false)
        pairOverlaps(preference)
    }

    /// Gold marks that no prediction has taken.
    var missed: [Mark] { zip(gold, isTaken).filter { !$0.1 }.map(\.0) }

    /// Predictions with their gold mark, or nil for spurious ones.
    var pairs: [(gold: Mark?, predicted: Mark)] { zip(partners, predicted).map { partner, mark in (partner.map { gold[$0] }, mark) } }

    private mutating func pairEqualSpans(withLabel: Bool) {
        var first = 0
        for index in predicted.indices {
            let mark = predicted[index]
            while first < gold.count, gold[first].range < mark.range { first += 1 }
            guard partners[index] == nil else { continue }
            var candidate = first
            while candidate < gold.count, gold[candidate].range == mark.range {
                if !isTaken[candidate], !withLabel || gold[candidate].label == mark.label {
                    pair(index, candidate)
                    break
                }
                candidate += 1
            }
        }
    }

    private mutating func pairOverlaps(_ preference: Preference) {
        let reach = furthestEnds()
        var first = 0
        for index in predicted.indices where partners[index] == nil {
            let mark = predicted[index]
            while first < gold.count, reach[first] <= mark.range.start { first += 1 }
            var best: Int?
            var candidate = first
            while candidate < gold.count, gold[candidate].range.start < mark.range.end {
                if !isTaken[candidate], gold[candidate].range.overlaps(mark.range) {
                    if best.map({ isBetter(candidate, $0, for: mark, preference) }) ?? true { best = candidate }
                    if preference == .first { break }
                }
                candidate += 1
            }
            if let best { pair(index, best) }
        }
    }

    /// For every gold mark how far it and those before it reach.
    private func furthestEnds() -> [Int32] {
        var furthest: Int32 = 0
        return gold.map { mark in
            furthest = max(furthest, mark.range.end)
            return furthest
        }
    }

    private func isBetter(_ candidate: Int, _ best: Int, for mark: Mark, _ preference: Preference) -> Bool {
        guard preference == .sameLabel, gold[candidate].label == mark.label else { return false }
        return gold[best].label != mark.label || distance(candidate, mark) < distance(best, mark)
    }

    private func distance(_ candidate: Int, _ mark: Mark) -> Int32 {
        abs(gold[candidate].range.start - mark.range.start) + abs(gold[candidate].range.end - mark.range.end)
    }

    private mutating func pair(_ index: Int, _ candidate: Int) {
        partners[index] = candidate
        isTaken[candidate] = true
    }
}
