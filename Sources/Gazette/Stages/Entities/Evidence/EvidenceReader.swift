/// Takes up the features of a span.
protocol EvidenceSink {
    mutating func add(_ feature: Int)
}

extension EvidenceSink {
    /// Takes up a value of the template that begins at an offset.
    @inline(__always)
    mutating func add(_ offset: Int, _ value: Int) { add(offset &+ value) }
}

/// Reads the evidence for spans of a document.
///
/// Every feature is a class of words, of candidates or of mentions elsewhere in the text.
struct EvidenceReader {
    let offsets = EvidenceTemplate.Offsets()
    /// Of the tokens of spans and of the two beside them on either side: that of the first token at 1, with an edge before it and one behind the last.
    private var facts: [TokenFacts] = []
    /// The groups of the entries that begin and end with a token.
    var starts = TokenNotes(blank: ListedEdge())
    var ends = TokenNotes(blank: ListedEdge())
    private var factsReader: TokenFactsReader
    private let endings = EndingTable()
    /// The tokens whose facts have been read, in order.
    private var windows: [TokenRange] = []
    /// What the rules have chosen.
    var choice = MentionMap()
    /// What is known of the document's names: the rules' choice first, then the weights'.
    var memory = MentionMemory()

    init(lexicon: Lexicon) { factsReader = TokenFactsReader(lexicon: lexicon) }

    /// Reads what will be asked of the tokens of all spans and of those beside them. Nobody asks for others, whose facts are of earlier documents.
    mutating func reset(_ spans: [EvidenceSpan], _ candidates: [Candidate], _ document: Document, _ names: NameTokens) {
        let tokenCount = document.tokens.count
        noteEdges(candidates, tokenCount)
        findWindows(spans, tokenCount)
        var facts: [TokenFacts] = []
        swap(&facts, &self.facts)
        facts.makeRoom(for: tokenCount + 2, .edge)
        facts[tokenCount + 1] = .edge
        for window in windows {
            for index in window { facts[index + 1] = factsReader.facts(index, document, names) }
        }
        swap(&facts, &self.facts)
    }

    /// Joins the spans, which come by their ends, with two tokens on either side of each.
    private mutating func findWindows(_ spans: [EvidenceSpan], _ tokenCount: Int) {
        windows.removeAll(keepingCapacity: true)
        var window = 0..<0
        for span in spans {
            let tokens = span.tokens
            var start = max(0, tokens.lowerBound - 2)
            let end = min(tokens.upperBound + 2, tokenCount)
            if start > window.upperBound {
                windows.append(window)
            } else if start >= window.lowerBound {
                start = window.lowerBound
            } else {
                start = takeWindows(behind: start)
            }
            window = start..<end
        }
        windows.append(window)
    }

    /// Takes back the windows that one from a token on reaches. Gives where it begins then.
    private mutating func takeWindows(behind start: Int) -> Int {
        var start = start
        while let last = windows.last, last.upperBound >= start {
            start = min(start, last.lowerBound)
            windows.removeLast()
        }
        return start
    }

    /// What a token is; it may be the one before the first or behind the last.
    @inline(__always)
    func facts(at token: Int) -> TokenFacts { facts[token + 1] }

    /// The ending of a span's last word.
    func ending(_ tokens: TokenRange, _ document: Document) -> WordEnding {
        endings.ending(document.tokens[tokens.upperBound - 1].range, in: document.text)
    }

    /// Hands all features of a span to a sink but those that depend on the memory.
    @inline(__always)
    func read<Sink: EvidenceSink>(
        _ span: EvidenceSpan, _ ending: WordEnding, _ spans: EvidenceSpans, _ candidates: [Candidate], into sink: inout Sink
    ) {
        let tokens = span.tokens
        let (first, last) = (facts(at: tokens.lowerBound), facts(at: tokens.upperBound - 1))
        readWords(tokens.count, first, last, ending, into: &sink)
        readInside(tokens, first, last, into: &sink)
        let listed = span.first < 0 ? nil : readCandidates(span, tokens.count, spans, candidates, into: &sink)
        readChoice(tokens, into: &sink)
        if tokens.count > 1 { readParts(tokens, into: &sink) }
        readNeighbours(tokens, listed ?? kind(tokens.count, first, last, ending), first, into: &sink)
    }

    // MARK: Words

