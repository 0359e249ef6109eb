/// Marks stance cues by the lexicon and their neighbours.
struct StanceStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens, .dates, .entities, .quotations]
    static let assigns: LayerSet = .stance

    private let lexicon: Lexicon
    /// The readings of the surfaces that begin at one token, shortest first.
    private var matches: [Match] = []
    /// The cues of one sentence.
    private var found: [Candidate] = []

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// A reading by its index in the lexicon, and where its surface stands.
    private struct Match {
        var tokens: TokenRange
        var reading: Int
    }

    /// A cue that fits its neighbours.
    private struct Candidate {
        var tokens: TokenRange
        var mark: StanceMark
        var cue: ImageFormat.Cue
        var flags: CueFlags { CueFlags(rawValue: cue.flags) }
    }

    mutating func run(on document: inout Document) {
        var text = ClauseText(document)
        var covers = QuotationCovers(document)
        var marks = document.stance
        var surface = 0
        document.stance = []
        for sentence in document.sentenceTokens {
            text.sentence = sentence
            findCues(in: text, document.surfaces, &surface)
            if !found.isEmpty { appendMarks(text, &covers, to: &marks) }
        }
        document.stance = marks
    }

    /// Finds the cues of a sentence; `surface` is the first of the surfaces that have not been passed.
    private mutating func findCues(in text: borrowing ClauseText, _ surfaces: [Surface], _ surface: inout Int) {
        if !found.isEmpty { found.removeAll(keepingCapacity: true) }
        /// Where the last phrase ends that only looks like a cue ("not only").
        var blankEnd = 0
        var index = text.sentence.lowerBound
        while index < text.sentence.upperBound {
            guard text.tokens[index].classes.intersects(.cue) else {
                index += 1
                continue
            }
            findMatches(at: index, surfaces, &surface)
            index = markCue(text, &blankEnd) ?? index + 1
        }
    }

    /// Takes the longest of the matches that has a fitting reading and returns the index after it.
    private mutating func markCue(_ text: borrowing ClauseText, _ blankEnd: inout Int) -> Int? {
        var end = matches.count
        while end > 0 {
            let tokens = matches[end - 1].tokens
            var start = end
            while start > 0, matches[start - 1].tokens == tokens { start -= 1 }
            if tokens.upperBound <= text.sentence.upperBound, !text.hasName(tokens), accept(start..<end, tokens, text, &blankEnd) {
                return tokens.upperBound
            }
            end = start
        }
        return nil
    }

    /// Finds the cues that begin at a token.
    private mutating func findMatches(at index: Int, _ surfaces: [Surface], _ surface: inout Int) {
        if !matches.isEmpty { matches.removeAll(keepingCapacity: true) }
        while surface < surfaces.count, surfaces[surface].start <= index {
            if surfaces[surface].start == index, surfaces[surface].kind == .cue {
                matches.append(Match(tokens: surfaces[surface].tokens, reading: Int(surfaces[surface].reading)))
            }
            surface += 1
        }
    }

    /// Adds the readings of one surface that fit; of one category only the one that its neighbours speak for.
    private mutating func accept(
        _ places: Range<Int>, _ tokens: TokenRange, _ text: borrowing ClauseText, _ blankEnd: inout Int
    ) -> Bool {
        let first = found.count
        var isNegated: Bool?
        for place in places {
            let reading = lexicon.reading(matches[place].reading)
            guard case .cue(_, let id) = reading.meaning else { continue }
            let cue = lexicon.cueRecord(id)
            let flags = CueFlags(rawValue: cue.flags)
            guard text.fits(tokens, flags, PartOfSpeech(rawValue: cue.partOfSpeech) ?? .phrase) else { continue }
            if flags.contains(.blank) {
                found.removeSubrange(first...)
                blankEnd = tokens.upperBound
                return true
            }
            isNegated = isNegated ?? text.isNegated(tokens, after: blankEnd)
            let mark = StanceMark(range: text.byteRange(of: tokens), cue: id, isNegated: isNegated ?? false, evidence: .row(reading.row))
            keep(Candidate(tokens: tokens, mark: mark, cue: cue), after: first)
        }
        return found.count > first
    }

    private mutating func keep(_ candidate: Candidate, after first: Int) {
        guard let rival = found[first...].firstIndex(where: { $0.cue.category == candidate.cue.category }) else { return found.append(candidate) }
        if found[rival].flags.isDisjoint(with: .contexts), !candidate.flags.isDisjoint(with: .contexts) { found[rival] = candidate }
    }

    /// Appends the sentence's marks. Cues that need a condition stand where the sentence has one ("if … would").
    private func appendMarks(_ text: borrowing ClauseText, _ covers: inout QuotationCovers, to marks: inout [StanceMark]) {
        let condition = Uncertainty.condition.rawValue + 1
        let hasCondition = found.contains { $0.cue.uncertainty == condition && !$0.flags.contains(.condition) }
        for candidate in found where !candidate.flags.contains(.condition) || hasCondition {
            var mark = candidate.mark
            let cover = covers.cover(of: mark.range)
            mark.quotation = cover.quotation
            mark.isQuoted = cover.quoted != nil
            mark.scope = cover.content ?? text.scope(of: candidate.tokens, candidate.cue, within: cover.quoted)
            marks.append(mark)
        }
    }
}

extension ClauseText {
    /// Whether an entity or a date lies on a range.
    fileprivate func hasName(_ range: TokenRange) -> Bool {
        for index in range where part(index) == .name || part(index) == .date { return true }
        return false
    }
}
