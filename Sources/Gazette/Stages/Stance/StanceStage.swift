/// Marks stance cues by the lexicon and their neighbours.
struct StanceStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens, .surfaces, .dates, .entities, .quotations]
    static let assigns: LayerSet = .stance

    private var finder: CueFinder
    /// The cues of one sentence.
    private var found: [Candidate] = []

    init(lexicon: Lexicon) { finder = CueFinder(lexicon: lexicon) }

    /// A cue that fits its neighbours.
    private struct Candidate {
        var cue: ListedCue
        var isNegated: Bool
    }

    mutating func run(on document: inout Document) {
        let cues = finder.find(in: document.surfaces)
        if cues.isEmpty { return }
        var text = ClauseText(document)
        var covers = QuotationCovers(document)
        var marks: [StanceMark] = []
        swap(&marks, &document.stance)
        var sentences = document.sentenceTokens.makeIterator()
        /// Where the last cue ends, and the last phrase of the sentence that only looks like one ("not only").
        var (end, blankEnd) = (0, 0)
        var place = 0
        while place < cues.endIndex {
            let (first, start) = (place, Int(cues[place].start))
            while place < cues.endIndex, Int(cues[place].start) == start { place += 1 }
            while start >= text.sentence.upperBound, let sentence = sentences.next() {
                appendMarks(text, &covers, to: &marks)
                (text.sentence, blankEnd) = (sentence, 0)
            }
            if start >= end { end = markCue(cues[first..<place], text, &blankEnd) ?? end }
        }
        appendMarks(text, &covers, to: &marks)
        swap(&marks, &document.stance)
    }

    /// Takes the longest of the cues at one token that has a fitting reading and returns the index after it.
    private mutating func markCue(_ cues: ArraySlice<ListedCue>, _ text: borrowing ClauseText, _ blankEnd: inout Int) -> Int? {
        var end = cues.endIndex
        while end > cues.startIndex {
            let tokens = cues[end - 1].tokens
            var start = end - 1
            while start > cues.startIndex, cues[start - 1].tokens == tokens { start -= 1 }
            if tokens.upperBound <= text.sentence.upperBound, !text.hasName(tokens), accept(cues[start..<end], tokens, text, &blankEnd) {
                return tokens.upperBound
            }
            end = start
        }
        return nil
    }

    /// Adds the readings of one surface that fit; of one category only the one that its neighbours speak for.
    private mutating func accept(_ cues: ArraySlice<ListedCue>, _ tokens: TokenRange, _ text: borrowing ClauseText, _ blankEnd: inout Int) -> Bool {
        let first = found.count
        var isNegated: Bool?
        for cue in cues where text.fits(tokens, cue.flags, cue.partOfSpeech) {
            if cue.flags.contains(.blank) {
                found.removeSubrange(first...)
                blankEnd = tokens.upperBound
                return true
            }
            let isUnderNegation = isNegated ?? text.isNegated(tokens, after: blankEnd)
            isNegated = isUnderNegation
            keep(Candidate(cue: cue, isNegated: isUnderNegation), after: first)
        }
        return found.count > first
    }

    private mutating func keep(_ candidate: Candidate, after first: Int) {
        for rival in first..<found.count where found[rival].cue.category == candidate.cue.category {
            if found[rival].cue.flags.isDisjoint(with: .contexts), !candidate.cue.flags.isDisjoint(with: .contexts) { found[rival] = candidate }
            return
        }
        found.append(candidate)
    }

    /// Appends the sentence's marks. Cues that need a condition stand where the sentence has one ("if … would").
    private mutating func appendMarks(_ text: borrowing ClauseText, _ covers: inout QuotationCovers, to marks: inout [StanceMark]) {
        if found.isEmpty { return }
        let condition = Uncertainty.condition.rawValue + 1
        let hasCondition = found.contains { $0.cue.uncertainty == condition && !$0.cue.flags.contains(.condition) }
        for candidate in found where !candidate.cue.flags.contains(.condition) || hasCondition {
            let cue = candidate.cue
            let range = text.byteRange(of: cue.tokens)
            let cover = covers.cover(of: range)
            marks.append(
                StanceMark(
                    range: range, cue: cue.id, isNegated: candidate.isNegated, scope: cover.content ?? text.scope(of: cue, within: cover.quoted),
                    quotation: cover.quotation, isQuoted: cover.quoted != nil, evidence: .row(cue.row)))
        }
        found.removeAll(keepingCapacity: true)
    }
}

extension ClauseText {
    /// Whether an entity or a date lies on a range.
    fileprivate func hasName(_ range: TokenRange) -> Bool {
        for index in range where part(index) == .name || part(index) == .date { return true }
        return false
    }
}
