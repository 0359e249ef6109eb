/// The spans that a user's rows say are no names, in the order of the text.
struct RefusedSpans {
    /// By start; `end` is the furthest end of this span and all before it.
    private var spans: [(start: Int, end: Int)] = []

    var isEmpty: Bool { spans.isEmpty }

    mutating func removeAll() { spans.removeAll(keepingCapacity: true) }

    mutating func append(_ tokens: TokenRange) {
        spans.append((tokens.lowerBound, max(tokens.upperBound, spans.last?.end ?? 0)))
    }

    /// Whether tokens lie within one of the spans.
    func contain(_ tokens: TokenRange) -> Bool {
        var (low, high) = (0, spans.count)
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].start <= tokens.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low > 0 && spans[low - 1].end >= tokens.upperBound
    }
}