    @inline(__always)
    private func readWords<Sink: EvidenceSink>(
        _ count: Int, _ first: TokenFacts, _ last: TokenFacts, _ ending: WordEnding, into sink: inout Sink
    ) {
        sink.add(offsets[.length], min(count, 6) - 1)
        sink.add(offsets[.firstRole], first.role.rawValue)
        sink.add(offsets[.lastRole], last.role.rawValue)
        sink.add(offsets[.firstForm], first.form.rawValue)
        sink.add(offsets[.lastForm], last.form.rawValue)
        sink.add(offsets[.firstCommon], first.commonness.rawValue)
        sink.add(offsets[.lastCommon], last.commonness.rawValue)
        sink.add(offsets[.lastEnding], ending.rawValue)
        if first.traits.contains(.initial) { sink.add(offsets[.initialCommon], first.commonness.rawValue) }
        if count == 1 {
            sink.add(offsets[.soleCommon], first.commonness.rawValue)
            sink.add(offsets[.soleName], Int(first.name))
            sink.add(offsets[.soleEnding], ending.rawValue)
        } else {
            sink.add(count == 2 ? offsets[.twoNames] : offsets[.moreNames], Int(first.name) &* 9 &+ Int(last.name))
        }
    }

    @inline(__always)
    private func readInside<Sink: EvidenceSink>(_ tokens: TokenRange, _ first: TokenFacts, _ last: TokenFacts, into sink: inout Sink) {
        var (seen, between, capitals) = (first.inner.subtracting(.head), Self.between(first), Self.capitals(first))
        if tokens.count == 1 {
            seen.remove(.common)
        } else {
            seen.formUnion(last.inner.subtracting(.head))
            between |= Self.between(last)
            capitals += Self.capitals(last)
            for index in tokens.lowerBound + 1..<tokens.upperBound - 1 {
                let fact = facts(at: index)
                seen.formUnion(fact.inner)
                between |= Self.between(fact)
                capitals += Self.capitals(fact)
            }
        }
        if isIndefinite(tokens) { seen.insert(.indefinite) }
        if capitals > 0 { sink.add(offsets[.capitals], min(capitals, 4) - 1) }
        add(UInt64(seen.intersection(.values).rawValue), offsets[.inner], to: &sink)
        add(between, offsets[.inside], to: &sink)
    }

    @inline(__always)
    private static func capitals(_ fact: TokenFacts) -> Int { fact.inner.contains(.capitals) ? 1 : 0 }

    /// The bit of what a word without a capital is between others.
    @inline(__always)
    private static func between(_ fact: TokenFacts) -> UInt64 { fact.inner.contains(.small) ? 1 << UInt64(fact.beforeName.rawValue) : 0 }

    /// As `NameTokens.isIndefinite`, of what has been read.
    @inline(__always)
    func isIndefinite(_ tokens: TokenRange) -> Bool {
        facts(at: tokens.lowerBound - 1).traits.contains(.indefiniteArticle) && facts(at: tokens.upperBound).traits.contains(.noNoun)
    }

    // MARK: Candidates

    /// The kind of an entry of the lexicons where the best candidate for exactly this span is one; there must be a candidate.
    private func readCandidates<Sink: EvidenceSink>(
        _ span: EvidenceSpan, _ count: Int, _ spans: EvidenceSpans, _ candidates: [Candidate], into sink: inout Sink
    ) -> SpanKind? {
        var best = Int(span.first)
        var (rules, listed, guarded, listedGroups, grades) = (UInt32(0), UInt64(0), UInt32(0), 0, UInt32(0))
        var next = span.first
        let base = Candidate.base(count)
        while next >= 0 {
            let index = Int(next)
            let (rule, label, weight, score) = (candidates[index].rule, candidates[index].label, candidates[index].weight, candidates[index].score)
            let group = NameGroup(label).rawValue
            rules |= 1 << UInt32(rule.rawValue)
            if rule == .listed {
                listed |= 1 << UInt64(Int(label.rawValue) * 3 + (weight < 3 ? 0 : weight < 6 ? 1 : 2))
                if candidates[index].isGuarded { guarded |= 1 << UInt32(label.rawValue) } else { listedGroups |= 1 << group }
            }
            grades |= 1 << UInt32(group * Self.gradeCount + Self.grade(score, base))
            if candidates[best].score < score { best = index }
            next = spans.next(next)
        }
        add(UInt64(rules), offsets[.rule], to: &sink)
        add(listed, offsets[.listed], to: &sink)
        if listedGroups != 0 { sink.add(offsets[.listedGroups], listedGroups) }
        add(UInt64(guarded), offsets[.guarded], to: &sink)
        readGrades(grades, into: &sink)
        return candidates[best].rule == .listed ? SpanKind(NameGroup(candidates[best].label)) : nil
    }

    /// The highest of the grades of each group, which are bits.
    @inline(__always)
    private func readGrades<Sink: EvidenceSink>(_ grades: UInt32, into sink: inout Sink) {
        var rest = grades
        while rest != 0 {
            let first = rest.trailingZeroBitCount / Self.gradeCount * Self.gradeCount
            let own = rest & (UInt32(1) << UInt32(first + Self.gradeCount) - 1)
            sink.add(offsets[.score], UInt32.bitWidth - 1 - own.leadingZeroBitCount)
            rest ^= own
        }
    }

