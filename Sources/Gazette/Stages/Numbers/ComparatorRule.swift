/// Finds what bounds a number: `about`, `more than`, `up to` before it, `or more`, `or so` behind it.
struct ComparatorRule {
    let text: NumberText

    private static let counts = WordClasses([.fraction, .multiplier])

    func comparator(of amount: Amount, trailing: NumberText.Phrase?) -> NumericExpression.Comparator? {
        if let trailing { return text.values.comparator(trailing.value) }
        if amount.kind == .ordinal { return nil }
        var start = amount.pieces.lowerBound
        if amount.kind == .ratio, text.has(.article, at: start - 1) { start -= 1 }
        if text[start].isNear, let found = text.longest(.comparator, endingAt: start, within: 7), isComparator(found.start..<start, amount) {
            return text.values.comparator(found.value)
        }
        return amount.isVague ? .more : amount.isRough ? .about : nil
    }

    /// `500 people |or more|`: what bounds a number behind what it counts.
    func comparator(behind counted: ByteRange?, of amount: Amount) -> NumericExpression.Comparator? {
        guard let counted, let last = text.index(endingAt: counted.end, from: amount.pieces.upperBound), text.has(.or, at: last + 1),
            let found = text.longest(.comparatorAfter, at: last + 1), text.endsPhrase(at: found.end), !text.has(.than, at: found.end)
        else { return nil }
        return text.values.comparator(found.value)
    }

    /// What bounds the number from behind, and no further number: `or more`, `-plus`.
    func trailing(_ amount: Amount) -> NumberText.Phrase? {
        let end = amount.pieces.upperBound
        guard text[end].has(.comparatorAfter) || text[end].isHyphen || text.goesOnWithPhrase(at: end), text[end].isNear,
            let index = text.afterJoint(end), let found = text.longest(.comparatorAfter, at: index)
        else { return nil }
        let next = text[found.end]
        if next.isDigits || next.has(.number) || next.has(.currency) || next.has(.fraction) || text.has(.than, at: found.end) { return nil }
        return text.has(.article, at: found.end) && text[found.end + 1].classes.intersects(Self.counts) ? nil : found
    }

    /// `over two islands` and `under three presidents` bound nothing: a preposition compares with digits, tens and units alone.
    private func isComparator(_ phrase: Range<Int>, _ amount: Amount) -> Bool {
        if text[phrase.lowerBound].form == .mark, text[phrase.lowerBound].isJoined, text[phrase.lowerBound - 1].form == .mark { return false }
        if text.has(.motion, at: phrase.lowerBound - 1), text.has(.change, at: phrase.lowerBound) { return false }
        guard phrase.count == 1, text.isEnd(phrase.lowerBound), amount.kind == .cardinal else {
            return amount.kind != .ordinal
        }
        return text[amount.pieces.lowerBound].isDigits || !(amount.value < 20)
    }
}
