/// Takes up the features of a span.
protocol EvidenceSink {
    mutating func add(_ feature: Int)
}

/// Reads the evidence for spans of a document.
///
/// Every feature is a class of words, of candidates or of mentions elsewhere in the text.
struct EvidenceReader {
    private let factsReader: TokenFactsReader
    private let offsets = EvidenceTemplate.offsets
    /// The facts of the tokens of spans and of the two beside them on either side.
    private var facts = TokenNotes(blank: TokenFacts.unread)
    /// What the rules have chosen.
    var choice = MentionMap()
    /// What is known of the document's names: the rules' choice first, then the weights'.
    var memory = MentionMemory()

    init(lexicon: Lexicon) { factsReader = TokenFactsReader(lexicon: lexicon) }

    /// Reads what will be asked of the tokens of all spans and of those beside them.
    mutating func reset(_ spans: [EvidenceSpan], _ document: Document, _ names: NameTokens) {
        facts.reset(count: document.tokens.count)
        var known = 0..<0
        for span in spans {
            let (start, end) = (max(0, span.tokens.lowerBound - 2), min(span.tokens.upperBound + 2, document.tokens.count))
            if start > known.upperBound { known = start..<start }
            if start < known.lowerBound { readFacts(start..<known.lowerBound, document, names) }
            if end > known.upperBound { readFacts(known.upperBound..<end, document, names) }
            known = min(start, known.lowerBound)..<max(end, known.upperBound)
        }
    }

    private mutating func readFacts(_ tokens: TokenRange, _ document: Document, _ names: NameTokens) {
        for index in tokens where !facts[index].isRead { facts.note(factsReader.facts(index, document, names), at: index) }
    }

    /// Hands all features of a span to a sink but those that depend on the memory.
    func read<Sink: EvidenceSink>(
        _ span: EvidenceSpan, _ spans: EvidenceSpans, _ candidates: [Candidate], _ document: Document, _ names: NameTokens, into sink: inout Sink
    ) {
        let tokens = span.tokens
        let first = facts[tokens.lowerBound]
        let last = facts[tokens.upperBound - 1]
        readWords(tokens, first, last, document, names, into: &sink)
        let best = readCandidates(span, spans, candidates, into: &sink)
        readChoice(tokens, into: &sink)
        let kind = best.flatMap { Self.kind(candidates[$0]) } ?? kind(tokens, first, last, names)
        readNeighbours(tokens, kind, document, names, into: &sink)
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
        if start >= 2, Self.isSeries(before(start, document)) { question.left = Int32(truncatingIfNeeded: start - 2) }
        if end + 1 < document.tokens.count, Self.isSeries(after(end, document)) { question.right = Int32(truncatingIfNeeded: end + 1) }
        return question
    }

    private static func isSeries(_ neighbour: Neighbour) -> Bool { neighbour == .comma || neighbour == .and || neighbour == .hyphen }

    /// Hands over what is known of the span's words and of the names beside it.
    func readMemory<Sink: EvidenceSink>(_ tokens: TokenRange, _ question: Question, into sink: inout Sink) {
        readSeries(question, into: &sink)
        readMentions(tokens, question.words, into: &sink)
    }

    // MARK: Words

    private func readWords<Sink: EvidenceSink>(
        _ tokens: TokenRange, _ first: TokenFacts, _ last: TokenFacts, _ document: Document, _ names: NameTokens, into sink: inout Sink
    ) {
        sink.add(offsets[.length] + min(tokens.count, 6) - 1)
        sink.add(offsets[.firstRole] + first.role.rawValue)
        sink.add(offsets[.lastRole] + last.role.rawValue)
        sink.add(offsets[.firstForm] + first.form.rawValue)
        sink.add(offsets[.lastForm] + last.form.rawValue)
        sink.add(offsets[.firstCommon] + first.commonness.rawValue)
        sink.add(offsets[.lastCommon] + last.commonness.rawValue)
        sink.add(offsets[.lastEnding] + last.ending.rawValue)
        if names[tokens.lowerBound].isInitial { sink.add(offsets[.initialCommon] + first.commonness.rawValue) }
        switch tokens.count {
        case 1:
            sink.add(offsets[.soleCommon] + first.commonness.rawValue)
            sink.add(offsets[.soleName] + Int(first.name))
            sink.add(offsets[.soleEnding] + first.ending.rawValue)
        case 2: sink.add(offsets[.twoNames] + Int(first.name) * 9 + Int(last.name))
        default: sink.add(offsets[.moreNames] + Int(first.name) * 9 + Int(last.name))
        }
        readInside(tokens, document, names, into: &sink)
    }

