import Gazette
import Testing

@testable import GazetteEvaluation

@Suite("Scope, source and quotations are scored part by part")
struct StanceScoreTests {
    private static let text = "Ali said it may rain. Bo did not deny it."

    private static let gold = """
        {"text":"\(text)","stance":[
        {"start":4,"end":8,"category":"report","scope":[9,20],"source":{"start":0,"end":3,"text":"Ali"}},
        {"start":12,"end":15,"category":"hedge","uncertainty":"epistemic","scope":[16,20],"source":{"start":0,"end":3,"text":"Ali"}},
        {"start":33,"end":37,"category":"denial","negated":true,"scope":[38,40],"source":{"start":22,"end":24,"text":"Bo"}}],
        "quotations":[
        {"start":0,"end":20,"direct":false,"cue":{"start":4,"end":8},"speaker":{"start":0,"end":3},"content":[9,20]},
        {"start":22,"end":40,"direct":false,"cue":{"start":33,"end":37},"speaker":{"start":22,"end":24},"content":[38,40]}]}
        """

    /// One scope is too long, one source is missing, one negation is not seen and one cue is none; a content is too short.
    private static let predicted = """
        {"text":"\(text)","stance":[
        {"start":4,"end":8,"category":"report","scope":[9,20],"source":{"start":0,"end":3,"text":"Ali"}},
        {"start":12,"end":15,"category":"hedge","uncertainty":"epistemic","scope":[15,20]},
        {"start":16,"end":20,"category":"attitude","scope":[9,15]},
        {"start":33,"end":37,"category":"denial","scope":[38,40],"source":{"start":22,"end":24,"text":"Bo"}}],
        "quotations":[
        {"start":0,"end":15,"direct":false,"cue":{"start":4,"end":8},"speaker":{"start":0,"end":3},"content":[9,15]},
        {"start":22,"end":40,"direct":true,"cue":{"start":33,"end":37},"speaker":{"start":22,"end":24},"content":[38,40]}]}
        """

    private func comparison(gold: String = Self.gold) throws -> Comparison {
        let folder = try Folder()
        func read(_ name: String, _ record: String) throws -> [MarkedText] {
            try folder.read(name, record.replacing("\n", with: ""))
        }
        return try Comparison(gold: read("gold.jsonl", gold), predicted: read("predicted.jsonl", Self.predicted))
    }

    private func evaluation(gold: String = Self.gold) throws -> Evaluation { Evaluation(try comparison(gold: gold)) }

    @Test(arguments: [
        ("scope", Counts(correct: 2, incorrect: 1, spurious: 1)), ("scope-matched", Counts(correct: 2, incorrect: 1)),
        ("scope-overlap", Counts(correct: 3)), ("source", Counts(correct: 2, incorrect: 1, spurious: 1)),
        ("source-matched", Counts(correct: 2, incorrect: 1)), ("source-overlap", Counts(correct: 2, incorrect: 1)),
        ("negated", Counts(missed: 1)),
    ])
    func stance(measure: String, counts: Counts) throws { #expect(try evaluation().counts(.stance, measure) == counts) }

    @Test func uncertainty() throws { #expect(try evaluation().row(.stance, "uncertainty")?.total.recall == 1) }

    @Test("Gold without parts says nothing of them")
    func withoutParts() throws {
        let gold = "{\"text\":\"\(Self.text)\",\"stance\":[{\"start\":4,\"end\":8,\"category\":\"report\"}]}"
        let evaluation = try evaluation(gold: gold)
        for measure in ["scope", "scope-matched", "source", "negated"] { #expect(evaluation.row(.stance, measure) == nil, "\(measure)") }
    }

    @Test(arguments: [
        ("content", Counts(correct: 2)), ("content-exact", Counts(correct: 1, incorrect: 1)), ("cue-exact", Counts(correct: 2)),
        ("speaker-exact", Counts(correct: 2)), ("whole", Counts(correct: 1, incorrect: 1)), ("indirect", Counts(correct: 1, missed: 1)),
        ("direct", Counts(spurious: 1)),
    ])
    func quotations(measure: String, counts: Counts) throws { #expect(try evaluation().counts(.quotations, measure) == counts) }

    @Test("Errors show the part that is wrong")
    func errors() throws {
        let text = ErrorList(try comparison(), limit: 5, layers: .stance).text
        #expect(
            text.hasSuffix(
                """
                stance: wrong scope
                  1×  gold 'may' hedge → 'rain' · found 'may' hedge → ' rain'
                      1: Ali said it [may] rain. Bo did not deny it.

                stance: wrong source
                  1×  gold 'may' hedge → 'Ali' · found 'may' hedge → none
                      1: Ali said it [may] rain. Bo did not deny it.

                stance: wrong negation
                  1×  gold 'deny' denial · found 'deny' denial
                      1: Ali said it may rain. Bo did not [deny] it.
                """))
    }

    @Test("A part that quotes other text than its offsets hold is named")
    func wrongPart() throws {
        let cue = "{\"start\":4,\"end\":8,\"category\":\"report\",\"source\":{\"start\":0,\"end\":2,\"text\":\"Ali\"}}"
        let record = "{\"text\":\"Ali said so.\",\"stance\":[\(cue)]}"
        #expect(throws: GoldError.self) { try Folder().read("gold.jsonl", record) }
    }
}
