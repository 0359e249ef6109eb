/// Writes layers without attributes, `[0,3],[4,11]`: most of a record's bytes.
///
/// Offsets ascend, and few of them differ from the one before in more than the last three digits. So the writer keeps a window: the bytes from which the
/// same number is taken off to make offsets, as far as these have the same thousands and as many digits. Both numbers of a pair in the window cost two
/// stores each, at places that wait for nothing.
///
/// SAFETY: room for all pairs of a batch is made before they are stored; in the window `digits` is at least three entries of the table's halves.
struct PairWriter {
    private static let batch = 128
    /// Two numbers, two brackets and two commas; a window's opening is eight bytes.
    private static let mostBytes = 2 * DigitWriter.mostBytes + 4

    private let digits = DigitWriter()

    /// Appends the ranges in the unit of a map, each with a comma behind it.
    func append(_ ranges: [ByteRange], _ map: OffsetMap, to json: inout JSONBuffer) {
        ranges.withUnsafeBufferPointer { ranges in append(ranges.count, map, to: &json) { ranges[$0] } }
    }

    /// Likewise for the ranges of tokens.
    func append(_ tokens: [Token], _ map: OffsetMap, to json: inout JSONBuffer) {
        tokens.withUnsafeBufferPointer { tokens in append(tokens.count, map, to: &json) { tokens[$0].range } }
    }

    @inline(__always)
    private func append(_ count: Int, _ map: OffsetMap, to json: inout JSONBuffer, _ range: (Int) -> ByteRange) {
        var (window, index) = (Window(), 0)
        while index < count {
            let end = min(index + Self.batch, count)
            json.write(most: Self.batch * Self.mostBytes) { place in
                var next = place
                while index < end {
                    let range = range(index)
                    index &+= 1
                    let (first, last) = (UInt32(bitPattern: range.start) &- window.start, UInt32(bitPattern: range.end) &- window.start)
                    if first < window.count, last < window.count {
                        window.put(UInt8(ascii: "["), first, digits, at: next)
                        window.put(UInt8(ascii: ","), last, digits, at: next + window.length)
                        next += 2 &* window.length
                    } else {
                        next = put(range, map, at: next)
                        window = Window(at: range.end, map)
                    }
                    UnsafeMutableRawPointer(next).storeBytes(of: Self.closing, as: UInt16.self)
                    next += 2
                }
                return next - place
            }
        }
    }

    /// `],`
    private static let closing = (UInt16(UInt8(ascii: "]")) | UInt16(UInt8(ascii: ",")) << 8).littleEndian

    /// Puts a pair as far as its second number.
    @inline(never)
    private func put(_ pair: ByteRange, _ map: OffsetMap, at place: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        place[0] = UInt8(ascii: "[")
        let next = digits.put(UInt32(bitPattern: map.offset(pair.start)), at: place + 1)
        next[0] = UInt8(ascii: ",")
        return digits.put(UInt32(bitPattern: map.offset(pair.end)), at: next + 1)
    }
}

extension PairWriter {
    /// The bytes of a text whose offsets have the same thousands, the same distance to them and as many digits.
    private struct Window {
        /// The first byte, and how many follow it.
        var start: UInt32 = 0
        var count: UInt32 = 0
        /// Of a mark and an offset.
        var length = 0
        /// A byte for a mark, then the digits of the thousands, the first lowest; how many bytes these are.
        private var opening: UInt64 = 0
        private var openingCount = 1
        /// Where the first byte's last three digits stand in the table.
        private var digits = 0

        /// No byte at all.
        init() {}

        init(at byte: Int32, _ map: OffsetMap) {
            start = UInt32(bitPattern: byte)
            let offset = UInt32(bitPattern: map.offset(byte))
            var thousands = offset / 1000
            let low = offset - thousands * 1000
            let lastDigits = offset >= 100 ? 3 : offset >= 10 ? 2 : 1
            let highest: UInt32 = lastDigits == 3 ? 999 : lastDigits == 2 ? 99 : 9
            count = min(highest - low, map.plainBytes(from: byte)) + 1
            digits = Int(low) + (thousands > 0 ? DigitWriter.padded : 0)
            while thousands > 0 {
                opening = (opening | UInt64(48 + thousands % 10)) << 8
                openingCount += 1
                thousands /= 10
            }
            length = openingCount + lastDigits
        }

        /// Puts a mark and the offset of a byte of the window, by its place there.
        @inline(__always)
        func put(_ mark: UInt8, _ byte: UInt32, _ writer: DigitWriter, at place: UnsafeMutablePointer<UInt8>) {
            UnsafeMutableRawPointer(place).storeBytes(of: (opening | UInt64(mark)).littleEndian, as: UInt64.self)
            _ = writer.put(triple: digits &+ Int(byte), at: place + openingCount)
        }
    }
}
