/// Chooses among overlapping options the set with the highest sum of scores, by dynamic programming over the options alone.
///
/// Equal sums are decided for the longer span, then for the option that came first.
struct SpanChooser {
    /// A span that may be chosen.
    struct Option: BitwiseCopyable {
        /// That of an `EvidenceSpan`.
        fileprivate let key: UInt64
        fileprivate let score: Int
        fileprivate let number: Int32

        init(_ key: UInt64, score: Int, number: Int) {
            (self.key, self.score, self.number) = (key, score, Int32(truncatingIfNeeded: number))
        }

        fileprivate var start: Int32 { Int32(truncatingIfNeeded: key) }
        fileprivate var end: Int32 { Int32(truncatingIfNeeded: key >> 32) }
    }

    /// An option, and the best that can be made of it and all before it.
    private struct Step: BitwiseCopyable {
        /// The highest sum of all options up to this one.
        let sum: Int
        let end: Int32
        /// The last step whose option ends before this one begins.
        let before: Int32
        /// The last step whose option is taken where the sum is reached; 0 where none is.
        let taken: Int32
    }

    /// A step without an option, before all others.
    private static let start = Step(sum: 0, end: .min, before: 0, taken: 0)

    /// The first `count` are chosen from; there is room for more.
    private var options: [Option] = []
    private var count = 0
    /// What is asked for its score.
    private var wanted: [Int32] = []
    /// One more than there are options.
    private var steps = [start]
    /// The numbers of the best options, in the order of the text.
    private(set) var chosen: [Int] = []

    /// Takes up, of so many, the options that satisfy a condition and have a positive score, instead of all others. They come by end, then start.
    ///
    /// SAFETY: room is made for all of them, and what is not taken is written over: no branch has to guess which are.
    @inline(__always)
    mutating func take(_ count: Int, where isWanted: (Int) -> Bool, _ option: (Int) -> Option) {
        var (options, wanted): ([Option], [Int32]) = ([], [])
        swap(&options, &self.options)
        swap(&wanted, &self.wanted)
        options.makeRoom(for: count, Option(0, score: 0, number: 0))
        wanted.makeRoom(for: count, 0)
        self.count = options.withUnsafeMutableBufferPointer { options in
            wanted.withUnsafeMutableBufferPointer { wanted in
                var (wantedCount, kept) = (0, 0)
                for index in 0..<count {
                    wanted[wantedCount] = Int32(truncatingIfNeeded: index)
                    wantedCount &+= isWanted(index) ? 1 : 0
                }
                for place in 0..<wantedCount {
                    let option = option(Int(wanted[place]))
                    options[kept] = option
                    kept &+= option.score > 0 ? 1 : 0
                }
                return kept
            }
        }
        swap(&options, &self.options)
        swap(&wanted, &self.wanted)
    }

    /// Sets `chosen` to the best options.
    ///
    /// SAFETY: there is a step more than there are options, and every step leads to one before it.
    mutating func choose() {
        var (steps, chosen): ([Step], [Int]) = ([], [])
        swap(&steps, &self.steps)
        swap(&chosen, &self.chosen)
        chosen.removeAll(keepingCapacity: true)
        steps.makeRoom(for: count + 1, Self.start)
        let count = count
        options.withUnsafeBufferPointer { options in
            steps.withUnsafeMutableBufferPointer { steps in
                for place in 0..<count { steps[place + 1] = Self.step(options[place], behind: place, steps) }
                var place = Int(steps[count].taken)
                while place > 0 {
                    chosen.append(Int(options[place - 1].number))
                    place = Int(steps[Int(steps[place].before)].taken)
                }
            }
        }
        chosen.reverse()
        swap(&steps, &self.steps)
        swap(&chosen, &self.chosen)
    }

    /// The step of an option behind the last step before it. Whether it is taken is chosen, not asked: a branch would be guessed wrong.
    @inline(__always)
    private static func step(_ option: Option, behind last: Int, _ steps: UnsafeMutableBufferPointer<Step>) -> Step {
        let before = steps[last].end <= option.start ? last : self.last(before: option.start, last, steps)
        let sum = steps[before].sum + option.score
        let isTaken = sum > steps[last].sum
        return Step(
            sum: isTaken ? sum : steps[last].sum, end: option.end, before: Int32(truncatingIfNeeded: before),
            taken: isTaken ? Int32(truncatingIfNeeded: last &+ 1) : steps[last].taken)
    }

    /// The last step that ends at or before a token: most often one of the last few.
    private static func last(before start: Int32, _ last: Int, _ steps: UnsafeMutableBufferPointer<Step>) -> Int {
        var near = last
        while near > max(0, last - 8) {
            near -= 1
            if steps[near].end <= start { return near }
        }
        return steps[...near].partitioningIndex { $0.end > start } - 1
    }
}
