/// Writes layers without attributes, `[0,3],[4,11]`: most of a record's bytes.
///
/// SAFETY: room for all pairs of a batch is made before they are stored.
struct PairWriter {
    private static let batch = 128
    /// Two numbers, two brackets and two commas.
    private static let mostBytes = 2 * 10 + 4

    private var number = NumberWriter()

    /// Appends the ranges in the unit of a map, with a comma between them.
    mutating func append(_ ranges: [ByteRange], _ map: OffsetMap, to json: inout JSONBuffer) {
        ranges.withUnsafeBufferPointer { ranges in append(ranges.count, map, to: &json) { ranges[$0] } }
    }

    /// Appends the ranges of tokens.
    mutating func append(_ tokens: [Token], _ map: OffsetMap, to json: inout JSONBuffer) {
        tokens.withUnsafeBufferPointer { tokens in append(tokens.count, map, to: &json) { tokens[$0].range } }
    }

    @inline(__always)
    private mutating func append(_ count: Int, _ map: OffsetMap, to json: inout JSONBuffer, _ range: (Int) -> ByteRange) {
        var (number, index) = (number, 0)
        while index < count {
            let end = min(index + Self.batch, count)
            json.write(most: Self.batch * Self.mostBytes + NumberWriter.mostBytes) { place in
                var next = place
                if map.isIdentity {
                    while index < end {
                        next = Self.put(range(index), &number, at: next)
                        index &+= 1
                    }
                } else {
                    while index < end {
                        let range = range(index)
                        next = Self.put(ByteRange(map.offset(range.start), map.offset(range.end)), &number, at: next)
                        index &+= 1
                    }
                }
                return next - place
            }
        }
        if count > 0 { json.removeLast() }
        self.number = number
    }

    /// Puts a pair and a comma, and returns the place behind them.
    @inline(__always)
    private static func put(
        _ pair: ByteRange, _ number: inout NumberWriter, at place: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
        place[0] = UInt8(ascii: "[")
        var next = number.put(UInt32(bitPattern: pair.start), at: place + 1)
        next[0] = UInt8(ascii: ",")
        next = number.put(UInt32(bitPattern: pair.end), at: next + 1)
        next[0] = UInt8(ascii: "]")
        next[1] = UInt8(ascii: ",")
        return next + 2
    }
}
