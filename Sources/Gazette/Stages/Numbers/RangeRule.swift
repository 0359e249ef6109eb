/// Two numbers that belong together: ranges (`10–15`, `between 5 and 7 million`, `2.5 to 3 percent`, `one or two`), scores and ratios.
/// A range's value is its first number.
struct RangeRule {
    let text: NumberText
    private let amounts: AmountReader
    private let scores: ScoreRule
    private let ratios: RatioRule

    init(text: NumberText, amounts: AmountReader) {
        (self.text, self.amounts) = (text, amounts)
        scores = ScoreRule(text: text)
        ratios = RatioRule(text: text, amounts: amounts)
    }

    /// What two numbers make together.
    struct Pair {
        var amount: Amount
        var lower: ExactDecimal?
        var upper: ExactDecimal?
    }

    /// The pair whose first number is an amount that has been read.
    func read(_ first: Amount) -> Pair? {
        guard !first.isVague, first.kind != .ordinal, first.kind != .ratio, mayGoOn(at: first.pieces.upperBound) else { return nil }
        if let ratio = ratios.read(first) ?? ratios.odds(first) { return Pair(amount: ratio) }
        let isBetween = text.follows(.between, at: first.pieces.lowerBound)
        guard let link = link(after: first, isBetween), let second = amounts.read(at: link.next), second.pieces.lowerBound <= link.next,
            second.pieces.lowerBound >= first.pieces.upperBound, !second.isVague, second.kind != .ordinal
        else { return nil }
        if link.isDash, second.isPlainDigits, isChained(behind: second) { return nil }
        if link.isFor { return scores.cricket(first, second).map { Pair(amount: $0) } }
        if link.isOr, second.kind != .cardinal || !isAlternative(first, second) { return nil }
        if link.isDash || link.isTo, let score = scores.read(first, second, isTo: link.isTo, isChange: isChange(before: first)) {
            return Pair(amount: score)
        }
        return range(first, second, link)
    }

    // MARK: What stands between

    /// Whether what stands behind a number may tie it to another one.
    @inline(__always)
    private func mayGoOn(at end: Int) -> Bool {
        if text[end].roles.intersects(Self.links) || text.goesOnWithPhrase(at: end) { return true }
        return text[end].form == .mark ? !text[end].endsNumbers : text.has(.of, at: end) && text.has(.every, at: end + 1)
    }

    private static let links = NumberRoles([.and, .to, .or, .forWord, .inside, .outOf])

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
            if !mark.isJoined, mark.mark == "\u{2014}" || text[end + 1].isWord && text.longest(.comparator, at: end + 1) != nil { return nil }
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
        if link.isTo, first.unit != nil && second.unit != nil || text.has(.from, at: first.pieces.lowerBound - 1), isChange(before: first) {
            return nil
        }
        var amount = second
        amount.value = first.value
        amount.unit = second.unit ?? first.unit
        amount.sharedCurrencies = second.sharedCurrencies ?? first.sharedCurrencies
        amount.kind = second.kind == .cardinal ? first.kind : second.kind
        amount.rule = .range
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
}