    private enum Inner: Int { case digit, period, common, indefinite, head }

    private func readInside<Sink: EvidenceSink>(
        _ tokens: TokenRange, _ document: Document, _ names: NameTokens, into sink: inout Sink
    ) {
        var (seen, between, capitals) = (0, UInt64(0), 0)
        for index in tokens {
            let fact = facts[index]
            if fact.form.isCapitals { capitals += 1 }
            if fact.form == .digits { seen |= 1 << Inner.digit.rawValue }
            if fact.form == .small || fact.form == .sign { between |= 1 << UInt64(fact.beforeName.rawValue) }
            if document.tokens[index].kind == .abbreviation { seen |= 1 << Inner.period.rawValue }
            if fact.role.isHead, index != tokens.lowerBound, index != tokens.upperBound - 1 { seen |= 1 << Inner.head.rawValue }
            if names[index].isCommon, tokens.count > 1 { seen |= 1 << Inner.common.rawValue }
        }
        if names.isIndefinite(tokens, document) { seen |= 1 << Inner.indefinite.rawValue }
        if capitals > 0 { sink.add(offsets[.capitals] + min(capitals, 4) - 1) }
        add(UInt64(seen), offsets[.inner], to: &sink)
        add(between, offsets[.inside], to: &sink)
    }

    // MARK: Candidates

