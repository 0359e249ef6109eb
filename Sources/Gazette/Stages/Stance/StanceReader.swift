/// A cue that fits its neighbours, by its place among those of the document.
struct StanceCandidate {
    var place: Int
    var isNegated: Bool
}

/// Tells from left to right which of a document's listed cues are meant as such, and what they cover.
struct StanceReader: ~Copyable {
    private var text: ClauseText
    private var covers: QuotationCovers
    private let cues: ArraySlice<ListedCue>
    private let sentences: [TokenRange]
    /// The cues that are meant as such, those of the last sentence at the end.
    var found: [StanceCandidate] = []
    var marks: [StanceMark] = []
    /// The sentences that have been read, where the candidates of the last one begin, and whether one of them needs a condition.
    private var sentence = 0
    private var firstFound = 0
    private var needsCondition = false
    /// Where the last phrase of the sentence ends that only looks like a cue ("not only").
    private var blankEnd = 0

    init(_ document: borrowing Document, _ cues: ArraySlice<ListedCue>) {
        text = ClauseText(document)
        covers = QuotationCovers(document)
        sentences = document.sentenceTokens
        self.cues = cues
    }

    mutating func read() {
        var (place, end) = (cues.startIndex, 0)
        while place < cues.endIndex {
            let (first, start) = (place, Int(cues[place].start))
            repeat { place += 1 } while place < cues.endIndex && Int(cues[place].start) == start
            if start >= text.sentence.upperBound, !takeSentence(of: start) { break }
            if start >= end { end = mark(first..<place) ?? end }
        }
        appendMarks()
    }

    /// Goes on to the sentence of a token, if there is one.
    private mutating func takeSentence(of start: Int) -> Bool {
        appendMarks()
        while sentence < sentences.count, sentences[sentence].upperBound <= start { sentence += 1 }
        guard sentence < sentences.count else { return false }
        (text.sentence, blankEnd) = (sentences[sentence], 0)
        return true
    }

    /// Takes the longest of the cues at one token that has a fitting reading and returns the index after it.
    @inline(__always)
    private mutating func mark(_ places: Range<Int>) -> Int? {
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

    /// Adds the readings of one surface that fit; of one category only the one that its neighbours speak for. What asks for the same is asked once.
    @inline(__always)
    private mutating func accept(_ places: Range<Int>, _ tokens: TokenRange) -> Bool {
        let first = found.count
        var asked = (flags: CueFlags(), partOfSpeech: PartOfSpeech.phrase, fits: true)
        for place in places {
            let (flags, partOfSpeech) = (cues[place].flags, cues[place].partOfSpeech)
            let wanted = flags.intersection(.neighbours)
            if !wanted.isEmpty {
                if wanted != asked.flags || partOfSpeech != asked.partOfSpeech {
                    asked = (wanted, partOfSpeech, text.fits(text.surroundings(of: tokens), wanted, partOfSpeech))
                }
                if !asked.fits { continue }
            }
            if flags.contains(.blank) {
                found.removeLast(found.count - first)
                blankEnd = tokens.upperBound
                return true
            }
            needsCondition = needsCondition || flags.contains(.condition)
            if found.count == first {
                found.append(StanceCandidate(place: place, isNegated: text.isNegated(tokens, after: blankEnd)))
            } else {
                keep(place, after: first)
            }
        }
        return found.count > first
    }

    /// Adds another reading of the surface whose readings begin at a place.
    private mutating func keep(_ place: Int, after first: Int) {
        for rival in first..<found.count where cues[found[rival].place].category == cues[place].category {
            if !cues[found[rival].place].asksForContext, cues[place].asksForContext { found[rival].place = place }
            return
        }
        found.append(StanceCandidate(place: place, isNegated: found[first].isNegated))
    }

    /// Appends the sentence's marks. Cues that need a condition stand where the sentence has one ("if … would").
    private mutating func appendMarks() {
        let leavesOut = needsCondition && !hasCondition()
        for index in firstFound..<found.count {
            let cue = cues[found[index].place]
            if !leavesOut || !cue.flags.contains(.condition) { append(cue, isNegated: found[index].isNegated) }
        }
        (firstFound, needsCondition) = (found.count, false)
    }

    private func hasCondition() -> Bool {
        for index in firstFound..<found.count where cues[found[index].place].isCondition { return true }
        return false
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
