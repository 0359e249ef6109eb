/// A text as UTF-16 for ICU, with the way back to UTF-8 offsets. Reused from text to text.
struct UTF16Text {
    private(set) var units: [UInt16] = []
    private var isASCII = true

    /// Converts valid UTF-8.
    mutating func reset(text: [UInt8]) {
        units.removeAll(keepingCapacity: true)
        isASCII = text.isASCII
        if isASCII {
            units.append(contentsOf: text.lazy.map { UInt16($0) })
        } else {
            units.reserveCapacity(text.count)
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

    /// Turns ascending UTF-16 offsets into the UTF-8 offsets of the same places.
    func convertToBytes(_ boundaries: inout Boundaries) {
        if isASCII { return }
        var (unit, byte) = (0, 0)
        for index in 0..<boundaries.count {
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

extension [UInt8] {
    /// Whether every byte is below 0x80; eight at a time.
    var isASCII: Bool {
        withUnsafeBytes { bytes in
            var index = 0
            while index + 8 <= bytes.count {
                if bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
                index += 8
            }
            return bytes[index...].allSatisfy { $0 < 0x80 }
        }
    }
}
