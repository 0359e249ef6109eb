/// Marks stance cues by the lexicon and their neighbours.
struct StanceStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens, .surfaces, .dates, .entities, .quotations]
    static let assigns: LayerSet = .stance

    private let lexicon: Lexicon
    /// The cues of one sentence.
    private var found: [Candidate] = []

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// A cue that fits its neighbours.
    private struct Candidate {
        var tokens: TokenRange
        var id: CueID
        var row: RowReference
        var isNegated: Bool
        var cue: ImageFormat.Cue
        var flags: CueFlags { CueFlags(rawValue: cue.flags) }
    }

    mutating func run(on document: inout Document) {
        var text = ClauseText(document)
        var covers = QuotationCovers(document)
        var marks: [StanceMark] = []
        swap(&marks, &document.stance)
        let surfaces = document.surfaces
        var sentences = document.sentenceTokens.makeIterator()
        /// Where the last cue ends, and the last phrase of the sentence that only looks like one ("not only").
        var (end, blankEnd) = (0, 0)
        var place = 0
        while place < surfaces.count {
            let first = place
            place += 1
            guard surfaces[first].kind == .cue else { continue }
            while place < surfaces.count, surfaces[place].start == surfaces[first].start { place += 1 }
            while surfaces[first].start >= text.sentence.upperBound, let sentence = sentences.next() {
                appendMarks(text, &covers, to: &marks)
                (text.sentence, blankEnd) = (sentence, 0)
            }
            if surfaces[first].start >= end { end = markCue(first..<place, surfaces, text, &blankEnd) ?? end }
        }
        appendMarks(text, &covers, to: &marks)
        swap(&marks, &document.stance)
    }

    /// Takes the longest of the surfaces at one token that has a fitting reading and returns the index after it.
    private mutating func markCue(_ places: Range<Int>, _ surfaces: [Surface], _ text: borrowing ClauseText, _ blankEnd: inout Int) -> Int? {
        var end = places.upperBound
        while end > places.lowerBound {
            let tokens = surfaces[end - 1].tokens
            var start = end - 1
            while start > places.lowerBound, surfaces[start - 1].end == tokens.upperBound { start -= 1 }
            if tokens.upperBound <= text.sentence.upperBound, !text.hasName(tokens), accept(surfaces[start..<end], tokens, text, &blankEnd) {
                return tokens.upperBound
            }
            end = start
        }
        return nil
    }

    /// Adds the readings of one surface that fit; of one category only the one that its neighbours speak for.
    private mutating func accept(
        _ surfaces: ArraySlice<Surface>, _ tokens: TokenRange, _ text: borrowing ClauseText, _ blankEnd: inout Int
    ) -> Bool {
        let first = found.count
        var isNegated: Bool?
        for surface in surfaces where surface.kind == .cue {
            let reading = lexicon.readingRecord(Int(surface.reading))
            let id = CueID(rawValue: reading.target)
            let cue = lexicon.cueRecord(id)
            let flags = CueFlags(rawValue: cue.flags)
            guard text.fits(tokens, flags, PartOfSpeech(rawValue: cue.partOfSpeech) ?? .phrase) else { continue }
            if flags.contains(.blank) {
                found.removeSubrange(first...)
                blankEnd = tokens.upperBound
                return true
            }
            let isUnderNegation = isNegated ?? text.isNegated(tokens, after: blankEnd)
            isNegated = isUnderNegation
            let row = RowReference(file: reading.file, line: reading.line)
            keep(Candidate(tokens: tokens, id: id, row: row, isNegated: isUnderNegation, cue: cue), after: first)
        }
        return found.count > first
    }

    private mutating func keep(_ candidate: Candidate, after first: Int) {
        for rival in first..<found.count where found[rival].cue.category == candidate.cue.category {
            if found[rival].flags.isDisjoint(with: .contexts), !candidate.flags.isDisjoint(with: .contexts) { found[rival] = candidate }
            return
        }
        found.append(candidate)
    }

    /// Appends the sentence's marks. Cues that need a condition stand where the sentence has one ("if … would").
    private mutating func appendMarks(_ text: borrowing ClauseText, _ covers: inout QuotationCovers, to marks: inout [StanceMark]) {
        if found.isEmpty { return }
        let condition = Uncertainty.condition.rawValue + 1
        let hasCondition = found.contains { $0.cue.uncertainty == condition && !$0.flags.contains(.condition) }
        for candidate in found where !candidate.flags.contains(.condition) || hasCondition {
            let range = text.byteRange(of: candidate.tokens)
            let cover = covers.cover(of: range)
            marks.append(
                StanceMark(
                    range: range, cue: candidate.id, isNegated: candidate.isNegated,
                    scope: cover.content ?? text.scope(of: candidate.tokens, candidate.cue, within: cover.quoted), quotation: cover.quotation,
                    isQuoted: cover.quoted != nil, evidence: .row(candidate.row)))
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
