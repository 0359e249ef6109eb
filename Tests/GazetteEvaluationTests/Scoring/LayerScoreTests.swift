import Gazette
import Testing

@testable import GazetteEvaluation

@Suite("Every other layer is scored as the field does")
struct LayerScoreTests {
    /// TempEval-3: three expressions, one with a longer span, one with a wrong value; one too many.
    @Test(arguments: [
        ("strict", Counts(correct: 2, incorrect: 1, spurious: 1)), ("relaxed", Counts(correct: 3, spurious: 1)),
        ("type", Counts(correct: 3, spurious: 1)), ("value", Counts(correct: 2, incorrect: 1, spurious: 1)),
    ])
    func dates(measure: String, counts: Counts) throws {
        let evaluation = try evaluate(
            "It began yesterday, lasts the two years and ends in May 2025, for now.", .dates,
            gold: [Short("yesterday", "DATE", "2024-01-01"), Short("the two years", "DURATION", "P2Y"), Short("May 2025", "DATE", "2025-05")],
            predicted: [
                Short("yesterday", "DATE", "2024-01-01"), Short("two years", "DURATION", "P2Y"), Short("May 2025", "DATE", "2024-05"),
                Short("now", "DATE", "PRESENT_REF"),
            ])
        let total = try #require(evaluation.row(.dates, measure)?.total)
        #expect(total.complete == counts)
        #expect(total.precision == Double(counts.correct) / 4)
        #expect(total.recall == Double(counts.correct) / 3)
    }

    @Test("An interval of days stands for a value")
    func intervals() throws {
        let evaluation = try evaluate(
            "last week", .dates, gold: [Short("last week", "DATE", "2024-01-01/2024-01-08")],
            predicted: [Short("last week", "DATE", "2024-W01", ["interval": "2024-01-01/2024-01-08"])])
        #expect(evaluation.counts(.dates, "value") == Counts(correct: 1))
    }

    @Test(arguments: [
        ("strict", Counts(correct: 2, incorrect: 1)), ("relaxed", Counts(correct: 3)), ("type", Counts(correct: 2, incorrect: 1)),
        ("value", Counts(correct: 2, incorrect: 1)),
    ])
    func numbers(measure: String, counts: Counts) throws {
        let evaluation = try evaluate(
            "At least 40 people paid $5 million, up 3 percent.", .numbers,
            gold: [
                Short("40", "cardinal", "40", ["comparator": ">=", "counted": "people"]), Short("$5 million", "money", "5000000", ["unit": "USD"]),
                Short("3 percent", "percent", "3"),
            ],
            predicted: [
                Short("40", "cardinal", "40", ["counted": "people"]), Short("$5 million", "money", "5", ["unit": "USD"]), Short("3", "cardinal", "3"),
            ])
        #expect(evaluation.counts(.numbers, measure) == counts)
        #expect(evaluation.row(.numbers, "unit")?.total.recall == 1)
        #expect(evaluation.row(.numbers, "counted")?.total.recall == 1)
        #expect(evaluation.row(.numbers, "comparator")?.total.recall == 0)
    }

    @Test(
        "Numbers are equal when their values are",
        arguments: [("5", "5.0"), ("1e6", "1000000"), ("0.3333333", "0.333333"), ("1.2E+15", "1200000000000000")])
    func equalNumbers(one: String, other: String) { #expect(NumberValue.canonical(one) == NumberValue.canonical(other)) }

    @Test(
        arguments: [
            (nil, "20", "30", ["20..30"]), ("40", "40", nil, ["40"]), (nil, nil, "40", ["40"]), (nil, nil, nil, []),
        ] as [(String?, String?, String?, [String])])
    func ranges(value: String?, lower: String?, upper: String?, expected: [String]) {
        #expect(NumberValue.canonical(value: value, lower: lower, upper: upper) == expected)
    }

    /// Two sentences hold cues; the prediction finds one cue, mistakes another's category and puts one where there is none.
    @Test(arguments: [
        ("cue", Counts(correct: 2, spurious: 1)), ("strict", Counts(correct: 1, incorrect: 1, spurious: 1)),
        ("relaxed", Counts(correct: 2, spurious: 1)),
        ("sentence", Counts(correct: 2, spurious: 1)),
    ])
    func stance(measure: String, counts: Counts) throws {
        let text = "They may win. He said so. All is well."
        let sentences = [Short("They may win."), Short("He said so."), Short("All is well.")]
        let gold = MarkedText.make(text, [.stance: [Short("may", "hedge"), Short("said", "report")], .sentences: sentences])
        let predicted = MarkedText.make(text, [.stance: [Short("may", "modality"), Short("said", "report"), Short("well", "attitude")]])
        #expect(try Evaluation(Comparison(gold: [gold], predicted: [predicted])).counts(.stance, measure) == counts)
    }

    @Test("Two categories of one span are one cue", arguments: [("cue", Counts(correct: 1)), ("strict", Counts(correct: 1, spurious: 1))])
    func twoCategories(measure: String, counts: Counts) throws {
        let evaluation = try evaluate(
            "They may win.", .stance, gold: [Short("may", "modality")], predicted: [Short("may", "hedge"), Short("may", "modality")])
        #expect(evaluation.counts(.stance, measure) == counts)
    }

    /// The prediction joins the first two sentences and splits the third.
    @Test(arguments: [("boundary", Counts(correct: 2, missed: 1, spurious: 1)), ("span", Counts(incorrect: 2, missed: 1, spurious: 1))])
    func sentences(measure: String, counts: Counts) throws {
        let evaluation = try evaluate(
            "One. Two. Three p.m. four.", .sentences, gold: [Short("One."), Short("Two."), Short("Three p.m. four.")],
            predicted: [Short("One. Two."), Short("Three p.m."), Short("four.")])
        #expect(evaluation.counts(.sentences, measure) == counts)
    }

    @Test("Tokens by exact span, with clitics joined where gold leaves them whole")
    func tokens() throws {
        let gold = [Short("I"), Short("don't"), Short("know"), Short(".")]
        let predicted = [Short("I"), Short("do"), Short("n't", "", nil, ["kind": "clitic"]), Short("know.")]
        let apart = try evaluate("I don't know.", .tokens, gold: gold, predicted: predicted)
        #expect(apart.counts(.tokens, "span") == Counts(correct: 1, incorrect: 2, missed: 1, spurious: 1))
        var options = ComparisonOptions()
        options.joinsClitics = true
        let joined = try evaluate("I don't know.", .tokens, gold: gold, predicted: predicted, options: options)
        #expect(joined.counts(.tokens, "span") == Counts(correct: 2, incorrect: 1, missed: 1))
    }
}
