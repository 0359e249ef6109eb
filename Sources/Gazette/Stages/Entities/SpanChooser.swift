/// Chooses among overlapping options the set with the highest sum of scores, by dynamic programming over the options alone.
///
/// Equal sums are decided for the longer span, then for the option that came first.
struct SpanChooser {
    /// An option, and the best that can be made of it and all before it.
    private struct Step {
        let end: Int32
        /// How many options end before it begins.
        let before: Int32
        let option: Int
        let isTaken: Bool
        /// The highest sum of all options up to this one.
        let sum: Int
    }

    private var steps: [Step] = []
    private(set) var chosen: [Int] = []

    mutating func removeAll() { steps.removeAll(keepingCapacity: true) }

    /// Takes up an option. Options come by end, then start; those without a positive score are never chosen.
    mutating func add(_ tokens: TokenRange, score: Int, option: Int) {
        let sum = steps.last?.sum ?? 0
        guard score > 0 else { return }
        let start = Int32(truncatingIfNeeded: tokens.lowerBound)
        let isBehind = steps.last.map { $0.end <= start } ?? true
        let before = isBehind ? steps.count : count(before: start)
        let own = (before > 0 ? steps[before - 1].sum : 0) + score
        steps.append(
            Step(
                end: Int32(truncatingIfNeeded: tokens.upperBound), before: Int32(truncatingIfNeeded: before), option: option, isTaken: own > sum,
                sum: max(own, sum)))
    }

    /// How many options end at or before a token: most often all but the last few.
    private func count(before start: Int32) -> Int {
        var count = steps.count
        let near = max(0, count - 8)
        while count > near, steps[count - 1].end > start { count -= 1 }
        return count > near ? count : steps[..<near].partitioningIndex { $0.end > start }
    }

    /// Sets `chosen` to the best options, in the order of the text.
    mutating func choose() {
        chosen.removeAll(keepingCapacity: true)
        var position = steps.count
        while position > 0 {
            let step = steps[position - 1]
            if step.isTaken { chosen.append(step.option) }
            position = step.isTaken ? Int(step.before) : position - 1
        }
        chosen.reverse()
    }
}
