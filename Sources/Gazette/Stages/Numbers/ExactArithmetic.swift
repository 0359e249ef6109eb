extension ExactDecimal {
    static let zero = ExactDecimal(reduced: 0)
    static let one = ExactDecimal(reduced: 1)
    static let ten = ExactDecimal(reduced: 1, exponent: 1)
    static let hundred = ExactDecimal(reduced: 1, exponent: 2)
    static let thousand = ExactDecimal(reduced: 1, exponent: 3)
    static let hundredth = ExactDecimal(reduced: 1, exponent: -2)
    static let half = ExactDecimal(reduced: 5, exponent: -1)
    static let quarter = ExactDecimal(reduced: 25, exponent: -2)

    /// The order of two numbers; exact where the difference fits, otherwise by their nearest doubles.
    static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if left.exponent == right.exponent { return left.significand < right.significand }
        return left.adding(right.negated).map { $0.significand < 0 } ?? (left.approximation < right.approximation)
    }

    static func < (left: ExactDecimal, right: Int) -> Bool {
        if left.exponent < 0 { return left < ExactDecimal(right) }
        return left.integer.map { $0 < right } ?? (left.significand < 0)
    }

    static func > (left: ExactDecimal, right: Int) -> Bool {
        if left.exponent < 0 { return ExactDecimal(right) < left }
        return left.integer.map { $0 > right } ?? (left.significand > 0)
    }

    private var approximation: Double { Double(description) ?? 0 }

    /// The quotient, rounded half away from zero to 15 significant digits where it does not end before. Nil for a zero divisor or an overflow.
    func divided(by divisor: ExactDecimal) -> ExactDecimal? {
        guard divisor.significand != 0, significand != .min, divisor.significand != .min else { return nil }
        let below = divisor.significand.magnitude
        var rest = significand.magnitude
        guard below < .max / 20, rest < .max / 20 else { return nil }
        var (quotient, power) = (rest / below, 0)
        rest %= below
        while rest != 0, quotient < 100_000_000_000_000 {
            quotient = quotient * 10 + rest * 10 / below
            rest = rest * 10 % below
            power -= 1
        }
        if rest * 2 >= below, rest != 0 { quotient += 1 }
        let isNegative = (significand < 0) != (divisor.significand < 0)
        return Int(exactly: quotient).map { ExactDecimal(isNegative ? -$0 : $0, exponent: exponent - divisor.exponent + power) }
    }

    /// A whole power, rounded to 15 significant digits where it has more.
    func raised(to power: Int) -> ExactDecimal? {
        var result = ExactDecimal.one
        for _ in 0..<power.magnitude {
            guard let product = result.multiplied(by: self) ?? result.rounded.multiplied(by: rounded) else { return nil }
            result = product
        }
        return power < 0 ? ExactDecimal.one.divided(by: result.rounded) : result.rounded
    }

    /// Rounded half away from zero to 15 significant digits.
    private var rounded: ExactDecimal {
        var (digits, power) = (significand, exponent)
        while digits.magnitude >= 10_000_000_000_000_000 { (digits, power) = (digits / 10, power + 1) }
        if digits.magnitude >= 1_000_000_000_000_000 { (digits, power) = ((digits + digits.signum() * 5) / 10, power + 1) }
        return ExactDecimal(digits, exponent: power)
    }

    /// Reads `1/3`.
    init?(fraction text: String) {
        let parts = text.split(separator: "/")
        guard parts.count == 2, let above = ExactDecimal(parts[0]), let below = ExactDecimal(parts[1]), let value = above.divided(by: below) else {
            return nil
        }
        self = value
    }
}
