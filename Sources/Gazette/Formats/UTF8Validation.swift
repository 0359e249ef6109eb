/// Checks bytes against the Unicode Standard's table of well-formed UTF-8 (§3.9, Table 3-7).
package enum UTF8Validation {
    /// The index of the first byte that begins no well-formed sequence.
    package static func firstInvalidByte(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        while index < range.upperBound {
            let first = bytes[index]
            if first < 0x80 {
                index = bytes.endOfASCII(from: index, to: range.upperBound)
                continue
            }
            guard let (length, second) = form(first), index + length <= range.upperBound, second.contains(bytes[index + 1]) else { return index }
            for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return index }
            index += length
        }
        return nil
    }

    /// How long a sequence is and what its second byte may be.
    private static func form(_ first: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
        switch first {
        case 0xC2...0xDF: return (2, 0x80...0xBF)
        case 0xE0: return (3, 0xA0...0xBF)
        case 0xED: return (3, 0x80...0x9F)
        case 0xE1...0xEF: return (3, 0x80...0xBF)
        case 0xF0: return (4, 0x90...0xBF)
        case 0xF1...0xF3: return (4, 0x80...0xBF)
        case 0xF4: return (4, 0x80...0x8F)
        default: return nil
        }
    }
}
