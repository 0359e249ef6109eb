import Gazette
import Testing

@testable import GazetteEvaluation

private let sentence = "Ann Lee met Bob Ray of Acme Corp in New York Times Square."

@Suite("Entities are scored by the four schemes of SemEval-2013")
struct EntityScoreTests {
    /// One right, one with a wrong boundary, one with a wrong label, one missed, one spurious.
    @Test(arguments: [
        ("strict", Counts(correct: 1, incorrect: 2, missed: 1, spurious: 1), 0.25),
        ("exact", Counts(correct: 2, incorrect: 1, missed: 1, spurious: 1), 0.5),
        ("partial", Counts(correct: 2, partial: 1, missed: 1, spurious: 1), 0.625),
        ("type", Counts(correct: 2, incorrect: 1, missed: 1, spurious: 1), 0.5),
    ])
    func schemes(measure: String, counts: Counts, ratio: Double) throws {
        let evaluation = try evaluate(
            sentence, .entities,
            gold: [Short("Ann Lee", "PER"), Short("Bob Ray", "PER"), Short("Acme Corp", "ORG"), Short("New York", "LOC")],
            predicted: [Short("Ann Lee", "PER"), Short("met", "MISC"), Short("Bob", "PER"), Short("Acme Corp", "PER")])
        let total = try #require(evaluation.row(.entities, measure)?.total)
        #expect(total.complete == counts)
        #expect(total.precision == ratio)
        #expect(total.recall == ratio)
        #expect(total.f1 == ratio)
    }

    @Test(arguments: [
        EdgeCase("overlapping gold", ["New York/LOC", "New York Times/ORG"], ["New York Times/ORG"], Counts(correct: 1, missed: 1)),
        EdgeCase("duplicate gold", ["Ann Lee/PER", "Ann Lee/PER"], ["Ann Lee/PER"], Counts(correct: 1)),
        EdgeCase("duplicate predictions", ["Ann Lee/PER"], ["Ann Lee/PER", "Ann Lee/PER"], Counts(correct: 1)),
        EdgeCase("one span with two labels", ["Ann Lee/PER", "Ann Lee/ORG"], ["Ann Lee/ORG"], Counts(correct: 1, missed: 1)),
        EdgeCase("two labels on one gold span", ["Ann Lee/PER"], ["Ann Lee/ORG", "Ann Lee/PER"], Counts(correct: 1, spurious: 1)),
        EdgeCase("another order", ["Ann Lee/PER", "Bob Ray/PER"], ["Bob Ray/PER", "Ann Lee/PER"], Counts(correct: 2)),
        EdgeCase("one prediction over two", ["Ann Lee/PER", "Bob Ray/PER"], ["Ann Lee met Bob Ray/PER"], Counts(incorrect: 1, missed: 1)),
        EdgeCase("two predictions in one", ["Ann Lee/PER"], ["Ann/PER", "Lee/PER"], Counts(incorrect: 1, spurious: 1)),
        EdgeCase("empty gold", [], ["Ann Lee/PER"], Counts(spurious: 1)),
        EdgeCase("empty predictions", ["Ann Lee/PER"], [], Counts(missed: 1)),
        EdgeCase("both empty", [], [], Counts()),
    ])
    func edges(_ edge: EdgeCase) throws {
        let evaluation = try evaluate(sentence, .entities, gold: edge.gold, predicted: edge.predicted)
        #expect(evaluation.counts(.entities, "strict") == edge.counts)
    }

    @Test("An undefined ratio is nil")
    func undefinedRatios() throws {
        let noGold = Score(complete: Counts(spurious: 2))
        #expect(noGold.recall == nil && noGold.precision == 0 && noGold.f1 == 0)
        let noPredictions = Score(complete: Counts(missed: 2))
        #expect(noPredictions.precision == nil && noPredictions.recall == 0 && noPredictions.f1 == 0)
        #expect(Score().f1 == nil)
        #expect(Percent.text(Score().f1) == "–")
    }

    @Test("Gold that names only some marks tells recall only")
    func partialGold() throws {
        var gold = MarkedText.make(sentence, [.entities: [Short("Ann Lee", "PER"), Short("Bob Ray", "PER")]])
        gold.partial = [.entities]
        let predicted = MarkedText.make(sentence, [.entities: [Short("Ann Lee", "PER"), Short("Acme Corp", "ORG")]])
        let total = try #require(Evaluation(Comparison(gold: [gold], predicted: [predicted])).row(.entities, "strict")?.total)
        #expect(total.precision == nil && total.recall == 0.5 && total.f1 == nil)
    }

    @Test("Ids count where gold has them")
    func ids() throws {
        var gold = MarkedText.make(sentence, [.entities: [Short("Ann Lee", "PER"), Short("Bob Ray", "PER"), Short("Acme Corp", "ORG")]])
        var predicted = gold
        gold.layers[.entities]?[0].id = "Q1"
        gold.layers[.entities]?[1].id = "Q2"
        predicted.layers[.entities]?[0].id = "Q1"
        predicted.layers[.entities]?[1].id = "Q9"
        #expect(try Evaluation(Comparison(gold: [gold], predicted: [predicted])).counts(.entities, "id") == Counts(correct: 1, incorrect: 1))
    }

    @Test("Means of labels are unweighted")
    func macro() throws {
        let evaluation = try evaluate(
            sentence, .entities, gold: [Short("Ann Lee", "PER"), Short("Bob Ray", "PER"), Short("Acme Corp", "ORG")],
            predicted: [Short("Ann Lee", "PER"), Short("Bob Ray", "PER")])
        #expect(evaluation.macroF1(.entities, "strict") == 0.5)
        #expect(evaluation.row(.entities, "strict")?.total.f1 == 0.8)
    }
}

struct EdgeCase: Sendable, CustomTestStringConvertible {
    let name: String
    let gold: [Short]
    let predicted: [Short]
    let counts: Counts

    init(_ name: String, _ gold: [String], _ predicted: [String], _ counts: Counts) {
        func shorts(_ texts: [String]) -> [Short] {
            texts.map { text in
                let parts = text.split(separator: "/").map(String.init)
                return Short(parts[0], parts[1])
            }
        }
        (self.name, self.gold, self.predicted, self.counts) = (name, shorts(gold), shorts(predicted), counts)
    }

    var testDescription: String { name }
}
