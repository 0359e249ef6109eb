/// The power of ten behind a number: `e+14`, `x10^6`, ` × 10⁶`.
enum ScientificNotation {
    /// Whether a power may stand at an offset: behind a space that is passed over, `e`, `x` or `×`.
    static func mayFollow(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard start < text.count else { return false }
        let isSpaced = text[start] == UInt8(ascii: " ") && start + 1 < text.count
        let first = text[isSpaced ? start + 1 : start]
        return first == UInt8(ascii: "x") || first == 0xC3 || first | 0x20 == UInt8(ascii: "e") && !isSpaced
    }

    /// The power and the offset behind it; nil where the bytes are something else.
    static func power(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> (power: Int, end: Int)? {
        guard var index = base(text, start) else { return nil }
        var sign = 1
        if let mark = byte(text, index), mark == UInt8(ascii: "+") || mark == UInt8(ascii: "-") {
            sign = mark == UInt8(ascii: "-") ? -1 : 1
            index += 1
        }
        var (power, count) = (0, 0)
        while count < 2, let (digit, length) = digit(text, index) {
            (power, index, count) = (power * 10 + digit, index + length, count + 1)
        }
        return count > 0 ? (sign * power, index) : nil
    }

    /// The offset behind `e`, before its sign, or behind `×10^`.
    private static func base(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        if let letter = byte(text, start), letter | 0x20 == UInt8(ascii: "e"), let sign = byte(text, start + 1), sign == 0x2B || sign == 0x2D {
            return start + 1
        }
        var index = skippingSpace(text, start)
        if byte(text, index) == UInt8(ascii: "x") {
            index += 1
        } else if byte(text, index) == 0xC3, byte(text, index + 1) == 0x97 {
            index += 2
        } else {
            return nil
        }
        index = skippingSpace(text, index)
        guard byte(text, index) == UInt8(ascii: "1"), byte(text, index + 1) == UInt8(ascii: "0") else { return nil }
        if byte(text, index + 2) == UInt8(ascii: "^") { return index + 3 }
        return superscript(text, index + 2) == nil ? nil : index + 2
    }

    private static func byte(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8? { index < text.count ? text[index] : nil }

    private static func skippingSpace(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        byte(text, index) == UInt8(ascii: " ") ? index + 1 : index
    }

    private static func digit(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Int, Int)? {
        guard let first = byte(text, index) else { return nil }
        return first.isDigit ? (Int(first) - 48, 1) : superscript(text, index)
    }

    /// `²`, `³`, `¹` and U+2070 to U+2079.
    private static func superscript(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Int, Int)? {
        switch (byte(text, index), byte(text, index + 1), byte(text, index + 2)) {
        case (0xC2, 0xB9, _): return (1, 2)
        case (0xC2, 0xB2, _): return (2, 2)
        case (0xC2, 0xB3, _): return (3, 2)
        case (0xE2, 0x81, let last?) where last == 0xB0 || 0xB4...0xB9 ~= last: return (Int(last) - 0xB0, 3)
        default: return nil
        }
    }
}
