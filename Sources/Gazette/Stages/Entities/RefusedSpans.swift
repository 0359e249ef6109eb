/// The spans that rows say are no names, in the order of the text.
struct RefusedSpans {
    /// By start; `end` is the furthest end of this span and all before it.
    private var spans: [(start: Int, end: Int)] = []
    private var tokens = TokenSet()

    mutating func reset(_ document: Document) {
        spans.removeAll(keepingCapacity: true)
        tokens.reset(count: document.tokens.count)
    }

    mutating func append(_ span: TokenRange) {
        spans.append((span.lowerBound, max(span.upperBound, spans.last?.end ?? 0)))
        for token in span { tokens.insert(token) }
    }

    /// Whether a token is in one of the spans.
    @inline(__always)
    func touch(_ token: Int) -> Bool { !spans.isEmpty && tokens.contains(token) }

    /// Whether tokens lie within one of the spans and are not all of it.
    @inline(__always)
    func containPart(_ span: TokenRange) -> Bool { contain(span) && !isOne(span) }

    private func isOne(_ span: TokenRange) -> Bool {
        let own = spans[spans.partitioningIndex { $0.start > span.lowerBound } - 1]
        return own.start == span.lowerBound && own.end == span.upperBound
    }

    /// Whether tokens lie within one of the spans.
    @inline(__always)
    func contain(_ span: TokenRange) -> Bool { touch(span.lowerBound) && areWithinOne(span) }

    private func areWithinOne(_ span: TokenRange) -> Bool {
        let next = spans.partitioningIndex { $0.start > span.lowerBound }
        return next > 0 && spans[next - 1].end >= span.upperBound
    }
}
