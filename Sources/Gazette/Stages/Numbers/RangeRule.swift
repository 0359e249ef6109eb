/// Two numbers that belong together: ranges (`10–15`, `between 5 and 7 million`, `2.5 to 3 percent`), scores (`3-1`, `246 to 178`) and
/// ratios (`one in five`). A range's value is its first number; a score's is the first side's.
struct RangeRule {
    let text: NumberText
    let amounts: AmountReader

    /// What two numbers make together.
    struct Pair {
        var amount: Amount
        var lower: ExactDecimal?
        var upper: ExactDecimal?
    }

    /// The pair whose first number is an amount that has been read.
    func read(_ first: Amount) -> Pair? {
        guard !first.isVague, first.kind != .ordinal, first.kind != .ratio else { return nil }
        if let ratio = ratio(first) { return ratio }
        let isBetween = text.follows(.between, at: first.pieces.lowerBound)
        guard let link = link(after: first, isBetween), let second = amounts.read(at: link.next), second.pieces.lowerBound <= link.next,
            second.pieces.lowerBound >= first.pieces.upperBound, !second.isVague, second.kind != .ordinal
        else { return nil }
        if link.isDash, second.isPlainDigits, isChained(behind: second) { return nil }
        if link.isFor { return cricketScore(first, second) }
        if link.isOr, second.kind != .cardinal || !isAlternative(first, second) { return nil }
        if let score = score(first, second, link) { return score }
        return range(first, second, link)
    }

    // MARK: What stands between

    private struct Link {
        var next: Int
        var isDash = false
        var isTo = false
        var isOr = false
        var isFor = false
    }

    private func link(after first: Amount, _ isBetween: Bool) -> Link? {
        let end = first.pieces.upperBound
        let mark = text[end]
        if mark.isDash || mark.mark == "~" {
            guard !mark.isJoined || text[end + 1].isJoined, mark.isNear, text[end + 1].isNear else { return nil }
            if !mark.isJoined, mark.mark == "\u{2014}" { return nil }
            return Link(next: skippingPrefix(end + 1), isDash: true)
        }
        if isBetween { return text.has(.and, at: end) ? Link(next: skippingPrefix(end + 1)) : nil }
        guard text[end].isNear else { return nil }
        if text.has(.to, at: end) { return Link(next: skippingPrefix(end + 1), isTo: true) }
        if first.kind == .cardinal, text.has(.or, at: end) { return Link(next: end + 1, isOr: true) }
        return first.kind == .cardinal && text.has(.forWord, at: end) ? Link(next: end + 1, isFor: true) : nil
    }

    /// The index of the number behind a sign, a currency or `about`.
    private func skippingPrefix(_ start: Int) -> Int {
        var index = start
        if let phrase = text.longest(.comparator, at: index) { index = phrase.end }
        if let currency = text.longest(.currency, at: index) { index = currency.end }
        if text[index].isMinus { index += 1 }
        if text.has(.article, at: index) { index += 1 }
        return index
    }

    /// Whether a third number follows, as in telephone numbers and dates.
    private func isChained(behind second: Amount) -> Bool {
        let end = second.pieces.upperBound
        return (text[end].isDash || text[end].mark == "/") && text[end].isJoined && text[end + 1].isDigits && text[end + 1].isJoined
    }

    // MARK: Ranges

    private func range(_ first: Amount, _ second: Amount, _ link: Link) -> Pair? {
        guard let first = aligned(first, with: second), first.value < second.value, unitsAgree(first, second) else { return nil }
        if link.isTo, first.unit != nil && second.unit != nil || text.has(.from, at: first.pieces.lowerBound - 1), isChange(before: first) { return nil }
        var amount = second
        amount.value = first.value
        amount.unit = second.unit ?? first.unit
        amount.sharedCurrencies = second.sharedCurrencies ?? first.sharedCurrencies
        amount.kind = second.kind == .cardinal ? first.kind : second.kind
        amount.rule = "range"
        amount.pieces = first.pieces.lowerBound..<second.pieces.upperBound
        return Pair(amount: amount, lower: first.value, upper: second.value)
    }

    /// `5 to 7 million` shares the million.
    private func aligned(_ first: Amount, with second: Amount) -> Amount? {
        guard first.scale == nil, let scale = second.scale, let base = second.value.divided(by: scale), first.value < base else { return first }
        var result = first
        guard let value = first.value.multiplied(by: scale) else { return nil }
        result.value = value
        return result
    }

