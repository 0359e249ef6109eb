/// Takes places for their teams in fixtures and score lines, as OntoNotes and CoNLL do: `England beat Australia by five wickets`, `Spain 2, Italy 1`.
struct TeamNames {
    let lexicon: Lexicon

    /// Relabels the places of a pair that plays against each other. They keep their ids.
    func relabel(_ names: inout [Candidate], _ document: Document) {
        for index in names.indices.dropLast() where mayPlay(names[index]) && mayPlay(names[index + 1]) {
            let (left, right) = (names[index].tokens, names[index + 1].tokens)
            guard right.lowerBound > left.upperBound, areOpponents(left.upperBound..<right.lowerBound, right.upperBound, document) else { continue }
            for team in index...index + 1 where isPlace(names[team]) { (names[team].label, names[team].rule) = (.organization, .team) }
        }
    }

    private func mayPlay(_ name: Candidate) -> Bool { name.label == .organization || isPlace(name) }

    /// A place that a list knows.
    private func isPlace(_ name: Candidate) -> Bool { name.label == .geopolitical && name.row != nil }

    private func areOpponents(_ between: TokenRange, _ end: Int, _ document: Document) -> Bool {
        let first = document.tokens[between.lowerBound]
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
