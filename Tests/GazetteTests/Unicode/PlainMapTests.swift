import Testing

@testable import Gazette

/// The maps of 64 bytes at once against loops over one. A map is used for many texts, shorter ones behind longer ones.
@Suite struct PlainMapTests {
    @Test func plainTextEndsWhereAPlainLoopSays() {
        var (random, map) = (SplitMix64(state: 5), PlainMap())
        let pieces = ["a", "Word", "longerword", " ", " ", ", ", ". ", "\n", ": ", ";\n\n", ",", "  ", ".", ".;", "-", "1", "é", "--"]
        for _ in 0..<300 {
            let common = Int.random(in: 4...pieces.count, using: &random)
            let count = Int.random(in: 0..<60, using: &random)
            let text = Array((0..<count).map { _ in pieces[Int.random(in: 0..<common, using: &random)] }.joined().utf8)
            map.reset(text: text)
            for start in text.indices {
                let (found, letters, prose) = map.lend { ($0.endOfPlainText(from: start), $0.letters(from: start), $0.endOfProse(from: start)) }
                #expect(found == Self.endOfPlainText(text, from: start), "from \(start) in \(String(decoding: text, as: UTF8.self))")
                #expect(prose == text[start...].firstIndex { !(0x20..<0x7F).contains($0) || ".!?".utf8.contains($0) } ?? text.count)
                for bit in 0..<57 { #expect(letters >> UInt64(bit) & 1 == (start + bit < text.count && text[start + bit].isLetter ? 1 : 0)) }
            }
        }
    }

    private static func endOfPlainText(_ text: [UInt8], from start: Int) -> Int {
        var end = start
        while true {
            let letters = text[end...].prefix { $0.isLetter }.count
            let mark = text[(end + letters)...].first.map { ",.:;".utf8.contains($0) } == true ? 1 : 0
            let blanks = text[(end + letters + mark)...].prefix { " \n".utf8.contains($0) }.count
            let isHyphen = text[(end + letters)...].first == UInt8(ascii: "-")
            let next = end + letters + (isHyphen ? 1 : mark + blanks)
            guard letters > 0, isHyphen || blanks > 0, next < text.count, text[next].isLetter else { return end }
            end = next
        }
    }
}
