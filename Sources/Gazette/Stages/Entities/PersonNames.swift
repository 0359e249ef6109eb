/// Composes names of people from given names, initials, particles and surnames, with the titles before them as evidence.
struct PersonNames {
    /// No name has more capitalised parts.
    private static let mostParts = 5

    /// Where names may begin; there is room for more.
    private var starts: [Int32] = []

    mutating func append(_ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        for start in starts[..<findStarts(names)] {
            let first = Int(start)
            append(from: first, in: names.runs[Int(names[first].run)].tokens, names[first], document, names, to: &candidates)
        }
    }

    /// Sets the first of `starts`, by counting. Gives their number.
    private mutating func findStarts(_ names: NameTokens) -> Int {
        let (all, parts) = (names.all, names.parts)
        var starts: [Int32] = []
        swap(&starts, &self.starts)
        starts.makeRoom(for: parts.count, 0)
        var count = 0
        for place in parts {
            starts[count] = place
            count &+= mayBegin(all[Int(place)], isLast: names.isJoined(Int(place) &+ 1) ? 0 : 1)
        }
        swap(&starts, &self.starts)
        return count
    }

    /// 1 where a name, the last of its run or not, may begin that of a person, otherwise 0. A title does not that is no given name.
    @inline(__always)
    private func mayBegin(_ name: NameToken, isLast: Int) -> Int {
        let isKnown = Int(name.given | name.surname | (name.isListed ? 0 : 1))
        let mayGoOn = isKnown | name.count(.titled) | (name.count(.joined) ^ 1)
        let mayBeAlone = (name.count(.titled) | Int(name.given / 4)) & (name.isCommon ? 0 : ~0)
        let isTitle = name.count(.title) & (name.given == 0 ? 1 : 0)
        let reasons = mayBeAlone & (0 &- isLast) | mayGoOn & (isLast &- 1)
        return min(reasons, 1) & (isTitle ^ 1)
    }

    /// Whether one word may be a person: a given name, or whatever follows a title.
    @inline(__always)
    private func mayBeAlone(_ name: NameToken) -> Bool { (name.isTitled || name.given >= 4) && !name.isCommon }

    // MARK: Composition

    private func append(
        from first: Int, in run: TokenRange, _ name: NameToken, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]
    ) {
        if name.isTitle, run.count > 2, first == run.lowerBound { return }
        let token = document.tokens[first]
        if stopsName(token, name) { return }
        appendSingle(first, in: run, token, name, document, names, to: &candidates)
        if first + 1 < run.upperBound { appendLonger(from: first, in: run, token, name, document, names, to: &candidates) }
    }

    /// Names of two and more parts that begin with a token.
    private func appendLonger(
        from first: Int, in run: TokenRange, _ token: Token, _ name: NameToken, _ document: Document, _ names: NameTokens,
        to candidates: inout [Candidate]
    ) {
        let rule = rule(token, name)
        var score = firstScore(first, token, name, document, names)
        var (end, parts) = (first + 1, 1)
        while end < run.upperBound, parts < Self.mostParts {
            let (token, name) = (document.tokens[end], names[end])
            if name.isName {
                parts += 1
                if stopsName(token, name) { return }
                let tail = tailEnd(end + 1, in: run, document, names)
                candidates.append(
                    Candidate(
                        tokens: first..<tail, label: .person, rule: rule, score: Candidate.base(tail - first) - 60 + score + lastScore(token, name)))
                score += middleScore(token, name)
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

    private func rule(_ token: Token, _ name: NameToken) -> NameRule {
        name.isTitled ? .titleAndName : isLetter(token) ? .initialAndSurname : name.given > 0 ? .givenAndSurname : .capitalised
    }

    private func isLetter(_ token: Token) -> Bool {
        token.range.count == 1 || token.kind == .abbreviation && token.range.count <= 6 && token.shape != .lower
    }

    // MARK: Scores

    private func firstScore(_ index: Int, _ token: Token, _ name: NameToken, _ document: Document, _ names: NameTokens) -> Int {
        var score = name.isTitled ? 45 : 0
        if isLetter(token) { return score + (token.classes.contains(.title) ? -40 : 25) }
        if name.given > 0 { score += 10 + 4 * Int(name.given) } else if name.surname > 0 { score += 3 * Int(name.surname) }
        if name.isCommon { score -= name.given > 0 ? 25 : 80 }
        if name.isListed, name.given == 0, !name.isTitled { score -= 50 }
        if !name.isTitled, names.followsArticle(index, document) { score -= 60 }
        if name.given == 0, token.classes.intersects(.entry) { score -= name.surname > 0 ? 40 : 90 }
        if token.shape == .upper, !name.isShouted, token.range.count <= 4 { score -= 60 }
        return score
    }

    private func middleScore(_ token: Token, _ name: NameToken) -> Int {
        name.isCommon ? -30 : name.given > 0 || name.surname > 0 || isLetter(token) ? 8 : 0
    }

    private func lastScore(_ token: Token, _ name: NameToken) -> Int {
        var score = name.surname > 0 ? 10 + 3 * Int(name.surname) : name.given > 0 ? 10 : name.isListed ? 0 : 5
        if name.isCommon {
            score -= name.surname > 0 && !name.isVeryCommon ? 15 : 60
        } else if name.isListed, name.surname == 0 {
            score -= 30
        }
        if name.surname == 0, token.classes.intersects(.entry) { score -= 60 }
        if token.classes.contains(.title) { score -= 40 }
        if token.shape == .upper, !name.isShouted, token.range.count <= 4, name.surname == 0 { score -= 60 }
        return score
    }

    /// A given name alone, or whatever follows a title.
    private func appendSingle(
        _ index: Int, in run: TokenRange, _ token: Token, _ name: NameToken, _ document: Document, _ names: NameTokens,
        to candidates: inout [Candidate]
    ) {
        guard mayBeAlone(name), !isLetter(token) else { return }
        if token.shape == .upper, !name.isShouted, !name.isTitled, token.range.count <= 4 { return }
        let end = tailEnd(index + 1, in: run, document, names)
        let extra = Candidate.base(end - index) - Candidate.base(1)
        if name.isTitled {
            let isKnown = name.surname > 0 || name.given > 0
            candidates.append(
                Candidate(tokens: index..<end, label: .person, rule: .titleAndName, score: (isKnown ? 125 : 95) + extra))
        } else {
            candidates.append(
                Candidate(
                    tokens: index..<end, label: .person, rule: .given,
                    score: 55 + 5 * Int(name.given) + extra - (names.followsArticle(index, document) ? 60 : 0)))
        }
    }

    /// Words that end names of other kinds.
    private func stopsName(_ token: Token, _ name: NameToken) -> Bool {
        token.classes.intersects(HeadWords.classes) && name.surname < 5
    }
}
