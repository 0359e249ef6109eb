import Foundation
import Testing

@testable import Gazette

/// What a journal says is what was written to it, and no half of it.
@Suite struct JournalTests {
    private let path = FileManager.default.temporaryDirectory.appendingPathComponent("gazette-\(UUID().uuidString).journal").path

    private var checkpoint: Checkpoint {
        var checkpoint = Checkpoint()
        (checkpoint.position, checkpoint.file, checkpoint.length) = (InputPosition(source: 1, byte: 20, line: 3), 4, 500)
        (checkpoint.failureBytes, checkpoint.milliseconds, checkpoint.totals.numbers) = (60, 700, [1, 2, 3, 4, 5, 6])
        return checkpoint
    }

    @Test func readsWhatItWrote() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let sources = [InputSource(path: "/tmp/a\t\n\"é.csv.gz", name: "é.csv.gz"), InputSource(path: "b", name: "b", format: .json)]
        do {
            let journal = try Journal(path: path)
            #expect(journal.content == nil)
            try journal.begin(options: "with \"some\"\nlines", sources: sources.map { SourceState($0) })
            try journal.append(Checkpoint())
            try journal.append(checkpoint)
            #expect(throws: FileError.self) { try Journal(path: path) }
        }
        let content = try #require(try Journal(path: path).content)
        #expect(content.options == "with \"some\"\nlines")
        #expect(content.sources.map(\.source) == sources)
        #expect(content.checkpoints == [Checkpoint(), checkpoint])
    }

    /// Cut anywhere, it tells of fewer checkpoints, never of others.
    @Test func cutOffAnywhere() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        do {
            let journal = try Journal(path: path)
            try journal.begin(options: "", sources: [])
            try journal.append(Checkpoint())
            try journal.append(checkpoint)
        }
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        for length in stride(from: 18, to: whole.count, by: 5) {
            try whole.prefix(length).write(to: URL(fileURLWithPath: path))
            let journal = try Journal(path: path)
            guard let content = journal.content else { continue }
            #expect(content.checkpoints.isEmpty || content.checkpoints == [Checkpoint()], "\(length) bytes")
            try journal.proceed()
            try journal.append(checkpoint)
            let read = try InputFile.contents(of: path)
            #expect(String(decoding: read, as: UTF8.self).hasSuffix("\n" + checkpoint.line + "\n"))
        }
    }

    @Test func checkpointsAreSummed() {
        let line = checkpoint.line
        #expect(Checkpoint(line: line[...]) == checkpoint)
        #expect(Checkpoint(line: line.dropLast()) == nil)
        #expect(Checkpoint(line: line.replacingOccurrences(of: "500", with: "501")[...]) == nil)
    }
}
