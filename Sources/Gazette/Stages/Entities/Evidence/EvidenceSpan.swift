/// A span that may be a name, with the candidates that say so.
struct EvidenceSpan {
    var tokens: TokenRange
    /// Where its candidates lie in the order of the spans.
    var candidates: Range<Int>
}

/// The spans of a document that may be names: those of all candidates and all stretches of the runs of name tokens, by end, then start.
struct EvidenceSpans {
    private(set) var spans: [EvidenceSpan] = []
    /// Indices of candidates, span by span, in each in their order.
    private(set) var order: [Int] = []

    /// A span as it was found; the candidate is -1 for a stretch of a run.
    private struct Item: Comparable {
        let key: UInt64
        let candidate: Int32

        init(_ tokens: TokenRange, candidate: Int) {
            key = UInt64(truncatingIfNeeded: tokens.upperBound) << 32 | UInt64(truncatingIfNeeded: tokens.lowerBound)
            self.candidate = Int32(truncatingIfNeeded: candidate)
        }

        var tokens: TokenRange { Int(truncatingIfNeeded: key & 0xFFFF_FFFF)..<Int(truncatingIfNeeded: key >> 32) }

        static func < (left: Item, right: Item) -> Bool { left.key != right.key ? left.key < right.key : left.candidate < right.candidate }
    }

    private var items: [Item] = []

    /// No stretch of a run is longer unless a candidate is.
    private static let mostWords = 6

    mutating func collect(_ candidates: [Candidate], _ document: Document, _ names: NameTokens) {
        items.removeAll(keepingCapacity: true)
        let dates = DateSpans(document, names)
        for (number, run) in names.runs.enumerated() where !dates.cover(run) {
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
        items.sort()
        spans.removeAll(keepingCapacity: true)
        order.removeAll(keepingCapacity: true)
        var index = 0
        while index < items.count {
            let (key, start, first) = (items[index].key, order.count, index)
            while index < items.count, items[index].key == key {
                if items[index].candidate >= 0 { order.append(Int(items[index].candidate)) }
                index += 1
            }
            spans.append(EvidenceSpan(tokens: items[first].tokens, candidates: start..<order.count))
        }
    }

    /// The first of those candidates for exactly a span that satisfy a condition and have the highest score of them.
    func best(_ span: EvidenceSpan, _ candidates: [Candidate], where isWanted: (Int) -> Bool) -> Int? {
        var best: Int?
        for position in span.candidates {
            let index = order[position]
            if isWanted(index), best.map({ candidates[$0].score < candidates[index].score }) ?? true { best = index }
        }
        return best
    }

    /// The candidate for exactly a span that the rules prefer: of those with the highest score that whose label comes first, then whose entry does.
    func preferred(_ span: EvidenceSpan, _ candidates: [Candidate], where isWanted: (Int) -> Bool = { _ in true }) -> Int? {
        var best: Int?
        for position in span.candidates {
            let index = order[position]
            if isWanted(index), best.map({ candidates[index].isPreferred(to: candidates[$0]) }) ?? true { best = index }
        }
        return best
    }

    private mutating func add(_ tokens: TokenRange, _ candidate: Int) { items.append(Item(tokens, candidate: candidate)) }

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

    /// `Roots Party` at a sentence's start, `11th National Assembly`: what stands before a run and may belong to it.
    private mutating func addHeads(of run: TokenRange, _ document: Document, _ names: NameTokens) {
        let before = run.lowerBound - 1
        guard before >= 0, document.tokens[run.lowerBound].gap == .space else { return }
        let token = document.tokens[before]
        let isWord = token.kind == .word && token.shape.isCapitalized && names[before].isInitial && !token.classes.intersects(Self.links)
        guard isWord || token.kind == .number else { return }
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
