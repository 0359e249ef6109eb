import Foundation
import GazetteEvaluation
import Testing

/// The fuzzer's seeds for readers of gold, and inputs that it once broke something with: read or refused, never worse.
@Suite struct GoldCorpusTests {
    private static let corpus = Project.root.appendingPathComponent("Tests/Fuzzing/corpus")

    private static func inputs(_ target: String) -> [Data] {
        let folder = corpus.appendingPathComponent(target)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
        return names.compactMap { try? Data(contentsOf: folder.appendingPathComponent($0)) }
    }

    @Test(arguments: inputs("conll").map { ("x.conll", $0) } + inputs("brat").map { ("x.ann", $0) }) func read(name: String, bytes: Data) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gazette-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("Kabul is calm, officials said.".utf8).write(to: folder.appendingPathComponent("x.txt"))
        try bytes.write(to: folder.appendingPathComponent(name))
        do { _ = try GoldFile(path: folder.appendingPathComponent(name).path).read() } catch { #expect("\(error)".contains(name)) }
    }
}
