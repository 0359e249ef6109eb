/// A cue that fits its neighbours.
struct StanceCandidate {
    /// By its place among those of the document, and its sentence by its own.
    var cue: Int32
    let sentence: Int32
    let isNegated: Bool
}

/// Tells which of a document's listed cues are meant as such, and what they cover: first those that fit, from left to right, then their marks.
struct StanceReader: ~Copyable {
    private var text: ClauseText
    private var covers: QuotationCovers
    private let cues: ArraySlice<ListedCue>
    private let sentences: [TokenRange]
    private var sentence = 0
    /// Where the last phrase of the sentence ends that only looks like a cue ("not only").
    private var blankEnd = 0
    private var taken = TakenSurface()
    private var asked = CueQuestion()
    /// The last sentence of which it has been asked whether there is a condition in it.
    private var condition = (sentence: -1 as Int32, isThere: false)
    var found: [StanceCandidate] = []
    var marks: [StanceMark] = []

    init(_ document: borrowing Document, _ cues: ArraySlice<ListedCue>) {
        text = ClauseText(document)
        covers = QuotationCovers(document)
        sentences = document.sentenceTokens
        self.cues = cues
    }

    mutating func read() {
        findCandidates()
        for index in found.indices { appendMark(index) }
    }

    // MARK: Candidates

    /// Of the cues that begin at one token the longest counts that has a fitting reading; what begins inside of it does not.
    private mutating func findCandidates() {
        for place in cues.indices {
            let cue = cues[place]
            if Int(cue.start) >= text.sentence.upperBound, !takeSentence(of: Int(cue.start)) { return }
            if taken.leaves(cue), fits(cue) { take(cue, at: place) }
        }
    }

    /// Goes on to the sentence of a token, if there is one.
    private mutating func takeSentence(of start: Int) -> Bool {
        while sentence < sentences.count, sentences[sentence].upperBound <= start { sentence += 1 }
        guard sentence < sentences.count else { return false }
        (text.sentence, blankEnd) = (sentences[sentence], 0)
        return true
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
            let isNegated = text.isNegated(cue.tokens, after: blankEnd)
            found.append(StanceCandidate(cue: Int32(truncatingIfNeeded: place), sentence: Int32(truncatingIfNeeded: sentence), isNegated: isNegated))
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
        let first = found[taken.first]
        found.append(StanceCandidate(cue: Int32(truncatingIfNeeded: place), sentence: first.sentence, isNegated: first.isNegated))
    }

    private func cue(_ candidate: Int) -> ListedCue { cues[Int(found[candidate].cue)] }

    // MARK: Marks

    /// Cues that need a condition stand where the sentence has one ("if … would").
    @inline(__always)
    private mutating func appendMark(_ candidate: Int) {
        let (cue, found) = (cue(candidate), found[candidate])
        if cue.flags.contains(.condition), !hasCondition(beside: candidate) { return }
        text.sentence = sentences[Int(found.sentence)]
        let range = text.byteRange(of: cue.tokens)
        let cover = covers.cover(of: range)
        marks.append(
            StanceMark(
                range: range, cue: cue.id, isNegated: found.isNegated, scope: cover.content ?? text.scope(of: cue, within: cover.quoted),
                quotation: cover.quotation, isQuoted: cover.quoted != nil, evidence: .row(cue.row)))
    }

    /// Whether other cues can stand under one of the candidate's sentence; looked for once a sentence.
    private mutating func hasCondition(beside candidate: Int) -> Bool {
        let sentence = found[candidate].sentence
        if condition.sentence != sentence {
            var first = candidate
            while first > 0, found[first - 1].sentence == sentence { first -= 1 }
            let others = found[first...].prefix { $0.sentence == sentence }
            condition = (sentence, others.contains { cues[Int($0.cue)].isCondition })
        }
        return condition.isThere
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
    var start: Int32 = -1
    var end: Int32 = 0
    var flags: CueFlags = []
    var partOfSpeech = PartOfSpeech.phrase
    var isAnswered = false

    init() {}

    init(_ cue: ListedCue, _ flags: CueFlags, _ answer: Bool) {
        (start, end, self.flags, partOfSpeech, isAnswered) = (cue.start, cue.end, flags, cue.partOfSpeech, answer)
    }

    @inline(__always)
    func isAlike(_ cue: ListedCue, _ flags: CueFlags) -> Bool {
        start == cue.start && end == cue.end && self.flags == flags && partOfSpeech == cue.partOfSpeech
    }
}

extension ListedCue {
    fileprivate var isBlank: Bool { flags.contains(.blank) }

    fileprivate var asksForContext: Bool { !flags.isDisjoint(with: .contexts) }

    /// Whether other cues can stand under it.
    fileprivate var isCondition: Bool { uncertainty == Uncertainty.condition.rawValue + 1 && !flags.contains(.condition) }
}

extension ClauseText {
    /// Whether an entity or a date lies on a range.
    @inline(__always)
    fileprivate func hasName(_ range: TokenRange) -> Bool {
        for index in range where ClauseParts([.name, .date]).contains(self[index]) { return true }
        return false
    }
}
