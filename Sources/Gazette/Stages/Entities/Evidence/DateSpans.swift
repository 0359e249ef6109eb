/// The dates of a document, to keep names out of them.
struct DateSpans {
    private let document: Document

    init(_ document: Document) { self.document = document }

    /// Whether one date covers a run of tokens.
    func cover(_ tokens: TokenRange) -> Bool {
        if document.dates.isEmpty { return false }
        let range = document.byteRange(of: tokens)
        return last(before: range.start + 1)?.contains(range) ?? false
    }

    /// The range of the last date that starts before an offset.
    private func last(before offset: Int32) -> ByteRange? {
        let next = document.dates.partitioningIndex { $0.range.start >= offset }
        return next > 0 ? document.dates[next - 1].range : nil
    }
}
