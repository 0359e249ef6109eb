/// A cue that fits its neighbours.
struct StanceCandidate {
    /// By its place among those of the document.
    var cue: Int32
    let isNegated: Bool
}

/// Tells which of a document's listed cues are meant as such, and what they cover: sentence by sentence first those that fit, from left to right, then
/// their marks.
struct StanceReader: ~Copyable {
    private var text: ClauseText
    private var covers: QuotationCovers
    private let cues: ArraySlice<ListedCue>
    /// The next cue to be read.
    private var next = 0
    /// Where the last phrase of the sentence ends that only looks like a cue ("not only").
    private var blankEnd = 0
    private var taken = TakenSurface()
    private var asked = CueQuestion()
    /// Those of all sentences, so that none are removed.
    var found: [StanceCandidate] = []
    var marks: [StanceMark] = []

    init(_ text: consuming ClauseText, _ covers: QuotationCovers, _ cues: ArraySlice<ListedCue>) {
        self.text = text
        (self.covers, self.cues) = (covers, cues)
    }

    mutating func read(_ sentences: [TokenRange]) {
        for sentence in sentences {
            guard next < cues.endIndex else { return }
            if Int(cues[next].start) < sentence.upperBound { read(sentence) }
        }
    }

    private mutating func read(_ sentence: TokenRange) {
        (text.sentence, blankEnd) = (sentence, 0)
        let first = found.count
        findCandidates()
        appendMarks(from: first)
    }

    // MARK: Candidates

    /// Of the cues that begin at one token the longest counts that has a fitting reading; what begins inside of it does not.
    private mutating func findCandidates() {
        while next < cues.endIndex {
            let cue = cues[next]
            if Int(cue.start) >= text.sentence.upperBound { return }
            if taken.leaves(cue), fits(cue) { take(cue, at: next) }
            next += 1
        }
    }

    /// Whether its neighbours speak for a cue. What readings of a surface ask alike is asked once.
    @inline(__always)
    private mutating func fits(_ cue: ListedCue) -> Bool {
        if Int(cue.end) > text.sentence.upperBound || text.hasName(cue.tokens) { return false }
        let wanted = cue.flags.intersection(.neighbours)
        if wanted.isEmpty { return true }
        if !asked.isAlike(cue, wanted) { asked = CueQuestion(cue, wanted, text.fits(cue.tokens, wanted, cue.partOfSpeech)) }
        return asked.isAnswered
    }

    @inline(__always)
    private mutating func take(_ cue: ListedCue, at place: Int) {
        if cue.start == taken.start {
            if cue.end == taken.end { return addReading(cue, at: place) }
            blankEnd = taken.blankEnd
            dropTaken()
        }
        taken = TakenSurface(cue, first: found.count, blankEnd: blankEnd)
        if taken.isBlank {
            blankEnd = Int(cue.end)
        } else {
            found.append(StanceCandidate(cue: Int32(truncatingIfNeeded: place), isNegated: text.isNegated(cue.tokens, after: blankEnd)))
        }
    }

    private mutating func dropTaken() { found.removeLast(found.count - taken.first) }

    /// Adds another reading of the surface that was taken last; of one category only the one that its neighbours speak for.
    private mutating func addReading(_ cue: ListedCue, at place: Int) {
        if cue.isBlank {
            dropTaken()
            (taken.isBlank, blankEnd) = (true, Int(cue.end))
            return
        }
        for rival in taken.first..<found.count where self.cue(rival).category == cue.category {
            if !self.cue(rival).asksForContext, cue.asksForContext { found[rival].cue = Int32(truncatingIfNeeded: place) }
            return
        }
        found.append(StanceCandidate(cue: Int32(truncatingIfNeeded: place), isNegated: found[taken.first].isNegated))
    }

    private func cue(_ candidate: Int) -> ListedCue { cues[Int(found[candidate].cue)] }

    // MARK: Marks

    /// Cues that need a condition stand where the sentence has one ("if … would"), which is looked for once.
    private mutating func appendMarks(from first: Int) {
        var hasCondition: Bool?
        for candidate in first..<found.count {
            let cue = cue(candidate)
            if cue.flags.contains(.condition) {
                let isThere = hasCondition ?? found[first...].contains { cues[Int($0.cue)].isCondition }
                hasCondition = isThere
                if !isThere { continue }
            }
            appendMark(cue, isNegated: found[candidate].isNegated)
        }
    }

    @inline(__always)
    private mutating func appendMark(_ cue: ListedCue, isNegated: Bool) {
        let range = text.byteRange(of: cue.tokens)
        let cover = covers.cover(of: range)
        marks.append(
            StanceMark(
                range: range, cue: cue.id, isNegated: isNegated, scope: cover.content ?? text.scope(of: cue, within: cover.quoted),
                quotation: cover.quotation, isQuoted: cover.quoted != nil, evidence: .row(cue.row)))
    }
}

/// The surface that counts at the last token at which one does.
private struct TakenSurface {
    var start: Int32 = -1
    var end: Int32 = 0
    /// The first candidate among its readings.
    var first = 0
    /// Where the blank phrase before it ends.
    var blankEnd = 0
    /// Whether it only looks like a cue.
    var isBlank = false

    init() {}

    init(_ cue: ListedCue, first: Int, blankEnd: Int) {
        (start, end, self.first, self.blankEnd, isBlank) = (cue.start, cue.end, first, blankEnd, cue.isBlank)
    }

    /// Whether a cue may count beside it or in its place. Longer ones come behind it.
    @inline(__always)
    func leaves(_ cue: ListedCue) -> Bool {
        if cue.start < end, cue.start != start { return false }
        return !isBlank || cue.start != start || cue.end != end
    }
}

/// What was asked last of a cue's neighbours, and the answer.
private struct CueQuestion {
    private var tokens: UInt64 = .max
    private var wanted: UInt32 = 0
    private(set) var isAnswered = false

    init() {}

    init(_ cue: ListedCue, _ flags: CueFlags, _ answer: Bool) {
        (tokens, wanted, isAnswered) = (cue.place, cue.wanted(flags), answer)
    }

    @inline(__always)
    func isAlike(_ cue: ListedCue, _ flags: CueFlags) -> Bool { tokens ^ cue.place | UInt64(wanted ^ cue.wanted(flags)) == 0 }
}

extension ListedCue {
    fileprivate var isBlank: Bool { flags.contains(.blank) }

    /// Its first token and its end in one.
    @inline(__always)
    fileprivate var place: UInt64 { UInt64(UInt32(bitPattern: start)) | UInt64(UInt32(bitPattern: end)) &<< 32 }

    /// What it asks of its neighbours as a word of its part of speech.
    @inline(__always)
    fileprivate func wanted(_ flags: CueFlags) -> UInt32 { UInt32(flags.rawValue) | UInt32(partOfSpeech.rawValue) &<< 16 }

    fileprivate var asksForContext: Bool { !flags.isDisjoint(with: .contexts) }

    /// Whether other cues can stand under it.
    fileprivate var isCondition: Bool { uncertainty == Uncertainty.condition.rawValue + 1 && !flags.contains(.condition) }
}

extension ClauseText {
    /// Whether an entity or a date lies on a range. Most have one token or two.
    @inline(__always)
    fileprivate func hasName(_ range: TokenRange) -> Bool {
        isName(range.lowerBound) || isName(range.upperBound - 1) || range.count > 2 && range.contains { isName($0) }
    }

    @inline(__always)
    private func isName(_ index: Int) -> Bool { ClauseParts([.name, .date]).contains(self[index]) }
}
