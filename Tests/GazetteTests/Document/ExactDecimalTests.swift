import Testing

@testable import Gazette

@Suite struct ExactDecimalTests {
    @Test(arguments: [
        ("15000", "15000"), ("0.30", "0.3"), ("-0.05", "-0.05"), ("1.0", "1"), ("00012.500", "12.5"), ("0", "0"), ("-0", "0"), (".5", "0.5"),
    ])
    func roundTrips(text: String, shown: String) { #expect(ExactDecimal(text)?.description == shown) }

    @Test(arguments: ["", "-", ".", "1.2.3", "1e5", "12a", "99999999999999999999"]) func refuses(text: String) { #expect(ExactDecimal(text) == nil) }

    @Test func arithmeticIsExact() {
        #expect(ExactDecimal("0.1").flatMap { $0.adding(ExactDecimal("0.2") ?? $0) }?.description == "0.3")
        #expect(ExactDecimal("1.2")?.multiplied(by: ExactDecimal(1, exponent: 6))?.description == "1200000")
        #expect(ExactDecimal("1.5")?.integer == nil)
        #expect(ExactDecimal(12, exponent: 3).integer == 12_000)
        #expect(ExactDecimal(Int.max).multiplied(by: ExactDecimal(3)) == nil)
    }
}
