/// Takes up the features of a span.
protocol EvidenceSink {
    mutating func add(_ feature: Int)
    /// Takes up a feature where a condition holds.
    mutating func add(_ feature: Int, if isSo: Bool)
}

extension EvidenceSink {
    /// Takes up a value of the template that begins at an offset.
    @inline(__always)
    mutating func add(_ offset: Int, _ value: Int) { add(offset &+ value) }

    @inline(__always)
    mutating func add(_ offset: Int, _ value: Int, if isSo: Bool) { add(offset &+ value, if: isSo) }
}

/// Reads the evidence for spans of a document.
///
/// Every feature is a class of words, of candidates or of mentions elsewhere in the text.
struct EvidenceReader {
    let offsets = EvidenceTemplate.Offsets()
    let blends = EvidenceBlend.Offsets()
    /// Of the tokens of spans and of the two beside them on either side: that of the first token at 1, with an edge before it and one behind the last.
    private var facts: [TokenFacts] = []
    /// By token of a span what the lists say of it.
    var listed: [ListedToken] = []
    private var factsReader: TokenFactsReader
    /// By label.
    let groups = EntityLabel.allCases.map { NameGroup($0) }
    /// The tokens of spans, in order: what lies between two stretches belongs to none.
    private(set) var stretches: [TokenRange] = []
    /// What the rules have chosen.
    private(set) var choice = MentionMap()
    /// What has been chosen since.
    private var revised = MentionMap()
    private var isRevised = false
    /// What is known of the words of `known`.
    private(set) var memory = MentionMemory()

    init(lexicon: Lexicon) { factsReader = TokenFactsReader(lexicon: lexicon) }

    /// The mentions that the memory knows.
    var known: MentionMap { isRevised ? revised : choice }

    /// Takes up what the rules have chosen, for the memory too if that is used.
    mutating func learn(_ chosen: [MentionMap.Mention], usesMemory: Bool, _ numbers: inout WordNumbers, _ document: Document) {
        choice.learn(chosen, document)
        if usesMemory {
            memory.learn(chosen, &numbers, document)
            isRevised = false
        } else {
            revise([], &numbers, document)
        }
    }

    /// Gives the memory another choice.
    mutating func revise(_ chosen: [MentionMap.Mention], _ numbers: inout WordNumbers, _ document: Document) {
        revised.learn(chosen, document)
        memory.learn(chosen, &numbers, document)
        isRevised = true
    }

    /// Reads what will be asked of the tokens of all spans and of those beside them. Nobody asks for others, whose facts are of earlier documents.
    mutating func reset(
        _ spans: [EvidenceSpan], _ candidates: [Candidate], _ numbers: inout WordNumbers, _ document: Document, _ names: NameTokens
    ) {
        let tokenCount = document.tokens.count
        findStretches(spans)
        noteListed(candidates, tokenCount)
        var facts: [TokenFacts] = []
        swap(&facts, &self.facts)
        facts.makeRoom(for: tokenCount + 3, .edge)
        facts[tokenCount + 1] = .edge
        var (end, before) = (0, Neighbour.edge)
        for stretch in stretches {
            let start = max(end, stretch.lowerBound - 2)
            if start > end { before = .edge }
            end = max(end, min(stretch.upperBound + 2, tokenCount))
            for index in start..<end {
                let read = factsReader.facts(index, behind: before, document, names)
                before = read.beforeName
                facts[index + 1] = read
            }
            for index in stretch {
                factsReader.readWord(index, document, names, into: &facts[index + 1])
                facts[index + 1].number = Int32(truncatingIfNeeded: numbers.number(at: index, document))
            }
        }
        swap(&facts, &self.facts)
    }

    /// Joins the spans, which come by their ends, where they touch or overlap.
    private mutating func findStretches(_ spans: [EvidenceSpan]) {
        stretches.removeAll(keepingCapacity: true)
        var stretch = 0..<0
        for span in spans {
            let tokens = span.tokens
            var start = tokens.lowerBound
            if start > stretch.upperBound {
                stretches.append(stretch)
            } else if start >= stretch.lowerBound {
                start = stretch.lowerBound
            } else {
                start = takeStretches(behind: start)
            }
            stretch = start..<tokens.upperBound
        }
        stretches.append(stretch)
    }

    /// Takes back the stretches that one from a token on reaches. Gives where it begins then.
    private mutating func takeStretches(behind start: Int) -> Int {
        var start = start
        while let last = stretches.last, last.upperBound >= start {
            start = min(start, last.lowerBound)
            stretches.removeLast()
        }
        return start
    }

