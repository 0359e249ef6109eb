import Testing

@testable import Gazette

@Suite struct PairWriterTests {
    /// String interpolation is the reference.
    @Test func agreesWithInterpolation() {
        var writer = PairWriter()
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
            #expect(String(decoding: json.bytes, as: UTF8.self) == "!" + ranges.map { "[\($0.start),\($0.end)]" }.joined(separator: ","))
        }
    }

    @Test(arguments: [0, 9, 10, 99, 100, 999, 1_000, 1_001, 9_999, 10_000, 999_999, 1_000_000, 2_147_483_646])
    func everyLengthOfNumber(number: Int) {
        var writer = PairWriter()
        var json = JSONBuffer()
        writer.append([ByteRange(number, number + 1), ByteRange(number, number + 1)], OffsetMap(unit: .utf8), to: &json)
        #expect(String(decoding: json.bytes, as: UTF8.self) == "[\(number),\(number + 1)],[\(number),\(number + 1)]")
    }
}
