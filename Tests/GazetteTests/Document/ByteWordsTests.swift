import Testing

@testable import Gazette

/// The loops over eight bytes against loops over one.
@Suite struct ByteWordsTests {
    @Test func searchesAgreeWithPlainLoops() {
        var random = SplitMix64(state: 11)
        let bytes: [UInt8] = [0x61, 0x62, 0x7F, 0x80, 0xC3, 0xFF, 0x22, 0x5C, 0x1F, 0x20, 0x0A, 0x00, 0x0B]
        for _ in 0..<3_000 {
            let count = Int.random(in: 0...40, using: &random)
            let rare = Int.random(in: 1...bytes.count, using: &random)
            let text = (0..<count).map { _ in bytes[Int.random(in: 0..<rare, using: &random)] }
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

    @Test func lettersArePaddedWithZeros() {
        for count in 0...16 {
            let text = Array("abcdefgzAZGHIJKL".utf8.prefix(count)) + Array("5, and then some more".utf8)
            let found = text.withUnsafeBufferPointer { $0.letters(at: 0) }
            #expect(found.count == count)
            let bytes = (0..<16).map { UInt8(truncatingIfNeeded: ($0 < 8 ? found.low : found.high) >> UInt64($0 % 8 * 8)) }
            #expect(bytes == Array(text.prefix(count)) + [UInt8](repeating: 0, count: 16 - count))
        }
    }

    @Test func plainTextEndsWhereAPlainLoopSays() {
        var random = SplitMix64(state: 5)
        let pieces = ["a", "Word", "longerword", " ", " ", ", ", ",", "  ", ".", "1", "é", "-"]
        for _ in 0..<5_000 {
            let common = Int.random(in: 4...pieces.count, using: &random)
            let count = Int.random(in: 0..<25, using: &random)
            let text = Array((0..<count).map { _ in pieces[Int.random(in: 0..<common, using: &random)] }.joined().utf8)
            let found = text.withUnsafeBufferPointer { $0.endOfPlainText(from: 0) }
            let wanted = Self.endOfPlainText(text)
            // The last eight bytes of a text may be left to others.
            #expect(found == wanted || found < wanted && wanted + 8 > text.count, "\(String(decoding: text, as: UTF8.self))")
        }
    }

    private static func endOfPlainText(_ text: [UInt8]) -> Int {
        var end = 0
        while true {
            let letters = text[end...].prefix { $0.isLetter }.count
            let mark = text[(end + letters)...].first == UInt8(ascii: ",") ? 1 : 0
            let next = end + letters + mark + 1
            guard letters > 0, next < text.count, text[next - 1] == UInt8(ascii: " "), text[next].isLetter else { return end }
            end = next
        }
    }
}