    /// What a token is; it may be the one before the first or behind the last.
    @inline(__always)
    func facts(at token: Int) -> TokenFacts { facts[token + 1] }

    /// Hands all features of a span to a sink but those that depend on the memory. Most spans are single words, of which less is to be asked.
    @inline(__always)
    func read<Sink: EvidenceSink>(
        _ span: EvidenceSpan, isSole: Bool, _ spans: EvidenceSpans, _ candidates: [Candidate], into sink: inout Sink
    ) {
        let tokens = span.tokens
        let count = isSole ? 1 : tokens.count
        let first = facts(at: tokens.lowerBound)
        let last = isSole ? first : facts(at: tokens.upperBound - 1)
        let listed = span.first < 0 ? ListedKind() : readCandidates(span, count, spans, candidates, into: &sink)
        if isSole {
            readWord(first, isIndefinite: isIndefinite(tokens), isListed: listed.isCertain, into: &sink)
            sink.add(blends[.soleChoice], choice.role(at: tokens.lowerBound).code)
        } else {
            readWords(count, first, last, isListed: listed.isCertain, into: &sink)
            let mayLink = readInside(tokens, first, last, into: &sink)
            readChoice(tokens, into: &sink)
            readEdges(tokens, into: &sink)
            if mayLink { readLink(tokens, into: &sink) }
        }
        readListedAround(tokens, into: &sink)
        readNeighbours(tokens, listed.kind ?? (isSole ? first.kind : kind(first, last)), first, into: &sink)
    }

    // MARK: Words

    /// A single word.
    @inline(__always)
    private func readWord<Sink: EvidenceSink>(_ word: TokenFacts, isIndefinite: Bool, isListed: Bool, into sink: inout Sink) {
        let (roles, grades) = isListed ? (WordRole.count, Commonness.count) : (0, 0)
        sink.add(blends[.soleRole], roles + word.role.rawValue)
        sink.add(blends[.soleForm], word.form.rawValue)
        sink.add(blends[.soleCommonness], (grades + word.commonness.rawValue) &* 2 &+ (word.traits.contains(.initial) ? 1 : 0))
        sink.add(blends[.soleEnding], word.ending.rawValue)
        sink.add(blends[.soleName], Int(word.name))
        let indefinite = isIndefinite ? TokenFacts.Inner.indefinite.rawValue : 0
        sink.add(blends[.soleInside], Int(word.inner.rawValue | indefinite))
        sink.add(offsets[.inside], word.beforeName.rawValue, if: word.inner.contains(.small))
    }

    @inline(__always)
    private func readWords<Sink: EvidenceSink>(_ count: Int, _ first: TokenFacts, _ last: TokenFacts, isListed: Bool, into sink: inout Sink) {
        let (roles, grades) = isListed ? (WordRole.count, Commonness.count) : (0, 0)
        sink.add(offsets[.length], min(count, 6) - 1)
        sink.add(offsets[.firstRole], roles + first.role.rawValue)
        sink.add(offsets[.lastRole], roles + last.role.rawValue)
        sink.add(offsets[.firstForm], first.form.rawValue)
        sink.add(offsets[.lastForm], last.form.rawValue)
        sink.add(offsets[.firstCommon], grades + first.commonness.rawValue)
        sink.add(offsets[.lastCommon], grades + last.commonness.rawValue)
        sink.add(offsets[.lastEnding], last.ending.rawValue)
        sink.add(offsets[.initialCommon], grades + first.commonness.rawValue, if: first.traits.contains(.initial))
        sink.add(count == 2 ? offsets[.twoNames] : offsets[.moreNames], Int(first.name) &* 9 &+ Int(last.name))
    }

    /// Gives whether any of the words has no capital, so that it may be a link.
    @inline(__always)
    private func readInside<Sink: EvidenceSink>(_ tokens: TokenRange, _ first: TokenFacts, _ last: TokenFacts, into sink: inout Sink) -> Bool {
        var seen = first.inner.union(last.inner).subtracting(.head)
        var between = Self.between(first) | Self.between(last)
        var capitals = Self.capitals(first) + Self.capitals(last)
        for index in tokens.lowerBound + 1..<tokens.upperBound - 1 {
            let fact = facts(at: index)
            seen.formUnion(fact.inner)
            between |= Self.between(fact)
            capitals += Self.capitals(fact)
        }
        if isIndefinite(tokens) { seen.insert(.indefinite) }
        sink.add(offsets[.capitals], min(capitals, 4) - 1, if: capitals > 0)
        add(UInt64(seen.intersection(.values).rawValue), offsets[.inner], to: &sink)
        add(between, offsets[.inside], to: &sink)
        return between != 0
    }

