/// A span that may be a name, with the candidates that say so.
struct EvidenceSpan: BitwiseCopyable {
    /// The end in the high half, the start in the low one: spans stand in the order of their keys.
    let key: UInt64
    /// The first and the last of its candidates, -1 where it has none; `EvidenceSpans.next` leads from one to the other.
    private(set) var first: Int32 = -1
    private(set) var last: Int32 = -1
    /// The candidate that the rules prefer: of those with the highest score that whose label comes first, then whose entry does. -1 where it has none.
    private(set) var preferred: Int32 = -1

    init(_ tokens: TokenRange) { key = Self.key(tokens) }

    /// The span of a candidate.
    init(_ tokens: TokenRange, _ candidate: Int32) {
        key = Self.key(tokens)
        (first, last, preferred) = (candidate, candidate, candidate)
    }

    static func key(_ tokens: TokenRange) -> UInt64 {
        UInt64(UInt32(truncatingIfNeeded: tokens.upperBound)) << 32 | UInt64(UInt32(truncatingIfNeeded: tokens.lowerBound))
    }

    var tokens: TokenRange { Int(key & 0xFFFF_FFFF)..<end }

    var end: Int { Int(key >> 32) }

    /// Whether it is one word.
    var isSole: Bool { key >> 32 &- key & 0xFFFF_FFFF == 1 }

    /// Appends a candidate to its own.
    @inline(__always)
    mutating func append(_ index: Int32, _ candidates: [Candidate], _ following: UnsafeMutableBufferPointer<Int32>) {
        if first < 0 {
            (first, preferred) = (index, index)
        } else {
            following[Int(last)] = index
            if candidates[Int(index)].isPreferred(to: candidates[Int(preferred)]) { preferred = index }
        }
        last = index
    }
}

/// The spans of a document that may be names: those of all candidates and all stretches of the runs of name tokens, by end, then start.
struct EvidenceSpans {
    private(set) var spans: [EvidenceSpan] = []
    /// By candidate the next one for exactly the same span, -1 behind the last.
    private var following: [Int32] = []
    /// The spans of candidates that are no stretches of runs.
    private var others: [EvidenceSpan] = []

    /// By end the place of the last stretch that has it. Where none has, what is left of another text.
    private var places: [Int32] = []
    /// Whether they are right, which they are until other spans stand between.
    private var arePlaced = true
    /// The key of the last stretch; none has 0.
    private var lastKey: UInt64 = 0
    /// Whether all stretches have come in their order, which only those that reach beyond a run can disturb.
    private var isOrdered = true

    /// No stretch of a run is longer unless a candidate is.
    private static let mostWords = 6
    /// No more words on either side of a link are looked at.
    private static let mostParts = 4

    mutating func collect(_ candidates: [Candidate], _ document: Document, _ names: NameTokens) {
        spans.removeAll(keepingCapacity: true)
        following.removeAll(keepingCapacity: true)
        places.makeRoom(for: document.tokens.count + 1, 0)
        (isOrdered, arePlaced, lastKey) = (true, true, 0)
        var before = 0..<0
        for run in names.runs {
            let tokens = run.tokens
            let isDated = DateSpans.cover(tokens, document, names)
            let goesOn = !before.isEmpty && tokens.lowerBound - before.upperBound <= 2 && isLinked(before, tokens, document)
            if run.count == 1, !goesOn, !run.hasHead {
                if !isDated, mayBegin(tokens.lowerBound, document, names) { add(tokens) }
            } else {
                let linked = goesOn ? before.suffix(Self.mostParts) : 0..<0
                addStretches(of: tokens, linked, run.hasHead && !isDated ? tokens.lowerBound - 1 : nil, isDated: isDated, document, names)
            }
            if run.mayHaveTail, !isDated { addTails(of: tokens, document, names) }
            before = isDated ? 0..<0 : tokens
        }
        if !isOrdered { order() }
        notePlaces()
        add(candidates, from: 0)
    }

