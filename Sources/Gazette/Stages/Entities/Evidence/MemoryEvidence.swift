/// The evidence of names elsewhere in the document.
extension EvidenceReader {
    /// Hands over what is known of the span's words and of the names beside it.
    @inline(__always)
    func readMemory<Sink: EvidenceSink>(
        _ tokens: TokenRange, isSole: Bool, _ known: MentionMap, _ numbers: inout WordNumbers, _ document: Document, into sink: inout Sink
    ) {
        readSeries(tokens, known, into: &sink)
        let first = elsewhere(at: tokens.lowerBound, known)
        if isSole { return readSole(first, into: &sink) }
        let last = elsewhere(at: tokens.upperBound - 1, known)
        // Where the same words are a mention, the first begins one and the last ends one.
        if first.contains(.first), last.contains(.last) { readWhole(elsewhere(tokens, known, &numbers, document), into: &sink) }
        first.each { place, _ in sink.add(offsets[.firstElsewhere], place) }
        last.each { place, _ in sink.add(offsets[.lastElsewhere], place) }
    }

    /// Whether the memory may have another answer for a span since names have come or gone.
    @inline(__always)
    func depends(_ tokens: TokenRange, isSole: Bool, on changes: MentionChanges) -> Bool {
        let first = tokens.lowerBound
        let last = isSole ? first : tokens.upperBound - 1
        return changes.concern(first, number(at: first), last, number(at: last))
    }

    @inline(__always)
    private func number(at token: Int) -> Int { Int(facts(at: token).number) }

    /// What has been made of a token's word but by the mention that the token belongs to.
    @inline(__always)
    private func elsewhere(at token: Int, _ known: MentionMap) -> MentionMemory.Record {
        var record = memory.record(of: number(at: token))
        record.remove(known.role(at: token))
        return record
    }

    /// What has been made of a row of words but by a mention of just these tokens.
    private func elsewhere(
        _ tokens: TokenRange, _ known: MentionMap, _ numbers: inout WordNumbers, _ document: Document
    ) -> MentionMemory.Record {
        var record = memory.record(of: numbers.row(of: tokens, document))
        if let own = known[tokens.lowerBound], own.tokens == tokens { record.remove(.whole(own.group)) }
        return record
    }

    /// `X, Y and Z`: the groups of the mentions that a comma or `and` joins to it.
    @inline(__always)
    private func readSeries<Sink: EvidenceSink>(_ tokens: TokenRange, _ known: MentionMap, into sink: inout Sink) {
        let (start, end) = (tokens.lowerBound, tokens.upperBound)
        let (left, right) = (known.role(at: start - 2), known.role(at: end + 1))
        sink.add(blends[.seriesBefore], (before(start).isSeries ? left : .none).code)
        sink.add(blends[.seriesAfter], (after(end).isSeries ? right : .none).code)
    }

    @inline(__always)
    private func readSole<Sink: EvidenceSink>(_ record: MentionMemory.Record, into sink: inout Sink) {
        record.each { place, count in sink.add(blends[.soleElsewhere], place &* 2 &+ (count == 1 ? 0 : 1)) }
    }

    private func readWhole<Sink: EvidenceSink>(_ record: MentionMemory.Record, into sink: inout Sink) {
        record.each { place, count in sink.add(offsets[.mention], place / MentionMemory.Record.partCount * 2 + (count == 1 ? 0 : 1)) }
    }
}
