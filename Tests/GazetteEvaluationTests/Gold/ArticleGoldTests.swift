import Foundation
import Gazette
import Testing

/// The hand annotation of the project's own articles agrees with itself and with corpora/articles/GUIDELINE.md.
@Suite struct ArticleGoldTests {
    private static let types: Set<String> = ["cardinal", "ordinal", "fraction", "percent", "money", "quantity", "age", "score", "ratio"]

    private struct Number: Decodable {
        struct Span: Decodable {
            var start: Int
            var end: Int
            var text: String
        }

        var start: Int
        var end: Int
        var text: String
        var type: String
        var value: Double
        var comparator: String?
        var lower: Double?
        var upper: Double?
        var unit: String?
        var counted: Span?
    }

    private struct Article: Decodable {
        var id: String
        var title: String
        var date: String
        var text: String
        var numbers: [Number]
    }

    @Test(arguments: ["articles", "articles-numbers"]) func numbersAgreeWithTheGuideline(folder: String) throws {
        let url = Project.corpora.appendingPathComponent(folder)
        let files = try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil).filter { $0.pathExtension == "jsonl" }
        #expect(!files.isEmpty)
        for file in files {
            let article = try JSONDecoder().decode(Article.self, from: Data(contentsOf: file))
            #expect(article.id + ".jsonl" == file.lastPathComponent)
            #expect(CalendarDate(iso8601: article.date) != nil, "\(article.id): \(article.date)")
            let scalars = Array(article.text.unicodeScalars)
            for number in article.numbers { check(number, in: scalars, of: article.id) }
            for (one, next) in zip(article.numbers, article.numbers.dropFirst()) {
                #expect(one.end <= next.start, "\(article.id): '\(one.text)' and '\(next.text)' overlap or are out of order")
            }
        }
    }

    private func check(_ number: Number, in scalars: [Unicode.Scalar], of id: String) {
        let name = "\(id): '\(number.text)' at \(number.start)"
        #expect(scalars.text(number.start, number.end) == number.text, "\(name) is not what its offsets hold")
        #expect(Self.types.contains(number.type), "\(name) is a \(number.type)")
        #expect((number.unit != nil) == ["percent", "money", "quantity"].contains(number.type) || number.type == "age", "\(name): unit")
        switch number.comparator {
        case nil, "~": #expect((number.lower == nil) == (number.upper == nil), "\(name) has one bound and no comparator")
        case ">", ">=": #expect(number.lower == number.value && number.upper == nil, "\(name): lower")
        case "<", "<=": #expect(number.upper == number.value && number.lower == nil, "\(name): upper")
        case let other?: Issue.record("\(name): comparator \(other)")
        }
        if let lower = number.lower, let upper = number.upper { #expect(lower < upper && lower == number.value, "\(name): bounds") }
        guard let counted = number.counted else { return }
        #expect(number.type == "cardinal", "\(name) counts, but is a \(number.type)")
        #expect(scalars.text(counted.start, counted.end) == counted.text, "\(name) counts '\(counted.text)', which its offsets do not hold")
        #expect(number.end < counted.start && counted.start - number.end < 15, "\(name) does not stand before what it counts")
    }
}
