/// In whose words a range stands.
struct QuotationCover {
    /// The innermost quotation that says it or whose cue it is.
    var quotation: Int?
    /// What that attributes, where the range is its cue.
    var content: ByteRange?
    /// The quotation marks around the range.
    var quoted: ByteRange?
}

/// Asks, from left to right, in whose words ranges stand that do not overlap, or are the same.
struct QuotationCovers {
    private let quotations: [Quotation]
    private let quoted: [ByteRange]
    private var next = 0
    private var nextQuoted = 0
    /// Quotations that have begun and not ended, by their place.
    private var open: [Int] = []
    private var last = QuotationCover()
    /// The answer is the last one up to here: nothing begins or ends before.
    private var steadyEnd: Int32 = 0

    init(_ document: borrowing Document) {
        quotations = document.quotations
        quoted = document.quoted
    }

    @inline(__always)
    mutating func cover(of range: ByteRange) -> QuotationCover {
        if range.end > steadyEnd { find(range) }
        return last
    }

    private mutating func find(_ range: ByteRange) {
        pass(range.start)
        last = QuotationCover()
        findMarks(range)
        var innermost = Int32.max
        for place in open {
            let quotation = quotations[place]
            if let cue = quotation.cue {
                if cue.overlaps(range) {
                    (last.quotation, last.content, steadyEnd) = (place, quotation.content, range.end)
                    return
                }
                limit(cue, behind: range.start)
            }
            limit(quotation.content, behind: range.start)
            if quotation.content.contains(range), Int32(quotation.content.count) < innermost {
                (last.quotation, innermost) = (place, Int32(quotation.content.count))
            }
        }
    }

    /// Opens the quotations that begin at a byte or before it, and closes those that end there.
    private mutating func pass(_ start: Int32) {
        while next < quotations.count, quotations[next].range.start <= start {
            open.append(next)
            next += 1
        }
        if !open.isEmpty { open.removeAll { quotations[$0].range.end <= start } }
        steadyEnd = next < quotations.count ? quotations[next].range.start : .max
    }

    private mutating func findMarks(_ range: ByteRange) {
        while nextQuoted < quoted.count, quoted[nextQuoted].end <= range.start { nextQuoted += 1 }
        guard nextQuoted < quoted.count else { return }
        if quoted[nextQuoted].overlaps(range) { last.quoted = quoted[nextQuoted] }
        limit(quoted[nextQuoted], behind: range.start)
    }

    /// Where a range begins or ends behind a byte, the answer may be another.
    private mutating func limit(_ range: ByteRange, behind start: Int32) {
        if range.start > start { steadyEnd = min(steadyEnd, range.start) } else if range.end > start { steadyEnd = min(steadyEnd, range.end) }
    }
}
