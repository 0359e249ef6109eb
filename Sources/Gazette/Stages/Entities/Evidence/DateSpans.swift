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

    /// The range of the last date that starts before an offset, found by bisection.
    private func last(before offset: Int32) -> ByteRange? {
        var (low, high) = (0, document.dates.count)
        while low < high {
            let middle = (low + high) / 2
            if document.dates[middle].range.start < offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? document.dates[low - 1].range : nil
    }
}
