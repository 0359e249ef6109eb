/// A text as UTF-16 for ICU, with the way back to UTF-8 offsets. Reused from text to text.
struct UTF16Text {
    private(set) var units: [UInt16] = []
    private(set) var isASCII = true

    /// Converts valid UTF-8.
    mutating func reset(text: [UInt8]) {
        units.removeAll(keepingCapacity: true)
        units.reserveCapacity(text.count)
        isASCII = text.allSatisfy { $0 < 0x80 }
        if isASCII {
            for byte in text { units.append(UInt16(byte)) }
        } else {
            text.withUnsafeBufferPointer { appendDecoded($0) }
        }
    }

    private mutating func appendDecoded(_ text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < text.count {
            let (scalar, length) = decode(text, at: index)
            index += length
            if scalar < 0x10000 {
                units.append(UInt16(scalar))
            } else {
                units.append(UInt16(0xD800 + (scalar - 0x10000) >> 10))
                units.append(UInt16(0xDC00 + (scalar - 0x10000) & 0x3FF))
            }
        }
    }

    /// Walks forward with ascending UTF-16 offsets and gives the UTF-8 offset of each.
    struct Cursor {
        private var unit = 0
        private var byte = 0

        mutating func advance(to target: Int, in text: borrowing UTF16Text) -> Int {
            if text.isASCII { return target }
            while unit < target {
                byte += Self.length(text.units[unit])
                unit += 1
            }
            return byte
        }

        /// Bytes that a unit takes in UTF-8; the two halves of a surrogate pair share four.
        private static func length(_ unit: UInt16) -> Int {
            switch unit {
            case 0..<0x80: return 1
            case 0x80..<0x800: return 2
            case 0xD800..<0xE000: return 2
            default: return 3
            }
        }
    }
}