    /// Takes up the candidates from an index on.
    mutating func add(_ candidates: [Candidate], from first: Int) {
        following += repeatElement(-1, count: candidates.count - first)
        var others: [EvidenceSpan] = []
        swap(&others, &self.others)
        others.removeAll(keepingCapacity: true)
        Self.link(candidates, from: first, arePlaced ? places : nil, &spans, &following, &others)
        if !others.isEmpty { merge(others) }
        swap(&others, &self.others)
    }

    /// Appends candidates to the spans that they are, and to the others those that are none.
    ///
    /// SAFETY: a place is held against the count of spans before it is used, `following` has one for every candidate, `places` for every token, and no
    /// pointer outlives a call.
    private static func link(
        _ candidates: [Candidate], from first: Int, _ places: [Int32]?, _ spans: inout [EvidenceSpan], _ following: inout [Int32],
        _ others: inout [EvidenceSpan]
    ) {
        spans.withUnsafeMutableBufferPointer { spans in
            following.withUnsafeMutableBufferPointer { following in
                var place = 0
                for index in first..<candidates.count {
                    let span = EvidenceSpan(candidates[index].tokens, Int32(truncatingIfNeeded: index))
                    place = places.map { Self.place(of: span, $0, in: spans) } ?? Self.place(of: span.key, near: place, in: spans)
                    if place < spans.count, spans[place].key == span.key {
                        spans[place].append(span.first, candidates, following)
                    } else {
                        others.append(span)
                    }
                }
            }
        }
        if others.count > 1 { join(&others, candidates, &following) }
    }

    /// The place of the stretch that a span is, that of another or none where it is no stretch. The last that has its end is the shortest: a single word.
    @inline(__always)
    private static func place(of span: EvidenceSpan, _ places: [Int32], in spans: UnsafeMutableBufferPointer<EvidenceSpan>) -> Int {
        var place = Int(places[span.end])
        while place > 0, place < spans.count, spans[place].end == span.end, spans[place].key > span.key { place -= 1 }
        return place
    }

    /// The first place whose span has a key as high: most often a few places behind that of the candidate before.
    private static func place(of key: UInt64, near last: Int, in spans: UnsafeMutableBufferPointer<EvidenceSpan>) -> Int {
        if last > 0, spans[last - 1].key >= key { return spans.partitioningIndex { $0.key >= key } }
        return spans.partitioningIndex(from: last) { $0.key >= key }
    }

    /// Brings spans of one candidate each in order, and those that are the same together.
    private static func join(_ others: inout [EvidenceSpan], _ candidates: [Candidate], _ following: inout [Int32]) {
        others.sort { ($0.key, $0.first) < ($1.key, $1.first) }
        var count = 1
        following.withUnsafeMutableBufferPointer { following in
            for span in others.dropFirst() {
                if others[count - 1].key == span.key {
                    others[count - 1].append(span.first, candidates, following)
                } else {
                    others[count] = span
                    count += 1
                }
            }
        }
        others.removeLast(others.count - count)
    }

    /// Puts other spans in their places, the last one first.
    private mutating func merge(_ others: [EvidenceSpan]) {
        arePlaced = false
        var place = spans.count
        spans += others
        spans.withUnsafeMutableBufferPointer { spans in
            var end = spans.count
            for span in others.reversed() {
                while place > 0, spans[place - 1].key > span.key {
                    (end, place) = (end - 1, place - 1)
                    spans[end] = spans[place]
                }
                end -= 1
                spans[end] = span
            }
        }
    }

    /// Notes where the stretches of each end end: of those that are written there the last one stays.
    private mutating func notePlaces() {
        let spans = spans
        places.withUnsafeMutableBufferPointer { places in
            for index in spans.indices { places[spans[index].end] = Int32(truncatingIfNeeded: index) }
        }
    }

    /// The place of the span of some tokens.
    func index(of tokens: TokenRange) -> Int? {
        let key = EvidenceSpan.key(tokens)
        let place = spans.partitioningIndex { $0.key >= key }
        return place < spans.count && spans[place].key == key ? place : nil
    }

