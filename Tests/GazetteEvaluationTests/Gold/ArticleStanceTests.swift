import Foundation
import Gazette
import Testing

/// Stance and quotations of the project's own articles agree with themselves and with corpora/articles/GUIDELINE.md.
@Suite struct ArticleStanceTests {
    static let files: [String] = ["articles", "articles-second"].flatMap { name in
        let names = (try? FileManager.default.contentsOfDirectory(atPath: Project.corpora.appendingPathComponent(name).path)) ?? []
        return names.filter { $0.hasSuffix(".jsonl") }.sorted().map { "\(name)/\($0)" }
    }

    private static let uncertainties: Set<String> = ["epistemic", "doxastic", "condition", "investigation"]

    private struct Part: Decodable, Hashable {
        var start: Int
        var end: Int
        var text: String
    }

    private struct Stance: Decodable {
        var start: Int
        var end: Int
        var text: String
        var category: String
        var lemma: String?
        var polarity: String?
        var uncertainty: String?
        var negated: Bool?
        var scope: [Int]?
        var source: Part?
    }

    private struct Quotation: Decodable {
        var start: Int
        var end: Int
        var direct: Bool
        var cue: Part?
        var speaker: Part?
        var content: [Int]
    }

    private struct Article: Decodable {
        var id: String
        var text: String
        var stance: [Stance]
        var quotations: [Quotation]
    }

    @Test func thereAreEnough() { #expect(Self.files.count { $0.hasPrefix("articles/") } >= 12) }

    @Test(arguments: files) func agreesWithItself(file: String) throws {
        let article = try JSONDecoder().decode(Article.self, from: Data(contentsOf: Project.corpora.appendingPathComponent(file)))
        let text = Array(article.text.unicodeScalars)
        for mark in article.stance { check(mark, text, article) }
        for (one, next) in zip(article.stance, article.stance.dropFirst()) {
            #expect(one.end <= next.start, "\(file): '\(one.text)' and '\(next.text)' overlap or are out of order")
        }
        for quotation in article.quotations { check(quotation, text, file) }
    }

    private func check(_ mark: Stance, _ text: [Unicode.Scalar], _ article: Article) {
        let name = "\(article.id): '\(mark.text)' at \(mark.start)"
        #expect(text.text(mark.start, mark.end) == mark.text, "\(name) is not what its offsets hold")
        #expect(StanceCategory.allCases.contains { $0.name == mark.category }, "\(name) is a \(mark.category)")
        #expect(mark.polarity == nil || ["attitude", "private-state"].contains(mark.category), "\(name) has a polarity")
        #expect(mark.uncertainty.map { Self.uncertainties.contains($0) && mark.category == "hedge" } ?? true, "\(name): uncertainty")
        #expect(mark.negated != false, "\(name): 'negated' is true or left out")
        if let scope = mark.scope {
            #expect(scope.count == 2 && isTrimmed(text.text(scope[0], scope[1])), "\(name): scope")
            let holdsCue = scope[0] <= mark.start && mark.end <= scope[1]
            #expect(scope[1] <= mark.start || mark.end <= scope[0] || holdsCue, "\(name): scope and cue overlap")
        }
        let own = article.quotations.filter { $0.cue?.start == mark.start && $0.cue?.end == mark.end }
        if let quotation = own.first { #expect(mark.scope == quotation.content, "\(name) has another scope than its quotation's content") }
        guard let source = mark.source else { return }
        #expect(text.text(source.start, source.end) == source.text, "\(name): source")
        let holders = article.quotations.filter { $0.content[0] <= mark.start && mark.end <= $0.content[1] } + own
        #expect(holders.contains { $0.speaker == source }, "\(name): '\(source.text)' says nothing that holds it")
    }

    private func check(_ quotation: Quotation, _ text: [Unicode.Scalar], _ file: String) {
        let name = "\(file): quotation at \(quotation.start)"
        let content = text.text(quotation.content[0], quotation.content[1])
        #expect(isTrimmed(content), "\(name): content '\(content)'")
        #expect(!quotation.direct || "“\"‘'".unicodeScalars.contains { content.unicodeScalars.first == $0 }, "\(name) is direct without a mark")
        for part in [quotation.cue, quotation.speaker].compactMap(\.self) {
            #expect(text.text(part.start, part.end) == part.text, "\(name): '\(part.text)'")
        }
        var (start, end) = (quotation.content[0], quotation.content[1])
        for part in [quotation.cue, quotation.cue.flatMap { _ in quotation.speaker }].compactMap(\.self) {
            (start, end) = (min(start, part.start), max(end, part.end))
        }
        #expect(quotation.start == start && quotation.end == end, "\(name) does not span its parts")
    }

    private func isTrimmed(_ text: String) -> Bool { !text.isEmpty && text == text.trimmingCharacters(in: .whitespacesAndNewlines) }
}
