/// Writes layers without attributes, `[0,3],[4,11]`: most of a record's bytes.
///
/// Ascending offsets share their leading digits, which are kept, and the last three come from a table, so that a number costs two stores.
///
/// SAFETY: a store may touch up to 8 bytes behind a number; room for all pairs of a batch and these bytes is made before.
struct PairWriter {
    private static let batch = 128
    /// Two numbers of up to ten digits, two brackets and two commas.
    private static let mostBytes = 24

    private var number = NumberWriter()

    /// Appends the pairs, in the unit of a map, with a comma between them.
    mutating func append(_ ranges: some RandomAccessCollection<ByteRange>, _ map: OffsetMap, to json: inout JSONBuffer) {
        var index = ranges.startIndex
        while index != ranges.endIndex {
            let end = ranges.index(index, offsetBy: Self.batch, limitedBy: ranges.endIndex) ?? ranges.endIndex
            json.write(most: Self.batch * Self.mostBytes + 8) { place in
                var next = place
                while index != end {
                    next = put(ranges[index], map, at: next)
                    ranges.formIndex(after: &index)
                }
                return next - place
            }
        }
        if !ranges.isEmpty { json.removeLast() }
    }

    /// Puts a pair and a comma, and returns the place behind them.
    @inline(__always)
    private mutating func put(_ range: ByteRange, _ map: OffsetMap, at place: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        place[0] = UInt8(ascii: "[")
        var next = number.put(UInt32(bitPattern: map.offset(range.start)), at: place + 1)
        next[0] = UInt8(ascii: ",")
        next = number.put(UInt32(bitPattern: map.offset(range.end)), at: next + 1)
        next[0] = UInt8(ascii: "]")
        next[1] = UInt8(ascii: ",")
        return next + 2
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
    @inline(__always)
    mutating func put(_ number: UInt32, at place: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        let high = number / 1000
        let low = number &- high &* 1000
        let digits = triples[Int(low)]
        let raw = UnsafeMutableRawPointer(place)
        if high == 0 {
            let zeros = low < 10 ? 2 : low < 100 ? 1 : 0
            raw.storeBytes(of: digits &>> UInt32(zeros &* 8), as: UInt32.self)
            return place + (3 &- zeros)
        }
        if high != thousands { setThousands(high) }
        raw.storeBytes(of: leading, as: UInt64.self)
        raw.storeBytes(of: digits, toByteOffset: leadingCount, as: UInt32.self)
        return place + (leadingCount &+ 3)
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
