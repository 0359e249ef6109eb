/// Chooses among overlapping options the set with the highest sum of scores, by dynamic programming over the options alone.
///
/// Equal sums are decided for the longer span, then for the option that came first.
struct SpanChooser {
    /// An option, and the best that can be made of it and all before it.
    private struct Step: BitwiseCopyable {
        /// The highest sum of all options up to this one: more than that of the step before where the option is taken.
        let sum: Int
        let end: Int32
        /// The last step whose option ends before this one begins.
        let before: Int32
        let option: Int32
    }

    /// A step without an option, before all others.
    private static let start = Step(sum: 0, end: .min, before: 0, option: 0)

    private var steps = [start]
    private(set) var chosen: [Int] = []

    mutating func removeAll() { steps.removeLast(steps.count - 1) }

    /// Takes up an option. Options come by end, then start; those without a positive score are never chosen.
    @inline(__always)
    mutating func add(_ tokens: TokenRange, score: Int, option: Int) {
        if score > 0 { step(to: tokens, score, option) }
    }

    private mutating func step(to tokens: TokenRange, _ score: Int, _ option: Int) {
        let last = steps.count - 1
        let start = Int32(truncatingIfNeeded: tokens.lowerBound)
        let before = steps[last].end <= start ? last : self.last(before: start)
        let sum = max(steps[before].sum + score, steps[last].sum)
        steps.append(
            Step(
                sum: sum, end: Int32(truncatingIfNeeded: tokens.upperBound), before: Int32(truncatingIfNeeded: before),
                option: Int32(truncatingIfNeeded: option)))
    }

    /// The last step that ends at or before a token: most often one of the last few.
    private func last(before start: Int32) -> Int {
        var last = steps.count - 1
        let near = max(0, last - 8)
        while last > near, steps[last].end > start { last -= 1 }
        return last > near ? last : steps[...near].partitioningIndex { $0.end > start } - 1
    }

    /// Sets `chosen` to the best options, in the order of the text.
    mutating func choose() {
        chosen.removeAll(keepingCapacity: true)
        var position = steps.count - 1
        while position > 0 {
            let isTaken = steps[position].sum > steps[position - 1].sum
            if isTaken { chosen.append(Int(steps[position].option)) }
            position = isTaken ? Int(steps[position].before) : position - 1
        }
        chosen.reverse()
    }
}
