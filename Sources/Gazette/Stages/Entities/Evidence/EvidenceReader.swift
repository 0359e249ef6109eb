/// Takes up the features of a span.
protocol EvidenceSink {
    mutating func add(_ feature: Int)
}

/// Reads the evidence for spans of a document.
///
/// Every feature is a class of words, of candidates or of mentions elsewhere in the text.
struct EvidenceReader {
    let offsets = EvidenceTemplate.offsets
    /// By token, of the tokens of spans and of the two beside them on either side.
    private(set) var facts: [TokenFacts] = []
    /// The groups of the entries that begin and end with a token.
    var starts = TokenNotes(blank: ListedEdge())
    var ends = TokenNotes(blank: ListedEdge())
    private var factsReader: TokenFactsReader
    private let endings = EndingTable()
    private var tokenCount = 0
    /// The tokens whose facts have been read, in order.
    private var windows: [TokenRange] = []
    /// What the rules have chosen.
    var choice = MentionMap()
    /// What is known of the document's names: the rules' choice first, then the weights'.
    var memory = MentionMemory()

    init(lexicon: Lexicon) { factsReader = TokenFactsReader(lexicon: lexicon) }

    /// Reads what will be asked of the tokens of all spans and of those beside them. Nobody asks for others, whose facts are of earlier documents.
    mutating func reset(_ spans: [EvidenceSpan], _ candidates: [Candidate], _ document: Document, _ names: NameTokens) {
        tokenCount = document.tokens.count
        noteEdges(candidates, tokenCount)
        if facts.count < tokenCount { facts += repeatElement(TokenFacts.blank, count: tokenCount - facts.count) }
        findWindows(spans)
        for window in windows {
            for index in window { facts[index] = factsReader.facts(index, document, names) }
        }
    }

    /// Joins the spans, which come by their ends, with two tokens on either side of each.
    private mutating func findWindows(_ spans: [EvidenceSpan]) {
        windows.removeAll(keepingCapacity: true)
        for span in spans {
            var start = max(0, span.tokens.lowerBound - 2)
            while let last = windows.last, last.upperBound >= start {
                start = min(start, last.lowerBound)
                windows.removeLast()
            }
            windows.append(start..<min(span.tokens.upperBound + 2, tokenCount))
        }
    }

    /// Hands all features of a span to a sink but those that depend on the memory.
    func read<Sink: EvidenceSink>(
        _ span: EvidenceSpan, _ spans: EvidenceSpans, _ candidates: [Candidate], _ document: Document, into sink: inout Sink
    ) {
        let tokens = span.tokens
        let ending = endings.ending(document.tokens[tokens.upperBound - 1].range, in: document.text)
        readWords(tokens, ending, into: &sink)
        readInside(tokens, into: &sink)
        let best = readCandidates(span, spans, candidates, into: &sink)
        readChoice(tokens, into: &sink)
        if tokens.count > 1 { readParts(tokens, into: &sink) }
        let kind = best.flatMap { Self.kind(candidates[$0]) } ?? kind(tokens, ending)
        readNeighbours(tokens, kind, into: &sink)
    }

    /// What the memory is asked for a span.
    struct Question {
        var words: MentionMemory.Words
        /// The tokens before and behind the span that a comma, a hyphen or `and` joins to it, -1 where nothing does.
        var left: Int32 = -1
        var right: Int32 = -1
    }

    /// The question for a span, which stays the same whatever is chosen.
    func question(_ tokens: TokenRange, _ numbers: inout WordNumbers, _ document: Document) -> Question {
        let (start, end) = (tokens.lowerBound, tokens.upperBound)
        var question = Question(words: MentionMemory.words(tokens, &numbers, document))
        if start >= 2, Self.isSeries(before(start)) { question.left = Int32(truncatingIfNeeded: start - 2) }
        if end + 1 < tokenCount, Self.isSeries(after(end)) { question.right = Int32(truncatingIfNeeded: end + 1) }
        return question
    }

