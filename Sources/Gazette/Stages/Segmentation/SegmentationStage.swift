/// Sentences and tokens: ICU's boundaries (UAX #29), refined for news, each token looked up once in the vocabulary.
struct SegmentationStage: Stage {
    static let requires: LayerSet = []
    static let assigns: LayerSet = [.sentences, .tokens]

    private let words: BreakIterator
    private let sentences: BreakIterator
    private var units = UTF16Text()
    private var segments: [Segment] = []
    private var sentenceEnds: [Int32] = []
    private let refiner: TokenRefiner
    private let lookup: TokenLookup
    private let sentenceRules: SentenceRules

    init(lexicon: Lexicon, locale: String) throws(PipelineError) {
        guard let words = BreakIterator(.words, locale: locale), let sentences = BreakIterator(.sentences, locale: locale) else {
            throw PipelineError(problem: "ICU \(ICU.version) has no segmentation rules for locale '\(locale)'")
        }
        (self.words, self.sentences) = (words, sentences)
        let folder = WordFolder(lexicon: lexicon)
        refiner = TokenRefiner(lexicon: lexicon, folder: folder)
        lookup = TokenLookup(lexicon: lexicon, folder: folder)
        sentenceRules = SentenceRules(lexicon: lexicon)
    }

    mutating func run(on document: inout Document) {
        units.reset(text: document.text)
        findSegments()
        findSentenceEnds()
        refiner.appendTokens(from: segments, to: &document)
        lookup.lookUp(&document)
        sentenceRules.appendSentences(icuEnds: sentenceEnds, to: &document)
    }

    private mutating func findSegments() {
        segments.removeAll(keepingCapacity: true)
        var (start, cursor) = (0, UTF16Text.Cursor())
        words.forEachBoundary(in: units.units) { end, status in
            let byte = cursor.advance(to: end, in: units)
            segments.append(Segment(range: ByteRange(start, byte), status: status))
            start = byte
        }
    }

    private mutating func findSentenceEnds() {
        sentenceEnds.removeAll(keepingCapacity: true)
        var cursor = UTF16Text.Cursor()
        sentences.forEachBoundary(in: units.units) { end, _ in
            sentenceEnds.append(Int32(truncatingIfNeeded: cursor.advance(to: end, in: units)))
        }
    }
}

/// A stretch between two of ICU's word boundaries.
struct Segment {
    let range: ByteRange
    /// ICU's rule status: 0 for spaces and punctuation, 100 numbers, 200 letters, 300 kana, 400 ideographs.
    let status: Int

    var isWord: Bool { status >= 100 }
    var isNumber: Bool { (100..<200).contains(status) }
    var isIdeographic: Bool { status >= 300 }
}
