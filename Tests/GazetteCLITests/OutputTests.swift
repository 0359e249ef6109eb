import Foundation
import Testing

/// Files that a batch writes. How batches are interrupted and resumed is tested in Tests/Endurance.
@Suite struct OutputTests {
    private let folder: Folder
    private let plain: Data

    init() throws {
        folder = try Folder()
        plain = try Program.run(["annotate", Program.seeds]).output
    }

    private var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() } }

    @Test func oneFile() throws {
        #expect(try Program.run(["annotate", Program.seeds, "-o", folder.path("a.jsonl")]).status == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("a.jsonl"))) == plain)
        #expect(try names == ["a.jsonl"])
    }

    @Test func compressedByItsEnding() throws {
        #expect(try Program.run(["annotate", Program.seeds, "-o", folder.path("a.jsonl.gz")]).status == 0)
        #expect(try Program.shell("gzip -dc '\(folder.path("a.jsonl.gz"))'").output == plain)
    }

    @Test func partsBySize() throws {
        #expect(try Program.run(["annotate", Program.seeds, "-o", folder.path("a.jsonl"), "--split-size", "200K"]).status == 0)
        let parts = try names
        #expect(parts.first == "a-00001.jsonl" && parts.count > 5)
        let contents = try parts.map { try Data(contentsOf: URL(fileURLWithPath: folder.path($0))) }
        #expect(contents.reduce(Data(), +) == plain)
        #expect(contents.allSatisfy { $0.count <= 200 << 10 && $0.last == 0x0A })
        let fewer = try Program.run(["annotate", Program.seeds, "-o", folder.path("a.jsonl"), "--split-size", "800K", "--force"])
        #expect(try fewer.status == 0 && names.count < parts.count && names == parts.prefix(names.count).map { $0 })
    }

    @Test func aFileEach() throws {
        let news = try Folder()
        try FileManager.default.createDirectory(atPath: news.path("x"), withIntermediateDirectories: true)
        for name in ["x/a.txt", "b.txt", "b.csv"] { try news.write(name, name == "b.csv" ? "text\nKabul\n" : "Kabul") }
        try news.write("empty.jsonl", "")
        let arguments = ["annotate", news.url.path, "--output-directory", folder.path("out")]
        #expect(try Program.run(arguments).status == 0)
        let found = try FileManager.default.subpathsOfDirectory(atPath: folder.path("out")).sorted()
        #expect(found == ["b.csv.jsonl", "b.txt.jsonl", "empty.jsonl", "x", "x/a.jsonl"])
        let refused = try Program.run(arguments)
        #expect(refused.errors == "Error: \(folder.path("out"))/b.csv.jsonl: the file exists; --force replaces it\n")
        #expect(try Program.run(arguments + ["--resume"]).errors == "\(folder.path("out")) is complete; --force makes it anew\n")
        #expect(try Program.run(arguments + ["--force", "--compress", "gzip"]).status == 0)
        let unpacked = try Program.shell("gzip -dc '\(folder.path("out"))'/*.gz '\(folder.path("out"))'/x/*.gz")
        #expect(unpacked.status == 0 && unpacked.lines.count == 3)
    }

    @Test func twoInputsForOneFile() throws {
        let (one, two) = (try Folder(), try Folder())
        for news in [one, two] { try news.write("a.txt", "Kabul") }
        let outcome = try Program.run(["annotate", one.url.path, two.url.path, "--output-directory", folder.path("out")])
        #expect(outcome.status == 1 && outcome.errors.contains("it would hold both"))
    }

    @Test func outputAmongTheInputs() throws {
        let input = try folder.write("a.jsonl", "{\"text\":\"Kabul\"}\n")
        let outcome = try Program.run(["annotate", folder.url.path, "--force", "-o", input])
        #expect(outcome.status == 1 && outcome.errors == "Error: \(input): it would be both read and written\n")
        #expect(try names == ["a.jsonl"])
    }

    @Test func report() throws {
        let input = try folder.write("in.jsonl", "{\"text\":\"Kabul\"}\n{\"text\":7}\n{\"id\":1}\n")
        let outcome = try Program.run(["annotate", input, folder.path("none.txt"), "--report", folder.path("r.json"), "-o", folder.path("o.jsonl")])
        #expect(outcome.status == 1)
        let report = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: folder.path("r.json")))) as? [String: Any] ?? [:]
        #expect(report["documents"] as? Int == 1 && report["failed"] as? Int == 3 && report["files"] as? Int == 1)
        let failures = report["failures"] as? [[String: Any]] ?? []
        #expect(failures.map { $0["line"] as? Int } == [2, 3, nil])
        #expect(failures.last?["file"] as? String == folder.path("none.txt") && failures.last?["reason"] as? String == "no such file or folder")
        #expect((report["gazette"] as? [String: Any])?["lexicon"] as? String != nil)
        #expect(try names == ["in.jsonl", "o.jsonl", "r.json"])
    }

    @Test func strictLeavesNothing() throws {
        let input = try folder.write("in.jsonl", "{\"text\":\"Kabul\"}\n{\"text\":7}\n")
        #expect(try Program.run(["annotate", input, "--strict", "-o", folder.path("o.jsonl")]).status == 1)
        #expect(try names == ["in.jsonl"])
    }

    @Test func devicesAreWrittenTo() throws {
        let outcome = try Program.run(["annotate", Program.seeds, "-o", "/dev/null", "--force"])
        #expect(outcome.status == 0 && outcome.errors == "")
        #expect(try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType == .typeCharacterSpecial)
    }

    @Test func logLines() throws {
        let outcome = try Program.run(["annotate", Program.seeds, "--log", "-o", "/dev/null"])
        #expect(outcome.errors.contains(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ  48 articles  [\d.]+ MB\/s\n$/))
    }

    @Test(arguments: [
        (["-o", "a", "--output-directory", "b"], "exclude each other"), (["--split-size", "5M"], "--split-size needs --output"),
        (["--resume"], "--resume needs --output"), (["-o", "a", "--split-size", "5X"], "--split-size"),
        (["-o", "a", "--compress", "gzip"], "--compress needs"),
    ])
    func usageErrors(arguments: [String], message: String) throws {
        let outcome = try Program.run(["annotate", Program.seeds] + arguments)
        #expect(outcome.status == 64 && outcome.errors.contains(message))
    }
}