    /// The index of the best candidate for exactly this span.
    private func readCandidates<Sink: EvidenceSink>(
        _ span: EvidenceSpan, _ spans: EvidenceSpans, _ candidates: [Candidate], into sink: inout Sink
    ) -> Int? {
        if span.candidates.isEmpty { return nil }
        var best: Int?
        var scores = SIMD8<Int32>(repeating: .min)
        var (rules, listed, guarded, listedGroups) = (UInt32(0), UInt64(0), UInt32(0), 0)
        for position in span.candidates {
            let index = spans.order[position]
            let (rule, label, weight) = (candidates[index].rule, candidates[index].label, candidates[index].weight)
            rules |= 1 << UInt32(rule.rawValue)
            if rule == .listed {
                listed |= 1 << UInt64(Int(label.rawValue) * 3 + (weight < 3 ? 0 : weight < 6 ? 1 : 2))
                if candidates[index].isGuarded { guarded |= 1 << UInt32(label.rawValue) } else { listedGroups |= 1 << NameGroup(label).rawValue }
            }
            let group = NameGroup(label).rawValue
            scores[group] = max(scores[group], Int32(clamping: candidates[index].score))
            if best.map({ candidates[$0].score < candidates[index].score }) ?? true { best = index }
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

    private func add<Sink: EvidenceSink>(_ bits: UInt64, _ offset: Int, to sink: inout Sink) {
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
        var seen = -1
        for token in tokens {
            guard let index = choice.index(at: token), index != seen else { continue }
            seen = index
            let mention = choice.mentions[index]
            let group = mention.group.rawValue
            if mention.tokens == tokens {
                sink.add(offsets[.choice] + group)
            } else {
                let inside = mention.tokens.lowerBound <= tokens.lowerBound && tokens.upperBound <= mention.tokens.upperBound
                let around = tokens.lowerBound <= mention.tokens.lowerBound && mention.tokens.upperBound <= tokens.upperBound
                sink.add(offsets[.overlap] + group * 3 + (inside ? 0 : around ? 1 : 2))
                if around, mention.tokens.lowerBound == tokens.lowerBound { sink.add(offsets[.prefix] + group) }
                if around, mention.tokens.upperBound == tokens.upperBound { sink.add(offsets[.suffix] + group) }
            }
        }
    }

    /// What an entry of the lexicons makes of a span.
    private static func kind(_ best: Candidate) -> SpanKind? { best.rule == .listed ? SpanKind(NameGroup(best.label)) : nil }

    private func kind(_ tokens: TokenRange, _ first: TokenFacts, _ last: TokenFacts, _ names: NameTokens) -> SpanKind {
        if last.role.isHead || first.role == .orgFirst { return .headed }
        if tokens.count > 1 { return first.name >= 3 || last.name % 3 > 0 ? .fullName : .unknownWords }
        if first.form.isCapitals { return .capitals }
        if names[tokens.lowerBound].isCommon { return .common }
        if first.ending.isAdjective { return .adjective }
        return first.name > 0 ? .surname : .unknown
    }

    // MARK: Neighbours

    private func readNeighbours<Sink: EvidenceSink>(
        _ tokens: TokenRange, _ kind: SpanKind, _ document: Document, _ names: NameTokens, into sink: inout Sink
    ) {
        let (start, end) = (tokens.lowerBound, tokens.upperBound)
        let left = before(start, document)
        let right = after(end, document)
        let count = Neighbour.allCases.count
        sink.add(offsets[.left] + left.rawValue)
        sink.add(offsets[.right] + right.rawValue)
        sink.add(offsets[.leftOfKind] + kind.rawValue * count + left.rawValue)
        sink.add(offsets[.rightOfKind] + kind.rawValue * count + right.rawValue)
        if left != .edge { sink.add(offsets[.leftBeyond] + before(start - 1, document).rawValue) }
        if right != .edge { sink.add(offsets[.rightBeyond] + after(end + 1, document).rawValue) }
        if names[start].isInitial, !names[start].isCommon { sink.add(offsets[.positionOfKind] + kind.rawValue * 2 + (Self.opens(left) ? 0 : 1)) }
        if names.areJoined(start - 1, start) { sink.add(offsets[.joined] + facts[start - 1].role.rawValue) }
        if names.areJoined(end - 1, end) {
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

    private func before(_ index: Int, _ document: Document) -> Neighbour {
        guard index > 0, document.tokens[index].gap != .paragraph else { return .edge }
        return facts[index - 1].beforeName
    }

    private func after(_ index: Int, _ document: Document) -> Neighbour {
        guard index < document.tokens.count, document.tokens[index].gap != .paragraph else { return .edge }
        return facts[index].afterName
    }

    // MARK: Elsewhere in the document

    private func readMentions<Sink: EvidenceSink>(_ tokens: TokenRange, _ words: MentionMemory.Words, into sink: inout Sink) {
        let first = memory.map[tokens.lowerBound]
        var whole = memory.record(of: words.whole).whole
        if let first, first.tokens == tokens { whole.remove(first.group.rawValue) }
        whole.eachGroup { group, count in sink.add(offsets[.mention] + group * 2 + (count == 1 ? 0 : 1)) }
        readElsewhere(tokens.lowerBound, words.first, first, offsets[.firstElsewhere], into: &sink)
        if tokens.count > 1 {
            readElsewhere(tokens.upperBound - 1, words.last, memory.map[tokens.upperBound - 1], offsets[.lastElsewhere], into: &sink)
        }
    }

    /// What has been made of a word but by its own mention.
    private func readElsewhere<Sink: EvidenceSink>(
        _ index: Int, _ word: Int32, _ own: MentionMap.Mention?, _ offset: Int, into sink: inout Sink
    ) {
        var record = memory.record(of: word)
        if let own {
            let group = own.group.rawValue
            if own.tokens.count == 1 {
                record.whole.remove(group)
            } else if own.tokens.lowerBound == index {
                record.first.remove(group)
            } else if own.tokens.upperBound - 1 == index {
                record.last.remove(group)
            }
        }
        record.whole.eachGroup { group, _ in sink.add(offset + group * 3) }
        record.first.eachGroup { group, _ in sink.add(offset + group * 3 + 1) }
        record.last.eachGroup { group, _ in sink.add(offset + group * 3 + 2) }
    }
}

extension [Int] {
    /// Where a template's features begin.
    fileprivate subscript(template: EvidenceTemplate) -> Int { self[template.rawValue] }
}
