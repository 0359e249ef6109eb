import Testing

@testable import Gazette

/// What case rows cannot show: independence of documents, options, and strange input.
@Suite struct DateStageTests {
    private func values(_ text: String, date: String? = nil, dayFirst: Bool = false) throws -> [String] {
        var options = AnnotatorOptions(layers: .all)
        options.dayFirst = dayFirst
        let document = try Annotator(lexicon: Project.lexicon, options: options).annotate(text, date: date.flatMap { CalendarDate(iso8601: $0) })
        return document.dates.map(\.value)
    }

    @Test func dayFirstPolicy() throws {
        #expect(try values("Signed on 03/04/2024.") == ["2024-03-04"])
        #expect(try values("Signed on 03/04/2024.", dayFirst: true) == ["2024-04-03"])
    }

    /// An annotator gives the same dates whatever it has read before.
    @Test func documentsAreIndependent() throws {
        let annotator = try Annotator(lexicon: Project.lexicon, options: AnnotatorOptions(layers: .all))
        let texts = ["In 1998 the mill closed.", "The previous year was dry.", "They left on Friday."]
        let forward = texts.map { annotator.annotate($0, date: nil).dates.map(\.value) }
        let backward = texts.reversed().map { annotator.annotate($0, date: nil).dates.map(\.value) }
        #expect(forward == Array(backward.reversed()))
        #expect(forward[2] == ["XXXX-WXX-5"])
    }

    @Test(arguments: [
        String(repeating: "the ", count: 2000), String(repeating: "one hundred ", count: 500),
        String(repeating: "trillion ", count: 50) + "years ago",
        "999999999999 billion billion years ago", "99999999 decades ago", String(repeating: "9 p.m. ", count: 300),
        String(repeating: "12/", count: 500),
        "1-1-1-1-1-1-1-1-1-1", "February 30", "0 January 0000", "year 2199 and 2200", "the first of the first of the first", "T99:99Z", "24:61 a.m.",
        String(repeating: "last next this ", count: 500), "\u{0}\u{FEFF} in 19\u{301}96 — '\u{2019}90s", "every every other other Monday of of",
    ]) func strangeInput(text: String) throws {
        let annotator = try Annotator(lexicon: Project.lexicon, options: AnnotatorOptions(layers: .all))
        for date in [nil, CalendarDate(year: 2024, month: 2, day: 29), CalendarDate(year: 1, month: 1, day: 1)] {
            let document = annotator.annotate(text, date: date)
            for (left, right) in zip(document.dates, document.dates.dropFirst()) { #expect(left.range.end <= right.range.start) }
        }
    }
}
