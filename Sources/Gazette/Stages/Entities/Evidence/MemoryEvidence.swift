/// The evidence of names elsewhere in the document.
extension EvidenceReader {
    /// Hands over what is known of the span's words and of the names beside it.
    @inline(__always)
    func readMemory<Sink: EvidenceSink>(
        _ tokens: TokenRange, isSole: Bool, _ known: MentionMap, _ numbers: inout WordNumbers, _ document: Document, into sink: inout Sink
    ) {
        readSeries(tokens, known, into: &sink)
        let first = elsewhere(numbers.number(at: tokens.lowerBound, document), at: tokens.lowerBound, known)
        if isSole {
            readWhole(first, into: &sink)
            readElsewhere(first, offsets[.firstElsewhere], into: &sink)
        } else {
            let last = elsewhere(numbers.number(at: tokens.upperBound - 1, document), at: tokens.upperBound - 1, known)
            // Where the same words are a mention, the first begins one and the last ends one.
            if first.contains(.first), last.contains(.last) { readWhole(elsewhere(tokens, known, &numbers, document), into: &sink) }
            readElsewhere(first, offsets[.firstElsewhere], into: &sink)
            readElsewhere(last, offsets[.lastElsewhere], into: &sink)
        }
    }

    /// Whether the memory may have another answer for a span since names have come or gone.
    @inline(__always)
    func depends(_ tokens: TokenRange, on changes: MentionChanges, _ numbers: inout WordNumbers, _ document: Document) -> Bool {
        let (start, end) = (tokens.lowerBound, tokens.upperBound)
        return changes.concern(
            tokens, numbers.number(at: start, document), numbers.number(at: end - 1, document),
            isSeries: (before(start).isSeries, after(end).isSeries))
    }

    /// What has been made of a token's word but by the mention that the token belongs to.
    @inline(__always)
    private func elsewhere(_ word: Int, at token: Int, _ known: MentionMap) -> MentionMemory.Record {
        var record = memory.record(of: word)
        record.remove(part: known.part(at: token))
        return record
    }

    /// What has been made of a row of words but by a mention of just these tokens.
    private func elsewhere(
        _ tokens: TokenRange, _ known: MentionMap, _ numbers: inout WordNumbers, _ document: Document
    ) -> MentionMemory.Record {
        var record = memory.record(of: numbers.row(of: tokens, document))
        if let own = known[tokens.lowerBound], own.tokens == tokens { record.remove(part: own.group.rawValue) }
        return record
    }

    /// `X, Y and Z`: the groups of the mentions that a comma or `and` joins to it.
    @inline(__always)
    private func readSeries<Sink: EvidenceSink>(_ tokens: TokenRange, _ known: MentionMap, into sink: inout Sink) {
        let (start, end) = (tokens.lowerBound, tokens.upperBound)
        let (left, right) = (known.part(at: start - 2), known.part(at: end + 1))
        let isSeries = (left: left >= 0 && before(start).isSeries, right: right >= 0 && after(end).isSeries)
        sink.add(offsets[.series], left % NameGroup.count, if: isSeries.left)
        sink.add(offsets[.series], NameGroup.count + right % NameGroup.count, if: isSeries.right)
    }

    @inline(__always)
    private func readWhole<Sink: EvidenceSink>(_ record: MentionMemory.Record, into sink: inout Sink) {
        record.eachWhole { group, count in sink.add(offsets[.mention], group &* 2 &+ (count == 1 ? 0 : 1)) }
    }

    @inline(__always)
    private func readElsewhere<Sink: EvidenceSink>(_ record: MentionMemory.Record, _ offset: Int, into sink: inout Sink) {
        record.each { part, group in sink.add(offset, group &* 3 &+ part) }
    }
}
