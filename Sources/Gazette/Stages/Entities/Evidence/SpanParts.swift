/// The groups of the entries that begin or end with a token, a bit each, and the length of the shortest.
struct ListedEdge {
    var groups: UInt8 = 0
    var shortest: UInt8 = .max

    mutating func add(_ candidate: Candidate) {
        groups |= 1 << UInt8(NameGroup(candidate.label).rawValue)
        shortest = min(shortest, UInt8(clamping: candidate.tokens.count))
    }
}

/// The tokens of an entry of several words; none at first.
struct ListedCover: BitwiseCopyable {
    var start: Int32 = 0
    var end: Int32 = 0
}

extension EvidenceReader {
    mutating func noteEdges(_ candidates: [Candidate], _ tokenCount: Int) {
        starts.reset(count: tokenCount)
        ends.reset(count: tokenCount)
        longest.reset(count: tokenCount)
        for candidate in candidates where candidate.rule == .listed && !candidate.isGuarded {
            var edge = starts[candidate.tokens.lowerBound]
            edge.add(candidate)
            starts.note(edge, at: candidate.tokens.lowerBound)
            edge = ends[candidate.tokens.upperBound - 1]
            edge.add(candidate)
            ends.note(edge, at: candidate.tokens.upperBound - 1)
            if candidate.tokens.count > 1 { noteCover(candidate.tokens) }
        }
    }

    private mutating func noteCover(_ tokens: TokenRange) {
        let cover = ListedCover(start: Int32(truncatingIfNeeded: tokens.lowerBound), end: Int32(truncatingIfNeeded: tokens.upperBound))
        for token in tokens where longest[token].end - longest[token].start < cover.end - cover.start { longest.note(cover, at: token) }
    }

    /// Whether a span is a part of a longer entry, or begins or ends within one.
    @inline(__always)
    func readListedAround<Sink: EvidenceSink>(_ tokens: TokenRange, into sink: inout Sink) {
        let (first, last) = (longest[tokens.lowerBound], longest[tokens.upperBound - 1])
        let isBehind = first.end > 0 && Int(first.start) < tokens.lowerBound
        let isBefore = Int(last.end) > tokens.upperBound
        if isBehind || isBefore {
            let isInside = Int(first.start) <= tokens.lowerBound && Int(first.end) >= tokens.upperBound
            sink.add(offsets[.listedAround], isInside ? 0 : 1)
        }
    }

    /// What is listed at the start and at the end of a longer span, and what a link inside of it joins.
    func readParts<Sink: EvidenceSink>(_ tokens: TokenRange, into sink: inout Sink) {
        let (first, last) = (starts[tokens.lowerBound], ends[tokens.upperBound - 1])
        if Int(first.shortest) < tokens.count {
            let isGiven = facts(at: tokens.lowerBound + Int(first.shortest)).name >= 3
            var rest = first.groups
            while rest != 0 {
                sink.add(offsets[.starts], rest.trailingZeroBitCount * 2 + (isGiven ? 1 : 0))
                rest &= rest - 1
            }
        }
        if Int(last.shortest) < tokens.count { add(UInt64(last.groups), offsets[.ends], to: &sink) }
        guard tokens.count > 2, let link = tokens.dropFirst().dropLast().first(where: { isLink(facts(at: $0)) }) else { return }
        let right = (link + 1..<tokens.upperBound).first { !isLink(facts(at: $0)) } ?? link + 1
        let count = LinkedPart.count
        let kind = Self.linkKind(facts(at: link).beforeName)
        let parts = (part(tokens.lowerBound..<link), part(right..<tokens.upperBound))
        sink.add(offsets[.linked], (kind * count + parts.0.rawValue) * count + parts.1.rawValue)
    }

    /// The two listed names that a span is, with *and* between them.
    func joinedNames(_ tokens: TokenRange) -> (TokenRange, TokenRange)? {
        guard tokens.count > 2 else { return nil }
        let (first, last) = (Int(starts[tokens.lowerBound].shortest), Int(ends[tokens.upperBound - 1].shortest))
        guard first + 1 + last == tokens.count else { return nil }
        let link = tokens.lowerBound + first
        guard isLink(facts(at: link)), facts(at: link).beforeName == .and else { return nil }
        return (tokens.lowerBound..<link, link + 1..<tokens.upperBound)
    }

    private func isLink(_ fact: TokenFacts) -> Bool { fact.form == .small && fact.role == .link }

    private static func linkKind(_ link: Neighbour) -> Int {
        switch link {
        case .of: 0
        case .for: 1
        case .and: 2
        default: 3
        }
    }

    private func part(_ tokens: TokenRange) -> LinkedPart {
        if let mention = choice[tokens.lowerBound], mention.tokens == tokens { return LinkedPart(mention.group) }
        return facts(at: tokens.upperBound - 1).role.isHead || facts(at: tokens.lowerBound).role == .orgFirst ? .headed : .plain
    }
}
