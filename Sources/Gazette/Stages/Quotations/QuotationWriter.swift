/// Turns attributions and the quotations that nobody claims into the layer.
struct QuotationWriter {
    let text: ClauseText
    let quotes: [QuotedSpan]

    func write(_ found: [Attribution], to document: inout Document) {
        var quotations: [Quotation] = []
        for attribution in found {
            quotations.append(quotation(attribution.content, attribution, cue: attribution.cue, document))
            if let rest = attribution.rest { quotations.append(quotation(rest, attribution, cue: nil, document)) }
        }
        appendUnclaimed(document, to: &quotations)
        quotations.sort { $0.range != $1.range ? $0.range < $1.range : $0.content < $1.content }
        document.quotations = quotations
        document.quoted = quotes.lazy.filter { $0.depth == 0 }.map { document.byteRange(of: $0.tokens) }
    }

    private func quotation(_ content: TokenRange, _ attribution: Attribution, cue: TokenRange?, _ document: Document) -> Quotation {
        let range = attribution.speaker.map(document.byteRange)
        return Quotation(
            content: document.byteRange(of: content), isDirect: text[content.lowerBound] == .openQuote, cue: cue.map(document.byteRange),
            speaker: range, entity: range.flatMap { entity(in: $0, document) }, evidence: attribution.evidence)
    }

    /// The last entity of the speaker's noun phrase before a preposition: its head, or its owner.
    private func entity(in range: ByteRange, _ document: Document) -> Int? {
        var (low, high) = (0, document.entities.count)
        while low < high {
            let middle = (low + high) / 2
            if document.entities[middle].range.start < range.start { low = middle + 1 } else { high = middle }
        }
        guard low < document.entities.count, document.entities[low].range.end == range.end else { return nil }
        return low
    }

    /// Quotations without an attribution of their own; one that follows a quotation of the same paragraph is the same speaker's.
    private func appendUnclaimed(_ document: Document, to quotations: inout [Quotation]) {
        var claimed = quotations.map(\.content).sorted()
        var covered: Int32 = 0
        claimed.removeAll { range in
            defer { covered = max(covered, range.end) }
            return range.end <= covered
        }
        var place = 0
        for span in quotes where span.depth == 0 && span.tokens.count >= 6 {
            let range = document.byteRange(of: span.tokens)
            while place < claimed.count, claimed[place].end <= range.start { place += 1 }
            if place < claimed.count, claimed[place].overlaps(range) { continue }
            quotations.append(Quotation(content: range, isDirect: true, evidence: .rule("quotation-marks")))
        }
    }
}
