import Foundation
@testable import Gazette
import GazetteEvaluation
import LexiconCompiler

/// What is fed: the name in $GAZETTE_FUZZ.
enum Target: String {
    case json, csv, tsv, conll, brat, annotate

    static let chosen = ProcessInfo.processInfo.environment["GAZETTE_FUZZ"].flatMap(Target.init) ?? .annotate

    func feed(_ bytes: [UInt8]) {
        switch self {
        case .json: Readers.json(bytes)
        case .csv: Readers.rows(bytes)
        case .tsv: Readers.lexicon(bytes)
        case .conll: Readers.gold(bytes, .conll)
        case .brat: Readers.brat(bytes)
        case .annotate: Pipeline.annotate(bytes)
        }
    }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    Target.chosen.feed(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

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

    static func lexicon(_ bytes: [UInt8]) {
        for name in ["entities/x.tsv", "stance/x.tsv", "dates/x.tsv"] {
            let file = LexiconFile(name: name, bytes: bytes)
            _ = LexiconLinter.check([file])
            if let image = try? LexiconCompiler.compile([file]) { _ = try? Lexicon(image: image) }
        }
    }

    private static let folder = FileManager.default.temporaryDirectory.path + "/gazette-fuzz-\(ProcessInfo.processInfo.processIdentifier)"

    static func gold(_ bytes: [UInt8], _ format: GoldFormat) {
        try? Data(bytes).write(to: URL(fileURLWithPath: folder + ".conll"))
        _ = try? GoldFile(path: folder + ".conll", format: format).read()
    }

    static func brat(_ bytes: [UInt8]) {
        try? Data("Kabul is calm, officials said.".utf8).write(to: URL(fileURLWithPath: folder + ".txt"))
        try? Data(bytes).write(to: URL(fileURLWithPath: folder + ".ann"))
        _ = try? GoldFile(path: folder + ".ann").read()
    }
}

/// Texts never make a stage fail; what is written is JSON, and ranges lie in order and in bounds.
enum Pipeline {
    nonisolated(unsafe) private static let annotator: Annotator? = {
        let image = ProcessInfo.processInfo.environment["GAZETTE_IMAGE"] ?? ""
        return try? Annotator(lexicon: Lexicon(path: image))
    }()

    static func annotate(_ bytes: [UInt8]) {
        guard let annotator else { fatalError("$GAZETTE_IMAGE names no compiled lexicon") }
        var (reader, article) = (ArticleReader(), Article())
        guard (try? reader.read(text: bytes, 0..<bytes.count, id: "x", into: &article)) != nil else { return }
        var document = Document()
        document.reset(text: article.text, date: CalendarDate(year: 2024, month: 2, day: 29))
        annotator.annotate(&document)
        check(document.sentences, document.text.count)
        check(document.tokens.map(\.range), document.text.count)
        var (writer, output): (RecordWriter, [UInt8]) = (RecordWriter(lexicon: annotator.lexicon), [])
        writer.append(article, document, to: &output)
        guard (try? JSONSerialization.jsonObject(with: Data(output))) != nil else { fatalError("the record is no JSON") }
    }

    private static func check(_ ranges: [ByteRange], _ count: Int) {
        var end = 0
        for range in ranges {
            precondition(range.start >= end && range.end > range.start && range.end <= count, "a range out of its place")
            end = Int(range.end)
        }
    }
}
