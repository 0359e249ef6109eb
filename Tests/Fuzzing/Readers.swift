import Foundation
@testable import Gazette
@testable import GazetteEvaluation
import LexiconCompiler

/// Readers refuse or read, and framers give the same frames in whatever pieces the bytes come.
enum Readers {
    static func json(_ bytes: [UInt8]) {
        var (reader, article) = (ArticleReader(), Article())
        for framer in [LineFramer(), JSONFramer()] as [any RecordFramer] {
            let found = frames(bytes, framer, piece: bytes.count + 1)
            precondition(found == frames(bytes, framer, piece: 3), "pieces matter")
            for range in found {
                try? reader.read(json: bytes, range, into: &article)
                precondition(UTF8Validation.firstInvalidByte(in: article.text, 0..<article.text.count) == nil, "the text is no UTF-8")
            }
        }
    }

    static func rows(_ bytes: [UInt8]) {
        for separator in [UInt8(ascii: ","), UInt8(ascii: "\t")] {
            let found = frames(bytes, RowFramer(separator: separator), piece: bytes.count + 1)
            precondition(found == frames(bytes, RowFramer(separator: separator), piece: 2), "pieces matter")
            guard let first = found.first, let header = try? RowHeader(bytes, first, separator: separator, text: "text") else { continue }
            var (reader, article) = (ArticleReader(), Article())
            for range in found.dropFirst() { try? reader.read(row: bytes, range, header, into: &article) }
        }
    }

    private static func frames(_ bytes: [UInt8], _ framer: any RecordFramer, piece: Int) -> [Range<Int>] {
        var (framer, start, length, found): (any RecordFramer, Int, Int, [Range<Int>]) = (framer, 0, 0, [])
        while true {
            length = min(bytes.count, length + piece)
            let part = Array(bytes[..<length])
            while let frame = framer.next(in: part, from: start, isComplete: length == bytes.count) {
                let isInPlace = frame.range.lowerBound >= start && frame.end >= frame.range.upperBound && frame.end <= length
                precondition(isInPlace, "a frame out of its place")
                found.append(frame.range)
                start = frame.end
                if case .end = frame.content { return found }
            }
            if length == bytes.count { return found }
        }
    }

    /// Rows of the project's folders. By themselves, which takes a table of all code points, only those of some lengths are compiled.
    static func lexicon(_ bytes: [UInt8]) {
        let names = ["entities/x.tsv", "stance/x.tsv", "dates/x.tsv", "quotations/x.tsv", "evidence/x.tsv"]
        let file = LexiconFile(name: names[bytes.count % names.count], bytes: bytes)
        _ = LexiconLinter.check([file], over: small)
        let compile = { bytes.count % 256 == 0 ? try LexiconCompiler.compile([file]) : try LexiconCompiler.compile([file], over: small) }
        guard let image = try? compile() else { return }
        guard (try? Lexicon(image: image)) != nil else { fatalError("what compiled is no lexicon") }
    }

    static func columns(_ bytes: [UInt8]) {
        guard UTF8Validation.firstInvalidByte(in: bytes, 0..<bytes.count) == nil else { return }
        _ = try? ColumnGold(path: "x.conll").read(bytes)
    }

    private static let folder = FileManager.default.temporaryDirectory.path + "/gazette-fuzz-\(ProcessInfo.processInfo.processIdentifier)"

    static func brat(_ bytes: [UInt8]) {
        try? Data("Kabul is calm, officials said.".utf8).write(to: URL(fileURLWithPath: folder + ".txt"))
        try? Data(bytes).write(to: URL(fileURLWithPath: folder + ".ann"))
        _ = try? GoldFile(path: folder + ".ann").read()
    }

    /// A user's names or patterns over a small lexicon: what compiles annotates.
    static func user(_ bytes: [UInt8], _ kind: LexiconFile.Kind) {
        let file = LexiconFile(name: "user", bytes: bytes, kind: kind)
        _ = LexiconLinter.check([file], over: small)
        guard let image = try? LexiconCompiler.compile([file], over: small) else { return }
        guard let lexicon = try? Lexicon(image: image), let annotator = try? Annotator(lexicon: lexicon) else {
            fatalError("what compiled is no lexicon")
        }
        let text = "The Model 3 7 of Zorblax Works, the red Unit and the Blue Cross Unit in Paris; ÉCOLE, u.s.-led."
        Pipeline.annotate(Array(text.utf8), with: annotator)
        Pipeline.annotate(bytes, with: annotator)
    }

    private static let small: Lexicon = {
        let names = "surface\tlabel\tid\tname\tweight\tflags\tsource\nParis\tGPE\tgeonames:2988507\tParis\t9\t\thand\n"
        let words = "surface\tclass\tvalue\tsource\nAnne\tgiven\t7\thand\ncannot\tcontraction\tcan not\thand\nthirty\tnumber\t30\thand\n"
        let files = [LexiconFile(name: "entities/a.tsv", text: names), LexiconFile(name: "words/b.tsv", text: words)]
        do { return try Lexicon(image: LexiconCompiler.compile(files)) } catch { fatalError("\(error)") }
    }()
}
