import Testing

@testable import Gazette

@Suite struct OffsetMapTests {
    static let pieces = ["a", "é", "€", "😀", "\r\n", "’", "e\u{301}", "\0", "𝔸"]

    /// Counting the standard library's views is the reference.
    @Test(arguments: OffsetUnit.allCases) func agreesWithTheStandardLibrary(unit: OffsetUnit) {
        var random = SplitMix64(state: 3)
        var map = OffsetMap(unit: unit)
        for length in [0, 1, 63, 64, 65, 500] {
            let text = (0..<length).map { _ in Self.pieces[Int.random(in: Self.pieces.indices, using: &random)] }.joined()
            let bytes = Array(text.utf8)
            map.reset(text: bytes)
            var index = text.unicodeScalars.startIndex
            while true {
                let head = text.unicodeScalars[..<index]
                let byte = head.reduce(0) { $0 + UTF8.width($1) }
                let expected: Int
                switch unit {
                case .codepoint: expected = head.count
                case .utf16: expected = head.reduce(0) { $0 + UTF16.width($1) }
                case .utf8: expected = byte
                }
                #expect(map.offset(Int32(byte), in: bytes) == Int32(expected))
                if index == text.unicodeScalars.endIndex { break }
                index = text.unicodeScalars.index(after: index)
            }
        }
    }
}
