/// Asks, from left to right, in whose words a range stands.
struct QuotationCovers {
    private let quotations: [Quotation]
    private let quoted: [ByteRange]
    private var next = 0
    private var nextQuoted = 0
    /// Quotations that have begun and not ended, by their place, and where the first of them ends.
    private var open: [Int] = []
    private var nextEnd = Int32.max
    /// No quotation and no quotation mark begins or is open before this.
    private var quietEnd: Int32 = 0

    init(_ document: borrowing Document) {
        quotations = document.quotations
        quoted = document.quoted
    }

    /// The innermost quotation that says a range or whose cue it is; for a cue also what it attributes; and the quotation marks around it.
    @inline(__always)
    mutating func cover(of range: ByteRange) -> (quotation: Int?, content: ByteRange?, quoted: ByteRange?) {
        range.end <= quietEnd ? (nil, nil, nil) : find(range)
    }

    private mutating func find(_ range: ByteRange) -> (quotation: Int?, content: ByteRange?, quoted: ByteRange?) {
        while next < quotations.count, quotations[next].range.start <= range.start {
            open.append(next)
            nextEnd = min(nextEnd, quotations[next].range.end)
            next += 1
        }
        while nextQuoted < quoted.count, quoted[nextQuoted].end <= range.start { nextQuoted += 1 }
        let marks = nextQuoted < quoted.count && quoted[nextQuoted].overlaps(range) ? quoted[nextQuoted] : nil
        if nextEnd <= range.start { close(before: range.start) }
        if open.isEmpty {
            if marks == nil { findQuietEnd() }
            return (nil, nil, marks)
        }
        var innermost: Int?
        for place in open {
            if quotations[place].cue?.overlaps(range) == true { return (place, quotations[place].content, marks) }
            let content = quotations[place].content
            if content.contains(range), innermost.map({ content.count < quotations[$0].content.count }) ?? true { innermost = place }
        }
        return (innermost, nil, marks)
    }

    private mutating func findQuietEnd() {
        quietEnd = next < quotations.count ? quotations[next].range.start : .max
        if nextQuoted < quoted.count { quietEnd = min(quietEnd, quoted[nextQuoted].start) }
    }

    private mutating func close(before start: Int32) {
        open.removeAll { quotations[$0].range.end <= start }
        nextEnd = open.reduce(.max) { min($0, quotations[$1].range.end) }
    }
}
