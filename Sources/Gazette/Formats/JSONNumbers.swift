extension JSONBuffer {
    /// A whole number in decimal digits.
    package mutating func append(_ number: Int) {
        if 0...Int(UInt32.max) ~= number {
            return write(most: DigitWriter.mostBytes) { DigitWriter().put(UInt32(truncatingIfNeeded: number), at: $0) - $0 }
        }
        append(raw: String(number))
    }

    /// A decimal number in plain notation, as its description has it.
    mutating func append(_ number: ExactDecimal) {
        guard -18...18 ~= number.exponent else { return append(raw: number.description) }
        if number.exponent >= 0 {
            append(number.significand)
            for _ in 0..<number.exponent { append("0") }
            return
        }
        if number.significand < 0 { append("-") }
        var scale: UInt = 1
        for _ in 0..<(-number.exponent) { scale *= 10 }
        append(Int(number.significand.magnitude / scale))
        append(".")
        var rest = number.significand.magnitude % scale
        while scale > 1 {
            scale /= 10
            append(Int(rest / scale))
            rest %= scale
        }
    }

    /// `2024-01-03`
    mutating func append(_ date: CalendarDate) {
        guard 1000...9999 ~= date.year else { return append(raw: date.description) }
        let (century, year) = date.year.quotientAndRemainder(dividingBy: 100)
        append(twoDigits: century)
        append(twoDigits: year)
        append("-")
        append(twoDigits: date.month)
        append("-")
        append(twoDigits: date.day)
    }
}
