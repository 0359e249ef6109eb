import Testing

@testable import Gazette

@Suite struct UTF8ValidationTests {
    /// The standard library is the reference.
    @Test func agreesWithTheStandardLibrary() {
        var random = SplitMix64(state: 11)
        let pieces: [[UInt8]] = [
            [0x41], [0xC2, 0xA9], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
            [0xE2, 0x82], [0xF0, 0x9F], [0xFF], [0xE0, 0x9F, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF],
        ]
        for _ in 0..<50_000 {
            let bytes = (0..<Int.random(in: 0..<6, using: &random)).flatMap { _ in pieces[Int.random(in: pieces.indices, using: &random)] }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            #expect((UTF8Validation.firstInvalidByte(in: bytes, 0..<bytes.count) == nil) == isValid, "\(bytes)")
        }
    }

    @Test(arguments: [([0x41, 0xFF], 1), ([0xE2, 0x82], 0), ([0x41, 0xC2, 0xA9, 0xED, 0xA0, 0x80], 3)] as [([UInt8], Int)])
    func namesTheFirstInvalidByte(bytes: [UInt8], index: Int) {
        #expect(UTF8Validation.firstInvalidByte(in: bytes, 0..<bytes.count) == index)
    }
}
