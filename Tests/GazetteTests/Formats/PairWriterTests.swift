import Testing

@testable import Gazette

@Suite struct PairWriterTests {
    /// String interpolation is the reference.
    @Test func agreesWithInterpolation() {
        let writer = PairWriter()
        var random = SplitMix64(state: 2)
        for count in [0, 1, 2, 127, 128, 129, 2_000] {
            var offset = 0
            let ranges = (0..<count).map { _ in
                let start = offset + Int.random(in: 0...1_000, using: &random) * Int.random(in: 0...1_000, using: &random)
                offset = start + Int.random(in: 1...12, using: &random)
                return ByteRange(start, offset)
            }
            var json = JSONBuffer()
            json.append("!")
            writer.append(ranges, OffsetMap(unit: .utf8), to: &json)
            #expect(String(decoding: json.bytes, as: UTF8.self) == "!" + ranges.map { "[\($0.start),\($0.end)]," }.joined())
        }
    }

    @Test(arguments: [0, 9, 10, 99, 100, 999, 1_000, 1_001, 9_999, 10_000, 999_999, 1_000_000, 2_147_483_646])
    func everyLengthOfNumber(number: Int) {
        let writer = PairWriter()
        var json = JSONBuffer()
        writer.append([ByteRange(number, number + 1), ByteRange(number, number + 1)], OffsetMap(unit: .utf8), to: &json)
        #expect(String(decoding: json.bytes, as: UTF8.self) == "[\(number),\(number + 1)],[\(number),\(number + 1)],")
    }

    /// Ranges in any order, of a text with few and with many characters of several bytes.
    @Test(arguments: OffsetUnit.allCases) func agreesWithOffsetsOneByOne(unit: OffsetUnit) {
        var random = SplitMix64(state: 5)
        var map = OffsetMap(unit: unit)
        for rare in [1, 2, 60, 5_000] {
            let others = ["’", "é", "😀"]
            let pieces = (0..<6_000).map { _ in Int.random(in: 0..<rare, using: &random) == 0 ? others.randomElement(using: &random) ?? "" : "x" }
            let bytes = Array(pieces.joined().utf8)
            let boundaries = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }.map(Int32.init) + [Int32(bytes.count)]
            map.reset(text: bytes)
            var ranges = zip(boundaries, boundaries.dropFirst()).map { ByteRange($0, $1) }
            for isOrdered in [true, false] {
                if !isOrdered { ranges.shuffle(using: &random) }
                var json = JSONBuffer()
                PairWriter().append(ranges, map, to: &json)
                let expected = ranges.map { "[\(map.offset($0.start)),\(map.offset($0.end))]," }.joined()
                #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
            }
        }
    }
}
