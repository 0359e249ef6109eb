import Testing

@testable import Gazette

/// Hashing eight bytes at a time against putting lanes together byte by byte.
@Suite struct ContentHashTests {
    @Test func agreesWithLanesOfBytes() {
        var random = SplitMix64(state: 29)
        for count in Array(0...40) + [1_000] {
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            var hash = ContentHash()
            hash.add(bytes)
            let whole = bytes.prefix(count / 8 * 8)
            var lanes = stride(from: 0, to: whole.count, by: 8).map { start in
                whole[start..<start + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            }
            lanes.append(bytes[whole.count...].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
            lanes.append(UInt64(count))
            let expected = lanes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { value, lane in
                let product = (value ^ lane).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
                return product.high ^ product.low &+ 0xD6E8_FEB8_6659_FD93
            }
            #expect(hash.value == expected)
        }
    }
}
