/// A span that may be a name, with the candidates that say so.
struct EvidenceSpan: BitwiseCopyable {
    private let start: Int32
    private let end: Int32
    private let firstCandidate: Int32
    private let lastCandidate: Int32

    init(tokens: TokenRange, candidates: Range<Int>) {
        (start, end) = (Int32(truncatingIfNeeded: tokens.lowerBound), Int32(truncatingIfNeeded: tokens.upperBound))
        firstCandidate = Int32(truncatingIfNeeded: candidates.lowerBound)
        lastCandidate = Int32(truncatingIfNeeded: candidates.upperBound)
    }

    var tokens: TokenRange { Int(start)..<Int(end) }
    /// Where its candidates lie in the order of the spans.
    var candidates: Range<Int> { Int(firstCandidate)..<Int(lastCandidate) }
}

/// The spans of a document that may be names: those of all candidates and all stretches of the runs of name tokens, by end, then start.
struct EvidenceSpans {
    private(set) var spans: [EvidenceSpan] = []
    /// Indices of candidates, span by span, in each in their order.
    private(set) var order: [Int] = []

    /// A span as it was found; the candidate is -1 for a stretch of a run.
    private struct Item {
        let start: Int32
        let candidate: Int32
        /// The next item that ends with the same token, -1 behind the last one: by start, then as they came.
        var next: Int32
    }

    private var items: [Item] = []
    /// The items that end with one token: the first and the last of them, -1 where there are none.
    private struct Ending {
        var first: Int32 = -1
        var last: Int32 = -1
    }

    /// By last token.
    private var endings = TokenNotes(blank: Ending())
    /// The last tokens of all items, a bit each.
    private var ends: [UInt64] = []

    /// No stretch of a run is longer unless a candidate is.
    private static let mostWords = 6

    mutating func collect(_ candidates: [Candidate], _ document: Document, _ names: NameTokens) {
        items.removeAll(keepingCapacity: true)
        endings.reset(count: document.tokens.count)
        ends.removeAll(keepingCapacity: true)
        ends += repeatElement(0, count: (document.tokens.count + 63) / 64)
        for (number, run) in names.runs.enumerated() where !DateSpans.cover(run, document, names) {
            addStretches(of: run, document, names)
            addTails(of: run, document, names)
            addHeads(of: run, document, names)
            if number + 1 < names.runs.count { addLinked(run, names.runs[number + 1], document, names) }
        }
        add(candidates, from: 0)
    }

