/// Chooses among overlapping candidates the set with the highest sum of scores, by dynamic programming over the token positions.
///
/// Equal sums are decided for the longer span, then for the label that comes first, so that the choice never depends on the order of the candidates.
struct SpanChooser {
    private var best: [Int] = []
    private var choice: [Int] = []
    private var order: [Rank] = []

    /// The chosen candidates, in the order of the text. Candidates without a positive score are never chosen.
    mutating func choose(from candidates: [Candidate], tokenCount: Int) -> [Candidate] {
        order.removeAll(keepingCapacity: true)
        for index in candidates.indices where candidates[index].score > 0 { order.append(Rank(candidates[index], index)) }
        order.sort()
        reset(tokenCount)
        var (next, position) = (0, 0)
        while position < tokenCount {
            position += 1
            best[position] = best[position - 1]
            while next < order.count, order[next].end == position {
                let sum = best[order[next].start] + order[next].score
                if sum > best[position] { (best[position], choice[position]) = (sum, order[next].index) }
                next += 1
            }
        }
        return chosen(from: candidates, tokenCount)
    }

    private mutating func reset(_ tokenCount: Int) {
        best.removeAll(keepingCapacity: true)
        choice.removeAll(keepingCapacity: true)
        best += repeatElement(0, count: tokenCount + 1)
        choice += repeatElement(-1, count: tokenCount + 1)
    }

    /// What candidates are sorted by, apart from them.
    private struct Rank: Comparable {
        let end: Int
        let start: Int
        let score: Int
        /// The label, then the entry.
        let kind: UInt64
        let index: Int

        init(_ candidate: Candidate, _ index: Int) {
            (end, start, score) = (candidate.tokens.upperBound, candidate.tokens.lowerBound, candidate.score)
            kind = UInt64(candidate.label.rawValue) << 32 | UInt64(candidate.entry?.rawValue ?? .max)
            self.index = index
        }

        static func < (left: Rank, right: Rank) -> Bool {
            if left.end != right.end { return left.end < right.end }
            if left.start != right.start { return left.start < right.start }
            if left.score != right.score { return left.score > right.score }
            if left.kind != right.kind { return left.kind < right.kind }
            return left.index < right.index
        }
    }

    private func chosen(from candidates: [Candidate], _ tokenCount: Int) -> [Candidate] {
        var result: [Candidate] = []
        var position = tokenCount
        while position > 0 {
            if choice[position] >= 0 {
                result.append(candidates[choice[position]])
                position = candidates[choice[position]].tokens.lowerBound
            } else {
                position -= 1
            }
        }
        return result.reversed()
    }
}