    private static func isSeries(_ neighbour: Neighbour) -> Bool { neighbour == .comma || neighbour == .and || neighbour == .hyphen }

    /// Hands over what is known of the span's words and of the names beside it.
    func readMemory<Sink: EvidenceSink>(_ tokens: TokenRange, _ question: Question, into sink: inout Sink) {
        readSeries(question, into: &sink)
        readMentions(tokens, question.words, into: &sink)
    }

    // MARK: Words

    private func readWords<Sink: EvidenceSink>(_ tokens: TokenRange, _ ending: WordEnding, into sink: inout Sink) {
        let first = facts[tokens.lowerBound]
        let last = facts[tokens.upperBound - 1]
        sink.add(offsets[.length] + min(tokens.count, 6) - 1)
        sink.add(offsets[.firstRole] + first.role.rawValue)
        sink.add(offsets[.lastRole] + last.role.rawValue)
        sink.add(offsets[.firstForm] + first.form.rawValue)
        sink.add(offsets[.lastForm] + last.form.rawValue)
        sink.add(offsets[.firstCommon] + first.commonness.rawValue)
        sink.add(offsets[.lastCommon] + last.commonness.rawValue)
        sink.add(offsets[.lastEnding] + ending.rawValue)
        if first.traits.contains(.initial) { sink.add(offsets[.initialCommon] + first.commonness.rawValue) }
        switch tokens.count {
        case 1:
            sink.add(offsets[.soleCommon] + first.commonness.rawValue)
            sink.add(offsets[.soleName] + Int(first.name))
            sink.add(offsets[.soleEnding] + ending.rawValue)
        case 2: sink.add(offsets[.twoNames] + Int(first.name) * 9 + Int(last.name))
        default: sink.add(offsets[.moreNames] + Int(first.name) * 9 + Int(last.name))
        }
    }

    private enum Inner: Int { case digit, period, common, indefinite, head }

    private func readInside<Sink: EvidenceSink>(_ tokens: TokenRange, into sink: inout Sink) {
        var (seen, between, capitals) = (0, UInt64(0), 0)
        for index in tokens {
            let fact = facts[index]
            if fact.form.isCapitals { capitals += 1 }
            if fact.form == .digits { seen |= 1 << Inner.digit.rawValue }
            if fact.form == .small || fact.form == .sign { between |= 1 << UInt64(fact.beforeName.rawValue) }
            if fact.traits.contains(.abbreviation) { seen |= 1 << Inner.period.rawValue }
            if fact.role.isHead, index != tokens.lowerBound, index != tokens.upperBound - 1 { seen |= 1 << Inner.head.rawValue }
            if fact.traits.contains(.common), tokens.count > 1 { seen |= 1 << Inner.common.rawValue }
        }
        if isIndefinite(tokens) { seen |= 1 << Inner.indefinite.rawValue }
        if capitals > 0 { sink.add(offsets[.capitals] + min(capitals, 4) - 1) }
        add(UInt64(seen), offsets[.inner], to: &sink)
        add(between, offsets[.inside], to: &sink)
    }

    /// As `NameTokens.isIndefinite`, of what has been read.
    private func isIndefinite(_ tokens: TokenRange) -> Bool {
        guard tokens.lowerBound > 0, facts[tokens.lowerBound - 1].traits.contains(.indefiniteArticle) else { return false }
        return tokens.upperBound == tokenCount || facts[tokens.upperBound].traits.contains(.noNoun)
    }

    // MARK: Candidates

