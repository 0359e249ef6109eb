import Foundation
import Testing

@testable import Gazette

/// Unicode's own break tests (UAX #29), before any refinement, for the ICU that is linked.
///
/// CLDR takes the colon out of MidLetter for every locale but Finnish and Swedish: for English the tests with a colon do not apply.
@Suite struct BreakConformanceTests {
    static let files: [(String, BreakIterator.Kind, String)] = [
        ("WordBreakTest", .words, "sv"), ("WordBreakTest", .words, "en"), ("SentenceBreakTest", .sentences, "en"),
    ]

    @Test(.enabled("the linked ICU has other Unicode data than the tests are for") { ICU.unicodeVersion == "15.0" }, arguments: files)
    func boundariesAreUnicodes(file: String, kind: BreakIterator.Kind, locale: String) throws {
        let url = Project.root.appendingPathComponent("corpora/conformance/\(file).txt")
        let iterator = try #require(BreakIterator(kind, locale: locale))
        var checked = 0
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
            let test = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
            if test.isEmpty || locale == "en" && test.contains("003A") { continue }
            var (text, wanted) = ("", [Int]())
            for part in test.dropFirst() {
                if part == "÷" { wanted.append(text.utf8.count) }
                if let scalar = UInt32(part, radix: 16).flatMap(Unicode.Scalar.init) { text.unicodeScalars.append(scalar) }
            }
            #expect(boundaries(iterator, text) == wanted, "\(line)")
            checked += 1
        }
        #expect(checked > 400)
    }

    @Test(arguments: ["zh", "ja", "th", "de", "root", "no-such-locale"]) func everyLocaleOpens(locale: String) {
        #expect(BreakIterator(.words, locale: locale) != nil)
    }

    /// In UTF-8 bytes.
    private func boundaries(_ iterator: BreakIterator, _ text: String) -> [Int] {
        var units = UTF16Text()
        var boundaries = Boundaries()
        units.reset(text: Array(text.utf8))
        iterator.appendBoundaries(of: units, to: &boundaries)
        units.convertToBytes(&boundaries)
        return boundaries.ends.prefix(boundaries.count).map { Int($0) }
    }
}
