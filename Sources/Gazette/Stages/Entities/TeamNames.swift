/// Takes what stands in fixtures and score lines for teams, places too, as OntoNotes and CoNLL do: `England beat Australia by five wickets`, `Spain 2, Italy 1`.
struct TeamNames {
    let lexicon: Lexicon

    /// Proposes the names of two teams that have a line of their own: `Olimpia 2 Nacional 0`, `Racing Club v Fortaleza`.
    func append(_ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        let runs = names.runs
        for index in runs.indices.dropLast() {
            let (left, right) = (runs[index].tokens, runs[index + 1].tokens)
            guard (1...Self.mostBetween).contains(right.lowerBound - left.upperBound), opensLine(left.lowerBound, document),
                isLine(left.upperBound..<right.lowerBound, right.upperBound, document)
            else { continue }
            for team in [left, right] where team.count <= 4 {
                candidates.append(Candidate(tokens: team, label: .organization, rule: .team, score: Candidate.base(team.count)))
            }
        }
    }

    /// Whether nothing but a score or a word for a fixture stands between two names, and the line ends behind the second or its score.
    private func isLine(_ between: TokenRange, _ end: Int, _ document: Document) -> Bool {
        guard between.allSatisfy({ document.tokens[$0].gap < .newline }) else { return false }
        let first = document.tokens[between.lowerBound]
        switch between.count {
        case 1 where !isNumber(between.lowerBound, document):
            guard first.classes.contains(.nameNoun), lexicon.code(of: .nameNoun, for: first.word) == ValueCode.opponent else { return false }
            return endsLine(end, document) || document.isMark(end, ",")
        case 3 where isScore(between.lowerBound, document) && endsLine(end, document): return true
        default:
            guard tallyEnd(between.lowerBound, document) == between.upperBound, isNumber(end, document) else { return false }
            return endsLine(tallyEnd(end, document), document)
        }
    }

    /// Behind `412 & 201-3`, `287 for 6,`: numbers, what stands between them, and a mark.
    private func tallyEnd(_ start: Int, _ document: Document) -> Int {
        guard isNumber(start, document) else { return start }
        var end = start + 1
        while end < min(start + Self.mostBetween, document.tokens.count), document.tokens[end].gap < .newline,
            isNumber(end, document) || document.tokens[end].kind.isMark || document.tokens[end].role == .preposition
        { end += 1 }
        return end
    }

    /// So many tokens are a score at most.
    private static let mostBetween = 9

    private func opensLine(_ index: Int, _ document: Document) -> Bool { index == 0 || document.tokens[index].gap >= .newline }

    private func endsLine(_ index: Int, _ document: Document) -> Bool {
        index >= document.tokens.count || document.tokens[index].gap >= .newline || document.isMark(index, "(")
    }

    /// Relabels the places of a pair that plays against each other. They keep their ids.
    func relabel(_ names: inout [Candidate], _ document: Document) {
        for index in names.indices.dropLast() where mayPlay(names[index]) && mayPlay(names[index + 1]) {
            let (left, right) = (names[index].tokens, names[index + 1].tokens)
            guard right.lowerBound > left.upperBound, areOpponents(left, right, document) else { continue }
            for team in index...index + 1 where isPlace(names[team]) { (names[team].label, names[team].rule) = (.organization, .team) }
        }
    }

    private func mayPlay(_ name: Candidate) -> Bool { name.label == .organization || isPlace(name) }

    /// A place that a list knows.
    private func isPlace(_ name: Candidate) -> Bool { name.label == .geopolitical && name.row != nil }

    private func areOpponents(_ left: TokenRange, _ right: TokenRange, _ document: Document) -> Bool {
        let (between, end) = (left.upperBound..<right.lowerBound, right.upperBound)
        let first = document.tokens[between.lowerBound]
        if between.count <= Self.mostBetween, opensLine(left.lowerBound, document), isLine(between, end, document) { return true }
        switch between.count {
        case 1: return first.classes.contains(.nameNoun) && plays(first, end, document)
        case 2: return isNumber(between.lowerBound, document) && document.isMark(between.lowerBound + 1, ",") && isNumber(end, document)
        case 3: return isScore(between.lowerBound, document)
        default: return false
        }
    }

    /// `v`, `vs`; `beat`, which kings and armies do too, where a result follows.
    private func plays(_ word: Token, _ end: Int, _ document: Document) -> Bool {
        switch lexicon.code(of: .nameNoun, for: word.word) {
        case ValueCode.opponent: return word.shape == .lower
        case ValueCode.victory: return (end..<min(end + Self.mostWords, document.tokens.count)).contains { isResult($0, document) }
        default: return false
        }
    }

    /// So many words after a beaten team the result is looked for.
    private static let mostWords = 5

    /// `3-1`, `by five wickets`
    private func isResult(_ index: Int, _ document: Document) -> Bool {
        if isScore(index, document) { return true }
        guard isNumber(index, document), index + 1 < document.tokens.count else { return false }
        let next = document.tokens[index + 1]
        return next.classes.contains(.nameNoun) && lexicon.code(of: .nameNoun, for: next.word) == ValueCode.margin
    }

    private func isScore(_ index: Int, _ document: Document) -> Bool {
        guard index + 2 < document.tokens.count, isNumber(index, document), isNumber(index + 2, document) else { return false }
        let mark = document.tokens[index + 1]
        return mark.kind == .punctuation && (document.isHyphen(at: index + 1) || document.text[Int(mark.range.start)] == 0xE2)
    }

    private func isNumber(_ index: Int, _ document: Document) -> Bool {
        guard document.tokens.indices.contains(index) else { return false }
        return document.tokens[index].kind == .number || document.tokens[index].classes.contains(.number)
    }
}
