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
        let next = spans.partitioningIndex { $0.start > tokens.lowerBound }
        return next > 0 && spans[next - 1].end >= tokens.upperBound
    }
}
