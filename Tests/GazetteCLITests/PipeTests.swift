import Foundation
import Testing

/// The commands that the README gives for xargs and GNU parallel do what it says.
@Suite struct PipeTests {
    private static let commands: [String] = {
        let readme = (try? String(contentsOf: Program.root.appendingPathComponent("README.md"), encoding: .utf8)) ?? ""
        return readme.components(separatedBy: "\n").filter { $0.hasPrefix("ls news/") || $0.hasPrefix("parallel ") }
    }()

    private static let hasParallel = (try? Program.shell("parallel --version | grep -q GNU").status) == 0

    @Test func theReadmeHasExamples() { #expect(Self.commands.count == 3) }

    @Test(arguments: commands) func exampleWorks(command: String) throws {
        if command.hasPrefix("parallel"), !Self.hasParallel {
            print("skipped, there is no GNU parallel: \(command)")
            return
        }
        let folder = try Folder()
        for name in ["news", "annotated"] { try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true) }
        let articles = try String(contentsOfFile: Program.seeds + "/articles.jsonl", encoding: .utf8).split(separator: "\n")
        try folder.write("news/a.jsonl", articles.prefix(12).joined(separator: "\n") + "\n")
        try folder.write("news/b.jsonl", articles.dropFirst(12).joined(separator: "\n") + "\n")
        let place = URL(fileURLWithPath: Program.standard).deletingLastPathComponent().path
        let done = try Program.shell("cd '\(folder.url.path)' && export PATH='\(place)':\"$PATH\" && \(command)")
        #expect(done.status == 0, "\(done.errors)")
        let isStream = command.contains("stream")
        let found = try Program.shell("cd '\(folder.url.path)' && cat $(ls news/*.annotated annotated/* annotated.jsonl 2>/dev/null)").output
        let expected = try Program.run(["annotate", folder.path("news/a.jsonl")] + (isStream ? [] : [folder.path("news/b.jsonl")])).output
        #expect(found == expected)
    }
}
