extension NumeralReader {
    /// `two-thirds`, `one quarter`, `one twenty-fifth`, `3/4`, `1 over 20`.
    func quotient(_ cardinal: CardinalReader.Cardinal) -> (ExactDecimal, Int)? {
        if text[cardinal.end].mark == "/" { return slashed(from: cardinal.end - 1) }
        guard let index = text.afterJoint(cardinal.end) ?? text.afterSpacedHyphen(cardinal.end) else { return nil }
        if text[index].has(.fraction), text[index].isWord { return quotient(cardinal, denominatorAt: index) }
        if let tens = tens(at: index), let next = text.afterJoint(index + 1), let unit = denominator(at: next), unit < 10,
            isDenominator(at: next, of: cardinal.value), let parts = tens.adding(unit)
        {
            return cardinal.value.divided(by: parts).map { ($0, next + 1) }
        }
        return text.has(.over, at: index) ? over(cardinal.value, from: index + 1) : nil
    }

    private func quotient(_ cardinal: CardinalReader.Cardinal, denominatorAt index: Int) -> (ExactDecimal, Int)? {
        guard let unit = denominator(at: index), isDenominator(at: index, of: cardinal.value) else { return nil }
        if unit < 10, let tens = tens(at: cardinal.end - 1), let numerator = cardinal.numerator, let parts = tens.adding(unit) {
            return numerator.divided(by: parts).map { ($0, index + 1) }
        }
        return cardinal.value.divided(by: unit).map { ($0, index + 1) }
    }

    private func tens(at index: Int) -> ExactDecimal? {
        text.decimal(.number, at: index).flatMap { $0.exponent == 1 && $0.significand > 1 ? $0 : nil }
    }

    /// The denominator of a fraction below one.
    private func denominator(at index: Int) -> ExactDecimal? {
        text.value(.fraction, at: index).flatMap(text.values.denominator)
    }

    /// `1 over 20`, where nothing is counted.
    private func over(_ above: ExactDecimal, from start: Int) -> (ExactDecimal, Int)? {
        guard let below = cardinals.read(at: start), !text[below.end].isWord, !text[below.end].isJoined || text[below.end].mark == "." else {
            return nil
        }
        return above.divided(by: below.value).map { ($0, below.end) }
    }

    /// A plural goes with any number but a year's quarters with three alone; a singular goes with one, or with a hyphen.
    private func isDenominator(at index: Int, of number: ExactDecimal) -> Bool {
        let isPlural = !text[index].has(.ordinal) && number != .one
        if isPlural { return text.fraction(at: index) != .quarter || number == ExactDecimal(3) }
        return number == .one || text[index - 1].isHyphen && text[index].isJoined
    }

    /// `3/4`: a proper fraction of a customary denominator, so that 9/11 and 24/7 are none.
    func slashed(from index: Int) -> (ExactDecimal, Int)? {
        guard text[index + 1].mark == "/", text[index + 1].isJoined, text[index + 2].isJoined, text[index + 3].mark != "/",
            let above = text[index].value, let below = text[index + 2].value, let parts = below.integer, let whole = above.integer,
            whole > 0, whole < parts, parts <= 10 || Self.isCustomary(parts)
        else { return nil }
        return above.divided(by: below).map { ($0, index + 3) }
    }

    /// Whether people write fractions with a denominator above ten.
    private static func isCustomary(_ denominator: Int) -> Bool {
        switch denominator {
        case 12, 16, 20, 25, 32, 50, 64, 100, 1000: true
        default: false
        }
    }
}
