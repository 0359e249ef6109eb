/// Percentages and quantities: a number with a unit of lexicons/en/numbers. Unit codes are UCUM's where it has one; time belongs to the date stage.
struct QuantityRule {
    let text: NumberText
    let numerals: NumeralReader

    /// A unit's code and, where people add smaller units to it, how many of which make one: `[ft_i]=12[in_i]`.
    struct Unit {
        let code: UnitCode
        let smallerCount: ExactDecimal
        let smallerCode: UnitCode?
        /// A percentage or its like.
        let isShare: Bool
        let isTemperature: Bool
        /// Whether its code begins with a capital.
        let isCapitalized: Bool

        init(_ value: String, _ codes: inout UnitCodes) {
            let end = value.utf8.firstIndex(of: UInt8(ascii: "=")) ?? value.endIndex
            let text = String(value[..<end])
            let rest = value[end...].utf8.dropFirst()
            let digits = rest.prefix { $0.isDigit }
            let count = ExactDecimal(Substring(digits))
            code = codes.code(text)
            smallerCount = count ?? .zero
            smallerCode = count.map { _ in codes.code(String(Substring(rest[digits.endIndex...]))) }
            switch text {
            case "%", "pp", "bp", "[ppth]": (isShare, isTemperature) = (true, false)
            case "Cel", "[degF]", "deg", "K": (isShare, isTemperature) = (false, true)
            default: (isShare, isTemperature) = (false, false)
            }
            isCapitalized = text.utf8.first?.isUpper ?? false
        }
    }

    func read(_ numeral: Numeral) -> Amount? {
        guard let (unit, end) = unit(after: numeral, isPart: false) else { return belowZero(numeral) ?? sharePoints(numeral) }
        if unit.isShare { return Amount(numeral).with(.percent, unit: unit.code, end: end, rule: .percent) }
        var amount = Amount(numeral).with(.quantity, unit: unit.code, end: end, rule: .quantity)
        if unit.isTemperature { amount = signed(amount) }
        return compound(amount, unit)
    }

    /// `the vote fell by six points`, `lost half a point in a poll`: points of a share are percentage points.
    private func sharePoints(_ numeral: Numeral) -> Amount? {
        guard var index = text.afterJoint(numeral.pieces.upperBound) else { return nil }
        if numeral.kind == .fraction, text.has(.of, at: index) { index += 1 }
        if numeral.kind == .fraction, text.has(.article, at: index) { index += 1 }
        guard text.has(.points, at: index), isShare(numeral.pieces.lowerBound, index), numeral.value < 100 else { return nil }
        return Amount(numeral).with(.percent, unit: .percentagePoint, end: index + 1, rule: .sharePoints)
    }

    /// Whether words on both sides tell of shares and their differences: `in a poll`, `margin of error`, `at 6.8%, is 1.5 points above`.
    private func isShare(_ start: Int, _ end: Int) -> Bool {
        let before = max(0, start - 12)..<start
        guard text.hasAny(.shareWord) || text.has(.comparative, at: end + 1) else { return false }
        let isNear = before.contains { text.has(.shareWord, at: $0) } || (end + 1..<end + 16).contains { text.has(.shareWord, at: $0) }
        let isDifference = before.contains { text[$0].roles.intersects(Self.difference) }
        if text.has(.comparative, at: end + 1), before.contains(where: { text[$0].mark == "%" }) { return true }
        return isNear && (isDifference || text.has(.of, at: start - 1)) || text.phrase(.shareWord, at: start - 4) == start - 1
    }

    /// Words near a number that tell a difference.
    private static let difference = NumberRoles([.change, .by, .points, .share])

