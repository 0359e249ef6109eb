/// Proposes names that a head word marks: `X University`, `Ministry of X, Y and Z`, `Lake X`, `Battle of X`, `X Act`, `X Inc.`
struct HeadWordNames {
    let lexicon: Lexicon
    /// The next of the surfaces that may be heads of two and more words.
    private var nextLonger = 0
    private var words = HeadWords()
    /// Where names with the head in hand may begin before it, and end behind it.
    private var starts: [Int] = []
    private var ends: [Int] = []

    /// `Commission on the Status of Women in Asia` has three links.
    private static let mostLinks = 3

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// Farther before its head no name begins behind a title.
    private static let mostWords = 8

    private static let candidates = HeadWords.classes.union(.longer)

    /// Whether a token may be a head word, or begin one of several words.
    @inline(__always)
    static func mayBeHead(_ token: Token) -> Bool { token.classes.intersects(candidates) }

    mutating func append(_ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        nextLonger = 0
        for place in names.heads { words.prepare(document.tokens[Int(place)]) }
        for place in names.heads {
            let index = Int(place)
            append(at: index, in: names.runs[Int(names[index].run)].tokens, document, names, to: &candidates)
        }
    }

    private mutating func append(at index: Int, in run: TokenRange, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        let token = document.tokens[index]
        if token.classes.intersects(HeadWords.classes) {
            for place in words.heads(of: token, lexicon) { append(words.heads[place], index..<index + 1, in: run, document, names, to: &candidates) }
        }
        if token.classes.intersects(.longer) { appendLonger(at: index, in: run, document, names, to: &candidates) }
    }

