/// Reads cardinals in digits and words: `1,500`, `1.2 million`, `two hundred and forty-six thousand`, `3 hundred and 21`, `5m`.
struct CardinalReader {
    let text: NumberText

    struct Cardinal {
        var end: Int
        var sum: CardinalSum
        var scale: ExactDecimal?
        var isPlainDigits = false
        var hasDigits = false
        /// What stood before the last number was added.
        var numerator: ExactDecimal?
        var value: ExactDecimal { sum.value }
    }

    /// The cardinal that begins at a piece. Inside `between … and …` an `and` does not continue it.
    func read(at start: Int, acceptsAnd: Bool = true) -> Cardinal? {
        spokenHundreds(at: start) ?? read(at: start, acceptsAnd: acceptsAnd, continuing: CardinalSum(), scale: nil)
    }

    /// `one twenty two`, as people say 122; no `two forty-foot containers`.
    private func spokenHundreds(at start: Int) -> Cardinal? {
        guard text[start].has(.number), text[start + 1].has(.number), text[start + 1].gap == .space,
            let hundreds = text.decimal(.number, at: start), hundreds.exponent == 0, hundreds.significand > 0, hundreds.significand < 10,
            let rest = read(at: start + 1, acceptsAnd: false, continuing: CardinalSum(), scale: nil), rest.scale == nil, !rest.hasDigits,
            !(rest.value < 20), rest.value < 100, !text[rest.end].isHyphen, !text[rest.end].has(.fraction),
            let value = hundreds.multiplied(by: .hundred)?.adding(rest.value)
        else { return nil }
        var sum = CardinalSum()
        sum.add(value, isWord: true)
        return Cardinal(end: rest.end, sum: sum)
    }

    /// Reads on from a sum; nil where nothing has been read at all.
    func read(at start: Int, acceptsAnd: Bool = true, continuing startSum: CardinalSum, scale firstScale: ExactDecimal?) -> Cardinal? {
        var (sum, end, scale, fallback) = (startSum, start, firstScale, Cardinal?.none)
        var (isPlain, hasDigits) = (false, false)
        while let next = nextIndex(after: end, sum, acceptsAnd) {
            if let (number, after, isWord) = number(at: next, sum) {
                if sum.isEmpty { isPlain = !isWord } else { (fallback, isPlain) = (Cardinal(end: end, sum: sum, scale: scale), false) }
                sum.add(number, isWord: isWord)
                hasDigits = hasDigits || !isWord
                (end, scale) = (after, nil)
            } else if !sum.isEmpty, let factor = text.decimal(.multiplier, at: next) {
                guard sum.multiply(by: factor) else { return fallback ?? Cardinal(end: end, sum: sum, scale: scale) }
                (end, scale, isPlain) = (next + 1, (scale ?? .one).multiplied(by: factor), false)
            } else if !sum.isEmpty, let (decimals, after) = decimals(at: next) {
                sum.append(decimals: decimals)
                (end, scale, isPlain) = (after, nil, false)
            } else {
                break
            }
        }
        guard !sum.isEmpty else { return nil }
        var cardinal = Cardinal(end: end, sum: sum, scale: scale, isPlainDigits: isPlain, hasDigits: hasDigits, numerator: fallback?.value)
        if text[end - 1].isDigits { appendSign(to: &cardinal, start: start) }
        return cardinal
    }

    /// Where the cardinal may go on: behind a space, a hyphen, or `and` after hundreds and multipliers.
    private func nextIndex(after end: Int, _ sum: CardinalSum, _ acceptsAnd: Bool) -> Int? {
        if sum.isEmpty { return end }
        if acceptsAnd, sum.endsWithMultiplier, text[end].isNear, text.has(.and, at: end), text[end + 1].isNear {
            // `£200 million and 150,000 jobs` are two numbers, `3 hundred and 21` is one.
            if text[end + 1].isDigits, text[end + 1].range.count > 3 { return nil }
            return text[end + 1].has(.number) && text.afterJoint(end + 2).map { text[$0].has(.fraction) } ?? false ? nil : end + 1
        }
        return text.afterJoint(end) ?? text.afterSpacedHyphen(end)
    }

    // MARK: Numbers

    private func number(at index: Int, _ sum: CardinalSum) -> (value: ExactDecimal, end: Int, isWord: Bool)? {
        let piece = text[index]
        if piece.isDigits {
            guard sum.isEmpty || sum.endsWithMultiplier, let (value, end) = scientific(at: index) ?? grouped(at: index), sum.accepts(value) else {
                return nil
            }
            return (value, end, false)
        }
        guard piece.has(.number), let value = text.decimal(.number, at: index), sum.accepts(value) else { return nil }
        return (value, index + 1, true)
    }

