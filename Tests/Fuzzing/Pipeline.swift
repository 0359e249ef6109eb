import Foundation
@testable import Gazette
import LexiconCompiler

/// Texts never make a stage fail; what is written is JSON, and ranges lie in order, in bounds and between code points.
enum Pipeline {
    private static let base: Lexicon = {
        guard let image = ProcessInfo.processInfo.environment["GAZETTE_IMAGE"], let lexicon = try? Lexicon(path: image) else {
            fatalError("$GAZETTE_IMAGE names no compiled lexicon")
        }
        return lexicon
    }()

    /// The lexicon with a user's names and patterns over it.
    private static let overlaid: Lexicon = {
        let table = "surface\tlabel\tid\nHalden Robotics\tPRODUCT\t\nGeorgia\t-\tiso3166:GE\nblue\tORG\t\nKabul\tPERSON\t\n"
        let pattern = #"{"label":"ORG","pattern":[{"LOWER":"the","OP":"?"},{"IS_TITLE":true,"OP":"+"},{"LOWER":{"IN":["unit","said"]}}],"id":"u"}"#
        let files = [LexiconFile(name: "u.tsv", text: table, kind: .user), LexiconFile(name: "u.jsonl", text: pattern, kind: .patterns)]
        do { return try Lexicon(image: LexiconCompiler.compile(files, over: base)) } catch { fatalError("\(error)") }
    }()

    /// The ways of annotating among which a text chooses by its length.
    nonisolated(unsafe) private static let annotators: [Annotator] = {
        let layers = LayerSet.all.union(.summary)
        let plain = AnnotatorOptions(layers: layers)
        let rules = AnnotatorOptions(layers: layers, dayFirst: true, decimalComma: true, documentMemory: false, evidenceTable: false)
        let all = AnnotatorOptions(layers: layers, allReadings: true)
        do {
            return try [
                Annotator(lexicon: base, options: plain), Annotator(lexicon: overlaid, options: plain), Annotator(lexicon: base, options: rules),
                Annotator(lexicon: base, options: all),
            ]
        } catch { fatalError("\(error)") }
    }()

    static func annotate(_ bytes: [UInt8]) { annotate(bytes, with: annotators[bytes.count % annotators.count]) }

    static func annotate(_ bytes: [UInt8], with annotator: Annotator) {
        var (reader, article) = (ArticleReader(), Article())
        guard (try? reader.read(text: bytes, 0..<bytes.count, id: "x", into: &article)) != nil else { return }
        var document = Document()
        document.reset(text: article.text, date: CalendarDate(year: 2024, month: 2, day: 29))
        annotator.annotate(&document)
        check(document)
        for unit in OffsetUnit.allCases {
            var writer = RecordWriter(lexicon: annotator.lexicon, layers: annotator.options.layers, unit: unit)
            var output: [UInt8] = []
            writer.append(article, document, to: &output)
            guard (try? JSONSerialization.jsonObject(with: Data(output))) != nil else { fatalError("the record is no JSON") }
        }
    }

    private static func check(_ document: Document) {
        check(document.sentences, in: document, ordered: true)
        check(document.tokens.map(\.range), in: document, ordered: true)
        check(document.entities.filter { !$0.isAlternative }.map(\.range), in: document, ordered: true)
        check(document.entities.map(\.range), in: document)
        check(document.dates.map(\.range), in: document, ordered: true)
        check(document.numbers.map(\.range), in: document, ordered: true)
        check(document.numbers.compactMap(\.counted), in: document)
        check(document.stance.map(\.range) + document.stance.compactMap(\.scope), in: document)
        check(document.quotations.flatMap { [$0.range, $0.content] + [$0.cue, $0.speaker].compactMap { $0 } }, in: document)
    }

    private static func check(_ ranges: [ByteRange], in document: Document, ordered: Bool = false) {
        var end = 0
        for range in ranges {
            let isInPlace = range.start >= (ordered ? end : 0) && range.end > range.start && range.end <= document.text.count
            precondition(isInPlace, "a range out of its place")
            let borders = [range.start, range.end].map(Int.init).filter { $0 < document.text.count }
            precondition(borders.allSatisfy { document.text[$0] & 0xC0 != 0x80 }, "a range begins or ends within a code point")
            end = Int(range.end)
        }
    }
}
