import Testing

@testable import Gazette

@Suite struct DigitRunTests {
    /// The numbers of a run, `?` for one without a value, and the bytes that it leaves.
    private func read(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            let end = DigitRun.end(buffer, 0, limit: buffer.count)
            var numbers: [String] = []
            DigitRun.parts(buffer, 0..<end) { _, value in numbers.append(value?.description ?? "?") }
            return numbers.joined(separator: " ") + "|" + String(decoding: bytes[end...], as: UTF8.self)
        }
    }

    @Test(arguments: [
        ("1500", "1500|"), ("1,500", "1500|"), ("1,234,567.89", "1234567.89|"), ("12,34,567", "1234567|"), ("3.25", "3.25|"), (".25", "0.25|"),
        ("1.500,50", "1500.5|"), ("1.234.567", "1234567|"), ("1'000'000", "1000000|"), ("5,4", "5.4|"), ("4.800", "4.8|"),
        ("769\u{202F}944", "769944|"), ("٢٥٠", "250|"), ("１５０", "150|"), ("1e6", "1000000|"), ("007", "7|"),
    ])
    func readsSeparators(text: String, expected: String) { #expect(read(text) == expected) }

    @Test(arguments: ["0", "7", "007", "1500", "2000000", "999999999999999999", "1234567890123456789", "1,500", "2x", "٢٥٠"])
    func plainDigitsHaveTheValueOfTheirRun(text: String) {
        let bytes = Array(text.utf8)
        let value = bytes.withUnsafeBufferPointer { DigitRun.plainValue($0, $0.indices) }
        let isPlain = text.utf8.count <= 18 && text.utf8.allSatisfy(\.isDigit)
        #expect(isPlain ? value.map { "\($0)|" } == read(text) : value == nil)
    }

    @Test(arguments: [("22,24,26", "22 24 26|"), ("1,23,4567", "1 23 4567|"), ("1.2.3", "?|"), ("192.168.1.2", "?|")])
    func tellsListsAndVersionsFromNumbers(text: String, expected: String) { #expect(read(text) == expected) }

    @Test(arguments: [("3.4bn", "3.4|bn"), ("21st", "21|st"), ("5,", "5|,"), ("7.", "7|."), ("1e600", "1|e600"), ("24703L202", "24703|L202")])
    func stopsAtLetters(text: String, expected: String) { #expect(read(text) == expected) }

    @Test(arguments: ["1234567890123456789", "99999999999999999999999999"]) func leavesLongerNumbersWithoutValue(text: String) {
        #expect(read(text) == "?|")
    }
}
