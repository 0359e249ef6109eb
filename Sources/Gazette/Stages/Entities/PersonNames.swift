/// Composes names of people from given names, initials, particles and surnames, with the titles before them as evidence.
struct PersonNames {
    let lexicon: Lexicon
    private var matches: [LexicalMatch] = []
    /// The tokens of the run in hand before which a title ends.
    private var titled: [Int] = []
    /// The tokens of the run in hand with which a title begins.
    private var titles: [Int] = []

    private static let titleClass = WordClasses([.title])
    /// No name has more capitalised parts.
    private static let mostParts = 5

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    mutating func append(_ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        for run in names.runs {
            findTitles(run, document)
            for first in run where names[first].isName {
                let isTitled = titled.contains(sorted: first)
                if isTitled || first == run.lowerBound || mayBegin(names[first]) {
                    append(from: first, in: run, isTitled, document, names, to: &candidates)
                }
            }
        }
    }

    private func mayBegin(_ token: NameToken) -> Bool { token.given > 0 || token.surname > 0 || token.commonness == nil }

    // MARK: Titles

    /// `Prime Minister |Sheikh |Hasina`, `spokesman |Zabihullah Mujahid`
    private mutating func findTitles(_ run: TokenRange, _ document: Document) {
        if !titled.isEmpty { titled.removeAll(keepingCapacity: true) }
        if !titles.isEmpty { titles.removeAll(keepingCapacity: true) }
        let before = run.lowerBound - 1
        if before >= 0, document.tokens[run.lowerBound].gap != .paragraph, document.tokens[before].classes.contains(.title) {
            titled.append(run.lowerBound)
        }
        for index in run {
            let classes = document.tokens[index].classes
            guard classes.contains(.title) || classes.intersects(.longer) else { continue }
            matches.removeAll(keepingCapacity: true)
            lexicon.appendWords(of: Self.titleClass, at: index, in: document, to: &matches)
            for match in matches {
                titles.insert(sorted: index)
                if match.tokens.upperBound < run.upperBound { titled.insert(sorted: match.tokens.upperBound) }
            }
        }
    }

    // MARK: Composition

