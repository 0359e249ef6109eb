/// Shares of a whole in two numbers, as a decimal.
struct RatioRule {
    let text: NumberText
    let amounts: AmountReader

    /// `one in five`, `nine out of ten`, `two in three`.
    func read(_ first: Amount) -> Amount? {
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
        return amount
    }
}
