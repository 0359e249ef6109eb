/// Percentages and quantities: a number with a unit of lexicons/en/numbers. Unit codes are UCUM's where it has one; time belongs to the date stage.
struct QuantityRule {
    let text: NumberText
    let numerals: NumeralReader

    /// A unit's code and, where people add smaller units to it, how many of which make one: `[ft_i]=12[in_i]`.
    struct Unit {
        let code: String
        let smaller: (count: ExactDecimal, code: String)?

        init(_ value: String) {
            let parts = value.split(separator: "=", maxSplits: 1)
            code = String(parts.first ?? "")
            let rest = parts.count == 2 ? parts[1] : ""
            let digits = rest.prefix { $0.isNumber }
            smaller = ExactDecimal(digits).map { ($0, String(rest.dropFirst(digits.count))) }
        }

        var isShare: Bool { code == "%" || code == "pp" || code == "bp" || code == "[ppth]" }
        var isTemperature: Bool { code == "Cel" || code == "[degF]" || code == "deg" || code == "K" }
    }

    func read(_ numeral: Numeral) -> Amount? {
        guard let (unit, end) = unit(after: numeral, isPart: false) else { return belowZero(numeral) ?? sharePoints(numeral) }
        if unit.isShare { return Amount(numeral).with(.percent, unit: unit.code, end: end, rule: "percent") }
        var amount = Amount(numeral).with(.quantity, unit: unit.code, end: end, rule: "quantity")
        if unit.isTemperature { amount = signed(amount) }
        return compound(amount, unit)
    }

    /// `the vote fell by six points`: points of a share are percentage points.
    private func sharePoints(_ numeral: Numeral) -> Amount? {
        let start = numeral.pieces.lowerBound
        guard let index = text.afterJoint(numeral.pieces.upperBound), text.has(.points, at: index) else { return nil }
        let before = max(0, start - 12)..<start
        guard before.contains(where: { text.has(.shareWord, at: $0) }), before.contains(where: { text.has(.change, at: $0) || text.has(.by, at: $0) })
        else {
            return nil
        }
        return Amount(numeral).with(.percent, unit: "pp", end: index + 1, rule: "share-points")
    }

    /// `percent of 20`, where nothing else belongs to the words.
    func shareBefore(_ numeral: Numeral) -> Amount? {
        let (start, end) = (numeral.pieces.lowerBound, numeral.pieces.upperBound)
        guard text.has(.of, at: start - 1), !text[end].isWord, let found = text.longest(.unit, endingAt: start - 1, within: 2), found.value == "%",
            !text[found.start - 1].isWord, !text[found.start - 1].isDigits
        else { return nil }
        var amount = Amount(numeral).with(.percent, unit: found.value, end: end, rule: "percent-of")
        amount.pieces = found.start..<end
        return amount
    }

    /// The unit behind a number, through `of a` where the number is a fraction.
    private func unit(after numeral: Numeral, isPart: Bool) -> (Unit, Int)? {
        guard var index = text.afterJoint(numeral.pieces.upperBound) else { return nil }
        if numeral.kind == .fraction || numeral.scale != nil {
            if text.has(.of, at: index) { index += 1 }
            if text.has(.article, at: index), text.longest(.unit, at: index + 1) != nil { index += 1 }
        }
        let bracketed = isOpening(text[index]) ? index + 1 : index
        guard let found = text.longest(.unit, at: bracketed), bracketed == index || isClosing(text[found.end]) else { return nil }
        guard isUnit(found, at: bracketed, numeral, isPart) else { return nil }
        return (Unit(found.value), bracketed == index ? found.end : found.end + 1)
    }

    private func isOpening(_ piece: NumberPiece) -> Bool { piece.mark == "(" || piece.mark == "[" || piece.mark == "{" || piece.mark == "<" }
    private func isClosing(_ piece: NumberPiece) -> Bool { piece.mark == ")" || piece.mark == "]" || piece.mark == "}" || piece.mark == ">" }

    /// Short names need digits before them, and a single letter must not be a word of its own or an initial.
    private func isUnit(_ found: NumberText.Phrase, at index: Int, _ numeral: Numeral, _ isPart: Bool) -> Bool {
        let (piece, next) = (text[index], text[found.end])
        guard found.end == index + 1 else { return true }
        if !piece.isJoined, piece.shape == .title, piece.range.count > 2, next.isWord, next.shape.isCapitalized { return false }
        if piece.form == .mark { return piece.mark != "\"" && piece.mark != "'" || piece.isJoined && (next.mark == "\0" || !next.isJoined) }
        if next.isJoined, next.isDigits || next.isHyphen && !text[index - 1].isHyphen && piece.range.count == 1 { return false }
        if text.has(.inside, at: index) {
            return isPart || !piece.isJoined && !next.isWord && !next.isDigits && text[index - 1].isDigits || piece.isJoined
        }
        guard piece.range.count == 1 else { return piece.range.count > 3 || text[index - 1].isDigits || numeral.value != .one }
        guard text[index - 1].isDigits else { return false }
        if piece.isJoined { return piece.shape == .lower || found.value.first?.isUppercase ?? false }
        return piece.shape == .lower
    }

    /// `- 5 degrees`: a minus sign with a space is a sign before temperatures alone.
    private func signed(_ amount: Amount) -> Amount {
        let start = amount.pieces.lowerBound
        var result = amount
        if text[start - 1].mark == "-", !text[start - 1].isJoined, text[start].isNear, amount.value.significand > 0 {
            (result.value, result.pieces) = (amount.value.negated, start - 1..<amount.pieces.upperBound)
        }
        if let end = text.phrase(.belowZero, at: amount.pieces.upperBound), amount.value.significand > 0 {
            (result.value, result.pieces) = (amount.value.negated, result.pieces.lowerBound..<end)
        }
        return result
    }

    /// `2 below zero`.
    private func belowZero(_ numeral: Numeral) -> Amount? {
        guard let end = text.phrase(.belowZero, at: numeral.pieces.upperBound) else { return nil }
        var amount = Amount(numeral).with(.quantity, unit: "deg", end: end, rule: "temperature")
        amount.value = numeral.value.negated
        return amount
    }

    /// `5 ft 11 in`, `2 yards, 7 feet and 10 inches`: the sum in the smallest of the units.
    private func compound(_ amount: Amount, _ unit: Unit) -> Amount {
        var (amount, unit) = (amount, unit)
        while let smaller = unit.smaller {
            var next = amount.pieces.upperBound
            if text[next].mark == "," { next += 1 }
            if text.has(.and, at: next) { next += 1 }
            guard text[next].isNear, text[next].isDigits || text[next].has(.number), let numeral = numerals.read(at: next, acceptsAnd: false),
                numeral.pieces.lowerBound == next, let (part, end) = self.unit(after: numeral, isPart: true), part.code == smaller.code,
                let sum = amount.value.multiplied(by: smaller.count)?.adding(numeral.value)
            else { return amount }
            amount = amount.with(.quantity, unit: part.code, end: end, rule: "quantity-compound")
            (amount.value, unit) = (sum, part)
        }
        return amount
    }
}
