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
    private let unit: OffsetUnit
    /// By block of 64 bytes; empty where bytes and units agree.
    private var blocks: [Block] = []

    private struct Block {
        /// Units before the block.
        var before: Int32
        /// A bit for every byte that goes on with a code point, the first byte's lowest.
        var tails: UInt64 = 0
        /// A bit for every byte that begins a code point of two UTF-16 units, where these are counted.
        var pairs: UInt64 = 0

        /// Where bytes and units do not go together.
        var marks: UInt64 { tails | pairs }
    }

    private static let blockSize = 64

    public init(unit: OffsetUnit) { self.unit = unit }

    /// Makes this the map of another text, keeping the storage.
    public mutating func reset(text: [UInt8]) {
        blocks.removeAll(keepingCapacity: true)
        if unit == .utf8 { return }
        if text.isASCII { return }
        var count: Int32 = 0
        for start in stride(from: 0, through: text.count, by: Self.blockSize) {
            let end = min(start + Self.blockSize, text.count)
            let isPlain = end - start == Self.blockSize && text.isASCII(at: start)
            let block = isPlain ? Block(before: count) : block(text, start..<end, before: count)
            blocks.append(block)
            count += Int32(end - start)
            if block.marks != 0 { count += Int32(block.pairs.nonzeroBitCount - block.tails.nonzeroBitCount) }
        }
    }

    /// The offset in the map's unit of a byte offset that lies on a code-point boundary of the text the map was built for.
    public func offset(_ byte: Int32, in text: [UInt8]) -> Int32 { offset(byte) }

    @inline(__always)
    func offset(_ byte: Int32) -> Int32 {
        if blocks.isEmpty { return byte }
        let block = blocks[Int(UInt32(bitPattern: byte)) / Self.blockSize]
        var units = block.before &+ byte & 63
        if block.marks == 0 { return units }
        let below = (1 as UInt64) &<< UInt64(byte & 63) &- 1
        let (tails, pairs) = (block.tails & below, block.pairs & below)
        if tails != 0 { units &-= Int32(truncatingIfNeeded: tails.nonzeroBitCount) }
        if pairs != 0 { units &+= Int32(truncatingIfNeeded: pairs.nonzeroBitCount) }
        return units
    }

    /// How many bytes from a code-point boundary on are units too, as far as the next thousand or so.
    func plainBytes(from byte: Int32) -> UInt32 {
        if blocks.isEmpty { return UInt32.max }
        let first = Int(byte) / Self.blockSize
        var (index, marks) = (first, blocks[first].marks & UInt64.max &<< UInt64(byte & 63))
        while marks == 0, index - first < 16, index + 1 < blocks.count {
            index += 1
            marks = blocks[index].marks
        }
        return UInt32(index * Self.blockSize + min(marks.trailingZeroBitCount, Self.blockSize - 1)) - UInt32(byte)
    }

    /// A code point begins at every byte that is no continuation byte; beyond the BMP UTF-16 needs a second unit.
    private func block(_ text: [UInt8], _ range: Range<Int>, before: Int32) -> Block {
        var block = Block(before: before)
        var index = range.lowerBound
        while index < range.upperBound {
            let place = UInt64(index - range.lowerBound)
            if index + 8 <= text.count {
                let bytes = text.word(at: index)
                block.tails |= (bytes & ~(bytes &<< 1)).highBits &<< place
                if unit == .utf16 { block.pairs |= (bytes & bytes &<< 1 & bytes &<< 2 & bytes &<< 3).highBits &<< place }
                index += 8
            } else {
                let bit = (1 as UInt64) &<< place
                if text[index] & 0xC0 == 0x80 { block.tails |= bit }
                if unit == .utf16, text[index] >= 0xF0 { block.pairs |= bit }
                index += 1
            }
        }
        return block
    }
}
