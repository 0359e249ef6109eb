import Foundation
import Gazette
import LexiconCompiler
import Testing

@testable import GazetteEvaluation

@Suite("Floors")
struct FloorTests {
    private static let corpora = Project.corpora.path

    /// The project's own lexicon: as `make` has compiled it, otherwise compiled here.
    private static func lexicon() throws -> Lexicon {
        let image = Project.root.appendingPathComponent(".build/release/en.gazette").path
        if FileManager.default.fileExists(atPath: image) { return try Lexicon(path: image) }
        return try Lexicon(image: LexiconCompiler.compile(LexiconFolder.files(in: Project.root.appendingPathComponent("lexicons/en").path)))
    }

    @Test("The project's own articles reach their floors")
    func articles() throws {
        let set = try #require(try GoldSet.read(Self.corpora + "/SETS.tsv").first { $0.name == "articles" })
        let gold = try GoldFile(path: try #require(set.located(in: [Self.corpora]))).read()
        let evaluation = Evaluation(try Comparison(gold: gold, predicted: try MarkedText.annotating(gold, lexicon: try Self.lexicon())))
        var table = FloorTable()
        table.add(evaluation, floors: try Floor.read(Self.corpora + "/FLOORS.tsv").filter { $0.set == set.name })
        #expect(table.problems.isEmpty, "\(table.text)")
    }

    @Test("Every floor belongs to a set, and no measure has two")
    func names() throws {
        let sets = Set(try GoldSet.read(Self.corpora + "/SETS.tsv").map(\.name))
        let floors = try Floor.read(Self.corpora + "/FLOORS.tsv")
        #expect(floors.allSatisfy { sets.contains($0.set) })
        #expect(Set(floors.map { "\($0.set) \($0.threshold.layer) \($0.threshold.measureName)" }).count == floors.count)
    }

    @Test("What lies below its floor is said")
    func below() throws {
        let evaluation = try evaluate("Ann met Bob", .entities, gold: [Short("Ann", "PER"), Short("Bob", "PER")], predicted: [Short("Ann", "PER")])
        var table = FloorTable()
        table.add(
            evaluation,
            floors: [
                Floor(set: "names", threshold: try Threshold("entities.strict=70"), peers: "other 60"),
                Floor(set: "names", threshold: try Threshold("entities.strict.recall=50"), peers: ""),
            ])
        #expect(table.problems == ["names: entities.strict: F1 is 66.7, 70.0 is wanted"])
        #expect(
            table.text == """
                set    layer     measure        measured  floor         peers
                names  entities  strict             66.7   70.0  below  other 60
                names  entities  strict.recall      50.0   50.0
                """)
    }

    @Test(
        "Tables that cannot be read",
        arguments: [
            ("set\tlayer\n", ":1: the header is not set, layer, measure, floor, peers"),
            ("set\tlayer\tmeasure\tfloor\tpeers\na\tdates\tstrict\n", ":2: 3 columns, 5 are wanted"),
            (
                "set\tlayer\tmeasure\tfloor\tpeers\na\tdates\tspan\t5\t\n",
                ":2: 'dates.span=5': the measure is none of strict, relaxed, type, value, cases"
            ),
        ])
    func badTables(text: String, problem: String) throws {
        let folder = try Folder()
        let path = try folder.write("FLOORS.tsv", text)
        #expect { try Floor.read(path) } throws: { "\($0)" == path + problem }
    }
}
