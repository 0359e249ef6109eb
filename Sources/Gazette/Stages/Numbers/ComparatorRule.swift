/// Finds what bounds a number: `about`, `more than`, `up to` before it, `or more`, `or so` behind it.
struct ComparatorRule {
    let text: NumberText

    func comparator(of amount: Amount, trailing: NumberText.Phrase?) -> NumericExpression.Comparator? {
        if let trailing { return NumericExpression.Comparator(rawValue: trailing.value) }
        let start = amount.pieces.lowerBound
        if text[start].isNear, let found = text.longest(.comparator, endingAt: start, within: 7), isComparator(found.start..<start, amount) {
            return NumericExpression.Comparator(rawValue: found.value)
        }
        return amount.isVague ? .more : nil
    }

    /// What bounds the number from behind, and no further number: `or more`, `-plus`.
    func trailing(_ amount: Amount) -> NumberText.Phrase? {
        let end = amount.pieces.upperBound
        guard text[end].isNear, let index = text.afterJoint(end), let found = text.longest(.comparatorAfter, at: index) else { return nil }
        let next = text[found.end]
        return next.isDigits || next.has(.number) || next.has(.currency) || text.has(.than, at: found.end) ? nil : found
    }

    /// `over two islands` and `under three presidents` bound nothing: a preposition compares with digits, tens and units alone.
    private func isComparator(_ phrase: Range<Int>, _ amount: Amount) -> Bool {
        if text[phrase.lowerBound].form == .mark, text[phrase.lowerBound].isJoined, text[phrase.lowerBound - 1].form == .mark { return false }
        if text.has(.change, at: phrase.lowerBound - 1), text.has(.change, at: phrase.lowerBound) { return false }
        guard phrase.count == 1, text.value(.nounPhrase, at: phrase.lowerBound) == "end", amount.kind == .cardinal else {
            return amount.kind != .ordinal
        }
        return text[amount.pieces.lowerBound].isDigits || !(amount.value < ExactDecimal(20))
    }
}
