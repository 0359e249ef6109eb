@testable import Gazette

/// A text as the stage and as ICU alone segment it.
struct SegmentationSample {
    let document: Document
    let refinements: [AppliedRefinement]
    let sentenceRules: [AppliedSentenceRule]
    /// ICU's boundaries, in UTF-8 bytes.
    let icuWords: [Int32]
    let icuSentences: [Int32]

    init(_ text: String, locale: String = "en") throws {
        var stage = try SegmentationStage(lexicon: Project.lexicon, locale: locale, isTraced: true)
        var document = Document(text)
        stage.run(on: &document)
        self.document = document
        refinements = stage.tokenizer.trace
        sentenceRules = stage.splitter.trace
        icuWords = try Self.boundaries(.words, document, locale)
        icuSentences = try Self.boundaries(.sentences, document, locale)
    }

    private static func boundaries(_ kind: BreakIterator.Kind, _ document: Document, _ locale: String) throws -> [Int32] {
        guard let breaker = BreakIterator(kind, locale: locale) else { throw PipelineError(problem: "no rules for \(locale)") }
        var units = UTF16Text()
        var boundaries = Boundaries()
        units.reset(text: document.text)
        breaker.appendBoundaries(of: units, to: &boundaries)
        units.convertToBytes(&boundaries)
        return Array(boundaries.ends.prefix(boundaries.count))
    }

    var tokens: [String] { document.tokens.map { document[$0.range] } }
    var sentences: [String] { document.sentences.map { document[$0] } }

    /// Whether only white space stands between two byte offsets.
    func isBlank(_ from: Int32, _ to: Int32) -> Bool {
        String(decoding: document.text[Int(from)..<Int(to)], as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
}
