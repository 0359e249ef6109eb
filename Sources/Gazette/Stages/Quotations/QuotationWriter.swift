/// Turns attributions and the quotations that nobody claims into the layer.
struct QuotationWriter {
    /// The direct quotations that somebody claims, by their content.
    private var claimed: [Quotation] = []
    private var covered = Covered()

    mutating func write(_ found: [Attribution], _ quotes: [QuotedSpan], to document: inout Document) {
        var quotations: [Quotation] = []
        swap(&quotations, &document.quotations)
        quotations.removeAll(keepingCapacity: true)
        for attribution in found {
            quotations.append(quotation(attribution.content, attribution, cue: attribution.cue, document))
            if let rest = attribution.rest {
                quotations.append(quotation(rest, attribution, cue: nil, document))
            }
        }
        if !quotes.isEmpty { appendUnclaimed(quotes, document, to: &quotations) }
        quotations.sort { $0.range != $1.range ? $0.range < $1.range : $0.content < $1.content }
        swap(&quotations, &document.quotations)
        document.quoted.removeAll(keepingCapacity: true)
        for span in quotes where span.depth == 0 { document.quoted.append(document.byteRange(of: span.tokens)) }
    }

    private func quotation(
        _ content: TokenRange, _ attribution: Attribution, cue: TokenRange?, _ document: Document
    ) -> Quotation {
        let range = attribution.speaker.map(document.byteRange)
        return Quotation(
            content: document.byteRange(of: content), isDirect: document.clauses.tokens[content.lowerBound].part == .openQuote,
            cue: cue.map(document.byteRange),
            speaker: range, entity: range.flatMap { entity(in: $0, document) },
            evidence: attribution.evidence)
    }

    /// The last entity of the speaker's noun phrase before a preposition: its head, or its owner.
    private func entity(in range: ByteRange, _ document: Document) -> Int? {
        let first = document.firstEntity(from: range.start)
        return first < document.entities.count && document.entities[first].range.end == range.end ? first : nil
    }

    /// Quotations without an attribution of their own; one that goes on after "…," he said. is the same speaker's.
    private mutating func appendUnclaimed(_ quotes: [QuotedSpan], _ document: Document, to quotations: inout [Quotation]) {
        claimed.removeAll(keepingCapacity: true)
        for quotation in quotations where quotation.isDirect { claimed.append(quotation) }
        claimed.sort { $0.content < $1.content }
        covered.set(quotations)
        var place = 0
        var last: Quotation?
        for span in quotes where span.depth == 0 && span.tokens.count >= 6 {
            let range = document.byteRange(of: span.tokens)
            while place < claimed.count, claimed[place].content.start <= range.start {
                last = claimed[place]
                place += 1
            }
            if covered.overlaps(range) { continue }
            let speaker = last.flatMap { goesOn($0, at: span.tokens.lowerBound, document) ? $0 : nil }
            let quotation = Quotation(
                content: range, isDirect: true, speaker: speaker?.speaker, entity: speaker?.entity,
                evidence: .rule(speaker == nil ? "quotation-marks" : "quotation-goes-on"))
            quotations.append(quotation)
            if speaker != nil { last = quotation }
        }
    }

    /// Whether a quotation begins the sentence after the one that ends an attributed quotation, in the same paragraph.
    private func goesOn(_ last: Quotation, at first: Int, _ document: Document) -> Bool {
        let tokens = document.tokens
        guard last.speaker != nil, tokens[first].gap < .paragraph, first > 0,
            document.clauses.tokens[first - 1].part == .stop || document.clauses.tokens[first - 1].part == .closeQuote
        else {
            return false
        }
        var place = first
        while place > 0, tokens[place - 1].range.start >= last.content.end {
            place -= 1
            if tokens[place].gap == .paragraph || first - place > Self.mostBetween { return false }
        }
        return document.clauses.tokens[place..<first].count { $0.part == .stop } <= 1
    }

    /// How many tokens an attribution between two parts of a quotation may have.
    private static let mostBetween = 60
}

/// Stretches that are taken, asked from left to right or not.
private struct Covered {
    private var ranges: [ByteRange] = []

    /// Takes what quotations contain; ranges that overlap are joined.
    mutating func set(_ quotations: [Quotation]) {
        ranges.removeAll(keepingCapacity: true)
        for quotation in quotations { ranges.append(quotation.content) }
        ranges.sort()
        var count = 0
        for place in ranges.indices {
            let range = ranges[place]
            if count > 0, ranges[count - 1].end > range.start {
                ranges[count - 1].end = max(ranges[count - 1].end, range.end)
            } else {
                ranges[count] = range
                count += 1
            }
        }
        ranges.removeLast(ranges.count - count)
    }

    func overlaps(_ range: ByteRange) -> Bool {
        let first = ranges.partitioningIndex { $0.end > range.start }
        return first < ranges.count && ranges[first].overlaps(range)
    }
}
