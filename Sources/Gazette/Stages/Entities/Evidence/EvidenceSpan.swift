/// A span that may be a name, with the candidates that say so.
struct EvidenceSpan {
    var tokens: TokenRange
    /// Where its candidates lie in the order of the spans.
    var candidates: Range<Int>
}

/// The spans of a document that are weighed: those of all candidates and all stretches of the runs of name tokens, by end, then start.
struct EvidenceSpans {
    private(set) var spans: [EvidenceSpan] = []
    /// Indices of candidates, span by span.
    private(set) var order: [Int] = []

    /// A span as it was found; the candidate is -1 for a stretch of a run.
    private struct Item {
        var tokens: TokenRange
        var candidate: Int
    }

    private var items: [Item] = []
    private var sorted: [Item] = []
    /// By end where the next item goes.
    private var places: [Int32] = []

    /// No stretch of a run is longer unless a candidate is.
    private static let mostWords = 6

    mutating func collect(_ candidates: [Candidate], _ document: Document, _ names: NameTokens) {
        let dates = DateSpans(document)
        items.removeAll(keepingCapacity: true)
        spans.removeAll(keepingCapacity: true)
        order.removeAll(keepingCapacity: true)
        for index in candidates.indices { add(candidates[index].tokens, index) }
        for (number, run) in names.runs.enumerated() where !dates.cover(run) {
            addStretches(of: run, document, names)
            addTails(of: run, document, names)
            addHeads(of: run, document, names)
            if number + 1 < names.runs.count { addLinked(run, names.runs[number + 1], document, names) }
        }
        sort(document.tokens.count)
        var index = 0
        while index < sorted.count {
            let (tokens, start) = (sorted[index].tokens, order.count)
            while index < sorted.count, sorted[index].tokens == tokens {
                if sorted[index].candidate >= 0 { order.append(sorted[index].candidate) }
                index += 1
            }
            spans.append(EvidenceSpan(tokens: tokens, candidates: start..<order.count))
        }
    }

    /// By end, by counting; then the few that share an end by start.
    private mutating func sort(_ tokenCount: Int) {
        places.removeAll(keepingCapacity: true)
        places += repeatElement(0, count: tokenCount + 2)
        for item in items { places[item.tokens.upperBound + 1] += 1 }
        for position in places.indices.dropFirst() { places[position] += places[position - 1] }
        sorted.removeAll(keepingCapacity: true)
        sorted += repeatElement(Item(tokens: 0..<0, candidate: -1), count: items.count)
        for item in items {
            let end = item.tokens.upperBound
            var place = Int(places[end])
            places[end] += 1
            while place > 0, sorted[place - 1].tokens.upperBound == end, sorted[place - 1].tokens.lowerBound > item.tokens.lowerBound {
                sorted[place] = sorted[place - 1]
                place -= 1
            }
            sorted[place] = item
        }
    }

    private mutating func add(_ tokens: TokenRange, _ candidate: Int) { items.append(Item(tokens: tokens, candidate: candidate)) }

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