    /// `1.3x10^6`, `12.32e+14`, `2.5^3`.
    private func scientific(at start: Int) -> (ExactDecimal, Int)? {
        if text[start + 1].mark == "^", text[start + 1].isJoined { return power(at: start) }
        guard let value = text[start].value, let (power, end) = ScientificNotation.power(in: text.bytes, at: Int(text[start].range.end)),
            let last = (start + 1..<start + 7).first(where: { Int(text[$0].range.end) == end })
        else { return nil }
        return value.multiplied(by: ExactDecimal(1, exponent: power)).map { ($0, last + 1) }
    }

    private func power(at start: Int) -> (ExactDecimal, Int)? {
        let hasSign = text[start + 2].isMinus || text[start + 2].mark == "+"
        let index = hasSign ? start + 3 : start + 2
        guard let base = text[start].value, text[index].isJoined, let exponent = text[index].value?.integer, 0...99 ~= exponent else { return nil }
        return base.raised(to: text[start + 2].isMinus ? -exponent : exponent).map { ($0, index + 1) }
    }

    /// Digits, with groups of three parted by spaces: `200 000`, `1 414 021 100`.
    private func grouped(at start: Int) -> (ExactDecimal, Int)? {
        guard var value = text[start].value else { return nil }
        var end = start + 1
        guard text[start].range.count <= 3, value.exponent >= 0 else { return (value, end) }
        while text[end].isDigits, text[end].gap == .space, let group = text[end].value, group < 1000, isGroup(text[end]) {
            guard let sum = value.multiplied(by: .thousand)?.adding(group) else { break }
            (value, end) = (sum, end + 1)
        }
        return (value, end)
    }

    /// Three digits, or three with decimals behind them.
    private func isGroup(_ piece: NumberPiece) -> Bool {
        let decimals = -(piece.value?.exponent ?? 0)
        return piece.range.count == 3 && decimals <= 0 || decimals > 0 && piece.range.count == 4 + decimals
    }

    /// `point two`, `point nought three`, `point seventy-one`.
    private func decimals(at index: Int) -> (ExactDecimal, Int)? {
        guard text.has(.point, at: index) else { return nil }
        var (digits, end) = ("0.", index + 1)
        while let next = text.afterJoint(end), let value = text[next].isDigits ? text[next].value : text.decimal(.number, at: next),
            let whole = value.integer, whole >= 0, whole < 1000, digits.utf8.count < 16
        {
            let continuesTens = digits.utf8.count > 3 && digits.utf8.last == 48 && whole < 10 && whole > 0 && text[next - 1].isHyphen
            digits = (continuesTens ? String(digits.dropLast()) : digits) + String(whole)
            end = next + 1
            if text[next].isDigits { break }
        }
        guard end > index + 1, let value = ExactDecimal(digits) else { return nil }
        return (value, end)
    }

    // MARK: Signs

    /// `bn`, `k` and their like behind digits. A single letter must be joined to them.
    private func appendSign(to cardinal: inout Cardinal, start: Int) {
        guard let next = text.afterJoint(cardinal.end), text[next].has(.multiplierSign) else { return }
        let sign = text[next]
        guard sign.range.count > 1 || sign.isJoined || sign.shape != .lower && !(text[next + 1].isJoined && text[next + 1].form != .mark),
            let factor = text.decimal(.multiplierSign, at: next)
        else { return }
        if sign.has(.unit), sign.shape == .lower ? sign.range.count == 1 : sign.range.count == 2, !isMillion(next, start) { return }
        var sum = CardinalSum()
        guard let product = cardinal.value.multiplied(by: factor) else { return }
        sum.add(product, isWord: false)
        cardinal = Cardinal(end: next + 1, sum: sum, scale: factor, hasDigits: true)
    }

    /// `m` is a million beside a currency, before the plural of what is counted and after another million (`712 million shares from 645m`), a metre
    /// elsewhere.
    private func isMillion(_ index: Int, _ start: Int) -> Bool {
        text.longest(.currency, endingAt: start, within: 3) != nil
            || text.afterJoint(index + 1).map { text.longest(.currency, at: $0) != nil } ?? false
            || CountedRule(text: text).plural(from: index + 1) != nil || (max(0, start - 6)..<start).contains { text[$0].has(.multiplier) }
    }
}
