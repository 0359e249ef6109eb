/// Chooses among overlapping candidates the set with the highest sum of scores, by dynamic programming over the token positions.
///
/// Equal sums are decided for the longer span, then for the label that comes first, so that the choice never depends on the order of the candidates.
struct SpanChooser {
    private var best: [Int] = []
    private var choice: [Int] = []
    private var order: [Int] = []

    /// The chosen candidates, in the order of the text. Candidates without a positive score are never chosen.
    mutating func choose(from candidates: [Candidate], tokenCount: Int) -> [Candidate] {
        order.removeAll(keepingCapacity: true)
        order += candidates.indices.filter { candidates[$0].score > 0 }
        order.sort { Self.precedes(candidates[$0], candidates[$1]) }
        reset(tokenCount)
        var (next, position) = (0, 0)
        while position < tokenCount {
            position += 1
            best[position] = best[position - 1]
            while next < order.count, candidates[order[next]].tokens.upperBound == position {
                let candidate = candidates[order[next]]
                let sum = best[candidate.tokens.lowerBound] + candidate.score
                if sum > best[position] { (best[position], choice[position]) = (sum, order[next]) }
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

    private static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
        if left.tokens.upperBound != right.tokens.upperBound { return left.tokens.upperBound < right.tokens.upperBound }
        if left.tokens.lowerBound != right.tokens.lowerBound { return left.tokens.lowerBound < right.tokens.lowerBound }
        if left.score != right.score { return left.score > right.score }
        if left.label != right.label { return left.label.rawValue < right.label.rawValue }
        return (left.entry?.rawValue ?? .max) < (right.entry?.rawValue ?? .max)
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
