/// Scores and votes of two sides. The value is the first side's.
struct ScoreRule {
    let text: NumberText

    /// `142 for six`, `four for 36`: runs and wickets, where nothing is counted and a word says that it is cricket or that a score follows.
    func cricket(_ first: Amount, _ second: Amount) -> Amount? {
        let (start, end) = (first.pieces.lowerBound, second.pieces.upperBound)
        guard second.kind == .cardinal, first.unit == nil, second.unit == nil, isSide(first), isSide(second),
            (first.value > 10) != (second.value > 10),
            text.hasAny(.cricket) || text.has(.scoreBefore, at: start - 1) && text.endsPhrase(at: end)
        else { return nil }
        var amount = first
        (amount.kind, amount.rule, amount.pieces) = (.score, .score, start..<end)
        return amount
    }

    /// `3-1` where the first side is ahead or a word of sport or votes is near, `246 to 178` beside such a word.
    func read(_ first: Amount, _ second: Amount, isTo: Bool, isChange: Bool) -> Amount? {
        guard first.isPlainDigits, second.isPlainDigits, isSide(first), isSide(second) else { return nil }
        let (isFalling, hasWord) = (!(first.value < second.value), hasScoreWord(first.pieces.lowerBound, second.pieces.upperBound))
        guard isFalling || hasWord || !isTo && isSet(first, second) else { return nil }
        if isTo, isChange || !hasWord && !(isFalling && text.has(.by, at: first.pieces.lowerBound - 1)) { return nil }
        var amount = first
        (amount.kind, amount.rule, amount.pieces) = (.score, .score, first.pieces.lowerBound..<second.pieces.upperBound)
        return amount
    }

    /// `6-7, 6-4`: a set of tennis, the other sets beside it.
    private func isSet(_ first: Amount, _ second: Amount) -> Bool {
        guard second.value < 8 else { return false }
        let (start, end) = (first.pieces.lowerBound, second.pieces.upperBound)
        let goesOn = text[end].mark == "," && text[end + 1].isDigits && text[end + 2].isDash && text[end + 3].isDigits
        return goesOn || text[start - 1].mark == "," && text[start - 2].isDigits && text[start - 3].isDash && text[start - 4].isDigits
    }

    private func isSide(_ amount: Amount) -> Bool { amount.value < 1000 && amount.value.exponent >= 0 }

    private func hasScoreWord(_ start: Int, _ end: Int) -> Bool {
        (max(0, start - 6)..<start).contains { text.has(.scoreWord, at: $0) } || (end..<end + 3).contains { text.has(.scoreWord, at: $0) }
    }
}