    /// The next candidate for exactly the same span, -1 behind the last.
    func next(_ candidate: Int32) -> Int32 { following[Int(candidate)] }

    /// The first of the candidates for exactly a span that satisfy a condition and that no later one of them beats.
    @inline(__always)
    func best(_ span: EvidenceSpan, where isWanted: (Int) -> Bool, _ beats: (Int, Int) -> Bool) -> Int? {
        var (best, position) = (-1, span.first)
        while position >= 0 {
            let index = Int(position)
            if isWanted(index), best < 0 || beats(index, best) { best = index }
            position = next(position)
        }
        return best < 0 ? nil : best
    }

    /// The candidate for exactly a span that the rules prefer among those that satisfy a condition.
    func preferred(_ span: EvidenceSpan, _ candidates: [Candidate], where isWanted: (Int) -> Bool) -> Int? {
        best(span, where: isWanted) { candidates[$0].isPreferred(to: candidates[$1]) }
    }

    // MARK: Stretches

    /// Adds a stretch that comes behind all others most often.
    private mutating func add(_ tokens: TokenRange) {
        let span = EvidenceSpan(tokens)
        if span.key <= lastKey {
            if span.key == lastKey { return }
            isOrdered = false
        }
        lastKey = span.key
        spans.append(span)
    }

    /// Brings the stretches in their order, each once.
    private mutating func order() {
        spans.sort { $0.key < $1.key }
        var count = 0
        for span in spans where count == 0 || spans[count - 1].key < span.key {
            spans[count] = span
            count += 1
        }
        spans.removeLast(spans.count - count)
    }

    /// Adds the stretches of a run, and those that end in it but begin in the run that is linked to it or with the word before.
    private mutating func addStretches(
        of run: TokenRange, _ linked: TokenRange, _ head: Int?, isDated: Bool, _ document: Document, _ names: NameTokens
    ) {
        for last in run {
            let isName = names[last].isName
            if isName, last < run.lowerBound + Self.mostParts {
                for start in linked where mayBegin(start, document, names) { add(start..<last + 1) }
                if let head { add(head..<last + 1) }
            }
            guard !isDated, isName || last == run.upperBound - 1 else { continue }
            for start in max(run.lowerBound, last + 1 - Self.mostWords)...last where mayBegin(start, document, names) { add(start..<last + 1) }
        }
    }

    @inline(__always)
    private func mayBegin(_ index: Int, _ document: Document, _ names: NameTokens) -> Bool {
        names[index].isName && !(document.tokens[index].shape == .upper && MeasureCodes.contain(index, document))
    }

    /// `Eun-woo`, `Covid-19`, `Terminal 5`: what follows a run by a hyphen, and a number.
    private mutating func addTails(of run: TokenRange, _ document: Document, _ names: NameTokens) {
        let next = run.upperBound
        if MeasureCodes.contain(next - 1, document) { return }
        var end = next
        if document.isHyphen(at: next), document.tokens[next].gap == .none, next + 1 < document.tokens.count, document.tokens[next + 1].gap == .none {
            end = next + 2
        } else if document.tokens[next].kind == .number {
            end = next + 1
        }
        guard end > next else { return }
        for start in run.suffix(Self.mostParts) where names[start].isName { add(start..<end) }
    }

    /// `X of Y`, `X and Y`, `X's Y`: two runs with no more than two small words between them.
    private func isLinked(_ left: TokenRange, _ right: TokenRange, _ document: Document) -> Bool {
        guard document.tokens[right.lowerBound].gap <= .newline else { return false }
        // Two runs side by side are of two sentences: a headline, and the dateline in the line below.
        if right.lowerBound == left.upperBound, document.tokens[right.lowerBound].gap == .newline { return false }
        return (left.upperBound..<right.lowerBound).allSatisfy { index in
            let token = document.tokens[index]
            return (token.kind == .clitic || token.classes.contains(.nameLink)) && !token.shape.isCapitalized && token.gap <= .newline
        }
    }
}
