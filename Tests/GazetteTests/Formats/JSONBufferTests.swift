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
        for count in 0..<20 {
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
}
