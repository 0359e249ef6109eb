import Foundation
import Testing

@testable import Gazette

@Suite struct AnnotatorTests {
    @Test func callSite() throws {
        let annotator = try Annotator(lexicon: Project.lexicon)
        let document = annotator.annotate("Dr. Amina Yusuf arrived in Kabul.")
        #expect(document.entities.map { document[$0.range] } == ["Amina Yusuf", "Kabul"])
        #expect(document.entities.map(\.label) == [.person, .geopolitical])
    }

    @Test func onlyWantedLayersAreComputed() throws {
        let annotator = try Annotator(lexicon: Project.lexicon, options: AnnotatorOptions(layers: .tokens))
        let document = annotator.annotate("Dr. Amina Yusuf arrived in Kabul.")
        #expect(document.entities.isEmpty)
        #expect(document.tokens.count == 7)
    }

    /// A document's annotations do not depend on what the same annotator read before.
    @Test func nothingIsCarriedFromDocumentToDocument() throws {
        let annotator = try Annotator(lexicon: Project.lexicon)
        let texts = try seeds()
        let alone = try texts.map { text in try Annotator(lexicon: Project.lexicon).annotate(text.0, date: text.1) }
        for order in [Array(texts.indices), texts.indices.reversed()] {
            for index in order { #expect(annotator.annotate(texts[index].0, date: texts[index].1) == alone[index]) }
        }
    }

    /// Whatever the text, every range is in bounds, not empty, in order and on code-point boundaries.
    @Test func rangesAreSoundOnHostileText() throws {
        let annotator = try Annotator(lexicon: Project.lexicon)
        var random = SplitMix64(state: 5)
        for _ in 0..<3_000 {
            let count = Int.random(in: 0..<60, using: &random)
            let text = (0..<count).map { _ in Self.pieces[Int.random(in: Self.pieces.indices, using: &random)] }.joined()
            check(annotator.annotate(text, date: CalendarDate(year: 2024, month: 2, day: 29)))
        }
    }

    private func check(_ document: Document) {
        let comment = Comment(rawValue: String(decoding: document.text, as: UTF8.self).debugDescription)
        for ranges in [document.sentences, document.tokens.map(\.range)] {
            for (left, right) in zip(ranges, ranges.dropFirst()) { #expect(left.end <= right.start, comment) }
        }
        let attributed = [
            document.entities.map(\.range), document.dates.map(\.range), document.numbers.map(\.range), document.stance.map(\.range),
            document.quotations.map(\.range),
        ]
        for ranges in attributed { #expect(ranges == ranges.sorted(), comment) }
        for range in attributed.joined() + document.sentences + document.tokens.map(\.range) + document.numbers.compactMap(\.counted) {
            #expect(range.start >= 0 && range.start < range.end && Int(range.end) <= document.text.count, comment)
            #expect(isBoundary(range.start, document) && isBoundary(range.end, document), comment)
        }
    }

    private func isBoundary(_ byte: Int32, _ document: Document) -> Bool {
        Int(byte) == document.text.count || document.text[Int(byte)] & 0xC0 != 0x80
    }

    private func seeds() throws -> [(String, CalendarDate?)] {
        let lines = try String(contentsOf: Project.root.appendingPathComponent("seeds/articles.jsonl"), encoding: .utf8).split(separator: "\n")
        return try lines.map { line in
            let row = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            return (try #require(row["text"] as? String), (row["date"] as? String).flatMap { CalendarDate(iso8601: $0) })
        }
    }

    static let pieces = [
        "Kabul", "Dr. ", "Mr.", "the ", "of ", " ", "\n", "\r\n", "\n\n", "\t", "\0", "\u{FEFF}", "\u{200D}", "\u{301}", "\u{202E}", "’s", "'", "“",
        "”",
        "(", ")", "ISI", "-", "--", "…", "...", ".", ",", "$", "€", "%", "15,000", "3.5", "2024", "1990s", "May ", "Monday ", "last ", "week ",
        "years ",
        " ago", "two ", "half ", "million ", "said ", "not ", "according to ", "no doubt ", "王", "กรุง", "😀", "🇦🇫", "é", "ﬁ", "İ", "ß", "Łódź ", "U.S.",
        "a.m. ", "University ", "Ministry ", "and ", "Amina ", "Yusuf ", "@", "#", "http://a.b/c", "1/2", "½", "٣", "21st ", "-5", "+", "10:30 ",
        "Inc.",
    ]
}
