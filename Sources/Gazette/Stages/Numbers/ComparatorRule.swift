/// Finds what bounds a number: `about`, `more than`, `up to` before it, `or more`, `or so` behind it.
struct ComparatorRule {
    let text: NumberText

    func comparator(of amount: Amount) -> NumericExpression.Comparator? {
        let (start, end) = (amount.pieces.lowerBound, amount.pieces.upperBound)
        if text[end].isNear, let found = text.longest(.comparatorAfter, at: end) ?? afterHyphen(end), !text.has(.than, at: found.end) {
            return NumericExpression.Comparator(rawValue: found.value)
        }
        let first = text[start]
        if first.isNear, let found = text.longest(.comparator, endingAt: start, within: 7), isComparator(found.start..<start, amount) {
            return NumericExpression.Comparator(rawValue: found.value)
        }
        return amount.isVague ? .more : nil
    }

    /// `600-plus`.
    private func afterHyphen(_ index: Int) -> NumberText.Phrase? {
        text[index].isHyphen ? text.afterJoint(index).flatMap { text.longest(.comparatorAfter, at: $0) } : nil
    }

    /// `over two islands` and `under three presidents` bound nothing: a preposition compares with digits, tens and units alone.
    private func isComparator(_ phrase: Range<Int>, _ amount: Amount) -> Bool {
        if text[phrase.lowerBound].form == .mark, text[phrase.lowerBound].isJoined, text[phrase.lowerBound - 1].form == .mark { return false }
        if text.has(.change, at: phrase.lowerBound - 1), text.has(.change, at: phrase.lowerBound) { return false }
        guard phrase.count == 1, text.value(.nounPhrase, at: phrase.lowerBound) == "end", amount.kind == .cardinal else { return amount.kind != .ordinal }
        return text[amount.pieces.lowerBound].isDigits || !(amount.value < ExactDecimal(20))
    }
}
