/// Writes layers without attributes, `[0,3],[4,11]`: most of a record's bytes.
///
/// Ascending offsets share their leading digits, which are kept, and the last three come from a table, so that a number costs two stores.
///
/// SAFETY: a store may touch up to 8 bytes; pairs are written only while `mostBytes` and these 8 are left in the buffer.
struct PairWriter {
    private static let room = 4096
    /// Two numbers of up to ten digits, two brackets and two commas.
    private static let mostBytes = 24

    private var gathered = [UInt8](repeating: 0, count: PairWriter.room)
    private var number = NumberWriter()

    /// Appends the pairs, in the unit of a map, with a comma between them.
    mutating func append(_ ranges: some Sequence<ByteRange>, _ map: OffsetMap, to bytes: inout [UInt8]) {
        var iterator = ranges.makeIterator()
        var next = iterator.next()
        var isFirst = true
        while next != nil {
            let used = gathered.withUnsafeMutableBytes { buffer in
                var count = 0
                while let range = next, count + Self.mostBytes + 8 <= Self.room {
                    if !isFirst { count = Self.put(UInt8(ascii: ","), buffer, at: count) }
                    count = Self.put(UInt8(ascii: "["), buffer, at: count)
                    count = number.put(UInt32(bitPattern: map.offset(range.start)), buffer, at: count)
                    count = Self.put(UInt8(ascii: ","), buffer, at: count)
                    count = number.put(UInt32(bitPattern: map.offset(range.end)), buffer, at: count)
                    count = Self.put(UInt8(ascii: "]"), buffer, at: count)
                    isFirst = false
                    next = iterator.next()
                }
                return count
            }
            bytes.append(contentsOf: gathered[0..<used])
        }
    }

    private static func put(_ mark: UInt8, _ buffer: UnsafeMutableRawBufferPointer, at place: Int) -> Int {
        buffer[place] = mark
        return place + 1
    }
}

/// Writes whole numbers in decimal digits.
private struct NumberWriter {
    /// The thousands of the last number, their digits from the lowest byte on, and how many these are.
    private var thousands: UInt32 = 0
    private var leading: UInt64 = 0
    private var leadingCount = 0

    /// Three digits by their number, the first one lowest.
    private static let triples: [UInt32] = (0..<1000).map { 0x30_30_30 + $0 / 100 + ($0 / 10 % 10) << 8 + ($0 % 10) << 16 }

    private let triples = NumberWriter.triples

    /// Returns the place behind the digits.
    mutating func put(_ number: UInt32, _ buffer: UnsafeMutableRawBufferPointer, at place: Int) -> Int {
        let high = number / 1000
        let low = number - high * 1000
        let digits = triples[Int(low)]
        if high == 0 {
            let zeros = low < 10 ? 2 : low < 100 ? 1 : 0
            buffer.storeBytes(of: digits >> UInt32(zeros * 8), toByteOffset: place, as: UInt32.self)
            return place + 3 - zeros
        }
        if high != thousands { setThousands(high) }
        buffer.storeBytes(of: leading, toByteOffset: place, as: UInt64.self)
        buffer.storeBytes(of: digits, toByteOffset: place + leadingCount, as: UInt32.self)
        return place + leadingCount + 3
    }

    private mutating func setThousands(_ number: UInt32) {
        (thousands, leading, leadingCount) = (number, 0, 0)
        var rest = number
        while rest > 0 {
            leading = leading << 8 | UInt64(48 + rest % 10)
            leadingCount += 1
            rest /= 10
        }
    }
}
