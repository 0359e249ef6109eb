import Testing

@testable import Gazette

/// The loops over eight and 64 bytes against loops over one.
@Suite struct ByteWordsTests {
    @Test func searchesAgreeWithPlainLoops() {
        var random = SplitMix64(state: 11)
        let bytes: [UInt8] = [0x61, 0x62, 0x7F, 0x80, 0xC3, 0xFF, 0x22, 0x5C, 0x1F, 0x20, 0x0A, 0x00, 0x0B]
        for _ in 0..<3_000 {
            let count = Int.random(in: 0...300, using: &random)
            let rare = Int.random(in: 1...bytes.count, using: &random)
            let share = Int.random(in: 1...100, using: &random)
            let text = (0..<count).map { _ in Int.random(in: 0..<share, using: &random) == 0 ? bytes[Int.random(in: 0..<rare, using: &random)] : 0x61
            }
            let start = Int.random(in: 0...count, using: &random)
            let end = Int.random(in: start...count, using: &random)
            #expect(text.isASCII == text.allSatisfy { $0 < 0x80 })
            #expect(text.endOfASCII(from: start, to: end) == text[start..<end].firstIndex { $0 >= 0x80 } ?? end)
            #expect(text.firstIndex(of: 0x0A, from: start, to: end) == text[start..<end].firstIndex(of: 0x0A) ?? end)
            #expect(text.endOfPlainJSON(from: start, to: end) == text[start..<end].firstIndex { $0 == 0x22 || $0 == 0x5C || $0 < 0x20 } ?? end)
        }
    }

    @Test func lettersEndWhereAPlainLoopSays() {
        for byte in UInt8.min...UInt8.max {
            for place in 0..<20 {
                var text = Array("abcdefgzAZGHIJKLMNOPQ".utf8)
                text[place] = byte
                let end = text.withUnsafeBufferPointer { $0.endOfLetters(from: 0) }
                #expect(end == text.firstIndex { !$0.isLetter } ?? text.count)
            }
        }
    }
}