    /// Heads of two and more words: `Court of Appeal`.
    private mutating func appendLonger(
        at index: Int, in run: TokenRange, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]
    ) {
        let words = names.surfaces.words
        while nextLonger < words.endIndex, Int(document.surfaces[Int(words[nextLonger])].start) <= index {
            let surface = document.surfaces[Int(words[nextLonger])]
            nextLonger += 1
            guard surface.start == index, surface.isWord(of: HeadWords.classes),
                let head = HeadWord(lexicon.readingRecord(Int(surface.reading)))
            else { continue }
            append(head, surface.tokens, in: run, document, names, to: &candidates)
        }
    }

    /// The names that a head at some tokens makes.
    private mutating func append(
        _ head: HeadWord, _ tokens: TokenRange, in run: TokenRange, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]
    ) {
        let (index, end) = (tokens.lowerBound, tokens.upperBound)
        if !starts.isEmpty { starts.removeAll(keepingCapacity: true) }
        let isLinked = isLinked(end, document)
        if head.takesBefore || isLinked { findStarts(before: index, head.label, in: run, document, names) }
        if head.takesBefore, !starts.isEmpty, end <= run.upperBound || head.rule == .orgSuffix {
            let isUnlikely = names.isIndefinite(starts[0]..<end, document) || head.rule == .placeHead && isPerson(starts[0]..<end, names)
            let cost = isUnlikely ? 170 : 0
            for start in starts where head.label != .organization || !isListedPlace(start..<end, document) {
                add(head, start..<end, cost, to: &candidates)
            }
        }
        guard head.takesAfter else { return }
        if head.isBeforeName, end < run.upperBound { add(head, index..<run.upperBound, to: &candidates) }
        findEnds(after: end, head, isLinked: isLinked, document, names)
        for last in ends {
            add(head, index..<last, to: &candidates)
            for start in starts where head.label == .organization || head.label == .law { add(head, start..<last, to: &candidates) }
        }
    }

    /// `Helen Marsh`: a given name before a place head that is a surname too.
    private func isPerson(_ tokens: TokenRange, _ names: NameTokens) -> Bool {
        tokens.count == 2 && names[tokens.lowerBound].given > 0 && !names[tokens.lowerBound].isCommon && names[tokens.lowerBound + 1].surname > 0
    }

    // MARK: Before the head

    /// Where a name before a head may begin: at the run's start, behind a title, and an organisation's at the run before an `and`.
    private mutating func findStarts(before head: Int, _ label: EntityLabel, in run: TokenRange, _ document: Document, _ names: NameTokens) {
        let start = run.lowerBound
        if label == .organization, isOrdinal(start - 1, document) { starts.append(start - 1) }
        if let owner = ownerStart(before: start, head, document, names) { starts.append(owner) }
        guard head > start else { return }
        starts.append(start)
        for index in max(start + 1, head - Self.mostWords)..<max(start + 1, head) where document.tokens[index - 1].classes.contains(.title) {
            starts.append(index)
        }
        guard label == .organization || label == .law, start >= 2, link(start - 1, document) == .and, names[start - 2].run >= 0,
            !isPlace(document.tokens[start - 2]), !isComplete(start - 2, head, document)
        else { return }
        starts.append(names.runs[Int(names[start - 2].run)].tokens.lowerBound)
    }

    /// `|St Mary's Hospital`, `|Women's Premier League`: where a name begins whose owner belongs to it, as its head follows at once or the owner is a common noun.
    private func ownerStart(before start: Int, _ head: Int, _ document: Document, _ names: NameTokens) -> Int? {
        guard start >= 2, document.tokens[start - 1].kind == .clitic, names[start - 2].run >= 0 else { return nil }
        let owner = names.runs[Int(names[start - 2].run)].tokens
        let last = document.tokens[start - 2]
        guard owner.count <= 3, last.classes.contains(.common) || head == start, !last.classes.intersects(HeadWords.classes),
            owner.count > 1 || !isPlace(last)
        else { return nil }
        return owner.lowerBound
    }

    /// `the |31st Infantry Regiment`
    private func isOrdinal(_ index: Int, _ document: Document) -> Bool {
        guard index >= 0, document.tokens[index + 1].gap == .space else { return false }
        let range = document.tokens[index].range
        return range.count > 2 && document.text[Int(range.start)].isDigit && document.text[Int(range.end) - 1].isLetter
    }

    /// `Belmar Foods Ltd |and Orwin Glass Ltd`, `Tollan College |and Marrow College`: a name that ends as the other does is one of its own.
    private func isComplete(_ last: Int, _ head: Int, _ document: Document) -> Bool {
        document.tokens[last].classes.contains(.orgSuffix) || document.tokens[last].word == document.tokens[head].word
    }

    // MARK: After the head

    /// The ends of `of X`, `of the X`, `for X and Y`, `of X, Y and Z` after a head.
    private mutating func findEnds(after index: Int, _ head: HeadWord, isLinked: Bool, _ document: Document, _ names: NameTokens) {
        if !ends.isEmpty { ends.removeAll(keepingCapacity: true) }
        guard isLinked || head.label != .facility && head.label != .geopolitical && head.label != .location,
            let start = isLinked ? afterThe(index, document) : linkEnd(index, document),
            var end = nameEnd(start, document, names)
        else { return }
        ends.append(end)
        if let last = listEnd(start, end, head, document, names) {
            ends.append(last)
            end = last
        }
        var links = 1
        while links < Self.mostLinks, let next = linkEnd(end, document), let last = nameEnd(next, document, names), head.label != .location {
            ends.append(last)
            (end, links) = (last, links + 1)
        }
    }

    /// Whether a head ends with its link: `Ministry of|`.
    private func isLinked(_ end: Int, _ document: Document) -> Bool {
        switch link(end - 1, document) {
        case .of, .for, .on: true
        default: false
        }
    }

    /// `and Y` or `, Y and Z` after the name of what an organisation is for; places are things of their own.
    private func listEnd(_ start: Int, _ end: Int, _ head: HeadWord, _ document: Document, _ names: NameTokens) -> Int? {
        guard head.label == .organization || head.label == .law else { return nil }
        var index = end
        var items = 0
        while items < 5, index + 1 < document.tokens.count {
            let isComma = document.text[Int(document.tokens[index].range.start)] == UInt8(ascii: ",")
            let isAnd = link(index, document) == .and
            guard isComma || isAnd else { return nil }
            let next = isComma && link(index + 1, document) == .and ? index + 2 : index + 1
            guard let last = nameEnd(next, document, names), !isPlace(document.tokens[next]), names[next].given == 0 || names[next].isCommon else {
                return nil
            }
            if isAnd || next == index + 2 { return last }
            (index, items) = (last, items + 1)
        }
        return nil
    }

    private func linkEnd(_ index: Int, _ document: Document) -> Int? {
        guard let link = link(index, document) else { return nil }
        let next = afterThe(index + 1, document)
        switch link {
        case .of, .on: return next
        case .for: break
        // `with`, `against`: what no place follows.
        case .in where !document.tokens[index].classes.contains(.placePreposition): break
        default: return nil
        }
        return next < document.tokens.count && !isPlace(document.tokens[next]) ? next : nil
    }

    private func afterThe(_ index: Int, _ document: Document) -> Int { link(index, document) == .the ? index + 1 : index }

    private enum Link: Int { case of = 1, `for`, on, and, the, `in`, a }

    /// What a token links, where it is a link in small letters.
    @inline(__always)
    private func link(_ index: Int, _ document: Document) -> Link? {
        guard index < document.tokens.count, document.tokens[index].classes.contains(.nameLink) else { return nil }
        return readLink(document.tokens[index])
    }

    private func readLink(_ token: Token) -> Link? {
        guard token.gap == .space || token.gap == .newline, !token.shape.isCapitalized else { return nil }
        return Link(rawValue: lexicon.code(of: .nameLink, for: token.word))
    }

    private func nameEnd(_ index: Int, _ document: Document, _ names: NameTokens) -> Int? {
        guard index < document.tokens.count, names[index].run >= 0 else { return nil }
        let end = names.runs[Int(names[index].run)].tokens.upperBound
        return (index + 1..<max(end - 1, index + 1)).first { isTitle($0, document) && !isTitle($0 - 1, document) } ?? end
    }

    /// `Commerce and Industry |President Liton`: the title of a person who is named behind it.
    private func isTitle(_ index: Int, _ document: Document) -> Bool { document.tokens[index].classes.contains(.title) }

    private func isPlace(_ token: Token) -> Bool { token.classes.intersects(.entry) && !token.classes.contains(.common) }

    /// `Soviet Union`: a listed country or town is no organization for its last word.
    private func isListedPlace(_ tokens: TokenRange, _ document: Document) -> Bool {
        guard document.tokens[tokens.lowerBound].classes.intersects(.longer) else { return false }
        return document.surfaces(at: tokens.lowerBound).contains { index in
            let surface = document.surfaces[index]
            return surface.tokens == tokens && surface.kind == .entry && surface.detail == EntityLabel.geopolitical.rawValue
                && !lexicon.match(surface).reading.isGuarded
        }
    }

    private func add(_ head: HeadWord, _ tokens: TokenRange, _ cost: Int = 0, to candidates: inout [Candidate]) {
        candidates.append(
            Candidate(tokens: tokens, label: head.label, rule: head.rule, row: head.row, score: Candidate.base(tokens.count) + 40 - cost))
    }
}
