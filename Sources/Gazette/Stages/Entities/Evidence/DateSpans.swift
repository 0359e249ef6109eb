/// The dates of a document, to keep names out of them.
struct DateSpans {
    private let document: Document
    private let names: NameTokens

    init(_ document: Document, _ names: NameTokens) { (self.document, self.names) = (document, names) }

    /// Whether one date covers a run of tokens.
    func cover(_ tokens: TokenRange) -> Bool {
        guard names[tokens.lowerBound].isDated else { return false }
        let range = document.byteRange(of: tokens)
        let next = document.dates.partitioningIndex { $0.range.start > range.start }
        return next > 0 && document.dates[next - 1].range.contains(range)
    }
}
