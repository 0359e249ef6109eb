import Testing

@testable import Gazette

@Suite struct JSONBufferTests {
    @Test(arguments: [
        (0, 0), (5, 0), (15, 3), (-5, -1), (5, -1), (125, -2), (5, -3), (-1234, -3), (1, 18), (1, 19), (7, -18), (7, -19), (1, 31), (1, -31),
        (Int.max, -10), (Int.min, 0), (Int.min + 1, -18),
    ])
    func decimalsAreWrittenAsTheirDescriptionSays(significand: Int, exponent: Int) {
        let number = ExactDecimal(significand, exponent: exponent)
        var json = JSONBuffer()
        json.append(number)
        #expect(String(decoding: json.bytes, as: UTF8.self) == number.description)
    }

    /// A byte that must be escaped at every place of strings of every length.
    @Test func escapesAreFoundEverywhere() {
        for count in 0..<36 {
            for place in 0..<max(1, count) {
                for byte: UInt8 in [0x00, 0x1F, 0x20, 0x22, 0x5B, 0x5C, 0x7F] {
                    var text = [UInt8](repeating: UInt8(ascii: "x"), count: count)
                    if count > 0 { text[place] = byte }
                    var json = JSONBuffer()
                    text.withUnsafeBufferPointer { json.appendEscaped($0) }
                    let isEscaped = count > 0 && (byte < 0x20 || byte == 0x22 || byte == 0x5C)
                    #expect(isEscaped ? json.bytes.count > count && json.bytes[place] == UInt8(ascii: "\\") : json.bytes == text)
                }
            }
        }
    }

    /// Every number of up to four digits, and those around the places where a digit comes to others.
    @Test func numbersAreTheirDescription() {
        let powers = (0...18).map { Int(exactly: Double("1e\($0)") ?? 0) ?? 0 }
        let numbers = Array(-10...10_000) + powers.flatMap { [$0 - 1, $0, $0 + 1, -$0] } + [Int(UInt32.max), Int(UInt32.max) + 1, Int.max, Int.min]
        for number in numbers {
            var json = JSONBuffer()
            json.append(number)
            #expect(String(decoding: json.bytes, as: UTF8.self) == String(number))
        }
    }

    /// Parts of a text, at its end too, where nothing may be read behind.
    @Test func partsOfATextAreWhatTheyAreAlone() {
        let text = Array("one \"two\" three\tfour\u{7F} é€😀 five".utf8)
        for start in text.indices {
            for end in start...text.count {
                var (json, plain) = (JSONBuffer(), [UInt8]())
                json.appendEscaped(text, ByteRange(start, end))
                for byte in text[start..<end] {
                    switch byte {
                    case 0x22, 0x5C: plain += [0x5C, byte]
                    case 0x09: plain += Array("\\t".utf8)
                    default: plain.append(byte)
                    }
                }
                #expect(json.bytes == plain)
            }
        }
    }

    /// A buffer that is emptied while another has its bytes leaves them alone.
    @Test func copiesKeepTheirBytes() {
        var json = JSONBuffer()
        json.append("first")
        let copy = json
        json.removeAll()
        json.append("other")
        #expect(copy.bytes == Array("first".utf8))
        #expect(json.bytes == Array("other".utf8))
        #expect(Array(json[1...]) == Array("ther".utf8))
    }
}
