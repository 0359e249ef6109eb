/// What the lists say of a token: the groups of the entries that begin and end with it, a bit each, the length of the shortest of them, and
/// the longest entry of several words that it belongs to.
struct ListedToken: BitwiseCopyable {
    private(set) var starting: UInt8 = 0
    private(set) var ending: UInt8 = 0
    private(set) var shortestStarting = UInt8.max
    private(set) var shortestEnding = UInt8.max
    /// The tokens of the longest entry; none at first, behind all tokens.
    private(set) var start = Int32.max
    private(set) var end: Int32 = 0

    /// Notes an entry of some words that begins with it.
    @inline(__always)
    mutating func begin(_ group: NameGroup, _ count: Int) {
        starting |= 1 << UInt8(truncatingIfNeeded: group.rawValue)
        shortestStarting = min(shortestStarting, UInt8(clamping: count))
    }

    /// Notes an entry of some words that ends with it.
    @inline(__always)
    mutating func end(_ group: NameGroup, _ count: Int) {
        ending |= 1 << UInt8(truncatingIfNeeded: group.rawValue)
        shortestEnding = min(shortestEnding, UInt8(clamping: count))
    }

    /// Notes an entry that it belongs to.
    mutating func cover(_ tokens: TokenRange) {
        guard Int(end - start) < tokens.count else { return }
        (start, end) = (Int32(truncatingIfNeeded: tokens.lowerBound), Int32(truncatingIfNeeded: tokens.upperBound))
    }
}

extension EvidenceReader {
    /// Takes up the listed candidates. Their tokens are among those of the spans.
    ///
    /// SAFETY: there is room for every token of the document, and candidates have no others.
    mutating func noteListed(_ candidates: [Candidate], _ tokenCount: Int) {
        var listed: [ListedToken] = []
        swap(&listed, &self.listed)
        listed.makeRoom(for: tokenCount, ListedToken())
        listed.withUnsafeMutableBufferPointer { listed in
            for stretch in stretches {
                for token in stretch { listed[token] = ListedToken() }
            }
            for candidate in candidates where candidate.rule == .listed && !candidate.isGuarded {
                let (tokens, group) = (candidate.tokens, groups[Int(candidate.label.rawValue)])
                listed[tokens.lowerBound].begin(group, tokens.count)
                listed[tokens.upperBound - 1].end(group, tokens.count)
                guard tokens.count > 1 else { continue }
                for token in tokens { listed[token].cover(tokens) }
            }
        }
        swap(&listed, &self.listed)
    }

    /// Whether a span is a part of a longer entry, or begins or ends within one.
    @inline(__always)
    func readListedAround<Sink: EvidenceSink>(_ tokens: TokenRange, into sink: inout Sink) {
        let (first, last) = (listed[tokens.lowerBound], listed[tokens.upperBound - 1])
        let isBehind = Int(first.start) < tokens.lowerBound
        let isBefore = Int(last.end) > tokens.upperBound
        let isInside = Int(first.start) <= tokens.lowerBound && Int(first.end) >= tokens.upperBound
        sink.add(offsets[.listedAround], isInside ? 0 : 1, if: (isBehind ? 1 : 0) | (isBefore ? 1 : 0) != 0)
    }

    /// What is listed at the start and at the end of a longer span.
    @inline(__always)
    func readEdges<Sink: EvidenceSink>(_ tokens: TokenRange, into sink: inout Sink) {
        let (first, last) = (listed[tokens.lowerBound], listed[tokens.upperBound - 1])
        let (start, end) = (Int(first.shortestStarting), Int(last.shortestEnding))
        let isGiven = facts(at: tokens.lowerBound + min(start, tokens.count - 1)).name >= 3
        sink.add(blends[.starts], start < tokens.count ? Int(first.starting) &* 2 &+ (isGiven ? 1 : 0) : 0)
        sink.add(blends[.ends], end < tokens.count ? Int(last.ending) : 0)
    }

    /// What a link inside of a longer span joins.
    func readLink<Sink: EvidenceSink>(_ tokens: TokenRange, into sink: inout Sink) {
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
        let (first, last) = (Int(listed[tokens.lowerBound].shortestStarting), Int(listed[tokens.upperBound - 1].shortestEnding))
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
