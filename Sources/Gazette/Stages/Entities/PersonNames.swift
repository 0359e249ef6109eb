/// Composes names of people from given names, initials, particles and surnames, with the titles before them as evidence.
struct PersonNames {
    let lexicon: Lexicon
    private var matches: [LexicalMatch] = []

    /// No name has more capitalised parts.
    private static let mostParts = 5

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    mutating func append(_ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        for run in names.runs {
            let start = afterTitles(run, document)
            let isTitled = start > run.lowerBound || hasTitle(before: run.lowerBound, document)
            for first in start..<run.upperBound { append(from: first, in: run, isTitled && first == start, document, names, to: &candidates) }
        }
    }

    // MARK: Titles

    /// The first token of a run that belongs to no title: `Prime Minister |Sheikh Hasina`.
    private mutating func afterTitles(_ run: TokenRange, _ document: Document) -> Int {
        var index = run.lowerBound
        while index < run.upperBound, let end = titleEnd(at: index, document), end < run.upperBound { index = end }
        return index
    }

    private mutating func titleEnd(at index: Int, _ document: Document) -> Int? {
        let classes = document.tokens[index].classes
        guard classes.contains(.title) || classes.intersects(.phrase) else { return nil }
        matches.removeAll(keepingCapacity: true)
        lexicon.appendMatches(at: index, in: document, to: &matches)
        return matches.last { if case .word(.title, _) = $0.reading.meaning { true } else { false } }?.tokens.upperBound
    }

    /// `spokesman |Zabihullah Mujahid`
    private func hasTitle(before index: Int, _ document: Document) -> Bool {
        index > 0 && document.tokens[index].gap != .paragraph && document.tokens[index - 1].classes.contains(.title)
    }

    // MARK: Composition

    private func append(
        from first: Int, in run: TokenRange, _ isTitled: Bool, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]
    ) {
        let given = weight(.given, document.tokens[first])
        let isInitial =
            document.tokens[first].kind == .abbreviation && document.tokens[first].shape != .lower && document.tokens[first].range.count <= 6
        guard isTitled || given > 0 || isInitial else { return }
        var parts = 1
        var end = first + 1
        if isTitled || given >= 5 { appendSingle(first, given, isTitled, document, names, to: &candidates) }
        while end < run.upperBound, parts < Self.mostParts {
            if names.isName[end] {
                parts += 1
                if stopsName(document.tokens[end]) { return }
                let score = score(first..<end + 1, given, isInitial, isTitled, document, names)
                candidates.append(Candidate(tokens: first..<end + 1, label: .person, evidence: .rule(rule(given, isInitial)), score: score))
            }
            end += 1
        }
    }

    private func rule(_ given: Int, _ isInitial: Bool) -> StaticName { isInitial ? "initial+surname" : given > 0 ? "given+surname" : "title+name" }

    /// A given name alone, or whatever follows a title.
    private func appendSingle(
        _ index: Int, _ given: Int, _ isTitled: Bool, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]
    ) {
        let token = document.tokens[index]
        if stopsName(token) || names.isCommon(token) { return }
        let isSurname = token.classes.contains(.surname)
        let score = isTitled ? (isSurname || given > 0 ? 125 : 85) : 60 + 5 * given
        candidates.append(Candidate(tokens: index..<index + 1, label: .person, evidence: .rule(isTitled ? "title+name" : "given"), score: score))
    }

    private func score(
        _ tokens: TokenRange, _ given: Int, _ isInitial: Bool, _ isTitled: Bool, _ document: Document, _ names: NameTokens
    ) -> Int {
        let last = document.tokens[tokens.upperBound - 1]
        var score = Candidate.base(tokens.count) - 30
        score += isInitial ? 20 : 5 * given
        score += last.classes.contains(.surname) ? 15 + 3 * weight(.surname, last) : last.classes.contains(.given) ? 10 : 0
        if isTitled { score += 40 }
        for index in tokens where names.isCommon(document.tokens[index]) { score -= index == tokens.lowerBound ? 40 : 25 }
        if !last.classes.contains(.surname), last.classes.intersects(.entry) { score -= 60 }
        return score
    }

    /// Words that end names of other kinds.
    private func stopsName(_ token: Token) -> Bool {
        token.classes.intersects(WordClasses([.orgSuffix, .month, .weekday]))
            || token.classes.intersects(WordClasses([.orgHead, .placeHead, .eventHead, .lawHead])) && !token.classes.contains(.surname)
    }

    private func weight(_ wordClass: WordClass, _ token: Token) -> Int {
        token.classes.contains(wordClass) ? lexicon.number(of: wordClass, for: token.word) : 0
    }
}
