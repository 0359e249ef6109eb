import Foundation
import LexiconCompiler
import Testing

@testable import Gazette

/// The fuzzer's seeds, and inputs that it once broke something with: read or refused, never worse.
@Suite struct FuzzCorpusTests {
    static func inputs(_ target: String) -> [[UInt8]] {
        let folder = Project.root.appendingPathComponent("Tests/Fuzzing/corpus/\(target)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
        return names.compactMap { try? [UInt8](Data(contentsOf: folder.appendingPathComponent($0))) }
    }

    @Test(arguments: inputs("json")) func json(bytes: [UInt8]) throws {
        var (reader, article, framer) = (ArticleReader(), Article(), JSONFramer())
        var start = 0
        while let frame = framer.next(in: bytes, from: start, isComplete: true) {
            try? reader.read(json: bytes, frame.range, into: &article)
            start = frame.end
            if case .end = frame.content { break }
        }
        #expect(start <= bytes.count)
    }

    @Test(arguments: inputs("csv")) func rows(bytes: [UInt8]) throws {
        var (framer, start, rows) = (RowFramer(separator: UInt8(ascii: ",")), 0, 0)
        while let frame = framer.next(in: bytes, from: start, isComplete: true) {
            _ = try? RowReader.fields(bytes, frame.range, UInt8(ascii: ","))
            (start, rows) = (frame.end, rows + 1)
        }
        #expect(start == bytes.count)
    }

    @Test(arguments: inputs("tsv")) func lexicons(bytes: [UInt8]) throws {
        for name in ["entities/x.tsv", "stance/x.tsv", "dates/x.tsv"] { _ = LexiconLinter.check([LexiconFile(name: name, bytes: bytes)]) }
    }

    @Test(arguments: inputs("annotate")) func texts(bytes: [UInt8]) throws {
        guard UTF8Validation.firstInvalidByte(in: bytes, 0..<bytes.count) == nil else { return }
        #expect(try Project.record(String(decoding: bytes, as: UTF8.self))["tokens"] != nil)
    }
}
