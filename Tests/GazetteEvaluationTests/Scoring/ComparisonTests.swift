import Gazette
import Testing

@testable import GazetteEvaluation

@Suite("Marks are made comparable")
struct ComparisonTests {
    @Test("A text that differs is an error that names the first difference")
    func differentTexts() {
        #expect {
            try Comparison(gold: [.make("Zürich fell.", [:], id: "a")], predicted: [.make("Zürich feel.", [:], id: "a")])
        } throws: {
            "\($0)" == "a: gold and prediction differ in their text from character 9 on: gold has 'll.', the prediction 'el.'"
        }
    }

    @Test("A different number of texts is an error")
    func differentCounts() {
        #expect { try Comparison(gold: [.make("a", [:])], predicted: []) } throws: {
            "\($0)" == "predictions: 0 texts for 1 of gold, and not all of gold's ids among them"
        }
    }

    @Test("Predictions are found by their ids")
    func pairing() throws {
        let gold = [MarkedText.make("Ann", [.entities: [Short("Ann", "PER")]], id: "a"), .make("Bob", [.entities: [Short("Bob", "PER")]], id: "b")]
        let evaluation = Evaluation(try Comparison(gold: gold, predicted: gold.reversed() + [.make("Eve", [:], id: "c")]))
        #expect(evaluation.counts(.entities, "strict") == Counts(correct: 2))
    }

    @Test("Labels are mapped on both sides; those that no rule names are listed")
    func mapping() throws {
        var options = ComparisonOptions()
        options.labels = try LabelMap("Person=PER,Date=")
        let evaluation = try evaluate(
            "Ann met Bob on Monday.", .entities, gold: [Short("Ann", "Person"), Short("Monday", "DATE"), Short("Bob", "Dog")],
            predicted: [Short("Ann", "PERSON")], options: options)
        #expect(evaluation.counts(.entities, "strict") == Counts(correct: 1, missed: 1))
        #expect(evaluation.notes == ["gold: no rule maps Dog (1); they keep their labels"])
    }

    @Test(
        "OntoNotes as CoNLL",
        arguments: [("PERSON", "PER"), ("GPE", "LOC"), ("FAC", "LOC"), ("Organization", "ORG"), ("NORP", "MISC"), ("LOC", "LOC")])
    func preset(label: String, expected: String) throws {
        let map = try #require(LabelMap(preset: "conll"))
        var unmapped: [String: Int] = [:]
        #expect(map.apply(to: [Mark(ByteRange(0, 1), label: label)], unmapped: &unmapped).map(\.label) == [expected])
        #expect(unmapped.isEmpty)
    }

    @Test("A rule that cannot be read", arguments: ["Person", "=PER"])
    func badRules(rules: String) { #expect(throws: LabelMapError.self) { try LabelMap(rules) } }

    @Test("Articles and possessives do not count")
    func bareNames() throws {
        var options = ComparisonOptions()
        options.bareNames = true
        let evaluation = try evaluate(
            "Then the Senate’s vote.", .entities, gold: [Short("the Senate’s", "ORG")], predicted: [Short("Senate", "ORG")], options: options)
        #expect(evaluation.counts(.entities, "strict") == Counts(correct: 1))
    }

    @Test("Entities that belong to another layer are scored there, against predictions of that label only")
    func moves() throws {
        var options = ComparisonOptions()
        options.moves = [try LabelMove("Money=numbers.money")]
        let gold = MarkedText.make("Ann paid $5 for 3.", [.entities: [Short("Ann", "PER"), Short("$5", "Money")]])
        let predicted = MarkedText.make(
            "Ann paid $5 for 3.", [.entities: [Short("Ann", "PER")], .numbers: [Short("$5", "money"), Short("3", "cardinal")]])
        let evaluation = Evaluation(try Comparison(gold: [gold], predicted: [predicted], options: options))
        #expect(evaluation.counts(.entities, "strict") == Counts(correct: 1))
        #expect(evaluation.counts(.numbers, "strict") == Counts(correct: 1))
    }

    @Test("Repeated marks are noted")
    func repeated() throws {
        let evaluation = try evaluate("Ann", .entities, gold: [Short("Ann", "PER"), Short("Ann", "PER")], predicted: [])
        #expect(evaluation.notes == ["gold: 1 marks of the same span and label stand twice and count once"])
    }
}
