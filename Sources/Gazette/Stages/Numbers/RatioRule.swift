/// Shares of a whole in two numbers, as a decimal.
struct RatioRule {
    let text: NumberText
    let amounts: AmountReader

    /// `one in five`, `one-in-five`, `nine out of ten`, `three of every ten`, `3 in 1,000`.
    func read(_ first: Amount) -> Amount? {
        guard first.kind == .cardinal, first.unit == nil, first.scale == nil, let part = first.value.integer, part > 0,
            let link = link(after: first.pieces.upperBound, part), let second = whole(at: link.next, part),
            let whole = second.value.integer, part < whole, link.isWhole || part == 1 || whole <= 10 || isRound(whole, second),
            let value = first.value.divided(by: second.value)
        else { return nil }
        if !link.isWhole, whole > 1000, second.isPlainDigits, whole % 100 != 0 { return nil }
        return ratio(first, second, value)
    }

    /// Hundreds, and thousands that are no years.
    private func isRound(_ whole: Int, _ amount: Amount) -> Bool {
        whole % 100 == 0 && (whole < 1000 || text[amount.number.lowerBound].range.count > 4)
    }

    /// The number of a whole; what it measures stands outside: `one in four |ounces|`.
    private func whole(at index: Int, _ part: Int) -> Amount? {
        guard let amount = amounts.read(at: index) else { return nil }
        let isNumber = amount.kind == .cardinal && amount.unit == nil
        return isNumber ? amount : part == 1 && amount.kind == .quantity && amount.number.lowerBound == index ? amount.withoutPrefix : nil
    }

    /// `two-to-one`, `1,000 to 1`, and odds of `250-1`.
    func odds(_ first: Amount) -> Amount? {
        let end = first.pieces.upperBound
        let to = text.afterJoint(end).flatMap { text.has(.to, at: $0) ? $0 : nil }
        guard to != nil || text[end].isDash && text[end].isJoined else { return nil }
        guard first.kind == .cardinal, first.unit == nil, first.scale == nil, ExactDecimal.one < first.value else { return nil }
        let isOdds = (max(0, first.pieces.lowerBound - 4)..<end + 3).contains { text.has(.odds, at: $0) }
        var next: Int?
        if let to {
            next = text[end].isHyphen || isOdds || text[to + 1].isWord || !(first.value < 20) ? text.afterJoint(to + 1) : nil
        } else if text[end].isDash, text[end].isJoined, isOdds {
            next = end + 1
        }
        guard let next, let second = amounts.read(at: next), second.kind == .cardinal, second.unit == nil, second.value == .one,
            text.endsPhrase(at: second.pieces.upperBound) || isOdds || text[end].isHyphen
        else { return nil }
        return ratio(first, second, first.value)
    }

    private func ratio(_ first: Amount, _ second: Amount, _ value: ExactDecimal) -> Amount {
        var amount = first
        (amount.value, amount.kind, amount.rule, amount.isPlainDigits) = (value, .ratio, .ratio, false)
        amount.pieces = first.pieces.lowerBound..<second.pieces.upperBound
        return amount
    }

    /// Where the second number begins; `isWhole` where the words leave no doubt that it is a whole.
    private func link(after end: Int, _ part: Int) -> (next: Int, isWhole: Bool)? {
        if let next = text.phrase(.outOf, at: end) { return text[next].isNear ? (skippingEvery(next), true) : nil }
        if text.has(.of, at: end), text.has(.every, at: end + 1) { return (end + 2, true) }
        if text[end].isHyphen { return text.has(.inside, at: end + 1) && text[end + 2].isHyphen ? (end + 3, false) : nil }
        guard text.has(.inside, at: end), part < 10, text[end + 1].isNear else { return nil }
        return (skippingEvery(end + 1), text.has(.every, at: end + 1))
    }

    private func skippingEvery(_ index: Int) -> Int { text.has(.article, at: index) || text.has(.every, at: index) ? index + 1 : index }
}
