/// The unit in which a record counts its offsets.
public enum OffsetUnit: String, Sendable, CaseIterable {
    /// Unicode code points, as Python's `str` counts.
    case codepoint
    /// UTF-16 code units, as JavaScript and Java count.
    case utf16
    /// Bytes of UTF-8, as Go and Rust count.
    case utf8
}

/// Turns UTF-8 byte offsets of one text into another unit: one pass to build, constant time to look up.
public struct OffsetMap: Sendable {
    private static let block = 64

    private let unit: OffsetUnit
    /// Units before each block of 64 bytes; empty where bytes and units agree.
    private var before: [Int32] = []

    public init(unit: OffsetUnit) { self.unit = unit }

    /// Makes this the map of another text, keeping the storage.
    public mutating func reset(text: [UInt8]) {
        before.removeAll(keepingCapacity: true)
        if unit == .utf8 || text.allSatisfy({ $0 < 0x80 }) { return }
        var count: Int32 = 0
        var index = 0
        while index < text.count {
            before.append(count)
            let end = min(index + Self.block, text.count)
            count += units(text, index..<end)
            index = end
        }
        before.append(count)
    }

    /// The offset in the map's unit of a byte offset that lies on a code-point boundary of the text the map was built for.
    public func offset(_ byte: Int32, in text: [UInt8]) -> Int32 {
        if before.isEmpty { return byte }
        let index = Int(byte)
        let start = index / Self.block * Self.block
        return before[index / Self.block] + units(text, start..<index)
    }

    /// A code point begins at every byte that is no continuation byte; beyond the BMP UTF-16 needs a second unit.
    private func units(_ text: [UInt8], _ range: Range<Int>) -> Int32 {
        var count: Int32 = 0
        for byte in text[range] {
            if byte & 0xC0 != 0x80 { count += 1 }
            if unit == .utf16, byte >= 0xF0 { count += 1 }
        }
        return count
    }
}