    private func append(
        from first: Int, in run: TokenRange, _ isTitled: Bool, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]
    ) {
        if titles.contains(sorted: first), names[first].given == 0 || run.count > 2 && first == run.lowerBound { return }
        if stopsName(document.tokens[first], names[first]) { return }
        appendSingle(first, in: run, isTitled, document, names, to: &candidates)
        var parts = 1
        var score = firstScore(first, isTitled, document, names)
        var end = first + 1
        while end < run.upperBound, parts < Self.mostParts {
            if names[end].isName {
                parts += 1
                if stopsName(document.tokens[end], names[end]) { return }
                let last = lastScore(end, document, names)
                let tail = tailEnd(end + 1, in: run, document, names)
                let rule = rule(document.tokens[first], names[first], isTitled)
                candidates.append(
                    Candidate(tokens: first..<tail, label: .person, rule: rule, score: Candidate.base(tail - first) - 60 + score + last))
                score += middleScore(end, document, names)
            }
            end += 1
        }
    }

    /// Past `-yeong` of `Sam-yeong`.
    private func tailEnd(_ index: Int, in run: TokenRange, _ document: Document, _ names: NameTokens) -> Int {
        var end = index
        while end + 1 < run.upperBound, document.isHyphen(at: end), !names[end + 1].isName { end += 2 }
        return end
    }

    private func rule(_ token: Token, _ name: NameToken, _ isTitled: Bool) -> NameRule {
        isTitled ? .titleAndName : isLetter(token) ? .initialAndSurname : name.given > 0 ? .givenAndSurname : .capitalised
    }

    private func isLetter(_ token: Token) -> Bool {
        token.range.count == 1 || token.kind == .abbreviation && token.range.count <= 6 && token.shape != .lower
    }

    // MARK: Scores

    private func firstScore(_ index: Int, _ isTitled: Bool, _ document: Document, _ names: NameTokens) -> Int {
        let (token, name) = (document.tokens[index], names[index])
        var score = isTitled ? 45 : 0
        if isLetter(token) { return score + (token.classes.contains(.title) ? -40 : 25) }
        if name.given > 0 { score += 10 + 4 * Int(name.given) } else if name.surname > 0 { score += 3 * Int(name.surname) }
        if name.isCommon { score -= name.given > 0 ? 25 : 80 }
        if name.commonness != nil, name.given == 0, !isTitled { score -= 50 }
        if !isTitled, isAfterArticle(index, document) { score -= 60 }
        if name.given == 0, token.classes.intersects(.entry) { score -= name.surname > 0 ? 40 : 90 }
        if token.shape == .upper, !name.isShouted, token.range.count <= 4 { score -= 60 }
        return score
    }

    /// People's names take no article.
    private func isAfterArticle(_ index: Int, _ document: Document) -> Bool {
        index > 0 && document.tokens[index - 1].classes.contains(.nameLink) && lexicon.code(of: .nameLink, for: document.tokens[index - 1].word) == 5
    }

    private func middleScore(_ index: Int, _ document: Document, _ names: NameTokens) -> Int {
        let name = names[index]
        return name.isCommon ? -30 : name.given > 0 || name.surname > 0 || isLetter(document.tokens[index]) ? 8 : 0
    }

    private func lastScore(_ index: Int, _ document: Document, _ names: NameTokens) -> Int {
        let (token, name) = (document.tokens[index], names[index])
        var score = name.surname > 0 ? 10 + 3 * Int(name.surname) : name.given > 0 ? 10 : name.commonness == nil ? 5 : 0
        if name.isCommon {
            score -= name.surname > 0 && !name.isVeryCommon ? 15 : 60
        } else if name.commonness != nil, name.surname == 0 {
            score -= 30
        }
        if name.surname == 0, token.classes.intersects(.entry) { score -= 60 }
        if token.classes.contains(.title) { score -= 40 }
        if token.shape == .upper, !name.isShouted, token.range.count <= 4, name.surname == 0 { score -= 60 }
        return score
    }

    /// A given name or surname alone, or whatever follows a title.
    private func appendSingle(
        _ index: Int, in run: TokenRange, _ isTitled: Bool, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]
    ) {
        let (token, name) = (document.tokens[index], names[index])
        let end = tailEnd(index + 1, in: run, document, names)
        if name.isCommon || isLetter(token) || token.shape == .upper && !name.isShouted && !isTitled && token.range.count <= 4 { return }
        let extra = Candidate.base(end - index) - Candidate.base(1)
        if isTitled {
            let isKnown = name.surname > 0 || name.given > 0
            candidates.append(
                Candidate(tokens: index..<end, label: .person, rule: .titleAndName, score: (isKnown ? 125 : 95) + extra))
        } else if name.given >= 4 {
            candidates.append(
                Candidate(
                    tokens: index..<end, label: .person, rule: .given,
                    score: 55 + 5 * Int(name.given) + extra - (isAfterArticle(index, document) ? 60 : 0)))
        }
    }

    /// Words that end names of other kinds.
    private func stopsName(_ token: Token, _ name: NameToken) -> Bool {
        token.classes.contains(.orgSuffix) && name.surname < 5 || token.classes.intersects(Self.heads) && name.surname < 5
    }

    private static let heads = WordClasses([.orgHead, .placeHead, .eventHead, .lawHead])
}

extension [Int] {
    fileprivate func contains(sorted value: Int) -> Bool {
        if isEmpty { return false }
        let place = partitioningIndex { $0 >= value }
        return place < count && self[place] == value
    }

    /// Inserts a value in its place, most often the last, unless it is there.
    fileprivate mutating func insert(sorted value: Int) {
        let place = last.map { $0 < value } ?? true ? count : partitioningIndex { $0 >= value }
        if place == count || self[place] != value { insert(value, at: place) }
    }
}