    /// Takes up the candidates from an index on.
    mutating func add(_ candidates: [Candidate], from first: Int) {
        for index in first..<candidates.count { add(candidates[index].tokens, index) }
        spans.removeAll(keepingCapacity: true)
        order.removeAll(keepingCapacity: true)
        for (index, bits) in ends.enumerated() where bits != 0 {
            var rest = bits
            while rest != 0 {
                appendSpans(last: index * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    /// Appends the spans that end with a token.
    private mutating func appendSpans(last: Int) {
        var item = endings[last].first
        while item >= 0 {
            let (start, first) = (items[Int(item)].start, order.count)
            while item >= 0, items[Int(item)].start == start {
                let (candidate, next) = (items[Int(item)].candidate, items[Int(item)].next)
                if candidate >= 0 { order.append(Int(candidate)) }
                item = next
            }
            spans.append(EvidenceSpan(tokens: Int(start)..<last + 1, candidates: first..<order.count))
        }
    }

    /// The first of those candidates for exactly a span that satisfy a condition and have the highest score of them.
    @inline(__always)
    func best(_ span: EvidenceSpan, _ candidates: [Candidate], where isWanted: (Int) -> Bool) -> Int? {
        var best: Int?
        for position in span.candidates {
            let index = order[position]
            if isWanted(index), best.map({ candidates[$0].score < candidates[index].score }) ?? true { best = index }
        }
        return best
    }

    /// The candidate for exactly a span that the rules prefer: of those with the highest score that whose label comes first, then whose entry does.
    @inline(__always)
    func preferred(_ span: EvidenceSpan, _ candidates: [Candidate], where isWanted: (Int) -> Bool = { _ in true }) -> Int? {
        var best: Int?
        for position in span.candidates {
            let index = order[position]
            if isWanted(index), best.map({ candidates[index].isPreferred(to: candidates[$0]) }) ?? true { best = index }
        }
        return best
    }

    /// Puts an item in its place among those with the same end. Candidates come in their order.
    private mutating func add(_ tokens: TokenRange, _ candidate: Int) {
        let (start, last) = (Int32(truncatingIfNeeded: tokens.lowerBound), tokens.upperBound - 1)
        var ending = endings[last]
        var (before, next) = (Int32(-1), ending.first)
        if ending.last >= 0, items[Int(ending.last)].start <= start { (before, next) = (ending.last, -1) }
        while next >= 0, items[Int(next)].start <= start { (before, next) = (next, items[Int(next)].next) }
        if candidate < 0, before >= 0, items[Int(before)].start == start { return }
        let item = Int32(truncatingIfNeeded: items.count)
        items.append(Item(start: start, candidate: Int32(truncatingIfNeeded: candidate), next: next))
        if before >= 0 { items[Int(before)].next = item } else { ending.first = item }
        if next < 0 { ending.last = item }
        endings.note(ending, at: last)
        ends[last >> 6] |= 1 << UInt64(last & 63)
    }

    /// `USD`, `EST`: what stands beside numbers.
    private func isCode(_ token: Token) -> Bool { token.shape == .upper && token.classes.intersects(Self.codes) && !token.classes.intersects(.entry) }

    private static let codes = WordClasses([.currency, .unit, .timeZone])

    /// `Eun-woo`, `Covid-19`, `Terminal 5`: what follows a run by a hyphen, and a number.
    private mutating func addTails(of run: TokenRange, _ document: Document, _ names: NameTokens) {
        let next = run.upperBound
        guard next < document.tokens.count, document.tokens[next].gap <= .space, !isCode(document.tokens[next - 1]) else { return }
        var end = next
        if document.isHyphen(at: next), document.tokens[next].gap == .none, next + 1 < document.tokens.count, document.tokens[next + 1].gap == .none {
            end = next + 2
        } else if document.tokens[next].kind == .number {
            end = next + 1
        }
        guard end > next else { return }
        for start in run.suffix(Self.mostParts) where names[start].isName { add(start..<end, -1) }
    }

    /// `Roots Party` at a sentence's start, `11th National Assembly`, but not `USD50 Cards`: what stands before a run and may belong to it.
    private mutating func addHeads(of run: TokenRange, _ document: Document, _ names: NameTokens) {
        let before = run.lowerBound - 1
        guard before >= 0, document.tokens[run.lowerBound].gap == .space else { return }
        let token = document.tokens[before]
        let isWord = token.kind == .word && token.shape.isCapitalized && names[before].isInitial && !token.classes.intersects(Self.links)
        guard isWord || token.kind == .number && token.shape != .upper else { return }
        for end in run.prefix(Self.mostParts) where names[end].isName { add(before..<end + 1, -1) }
    }

    private static let links = WordClasses([.nameLink, .placePreposition, .month, .weekday, .grammar])

    /// `X of Y`, `X and Y`, `X's Y`: two runs with one or two small words between them.
    private mutating func addLinked(_ left: TokenRange, _ right: TokenRange, _ document: Document, _ names: NameTokens) {
        guard right.lowerBound - left.upperBound <= 2, document.tokens[right.lowerBound].gap <= .newline else { return }
        for index in left.upperBound..<right.lowerBound {
            let token = document.tokens[index]
            guard token.kind == .clitic || token.classes.contains(.nameLink), !token.shape.isCapitalized, token.gap <= .newline else { return }
        }
        for start in left.suffix(Self.mostParts) where names[start].isName && !isCode(document.tokens[start]) {
            for last in right.prefix(Self.mostParts) where names[last].isName { add(start..<last + 1, -1) }
        }
    }

    /// No more words on either side of a link are looked at.
    private static let mostParts = 4

    private mutating func addStretches(of run: TokenRange, _ document: Document, _ names: NameTokens) {
        for start in run where names[start].isName && !isCode(document.tokens[start]) {
            for last in start..<min(run.upperBound, start + Self.mostWords) where names[last].isName || last == run.upperBound - 1 {
                add(start..<last + 1, -1)
            }
        }
    }
}
