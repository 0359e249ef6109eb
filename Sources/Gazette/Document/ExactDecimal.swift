/// An exact decimal number, significand × 10^exponent, so that no binary rounding enters a record.
public struct ExactDecimal: Sendable, Hashable {
    /// Without trailing zeros: two equal numbers have equal fields.
    public let significand: Int
    public let exponent: Int

    public init(_ significand: Int, exponent: Int = 0) {
        var (digits, power) = (significand, exponent)
        while digits != 0, digits % 10 == 0 { (digits, power) = (digits / 10, power + 1) }
        self.significand = digits
        self.exponent = digits == 0 ? 0 : power
    }

    /// Takes a significand as it is, without trailing zeros.
    init(reduced significand: Int, exponent: Int = 0) { (self.significand, self.exponent) = (significand, exponent) }

    /// Reads `-1234.5`: ASCII digits, at most one point, no separators. Nil for anything else or more digits than fit.
    public init?(_ text: some StringProtocol) {
        var (sum, scale, seen, point, negative) = (0, 0, false, false, false)
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0: negative = true
            case UInt8(ascii: ".") where !point: point = true
            case 48...57:
                let (tens, over) = sum.multipliedReportingOverflow(by: 10)
                let (next, above) = tens.addingReportingOverflow(Int(byte - 48))
                guard !over, !above else { return nil }
                (sum, seen) = (next, true)
                if point { scale += 1 }
            default: return nil
            }
        }
        guard seen else { return nil }
        self.init(negative ? -sum : sum, exponent: -scale)
    }

    /// Nil where the result does not fit.
    public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
        let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
        return overflow ? nil : ExactDecimal(product, exponent: exponent + other.exponent)
    }

    /// Nil where the result does not fit.
    public func adding(_ other: ExactDecimal) -> ExactDecimal? {
        let common = min(exponent, other.exponent)
        guard let left = scaled(to: common), let right = other.scaled(to: common) else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : ExactDecimal(sum, exponent: common)
    }

    public var negated: ExactDecimal { ExactDecimal(-significand, exponent: exponent) }

    /// The value as a whole number, where it is one and fits.
    public var integer: Int? { exponent < 0 ? nil : scaled(to: 0) }

    private func scaled(to power: Int) -> Int? {
        var result = significand
        for _ in 0..<min(max(0, exponent - power), 20) {
            let (next, overflow) = result.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            result = next
        }
        return exponent - power > 20 && significand != 0 ? nil : result
    }
}

extension ExactDecimal: CustomStringConvertible {
    /// A JSON number in plain notation: `15000`, `-0.5`; scientific beyond 30 places.
    public var description: String {
        let sign = significand < 0 ? "-" : ""
        let digits = String(significand.magnitude)
        if exponent > 30 || exponent < -30 { return "\(sign)\(digits)e\(exponent)" }
        if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
        let padding = String(repeating: "0", count: max(0, 1 - exponent - digits.count))
        let all = padding + digits
        let point = all.index(all.endIndex, offsetBy: exponent)
        return sign + all[..<point] + "." + all[point...]
    }
}
