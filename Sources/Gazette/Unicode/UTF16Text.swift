/// A text as UTF-16 for ICU, with the way back to UTF-8 offsets. Reused from text to text.
///
/// SAFETY: no text has more UTF-16 units than UTF-8 bytes, and `units` has as many elements as the text has bytes.
struct UTF16Text {
    /// The first `count` elements are the text; what follows is left from longer ones.
    private(set) var units: [UInt16] = []
    private(set) var count = 0
    /// Where the part that was converted begins, in UTF-8 bytes.
    private var start = 0
    private var isASCII = true

    /// Converts valid UTF-8.
    mutating func reset(text: [UInt8]) { reset(text: text, 0..<text.count) }

    /// Converts a part of valid UTF-8 that begins and ends on code points.
    mutating func reset(text: [UInt8], _ range: Range<Int>) {
        start = range.lowerBound
        units.makeRoom(for: range.count, 0)
        isASCII = text.endOfASCII(from: range.lowerBound, to: range.upperBound) == range.upperBound
        count = units.withUnsafeMutableBufferPointer { units in
            text.withUnsafeBufferPointer { text in
                let part = UnsafeBufferPointer(rebasing: text[range])
                return isASCII ? Self.widen(part, units) : Self.decode(part, units)
            }
        }
    }

    private static func widen(_ text: UnsafeBufferPointer<UInt8>, _ units: UnsafeMutableBufferPointer<UInt16>) -> Int {
        for index in 0..<text.count { units[index] = UInt16(text[index]) }
        return text.count
    }

    private static func decode(_ text: UnsafeBufferPointer<UInt8>, _ units: UnsafeMutableBufferPointer<UInt16>) -> Int {
        var (index, count) = (0, 0)
        while index < text.count {
            let (scalar, length) = Gazette.decode(text, at: index)
            index += length
            if scalar < 0x10000 {
                units[count] = UInt16(scalar)
                count += 1
            } else {
                units[count] = UInt16(0xD800 + (scalar - 0x10000) >> 10)
                units[count + 1] = UInt16(0xDC00 + (scalar - 0x10000) & 0x3FF)
                count += 2
            }
        }
        return count
    }

    /// Turns ascending UTF-16 offsets, from the boundary `first` on, into the UTF-8 offsets of the same places in the whole text.
    func convertToBytes(_ boundaries: inout Boundaries, from first: Int = 0) {
        if isASCII && start == 0 { return }
        var (unit, byte) = (0, start)
        for index in first..<boundaries.count {
            let target = Int(boundaries.ends[index])
            while unit < target {
                byte += Self.length(units[unit])
                unit += 1
            }
            boundaries.ends[index] = Int32(truncatingIfNeeded: byte)
        }
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
