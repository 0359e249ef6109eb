/// Marks stance cues by the lexicon and their neighbours.
struct StanceStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens, .dates, .entities, .quotations]
    static let assigns: LayerSet = .stance

    private let lexicon: Lexicon
    private let grammar: GrammarTable
    private var matches: [LexicalMatch] = []
    private var found: [Candidate] = []

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        grammar = GrammarTable(lexicon: lexicon)
    }

    /// A cue that fits its neighbours.
    private struct Candidate {
        var tokens: TokenRange
        var mark: StanceMark
        var cue: ImageFormat.Cue
        var flags: CueFlags { CueFlags(rawValue: cue.flags) }
    }

    mutating func run(on document: inout Document) {
        var context = CueContext(document: document, grammar: grammar)
        var taken = TakenRanges(document)
        var covers = QuotationCovers(document)
        var marks: [StanceMark] = []
        for sentence in document.sentenceTokens {
            guard sentence.contains(where: { document.tokens[$0].classes.intersects(.cue) }) else { continue }
            context.enter(sentence)
            findCues(in: sentence, &context, &taken)
            appendMarks(context, &covers, to: &marks)
        }
        document.stance = marks
    }

    private mutating func findCues(in sentence: TokenRange, _ context: inout CueContext, _ taken: inout TakenRanges) {
        found.removeAll(keepingCapacity: true)
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard context.tokens[index].classes.intersects(.cue) else {
                index += 1
                continue
            }
            index = markCue(at: index, &context, &taken)
        }
    }

    /// Takes the longest surface that has a fitting reading and returns the index after it.
    private mutating func markCue(at index: Int, _ context: inout CueContext, _ taken: inout TakenRanges) -> Int {
        matches.removeAll(keepingCapacity: true)
        lexicon.appendMatches(at: index, in: context.document, of: .cue, to: &matches)
        var end = matches.count
        while end > 0 {
            let tokens = matches[end - 1].tokens
            var start = end
            while start > 0, matches[start - 1].tokens == tokens { start -= 1 }
            if tokens.upperBound <= context.sentence.upperBound, !taken.overlap(context.document.byteRange(of: tokens)),
                accept(matches[start..<end], tokens, &context)
            {
                return tokens.upperBound
            }
            end = start
        }
        return index + 1
    }

    /// Adds the readings of one surface that fit; of one category only the one that its neighbours speak for.
    private mutating func accept(_ readings: ArraySlice<LexicalMatch>, _ tokens: TokenRange, _ context: inout CueContext) -> Bool {
        let first = found.count
        var isNegated: Bool?
        for match in readings {
            guard case .cue(_, let id) = match.reading.meaning else { continue }
            let cue = lexicon.cueRecord(id)
            let flags = CueFlags(rawValue: cue.flags)
            guard context.fits(tokens, flags, PartOfSpeech(rawValue: cue.partOfSpeech) ?? .phrase) else { continue }
            if flags.contains(.blank) {
                found.removeSubrange(first...)
                context.blankEnd = tokens.upperBound
                return true
            }
            isNegated = isNegated ?? context.isNegated(tokens)
            let mark = StanceMark(
                range: context.document.byteRange(of: tokens), cue: id, isNegated: isNegated ?? false, evidence: .row(match.reading.row))
            keep(Candidate(tokens: tokens, mark: mark, cue: cue), after: first)
        }
        return found.count > first
    }

    private mutating func keep(_ candidate: Candidate, after first: Int) {
        guard let rival = found[first...].firstIndex(where: { $0.cue.category == candidate.cue.category }) else { return found.append(candidate) }
        if found[rival].flags.isDisjoint(with: .contexts), !candidate.flags.isDisjoint(with: .contexts) { found[rival] = candidate }
    }

    /// Appends the sentence's marks. Cues that need a condition stand where the sentence has one ("if … would").
    private func appendMarks(_ context: CueContext, _ covers: inout QuotationCovers, to marks: inout [StanceMark]) {
        let condition = Uncertainty.condition.rawValue + 1
        lazy var hasCondition = found.contains { $0.cue.uncertainty == condition && !$0.flags.contains(.condition) }
        for candidate in found where !candidate.flags.contains(.condition) || hasCondition {
            var mark = candidate.mark
            let cover = covers.cover(of: mark.range)
            mark.quotation = cover.quotation
            mark.isQuoted = cover.quoted != nil
            mark.scope = cover.content ?? context.scope(of: candidate.tokens, candidate.cue, within: cover.quoted)
            marks.append(mark)
        }
    }
}

/// Asks, from left to right, whether a range lies on an entity or a date.
private struct TakenRanges {
    private let document: Document
    private var entity = 0
    private var date = 0

    init(_ document: Document) { self.document = document }

    mutating func overlap(_ range: ByteRange) -> Bool {
        while entity < document.entities.count, document.entities[entity].range.end <= range.start { entity += 1 }
        while date < document.dates.count, document.dates[date].range.end <= range.start { date += 1 }
        return entity < document.entities.count && document.entities[entity].range.overlaps(range)
            || date < document.dates.count && document.dates[date].range.overlaps(range)
    }
}