    /// The index of the best candidate for exactly this span.
    private func readCandidates<Sink: EvidenceSink>(
        _ span: EvidenceSpan, _ spans: EvidenceSpans, _ candidates: [Candidate], into sink: inout Sink
    ) -> Int? {
        if span.first < 0 { return nil }
        var best = Int(span.first)
        var scores = SIMD8<Int32>(repeating: .min)
        var (rules, listed, guarded, listedGroups) = (UInt32(0), UInt64(0), UInt32(0), 0)
        var next = span.first
        while next >= 0 {
            let index = Int(next)
            let (rule, label, weight, score) = (candidates[index].rule, candidates[index].label, candidates[index].weight, candidates[index].score)
            rules |= 1 << UInt32(rule.rawValue)
            if rule == .listed {
                listed |= 1 << UInt64(Int(label.rawValue) * 3 + (weight < 3 ? 0 : weight < 6 ? 1 : 2))
                if candidates[index].isGuarded { guarded |= 1 << UInt32(label.rawValue) } else { listedGroups |= 1 << NameGroup(label).rawValue }
            }
            let group = NameGroup(label).rawValue
            scores[group] = max(scores[group], Int32(clamping: score))
            if candidates[best].score < score { best = index }
            next = spans.next(next)
        }
        add(UInt64(rules), offsets[.rule], to: &sink)
        add(listed, offsets[.listed], to: &sink)
        if listedGroups != 0 { sink.add(offsets[.listedGroups] + listedGroups) }
        add(UInt64(guarded), offsets[.guarded], to: &sink)
        let base = Int32(Candidate.base(span.tokens.count))
        for group in 0..<NameGroup.count where scores[group] > .min {
            sink.add(offsets[.score] + group * 5 + Self.grade(scores[group], base))
        }
        return best
    }

