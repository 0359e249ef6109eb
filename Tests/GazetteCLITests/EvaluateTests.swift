import Foundation
import Testing

@Suite("gazette evaluate")
struct EvaluateTests {
    private let folder: Folder
    private let gold: String
    private let predictions: String

    init() throws {
        folder = try Folder()
        gold = try folder.write("gold.jsonl", #"{"id":"a","text":"Ann met Bob.","entities":[[0,3,"PER"],[8,11,"PER"]]}"# + "\n")
        predictions = try folder.write("found.jsonl", #"{"id":"a","text":"Ann met Bob.","entities":[[0,3,"PER"]]}"# + "\n")
    }

    @Test("Exits with 1 below a threshold", arguments: [("entities=66", Int32(0)), ("entities=67", 1), ("entities.strict.recall=50", 0)])
    func thresholds(threshold: String, status: Int32) throws {
        #expect(try Program.run(["evaluate", gold, "--predictions", predictions, "--fail-under", threshold]).status == status)
    }

    @Test("Prints scores as JSON")
    func json() throws {
        let record = try #require(try Program.run(["evaluate", gold, "--predictions", predictions, "--json"]).records.first)
        let layers = try #require(record["layers"] as? [String: [String: [String: Any]]])
        #expect(layers["entities"]?["strict"]?["recall"] as? Double == 0.5)
    }

    @Test("Does not overwrite a page unless told")
    func page() throws {
        let arguments = ["evaluate", gold, "--predictions", predictions, "--html", folder.path("page.html")]
        #expect(try Program.run(arguments).status == 0)
        #expect(try Program.run(arguments).status != 0)
        #expect(try Program.run(arguments + ["--force"]).status == 0)
    }

    @Test("Scores gold sets against floors and says what it skips")
    func floors() throws {
        try folder.write("SETS.tsv", "set\tgold\toptions\nabsent\tnowhere.jsonl\t\nnames\tgold.jsonl\t--preset conll\n")
        let low = try folder.write("low.tsv", "set\tlayer\tmeasure\tfloor\tpeers\nnames\tentities\tstrict\t0\tother 60\n")
        let reached = try Program.run(["evaluate", "--floors", low, folder.url.path])
        #expect(reached.status == 0 && reached.lines.count == 2 && reached.lines[1].hasSuffix("other 60"))
        #expect(reached.errors.contains("absent"))
        let stray = try folder.write("stray.tsv", "set\tlayer\tmeasure\tfloor\tpeers\nothers\tentities\tstrict\t0\t\n")
        #expect(try Program.run(["evaluate", "--floors", stray, folder.url.path]).errors.contains("set 'others' is not in SETS.tsv"))
    }

    @Test("Refuses senseless numbers", arguments: [["--errors", "0"], ["--samples", "0"]])
    func badNumbers(arguments: [String]) throws { #expect(try Program.run(["evaluate", gold] + arguments).status == 64) }
}
