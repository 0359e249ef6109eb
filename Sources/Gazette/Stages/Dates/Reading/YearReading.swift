/// Years, in digits and words.
extension DateText {
    /// `1996`: four digits between 1000 and 2199.
    func fourDigitYear(_ index: Int) -> Int? {
        guard let read = digits(index), read.count == 4, (1000..<2200).contains(read.value) else { return nil }
        return read.value
    }

    /// A year after a month or a quarter: `1996`, `'96`, `nineteen ninety-six`.
    func year(_ index: Int) -> (year: Int, end: Int)? {
        if let year = fourDigitYear(index) { return (year, index + 1) }
        return apostropheYear(index) ?? spelledYear(index)
    }

    /// `'96`.
    private func apostropheYear(_ index: Int) -> (year: Int, end: Int)? {
        guard isApostrophe(index), isGlued(index + 1), let read = digits(index + 1), read.count == 2 else { return nil }
        return (Self.fullYear(read.value), index + 2)
    }

    /// The century of a two-digit year: up to 49 this one (POSIX turns at 69, most readers of news at 50).
    static func fullYear(_ short: Int) -> Int { short < 50 ? 2000 + short : 1900 + short }

    /// `nineteen ninety-six`, `twenty twenty-four`, `two thousand four`, `nineteen hundred`.
    func spelledYear(_ index: Int) -> (year: Int, end: Int)? {
        guard let head = numberWord(index) else { return nil }
        if (17...20).contains(head), let tail = cardinal(skippingHyphen(index + 1)), tail.amount.thousandths == 0, let rest = tail.amount.whole,
            (10...99).contains(rest), has(.number, at: skippingHyphen(index + 1))
        {
            return (head * 100 + rest, tail.end)
        }
        guard head == 2, value(.multiplier, at: index + 1) == "1000", let read = cardinal(index), read.amount.thousandths == 0,
            let year = read.amount.whole
        else { return nil }
        return (2000..<2100).contains(year) ? (year, read.end) : nil
    }

    /// A day of the month: `3`, `3rd`, `03`, `eighth`; 0 and 32 are none.
    func dayOfMonth(_ index: Int) -> (day: Int, end: Int)? {
        if let read = digits(index), read.count <= 2, (1...31).contains(read.value) { return (read.value, index + 1) }
        if let read = ordinal(index), (1...31).contains(read.value) { return (read.value, read.end) }
        return nil
    }

    /// The year that a decade such as `1990s`, `'90s` or `nineteen nineties` begins with.
    func decade(_ index: Int) -> (year: Int, end: Int)? {
        if isApostrophe(index), isGlued(index + 1), let tens = decadeDigits(index + 1), tens.count == 2 {
            return (Self.fullYear(tens.value), tens.end)
        }
        if let read = decadeDigits(index) {
            if read.count == 4, read.value % 10 == 0, (1000..<2200).contains(read.value) { return (read.value, read.end) }
            if read.count == 2, read.value % 10 == 0, read.value >= 20 { return (1900 + read.value, read.end) }
            return nil
        }
        if let tens = tens(index) { return (1900 + tens, index + 1) }
        guard let head = numberWord(index), (17...20).contains(head) else { return nil }
        let next = skippingHyphen(index + 1)
        return tens(next).map { (head * 100 + $0, next + 1) }
    }

    /// Whether a token is a number that begins and ends with a digit and of which the lexicons of dates say nothing.
    func isPlainNumber(_ index: Int) -> Bool {
        guard let token = token(index), token.kind == .number, !token.classes.intersects(DateFacts.classes) else { return false }
        return utf8[Int(token.range.start)].isDigit && utf8[Int(token.range.end) - 1].isDigit
    }

    /// Whether a number may be a decade by what is behind it.
    func mayBeDecade(_ index: Int) -> Bool { token(index + 1)?.kind == .clitic }

    /// `1990s`, `90s`, and with an apostrophe `1990's`.
    private func decadeDigits(_ index: Int) -> (value: Int, count: Int, end: Int)? {
        let bytes = bytes(index)
        if bytes.count >= 3, bytes.count <= 5, bytes.last == UInt8(ascii: "s"), let value = Self.decimal(bytes.dropLast()) {
            return (value, bytes.count - 1, index + 1)
        }
        guard let read = digits(index), read.value % 10 == 0, token(index + 1)?.kind == .clitic, self.bytes(index + 1).last == UInt8(ascii: "s")
        else { return nil }
        return (read.value, read.count, index + 2)
    }
}
