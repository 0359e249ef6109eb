/// The dates of a document, to keep names out of them.
enum DateSpans {
    /// Whether one date covers a run of tokens.
    @inline(__always)
    static func cover(_ tokens: TokenRange, _ document: Document, _ names: NameTokens) -> Bool {
        names[tokens.lowerBound].isDated && cover(tokens, document)
    }

    private static func cover(_ tokens: TokenRange, _ document: Document) -> Bool {
        let range = document.byteRange(of: tokens)
        let next = document.dates.partitioningIndex { $0.range.start > range.start }
        return next > 0 && document.dates[next - 1].range.contains(range)
    }
}