    @inline(__always)
    func add<Sink: EvidenceSink>(_ bits: UInt64, _ offset: Int, to sink: inout Sink) {
        var rest = bits
        while rest != 0 {
            sink.add(offset, rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }

    private static let gradeCount = 5

    /// A score against what the span is worth before its evidence, which is more than 40.
    @inline(__always)
    private static func grade(_ score: Int, _ base: Int) -> Int {
        (score > 0 ? 1 : 0) + (score >= base - 40 ? 1 : 0) + (score >= base ? 1 : 0) + (score >= base + 30 ? 1 : 0)
    }

    // MARK: The first choice

    @inline(__always)
    private func readChoice<Sink: EvidenceSink>(_ tokens: TokenRange, into sink: inout Sink) {
        var seen = Int32(-1)
        for token in tokens {
            let index = choice.index(at: token)
            guard index >= 0, index != seen else { continue }
            seen = index
            let mention = choice.mentions[Int(index)]
            let (group, own) = (mention.group.rawValue, mention.tokens)
            if own == tokens {
                sink.add(offsets[.choice], group)
            } else {
                let inside = own.lowerBound <= tokens.lowerBound && tokens.upperBound <= own.upperBound
                let around = tokens.lowerBound <= own.lowerBound && own.upperBound <= tokens.upperBound
                sink.add(offsets[.overlap], group * 3 + (inside ? 0 : around ? 1 : 2))
                if around, own.lowerBound == tokens.lowerBound { sink.add(offsets[.prefix], group) }
                if around, own.upperBound == tokens.upperBound { sink.add(offsets[.suffix], group) }
            }
        }
    }

    /// What a span is that no entry of the lexicons is.
    @inline(__always)
    private func kind(_ count: Int, _ first: TokenFacts, _ last: TokenFacts, _ ending: WordEnding) -> SpanKind {
        if last.role.isHead || first.role == .orgFirst { return count == 1 ? .head : .headed }
        if count > 1 { return first.name >= 3 || last.name % 3 > 0 ? .fullName : .unknownWords }
        if first.form.isCapitals { return .capitals }
        if first.traits.contains(.common) { return .common }
        if ending.isAdjective { return .adjective }
        return first.name > 0 ? .surname : .unknown
    }

    // MARK: Neighbours

    @inline(__always)
    private func readNeighbours<Sink: EvidenceSink>(_ tokens: TokenRange, _ kind: SpanKind, _ first: TokenFacts, into sink: inout Sink) {
        let (start, end) = (tokens.lowerBound, tokens.upperBound)
        let (left, right) = (before(start), after(end))
        sink.add(offsets[.left], left.rawValue)
        sink.add(offsets[.right], right.rawValue)
        sink.add(offsets[.leftOfKind], kind.rawValue &* Neighbour.count &+ left.rawValue)
        sink.add(offsets[.rightOfKind], kind.rawValue &* Neighbour.count &+ right.rawValue)
        if left != .edge { sink.add(offsets[.leftBeyond], before(start - 1).rawValue) }
        if right != .edge { sink.add(offsets[.rightBeyond], after(end + 1).rawValue) }
        if first.traits.contains(.initial), !first.traits.contains(.common) {
            sink.add(offsets[.positionOfKind], kind.rawValue * 2 + (Self.opens(left) ? 0 : 1))
        }
        if first.traits.contains(.joined) { sink.add(offsets[.joined], facts(at: start - 1).role.rawValue) }
        let next = facts(at: end)
        if next.traits.contains(.joined) { sink.add(offsets[.joined], WordRole.count + next.role.rawValue) }
        if left == .openQuote, right == .closeQuote { sink.add(offsets[.enclosed]) }
        if left == .openParenthesis, right == .closeParenthesis { sink.add(offsets[.enclosed], 1) }
        if left == .edge, right == .edge { sink.add(offsets[.enclosed], 2) }
    }

    /// Whether a word behind it may be capitalised as the first of its sentence.
    private static func opens(_ neighbour: Neighbour) -> Bool {
        switch neighbour {
        case .edge, .period, .colon, .openQuote, .openParenthesis, .mark: true
        default: false
        }
    }

    @inline(__always)
    func before(_ token: Int) -> Neighbour { facts(at: token).traits.contains(.paragraph) ? .edge : facts(at: token - 1).beforeName }

    @inline(__always)
    func after(_ token: Int) -> Neighbour {
        let fact = facts(at: token)
        return fact.traits.contains(.paragraph) ? .edge : fact.afterName
    }
}
