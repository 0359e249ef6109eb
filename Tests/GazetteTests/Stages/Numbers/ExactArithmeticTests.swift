import Testing

@testable import Gazette

@Suite struct ExactArithmeticTests {
    @Test(arguments: [
        (1, 4, "0.25"), (2, 3, "0.666666666666667"), (1, 3, "0.333333333333333"), (1, 21, "0.0476190476190476"), (-1, 8, "-0.125"), (6, 3, "2"),
        (0, 7, "0"),
    ])
    func quotientsHave15Digits(above: Int, below: Int, shown: String) {
        #expect(ExactDecimal(above).divided(by: ExactDecimal(below))?.description == shown)
    }

    @Test func nothingIsDividedByZero() { #expect(ExactDecimal.one.divided(by: .zero) == nil) }

    @Test(arguments: [("2", 10, "1024"), ("1.5", 2, "2.25"), ("2.5", -1, "0.4"), ("10", 12, "1000000000000"), ("7", 0, "1")])
    func powers(base: String, power: Int, shown: String) { #expect(ExactDecimal(base)?.raised(to: power)?.description == shown) }

    @Test func orderIsByValue() {
        #expect(ExactDecimal(1, exponent: -1) < .one)
        #expect(!(ExactDecimal.one < .one))
        #expect(ExactDecimal(-3) < .zero)
        #expect(ExactDecimal(5) < ExactDecimal(1, exponent: 90))
    }
}
