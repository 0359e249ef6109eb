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

    static let small = Result {
        try Project.lexicon(["entities/a.tsv": "surface\tlabel\tid\tname\tweight\tflags\tsource\nParis\tGPE\tx:1\tParis\t9\t\thand\n"])
    }

    @Test(arguments: [("patterns", LexiconFile.Kind.patterns), ("names", .user)].flatMap { (name, kind) in inputs(name).map { ($0, kind) } })
    func users(bytes: [UInt8], kind: LexiconFile.Kind) throws {
        let base = try Self.small.get()
        let file = LexiconFile(name: "user", bytes: bytes, kind: kind)
        _ = LexiconLinter.check([file], over: base)
        guard let image = try? LexiconCompiler.compile([file], over: base) else { return }
        let document = try Annotator(lexicon: Lexicon(image: image)).annotate("The Model 3 7 of Zorblax Works, the red Unit in Paris.")
        #expect(document.entities.contains { document[$0.range] == "Paris" } || String(decoding: bytes, as: UTF8.self).contains("Paris"))
    }

    @Test(arguments: inputs("annotate")) func texts(bytes: [UInt8]) throws {
        guard UTF8Validation.firstInvalidByte(in: bytes, 0..<bytes.count) == nil else { return }
        #expect(try Project.record(String(decoding: bytes, as: UTF8.self))["tokens"] != nil)
    }
}
