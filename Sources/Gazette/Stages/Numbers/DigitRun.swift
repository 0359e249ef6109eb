/// Reads digits with their separators: `1,500`, `3.25`, `1.500,50`, `12,34,567.89`, `1e10`, `٣٤`.
///
/// A point before the last group is a decimal point, a comma before three digits parts thousands (CLDR, locale en); two different separators are
/// thousands and decimals in that order; a comma that cannot part thousands is a decimal comma when it is the only one and parts numbers otherwise.
/// With a decimal comma by policy, a single comma always is one and points part thousands.
enum DigitRun {
    /// Where digits and separators between digits end.
    static func end(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, limit: Int) -> Int {
        var index = start
        if index + 1 < limit, text[index] == UInt8(ascii: "."), digit(text, index + 1) != nil { index += 1 }
        while index < limit {
            if let length = digit(text, index)?.length {
                index += length
            } else if let length = separatorLength(text, index, limit), digit(text, index + length) != nil {
                index += length
            } else {
                break
            }
        }
        return index == start ? start : exponentEnd(text, index, limit: limit)
    }

    /// Passes over `e10` where nothing follows it.
    private static func exponentEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, limit: Int) -> Int {
        guard start + 1 < limit, start + 4 > limit, text[start] | 0x20 == UInt8(ascii: "e") else { return start }
        return text[start + 1..<limit].allSatisfy(\.isDigit) ? limit : start
    }

    /// Calls `body` with each number of a run and its value.
    static func parts(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, decimalComma: Bool = false, _ body: (ByteRange, ExactDecimal?) -> Void
    ) {
        let run = Run(text, range, decimalComma)
        if let value = run.value { return body(ByteRange(range.lowerBound, range.upperBound), value) }
        guard run.commas > 0, run.points == 0 else { return body(ByteRange(range.lowerBound, range.upperBound), nil) }
        var start = range.lowerBound
        for index in range where text[index] == UInt8(ascii: ",") {
            body(ByteRange(start, index), Run(text, start..<index, decimalComma).value)
            start = index + 1
        }
        body(ByteRange(start, range.upperBound), Run(text, start..<range.upperBound, decimalComma).value)
    }

    /// Whether a range is one number and nothing else.
    static func fills(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, decimalComma: Bool) -> Bool {
        if range.count <= Run.mostDigits, text[range].allSatisfy(\.isDigit) { return true }
        guard end(text, range.lowerBound, limit: range.upperBound) == range.upperBound else { return false }
        var count = 0
        parts(text, range, decimalComma: decimalComma) { _, _ in count += 1 }
        return count == 1
    }

    /// The value of a range that is one number; nil where it has none (`1.2.3`).
    static func value(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, decimalComma: Bool) -> ExactDecimal? {
        plainValue(text, range) ?? Run(text, range, decimalComma).value
    }

    /// The value of a range with nothing but ASCII digits, none of which overflows; nil for others.
    static func plainValue(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> ExactDecimal? {
        guard range.count <= Run.mostDigits else { return nil }
        var value = 0
        for index in range {
            if !text[index].isDigit { return nil }
            value = value &* 10 &+ Int(text[index] &- 48)
        }
        return ExactDecimal(value)
    }

    /// The value of a decimal digit of any script.
    @inline(__always)
    private static func digit(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (value: Int, length: Int)? {
        let byte = text[index]
        if byte < 0x80 { return byte.isDigit ? (Int(byte) - 48, 1) : nil }
        return byte & 0xC0 == 0x80 ? nil : otherDigit(text, index)
    }

    private static func otherDigit(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (value: Int, length: Int)? {
        let (scalar, length) = decode(text, at: index)
        guard let properties = Unicode.Scalar(scalar)?.properties, properties.numericType == .decimal, let value = properties.numericValue else {
            return nil
        }
        return (Int(value), length)
    }

    /// The length of a comma, point, apostrophe or narrow no-break space that something follows.
    private static func separatorLength(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int) -> Int? {
        switch text[index] {
        case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "'"): return index + 1 < limit ? 1 : nil
        case 0xE2: return index + 3 < limit && text[index + 1] == 0x80 && text[index + 2] == 0xAF ? 3 : nil
        default: return nil
        }
    }

    /// A run's digits, and where its separators stand, counted in digits after them.
    private struct Run {
        private(set) var commas = 0
        private(set) var points = 0
        private var quotes = 0
        private var groups = DigitGroups()
        /// Those before the last separator.
        private var groupsBefore = DigitGroups()
        private var last: UInt8 = 0
        private var significand = 0
        /// 18 digits leave room for one multiplication.
        private static let most = 999_999_999_999_999_999
        static let mostDigits = 18
        private var overflows = false
        private var exponent = 0
        private var digits = 0

        private let decimalComma: Bool

        init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ decimalComma: Bool) {
            self.decimalComma = decimalComma
            var (index, count) = (range.lowerBound, 0)
            while index < range.upperBound {
                if let (value, length) = DigitRun.digit(text, index) {
                    append(value)
                    (index, count) = (index + length, count + 1)
                } else if text[index] | 0x20 == UInt8(ascii: "e") {
                    exponent = text[index + 1..<range.upperBound].reduce(0) { $0 * 10 + Int($1) - 48 }
                    index = range.upperBound
                } else {
                    separate(text[index], count)
                    (index, count) = (index + (text[index] == 0xE2 ? 3 : 1), 0)
                }
            }
            append(group: count)
        }

        private mutating func append(group count: Int) {
            groupsBefore = groups
            groups.append(count)
        }

        private mutating func append(_ digit: Int) {
            let (product, over) = significand.multipliedReportingOverflow(by: 10)
            let (sum, above) = product.addingReportingOverflow(digit)
            overflows = overflows || over || above || sum > Self.most
            if !overflows { significand = sum }
            digits += 1
        }

        private mutating func separate(_ byte: UInt8, _ count: Int) {
            append(group: count)
            last = byte
            switch byte {
            case UInt8(ascii: ","): commas += 1
            case UInt8(ascii: "."): points += 1
            default: quotes += 1
            }
        }

        var value: ExactDecimal? {
            guard digits > 0, !overflows, let decimals else { return nil }
            return ExactDecimal(significand, exponent: exponent - decimals)
        }

        /// How many digits stand after the decimal separator; nil where the separators make no number.
        private var decimals: Int? {
            let (separators, tail) = (commas + points + quotes, groups.last)
            if separators == 0 { return 0 }
            let isMixed = (commas > 0 ? 1 : 0) + (points > 0 ? 1 : 0) + (quotes > 0 ? 1 : 0) > 1
            if isMixed {
                let lastCount = last == UInt8(ascii: ",") ? commas : last == UInt8(ascii: ".") ? points : quotes
                return lastCount == 1 && groupsBefore.areThousands ? tail : nil
            }
            if (decimalComma ? commas : points) == 1 { return tail }
            if groups.areThousands { return 0 }
            if decimalComma { return nil }
            return commas == 1 && tail != 3 && tail > 0 && groups.first > 0 && groups.first <= 3 && tail <= 2 ? tail : nil
        }
    }
}

/// The groups that separators part digits into.
private struct DigitGroups {
    private var count = 0
    private(set) var first = 0
    private(set) var last = 0
    /// Whether all groups between the first and the last have three digits, or two.
    private var hasThrees = true
    private var hasTwos = true

    mutating func append(_ digits: Int) {
        if count == 0 { first = digits }
        if count > 1 { (hasThrees, hasTwos) = (hasThrees && last == 3, hasTwos && last == 2) }
        (last, count) = (digits, count + 1)
    }

    /// Thousands, or the Indian lakhs and crores: groups of two, the last of three. A single group with digits is one too.
    var areThousands: Bool {
        if count < 2 { return count == 1 && first > 0 }
        guard last == 3, first > 0 else { return false }
        return first <= 3 && hasThrees || first <= 2 && count > 2 && hasTwos
    }
}
