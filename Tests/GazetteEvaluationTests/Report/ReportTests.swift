import Foundation
import Gazette
import Testing

@testable import GazetteEvaluation

@Suite("Scores as people and programs read them")
struct ReportTests {
    private let comparison: Comparison
    private let evaluation: Evaluation

    init() throws {
        let text = "Ann Lee met Bob </script> Ray of Acme."
        var predicted = MarkedText.make(text, [.entities: [Short("Ann Lee", "ORG"), Short("Bob", "PER"), Short("of", "LOC")]])
        predicted.layers[.entities]?[0].evidence = "people.tsv"
        comparison = try Comparison(
            gold: [.make(text, [.entities: [Short("Ann Lee", "PER"), Short("Bob </script> Ray", "PER"), Short("Acme", "ORG")]])],
            predicted: [predicted])
        evaluation = Evaluation(comparison)
    }

    @Test func errors() {
        let text = ErrorList(comparison, limit: 5, layers: .all).text
        #expect(
            text == """
                entities: missed
                  1×  gold 'Acme' ORG
                      1: Ann Lee met Bob </script> Ray of [Acme].

                entities: spurious
                  1×  found 'of' LOC
                      1: Ann Lee met Bob </script> Ray [of] Acme.

                entities: wrong label
                  1×  gold 'Ann Lee' PER · found 'Ann Lee' ORG (people.tsv)
                      1: [Ann Lee] met Bob </script> Ray of Acme.

                entities: wrong boundary
                  1×  gold 'Bob </script> Ray' PER · found 'Bob' PER
                      1: Ann Lee met [Bob </script> Ray] of Acme.
                """)
    }

    @Test func json() throws {
        let report = ScoreReport(evaluation, bootstrap: Bootstrap(), errors: ErrorList(comparison, limit: 1, layers: .all))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(report.text.utf8)) as? [String: Any])
        let layers = try #require(object["layers"] as? [String: [String: [String: Any]]])
        let exact = try #require(layers["entities"]?["exact"])
        #expect(exact["f1"] as? Double == 1 / 3 && exact["interval"] is NSNull && exact["missed"] as? Int == 1)
        #expect((object["errors"] as? [Any])?.count == 4)
    }

    @Test("The page holds its data once, and no text ends its script")
    func page() {
        let page = String(decoding: HTMLPage(comparison, table: ScoreTable(evaluation), layers: .all).bytes, as: UTF8.self)
        #expect(page.components(separatedBy: "</script>").count == 2)
        #expect(page.contains("Bob \\u003c/script> Ray"))
    }

    @Test func table() {
        let lines = ScoreTable(evaluation).text.split(separator: "\n")
        #expect(lines.first == "1 text                       P     R    F1  95 %  gold  predicted  correct")
        #expect(lines.contains { $0.hasPrefix("  exact ") && $0.contains("33.3  33.3  33.3     –     3          3        1") })
    }

    @Test(arguments: [("entities=33.4", true), ("entities.exact=33.3", false), ("entities.exact.recall=34", true), ("dates=0", true)])
    func thresholds(text: String, isMissed: Bool) throws {
        #expect((try Threshold(text).problem(in: evaluation) != nil) == isMissed)
    }

    @Test("What is missed is said")
    func problem() throws {
        #expect(try Threshold("entities.exact=50").problem(in: evaluation) == "entities.exact: F1 is 33.3, 50.0 is wanted")
    }

    @Test(arguments: [
        ("entities", "'entities': layer=f1 is wanted, with f1 from 0 to 100"),
        ("dates=101", "'dates=101': layer=f1 is wanted, with f1 from 0 to 100"),
        ("names=5", "'names=5': the layer is none of sentences, tokens, entities, dates, numbers, stance, quotations, summary"),
        ("tokens.value=5", "'tokens.value=5': the measure is none of span"),
        ("tokens.span.f2=5", "'tokens.span.f2=5': the ratio is none of f1, precision, recall"),
    ])
    func badThresholds(text: String, problem: String) {
        #expect { try Threshold(text) } throws: { "\($0)" == problem }
    }

    @Test func differences() throws {
        func texts(_ label: String) -> [MarkedText] { (0..<20).map { .make("Ann", [.entities: [Short("Ann", label)]], id: "\($0)") } }
        let good = Evaluation(try Comparison(gold: texts("PER"), predicted: texts("PER")))
        let poor = Evaluation(try Comparison(gold: texts("PER"), predicted: texts("ORG")))
        let lines = DifferenceTable(good, from: poor, bootstrap: Bootstrap()).text.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(lines.map { $0.joined(separator: " ") }.contains("entities strict +100.0 100.0 to 100.0 0.000"))
        #expect(lines.map { $0.joined(separator: " ") }.contains("entities exact +0.0 0.0 to 0.0 1.000"))
    }
}
