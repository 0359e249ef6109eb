import Foundation
import Gazette
import LexiconCompiler

/// The checkout that the tests run in.
enum Project {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The project's own lexicon: as `make` has compiled it, otherwise compiled here.
    static let lexicon: Lexicon = {
        do {
            let image = root.appendingPathComponent(".build/release/en.gazette").path
            if FileManager.default.fileExists(atPath: image) { return try Lexicon(path: image) }
            return try Lexicon(image: LexiconCompiler.compile(LexiconFolder.files(in: root.appendingPathComponent("lexicons/en").path)))
        } catch { fatalError("the lexicons do not compile: \(error)") }
    }()

    /// A lexicon of a few rows.
    static func lexicon(_ files: [String: String]) throws -> Lexicon {
        try Lexicon(image: LexiconCompiler.compile(files.map { LexiconFile(name: $0.key, text: $0.value) }))
    }

    /// The record of a text as a later tool reads it.
    static func record(_ text: String, date: String? = nil, layers: LayerSet = .all) throws -> [String: Any] {
        let annotator = try Annotator(lexicon: lexicon, options: AnnotatorOptions(layers: layers))
        var document = Document()
        let second = date.flatMap { TimeOfDay.seconds(iso8601: $0) }
        document.reset(text: Array(text.utf8), date: date.flatMap { CalendarDate(iso8601: $0) }, secondOfDay: second == 0 ? nil : second)
        annotator.annotate(&document)
        var article = Article()
        let bytes = Array(text.utf8)
        try ArticleReader().read(text: bytes, 0..<bytes.count, id: "test", into: &article)
        var output: [UInt8] = []
        var writer = RecordWriter(lexicon: lexicon, layers: layers)
        writer.append(article, document, to: &output)
        return try JSONSerialization.jsonObject(with: Data(output)) as? [String: Any] ?? [:]
    }
}
