/// Sentences and tokens: ICU's boundaries (UAX #29), refined for news, each token looked up once in the vocabulary.
struct SegmentationStage: Stage {
    static let requires: LayerSet = []
    static let assigns: LayerSet = [.sentences, .tokens]

    private var finder: BoundaryFinder
    private var words = Boundaries()
    private var sentences = Boundaries()
    private(set) var tokenizer: Tokenizer
    private(set) var splitter: SentenceSplitter

    init(lexicon: Lexicon, locale: String, segmenter: Segmenter = .machine, isTraced: Bool = false) throws(PipelineError) {
        guard let finder = BoundaryFinder(locale: locale, segmenter: segmenter) else {
            throw PipelineError(problem: "ICU \(ICU.version) has no segmentation rules for locale '\(locale)'")
        }
        self.finder = finder
        tokenizer = Tokenizer(lexicon: lexicon, isTraced: isTraced)
        splitter = SentenceSplitter(lexicon: lexicon, isTraced: isTraced)
    }

    mutating func run(on document: inout Document) {
        finder.findWords(in: document.text, into: &words)
        tokenizer.appendTokens(to: &document, icu: words, finder.map)
        finder.findSentences(in: document.text, into: &sentences)
        splitter.appendSentences(to: &document, icu: sentences, lines: tokenizer.lines, joined: tokenizer.joined)
    }
}
