import Testing

@testable import Gazette

@Suite struct UTF16TextTests {
    @Test(arguments: ["", "plain", "é", "a😀b", "\u{FEFF}x", "𝔸\u{301}€", String(repeating: "ä€😀 z", count: 40)])
    func agreesWithTheStandardLibrary(text: String) {
        var units = UTF16Text()
        units.reset(text: Array("a longer text that was here before, with more units than the next one".utf8))
        units.reset(text: Array(text.utf8))
        #expect(Array(units.units.prefix(units.count)) == Array(text.utf16))
    }
}
