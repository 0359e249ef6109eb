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

    /// Texts whose dates hang on other dates, with and without a day of writing.
    private static let batch: [(text: String, date: CalendarDate?)] = [
        ("In 1998 the mill closed; the previous year had been dry.", nil),
        ("The previous year was dry, and that quarter too.", CalendarDate(year: 2024, month: 9, day: 18)),
        ("They left on Friday.", nil),
        ("They will leave on Friday, three days later.", CalendarDate(year: 2024, month: 9, day: 18)),
        ("KABUL, Jan. 3, 2024 (Agency) - Shells fell yesterday.", nil),
        ("In the first nine months sales fell from those of a year earlier.", CalendarDate(year: 1999, month: 11, day: 2)),
        ("The year-ago period was better; the following spring was not.", nil),
        ("Cells made between June and November of 2021 failed in that month.", nil),
        ("Second-quarter profit fell from the corresponding period last year.", CalendarDate(year: 2019, month: 8, day: 1)),
    ]

    /// A document's dates are the same alone, and first, last and in the middle of a batch in any order.
    @Test func documentsAreIndependent() throws {
        let alone = try Self.batch.map { entry in
            try Annotator(lexicon: Project.lexicon, options: AnnotatorOptions(layers: .all)).annotate(entry.text, date: entry.date).dates
        }
        let annotator = try Annotator(lexicon: Project.lexicon, options: AnnotatorOptions(layers: .all))
        let places = Array(Self.batch.indices)
        for order in [places, places.reversed()] + places.map({ Array(places[$0...] + places[..<$0]) }) {
            for place in order { #expect(annotator.annotate(Self.batch[place].text, date: Self.batch[place].date).dates == alone[place]) }
        }
        #expect(alone[2].map(\.value) == ["XXXX-WXX-5"])
        #expect(alone[2].allSatisfy { $0.bounds == nil })
    }

    /// A run of numbers that might all begin a date is read in linear time: twice as many take about twice as long.
    @Test(arguments: ["1 1/2 ", "the last two and a ", "3-", "a quarter of a ", "Jan. 3, 5 and 7, "]) func denseRuns(unit: String) throws {
        let annotator = try Annotator(lexicon: Project.lexicon, options: AnnotatorOptions(layers: .all))
        func cost(_ count: Int) -> Swift.Duration {
            let text = String(repeating: unit, count: count)
            return (0..<3).map { _ in ContinuousClock().measure { _ = annotator.annotate(text, date: nil) } }.min() ?? .zero
        }
        _ = cost(100)
        #expect(cost(8000) < cost(1000) * 32)
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
