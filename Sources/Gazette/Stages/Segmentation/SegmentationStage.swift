/// Sentences and tokens: ICU's boundaries (UAX #29), refined for news, each token looked up once in the vocabulary.
struct SegmentationStage: Stage {
    static let requires: LayerSet = []
    static let assigns: LayerSet = [.sentences, .tokens]

    private let words: BreakIterator
    private let sentences: BreakIterator
    private var units = UTF16Text()
    private var boundaries = Boundaries()
    private(set) var tokenizer: Tokenizer
    private(set) var splitter: SentenceSplitter

    init(lexicon: Lexicon, locale: String, isTraced: Bool = false) throws(PipelineError) {
        guard let words = BreakIterator(.words, locale: locale), let sentences = BreakIterator(.sentences, locale: locale) else {
            throw PipelineError(problem: "ICU \(ICU.version) has no segmentation rules for locale '\(locale)'")
        }
        (self.words, self.sentences) = (words, sentences)
        tokenizer = Tokenizer(lexicon: lexicon, isTraced: isTraced)
        splitter = SentenceSplitter(lexicon: lexicon, isTraced: isTraced)
    }

    mutating func run(on document: inout Document) {
        units.reset(text: document.text)
        words.find(in: units, into: &boundaries)
        units.convertToBytes(&boundaries)
        tokenizer.appendTokens(to: &document, icu: boundaries)
        sentences.find(in: units, into: &boundaries)
        units.convertToBytes(&boundaries)
        splitter.appendSentences(to: &document, icu: boundaries)
    }
}
