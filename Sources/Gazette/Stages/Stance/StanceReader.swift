/// A cue that fits its neighbours, by its place among those of the document.
struct StanceCandidate {
    var place: Int
    var isNegated: Bool
}

/// Tells from left to right which of a document's listed cues are meant as such, and what they cover.
struct StanceReader: ~Copyable {
    private var text: ClauseText
    private var covers: QuotationCovers
    /// There may be more than are the document's.
    private let cues: [ListedCue]
    /// The cues of the sentence.
    var found: [StanceCandidate] = []
    var marks: [StanceMark] = []
    /// Where the last phrase of the sentence ends that only looks like a cue ("not only").
    private var blankEnd = 0

    init(_ document: borrowing Document, _ cues: [ListedCue]) {
        text = ClauseText(document)
        covers = QuotationCovers(document)
        self.cues = cues
    }

    /// Reads so many of the cues.
    mutating func read(_ count: Int, _ sentences: [TokenRange]) {
        var (sentence, place, end) = (0, 0, 0)
        while place < count {
            let (first, start) = (place, Int(cues[place].start))
            repeat { place += 1 } while place < count && Int(cues[place].start) == start
            while start >= text.sentence.upperBound, sentence < sentences.count {
                if !found.isEmpty { appendMarks() }
                (text.sentence, blankEnd) = (sentences[sentence], 0)
                sentence += 1
            }
            if start >= end { end = markCue(first..<place) ?? end }
        }
        appendMarks()
    }

    /// Takes the longest of the cues at one token that has a fitting reading and returns the index after it.
    @inline(__always)
    private mutating func markCue(_ places: Range<Int>) -> Int? {
        var end = places.upperBound
        while end > places.lowerBound {
            let tokens = cues[end - 1].tokens
            var start = end - 1
            while start > places.lowerBound, cues[start - 1].end == tokens.upperBound { start -= 1 }
            if tokens.upperBound <= text.sentence.upperBound, !text.hasName(tokens), accept(start..<end, tokens) { return tokens.upperBound }
            end = start
        }
        return nil
    }

    /// Adds the readings of one surface that fit; of one category only the one that its neighbours speak for.
    @inline(__always)
    private mutating func accept(_ places: Range<Int>, _ tokens: TokenRange) -> Bool {
        let first = found.count
        for place in places {
            let (flags, partOfSpeech) = (cues[place].flags, cues[place].partOfSpeech)
            guard flags.isDisjoint(with: .neighbours) || text.fits(tokens, flags, partOfSpeech) else { continue }
            if flags.contains(.blank) {
                found.removeLast(found.count - first)
                blankEnd = tokens.upperBound
                return true
            }
            if found.count == first {
                found.append(StanceCandidate(place: place, isNegated: text.isNegated(tokens, after: blankEnd)))
            } else {
                keep(StanceCandidate(place: place, isNegated: found[first].isNegated), after: first)
            }
        }
        return found.count > first
    }

    private mutating func keep(_ candidate: StanceCandidate, after first: Int) {
        let place = candidate.place
        for rival in first..<found.count where cues[found[rival].place].category == cues[place].category {
            if !cues[found[rival].place].asksForContext, cues[place].asksForContext { found[rival] = candidate }
            return
        }
        found.append(candidate)
    }

    /// Appends the sentence's marks. Cues that need a condition stand where the sentence has one ("if … would").
    private mutating func appendMarks() {
        var hasCondition = false
        for index in found.indices where cues[found[index].place].isCondition { hasCondition = true }
        for index in found.indices {
            let candidate = found[index]
            if hasCondition || !cues[candidate.place].flags.contains(.condition) { append(cues[candidate.place], isNegated: candidate.isNegated) }
        }
        found.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    private mutating func append(_ cue: ListedCue, isNegated: Bool) {
        let range = text.byteRange(of: cue.tokens)
        let cover = covers.cover(of: range)
        marks.append(
            StanceMark(
                range: range, cue: cue.id, isNegated: isNegated, scope: cover.content ?? text.scope(of: cue, within: cover.quoted),
                quotation: cover.quotation, isQuoted: cover.quoted != nil, evidence: .row(cue.row)))
    }
}

extension ListedCue {
    fileprivate var asksForContext: Bool { !flags.isDisjoint(with: .contexts) }

    /// Whether other cues can stand under it.
    fileprivate var isCondition: Bool { uncertainty == Uncertainty.condition.rawValue + 1 && !flags.contains(.condition) }
}

extension ClauseText {
    /// Whether an entity or a date lies on a range.
    @inline(__always)
    fileprivate func hasName(_ range: TokenRange) -> Bool {
        for index in range where self[index] == .name || self[index] == .date { return true }
        return false
    }
}