    /// The first number may leave its unit to the second; a currency sign may leave the second's to the first.
    private func unitsAgree(_ first: Amount, _ second: Amount) -> Bool {
        if first.unit == second.unit { return first.kind == second.kind || first.kind == .cardinal || second.kind == .cardinal }
        if first.unit == nil { return first.kind == .cardinal || first.kind == .fraction }
        return second.unit == nil && first.hasPrefix && second.kind == .cardinal
    }

    /// `rose from 5 to 7` is a change between two values.
    private func isChange(before first: Amount) -> Bool {
        let start = first.pieces.lowerBound
        return (max(0, start - 6)..<start).contains { text.has(.change, at: $0) }
    }

    /// `one or two`, `20 or 30`: neighbours, and no alternative.
    private func isAlternative(_ first: Amount, _ second: Amount) -> Bool {
        guard first.scale == second.scale, let limit = first.value.multiplied(by: ExactDecimal(2)) else { return false }
        return first.value < second.value && !(limit < second.value)
    }

    // MARK: Scores

    /// `142 for six`, `four for 36`: runs and wickets, where nothing is counted.
    private func cricketScore(_ first: Amount, _ second: Amount) -> Pair? {
        let (start, end, ten) = (first.pieces.lowerBound, second.pieces.upperBound, ExactDecimal(10))
        guard second.kind == .cardinal, first.unit == nil, second.unit == nil, isSide(first), isSide(second),
            (ten < first.value) != (ten < second.value), text.has(.scoreBefore, at: start - 1),
            !text[end].isWord || text.value(.nounPhrase, at: end) == "end"
        else { return nil }
        var amount = first
        (amount.kind, amount.rule, amount.pieces) = (.score, "score", start..<end)
        return Pair(amount: amount)
    }

    private func score(_ first: Amount, _ second: Amount, _ link: Link) -> Pair? {
        guard first.isPlainDigits, second.isPlainDigits, link.isDash || link.isTo, isSide(first), isSide(second) else { return nil }
        let isFalling = !(first.value < second.value)
        guard isFalling || hasScoreWord(first.pieces.lowerBound, second.pieces.upperBound) else { return nil }
        if link.isTo, isChange(before: first) || !hasScoreWord(first.pieces.lowerBound, second.pieces.upperBound) { return nil }
        var amount = first
        (amount.kind, amount.rule, amount.pieces) = (.score, "score", first.pieces.lowerBound..<second.pieces.upperBound)
        return Pair(amount: amount)
    }

    private func isSide(_ amount: Amount) -> Bool { amount.value < ExactDecimal(1000) && amount.value.exponent >= 0 }

    private func hasScoreWord(_ start: Int, _ end: Int) -> Bool {
        (max(0, start - 6)..<start).contains { text.has(.scoreWord, at: $0) } || (end..<end + 3).contains { text.has(.scoreWord, at: $0) }
    }

    // MARK: Ratios

    /// `one in five`, `nine out of ten`, `two in three`.
    private func ratio(_ first: Amount) -> Pair? {
        let end = first.pieces.upperBound
        guard first.kind == .cardinal, first.unit == nil, first.scale == nil, let part = first.value.integer, part > 0 else { return nil }
        var next = end
        if let outOf = text.phrase(.outOf, at: end) { next = outOf } else if text.has(.inside, at: end), part < 10 { next = end + 1 }
        guard next > end, text[next].isNear else { return nil }
        if text.has(.article, at: next) { next += 1 }
        guard let second = amounts.read(at: next), second.kind == .cardinal, second.unit == nil, let whole = second.value.integer, part < whole,
            next > end + 1 && text.phrase(.outOf, at: end) != nil || part == 1 || whole <= 10, let value = first.value.divided(by: second.value)
        else { return nil }
        if text.phrase(.outOf, at: end) == nil, whole > 1000, second.isPlainDigits, whole % 100 != 0 { return nil }
        var amount = first
        (amount.value, amount.kind, amount.rule) = (value, .ratio, "ratio")
        amount.pieces = first.pieces.lowerBound..<second.pieces.upperBound
        return Pair(amount: amount)
    }
}
