import Testing

@testable import Gazette

/// Values of lengths are put together byte by byte.
@Suite struct DurationValueTests {
    @Test(arguments: [
        (TimeUnit.second, "PT", "S"), (.minute, "PT", "M"), (.hour, "PT", "H"), (.day, "P", "D"), (.week, "P", "W"), (.month, "P", "M"),
        (.year, "P", "Y"), (.weekend, "P", "WE"),
    ])
    func wholeNumbers(unit: TimeUnit, head: String, letter: String) {
        for count in 0...120 { #expect(Duration(UnitCount(whole: count), unit).value == "\(head)\(count)\(letter)") }
    }
}