    @inline(__always)
    private static func capitals(_ fact: TokenFacts) -> Int { fact.inner.contains(.capitals) ? 1 : 0 }

    /// The bit of what a word without a capital is between others.
    @inline(__always)
    private static func between(_ fact: TokenFacts) -> UInt64 {
        (fact.inner.contains(.small) ? 1 : 0) &<< UInt64(truncatingIfNeeded: fact.beforeName.rawValue)
    }

    /// As `NameTokens.isIndefinite`, of what has been read.
    @inline(__always)
    func isIndefinite(_ tokens: TokenRange) -> Bool {
        facts(at: tokens.lowerBound - 1).traits.contains(.indefiniteArticle) && facts(at: tokens.upperBound).traits.contains(.noNoun)
    }

    // MARK: The first choice

    /// A name that covers both ends covers all between them.
    private func readChoice<Sink: EvidenceSink>(_ tokens: TokenRange, into sink: inout Sink) {
        let (first, last) = (choice.index(at: tokens.lowerBound), choice.index(at: tokens.upperBound - 1))
        if first >= 0, first == last {
            let mention = choice.mentions[Int(first)]
            return sink.add(mention.tokens == tokens ? offsets[.choice] + mention.group.rawValue : offsets[.overlap] + mention.group.rawValue * 3)
        }
        var token = tokens.lowerBound
        while token < tokens.upperBound {
            guard let mention = choice[token] else {
                token += 1
                continue
            }
            let (group, own) = (mention.group.rawValue, mention.tokens)
            let isAround = tokens.lowerBound <= own.lowerBound && own.upperBound <= tokens.upperBound
            sink.add(offsets[.overlap], group * 3 + (isAround ? 1 : 2))
            if isAround, own.lowerBound == tokens.lowerBound { sink.add(offsets[.prefix], group) }
            if isAround, own.upperBound == tokens.upperBound { sink.add(offsets[.suffix], group) }
            token = own.upperBound
        }
    }

    /// What a span of several words is that no entry of the lexicons is.
    @inline(__always)
    private func kind(_ first: TokenFacts, _ last: TokenFacts) -> SpanKind {
        let isHeaded = last.role.isHead || first.role == .orgFirst
        let isFullName = first.name >= 3 || last.name % 3 > 0
        return isHeaded ? .headed : isFullName ? .fullName : .unknownWords
    }

    // MARK: Neighbours

    @inline(__always)
    private func readNeighbours<Sink: EvidenceSink>(_ tokens: TokenRange, _ kind: SpanKind, _ first: TokenFacts, into sink: inout Sink) {
        let (start, end) = (tokens.lowerBound, tokens.upperBound)
        let (left, right) = (before(start), after(end))
        let isInitial = first.traits.contains(.initial) && !first.traits.contains(.common)
        sink.add(isInitial ? blends[.leftOfInitial] : blends[.left], kind.rawValue &* Neighbour.count &+ left.rawValue)
        sink.add(blends[.right], kind.rawValue &* Neighbour.count &+ right.rawValue)
        sink.add(offsets[.leftBeyond], before(start - 1).rawValue, if: left != .edge)
        sink.add(offsets[.rightBeyond], after(end + 1).rawValue, if: right != .edge)
        sink.add(offsets[.joined], facts(at: start - 1).role.rawValue, if: first.traits.contains(.joined))
        let next = facts(at: end)
        sink.add(offsets[.joined], WordRole.count + next.role.rawValue, if: next.traits.contains(.joined))
        if left == .openQuote, right == .closeQuote { sink.add(offsets[.enclosed]) }
        if left == .openParenthesis, right == .closeParenthesis { sink.add(offsets[.enclosed], 1) }
        if left == .edge, right == .edge { sink.add(offsets[.enclosed], 2) }
    }

    /// What a name is that no other group has, by the nouns and marks beside it.
    func label(ofOther tokens: TokenRange) -> EntityLabel {
        switch (before(tokens.lowerBound), after(tokens.upperBound)) {
        case (.productNoun, _), (_, .productNoun): .product
        case (.openQuote, .closeQuote), (.workNoun, _), (_, .workNoun): .work
        default: .event
        }
    }

    /// What a name that begins with a token has on its left; the token may be the one before the first or behind the last.
    @inline(__always)
    func before(_ token: Int) -> Neighbour { facts(at: token).before }

    /// What a name that ends before a token has on its right; the token may be up to two behind the last.
    @inline(__always)
    func after(_ token: Int) -> Neighbour { facts(at: token).after }
}