    func add<Sink: EvidenceSink>(_ bits: UInt64, _ offset: Int, to sink: inout Sink) {
        var rest = bits
        while rest != 0 {
            sink.add(offset + rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }

    /// A score against what the span is worth before its evidence.
    private static func grade(_ score: Int32, _ base: Int32) -> Int {
        score <= 0 ? 0 : score < base - 40 ? 1 : score < base ? 2 : score < base + 30 ? 3 : 4
    }

    // MARK: The first choice

    private func readChoice<Sink: EvidenceSink>(_ tokens: TokenRange, into sink: inout Sink) {
        var seen = Int32(-1)
        for token in tokens {
            let index = choice.index(at: token)
            guard index >= 0, index != seen else { continue }
            seen = index
            let mention = choice.mentions[Int(index)]
            let (group, own) = (mention.group.rawValue, mention.tokens)
            if own == tokens {
                sink.add(offsets[.choice] + group)
            } else {
                let inside = own.lowerBound <= tokens.lowerBound && tokens.upperBound <= own.upperBound
                let around = tokens.lowerBound <= own.lowerBound && own.upperBound <= tokens.upperBound
                sink.add(offsets[.overlap] + group * 3 + (inside ? 0 : around ? 1 : 2))
                if around, own.lowerBound == tokens.lowerBound { sink.add(offsets[.prefix] + group) }
                if around, own.upperBound == tokens.upperBound { sink.add(offsets[.suffix] + group) }
            }
        }
    }

    /// What an entry of the lexicons makes of a span.
    private static func kind(_ best: Candidate) -> SpanKind? { best.rule == .listed ? SpanKind(NameGroup(best.label)) : nil }

    private func kind(_ tokens: TokenRange, _ ending: WordEnding) -> SpanKind {
        let first = facts[tokens.lowerBound]
        let last = facts[tokens.upperBound - 1]
        if last.role.isHead || first.role == .orgFirst { return tokens.count == 1 ? .head : .headed }
        if tokens.count > 1 { return first.name >= 3 || last.name % 3 > 0 ? .fullName : .unknownWords }
        if first.form.isCapitals { return .capitals }
        if first.traits.contains(.common) { return .common }
        if ending.isAdjective { return .adjective }
        return first.name > 0 ? .surname : .unknown
    }

    // MARK: Neighbours

    private func readNeighbours<Sink: EvidenceSink>(_ tokens: TokenRange, _ kind: SpanKind, into sink: inout Sink) {
        let (start, end) = (tokens.lowerBound, tokens.upperBound)
        let left = before(start)
        let right = after(end)
        let traits = facts[start].traits
        let count = Neighbour.allCases.count
        sink.add(offsets[.left] + left.rawValue)
        sink.add(offsets[.right] + right.rawValue)
        sink.add(offsets[.leftOfKind] + kind.rawValue * count + left.rawValue)
        sink.add(offsets[.rightOfKind] + kind.rawValue * count + right.rawValue)
        if left != .edge { sink.add(offsets[.leftBeyond] + before(start - 1).rawValue) }
        if right != .edge { sink.add(offsets[.rightBeyond] + after(end + 1).rawValue) }
        if traits.contains(.initial), !traits.contains(.common) {
            sink.add(offsets[.positionOfKind] + kind.rawValue * 2 + (Self.opens(left) ? 0 : 1))
        }
        if traits.contains(.joined) { sink.add(offsets[.joined] + facts[start - 1].role.rawValue) }
        if end < tokenCount, facts[end].traits.contains(.joined) {
            sink.add(offsets[.joined] + WordRole.allCases.count + facts[end].role.rawValue)
        }
        if left == .openQuote, right == .closeQuote { sink.add(offsets[.enclosed]) }
        if left == .openParenthesis, right == .closeParenthesis { sink.add(offsets[.enclosed] + 1) }
        if left == .edge, right == .edge { sink.add(offsets[.enclosed] + 2) }
    }

    /// Whether a word behind it may be capitalised as the first of its sentence.
    private static func opens(_ neighbour: Neighbour) -> Bool {
        switch neighbour {
        case .edge, .period, .colon, .openQuote, .openParenthesis, .mark: true
        default: false
        }
    }

    /// `X, Y and Z`: the groups of the mentions that a comma or `and` joins to it.
    private func readSeries<Sink: EvidenceSink>(_ question: Question, into sink: inout Sink) {
        if question.left >= 0, let mention = memory.map[Int(question.left)] { sink.add(offsets[.series] + mention.group.rawValue) }
        if question.right >= 0, let mention = memory.map[Int(question.right)] {
            sink.add(offsets[.series] + NameGroup.count + mention.group.rawValue)
        }
    }

    private func before(_ index: Int) -> Neighbour {
        index > 0 && !facts[index].traits.contains(.paragraph) ? facts[index - 1].beforeName : .edge
    }

    private func after(_ index: Int) -> Neighbour {
        index < tokenCount && !facts[index].traits.contains(.paragraph) ? facts[index].afterName : .edge
    }

    // MARK: Elsewhere in the document

    private func readMentions<Sink: EvidenceSink>(_ tokens: TokenRange, _ words: MentionMemory.Words, into sink: inout Sink) {
        guard memory.knows(words) else { return }
        var record = memory.record(of: words.whole)
        if let own = memory.map[tokens.lowerBound], own.tokens == tokens { record.remove(own.group, .whole) }
        record.eachGroup(.whole) { group, count in sink.add(offsets[.mention] + group * 2 + (count == 1 ? 0 : 1)) }
        readElsewhere(tokens.lowerBound, words.first, offsets[.firstElsewhere], into: &sink)
        if tokens.count > 1 { readElsewhere(tokens.upperBound - 1, words.last, offsets[.lastElsewhere], into: &sink) }
    }

    /// What has been made of a word but by its own mention.
    private func readElsewhere<Sink: EvidenceSink>(_ index: Int, _ word: Int32, _ offset: Int, into sink: inout Sink) {
        var record = memory.record(of: word)
        if record.isEmpty { return }
        if let own = memory.map[index] {
            if own.tokens.count == 1 {
                record.remove(own.group, .whole)
            } else if own.tokens.lowerBound == index {
                record.remove(own.group, .first)
            } else if own.tokens.upperBound - 1 == index {
                record.remove(own.group, .last)
            }
        }
        record.eachGroup(.whole) { group, _ in sink.add(offset + group * 3) }
        record.eachGroup(.first) { group, _ in sink.add(offset + group * 3 + 1) }
        record.eachGroup(.last) { group, _ in sink.add(offset + group * 3 + 2) }
    }
}

extension [Int] {
    /// Where a template's features begin.
    subscript(template: EvidenceTemplate) -> Int { self[template.rawValue] }
}