    /// `percent of 20`, where nothing else belongs to the words.
    func shareBefore(_ numeral: Numeral) -> Amount? {
        let (start, end) = (numeral.pieces.lowerBound, numeral.pieces.upperBound)
        guard text.has(.of, at: start - 1), !text[end].isWord, let found = text.longest(.unit, endingAt: start - 1, within: 2),
            text.values.unit(found.value).code == .percent, !text[found.start - 1].isWord, !text[found.start - 1].isDigits
        else { return nil }
        var amount = Amount(numeral).with(.percent, unit: .percent, end: end, rule: .percentOf)
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
        return (text.values.unit(found.value), bracketed == index ? found.end : found.end + 1)
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
            if next.isHyphen, next.isJoined, text[found.end + 1].isDigits || text[found.end + 1].has(.number) { return false }
            return isPart || !piece.isJoined && !next.isWord && !next.isDigits && text[index - 1].isDigits || piece.isJoined
        }
        guard piece.range.count == 1 else { return piece.range.count > 3 || text[index - 1].isDigits || numeral.value != .one }
        guard text[index - 1].isDigits else { return false }
        if piece.shape != .lower, text.values.unit(found.value).isTemperature { return isTemperature(at: index, numeral) }
        return piece.shape == .lower || piece.isJoined && text.values.unit(found.value).isCapitalized
    }

    /// `33.4C`, `-7C`, `91 F`, `4C to 6C`: two digits, a sign, decimals or a range, and no name before them (`iPhone 5C`, `seat 14C`).
    private func isTemperature(at index: Int, _ numeral: Numeral) -> Bool {
        let before = numeral.pieces.lowerBound - 1
        let isPlain = numeral.value.exponent >= 0 && numeral.value.significand > 0
        let isNamed = text[before].shape.isCapitalized && text[before].isWord || text.has(.identifier, at: before)
        let next = text[index + 1]
        if isPlain, isNamed || numeral.value < 10 && !isRange(at: index) { return false }
        return text[index].isJoined ? next.mark != "/" : !next.isWord && !next.isDigits
    }

    /// Whether the same unit is joined to another number beside: `4C to 6C`, `4C-6C`.
    private func isRange(at index: Int) -> Bool {
        func isLink(_ place: Int) -> Bool { text.has(.to, at: place) || text.has(.and, at: place) || text[place].isDash }
        func isSame(_ place: Int) -> Bool {
            text[place].isJoined && text[place].range.count == 1 && text.firstByte(at: place) == text.firstByte(at: index)
        }
        return isLink(index + 1) && text[index + 2].isDigits && isSame(index + 3) || isLink(index - 2) && isSame(index - 3)
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
        var amount = Amount(numeral).with(.quantity, unit: .degree, end: end, rule: .temperature)
        amount.value = numeral.value.negated
        return amount
    }

    /// `5 ft 11 in`, `2 yards, 7 feet and 10 inches`: the sum in the smallest of the units.
    private func compound(_ amount: Amount, _ unit: Unit) -> Amount {
        var (amount, unit) = (amount, unit)
        while let smaller = unit.smallerCode {
            var next = amount.pieces.upperBound
            if text[next].mark == "," { next += 1 }
            if text.has(.and, at: next) { next += 1 }
            let isHyphened = text[next].isHyphen && text[next].isJoined && text[next + 1].isJoined
            if isHyphened { next += 1 }
            guard text[next].isNear, text[next].isDigits || text[next].has(.number), let numeral = numerals.read(at: next, acceptsAnd: false),
                numeral.pieces.lowerBound == next, let sum = amount.value.multiplied(by: unit.smallerCount)?.adding(numeral.value)
            else { return amount }
            let part = self.unit(after: numeral, isPart: true)
            // `six-foot-ten`: hyphens leave no doubt about the inches.
            guard part?.0.code == smaller || part == nil && isHyphened && smaller == .inch && numeral.value < unit.smallerCount else {
                return amount
            }
            amount = amount.with(.quantity, unit: smaller, end: part?.1 ?? numeral.pieces.upperBound, rule: .quantityCompound)
            amount.value = sum
            guard let part else { return amount }
            unit = part.0
        }
        return amount
    }
}
