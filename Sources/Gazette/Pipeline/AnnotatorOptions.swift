/// What users may choose of how texts are annotated.
public struct AnnotatorOptions: Sendable, Hashable {
    /// The layers wanted; what they require is computed too, but not handed out.
    public var layers: LayerSet
    /// The ICU locale of the word and sentence rules.
    public var locale: String
    /// What finds word and sentence boundaries.
    public var segmenter: Segmenter
    /// Whether `03/04/2024` is the 3rd of April.
    public var dayFirst: Bool
    /// Whether `1.500` is one and a half thousand and `1,5` one and a half.
    public var decimalComma: Bool
    /// Whether a name's earlier mentions in the same text help to read later ones.
    public var documentMemory: Bool
    /// Whether the lexicon's fitted weights choose among the readings of names, not the rules' own scores.
    public var evidenceTable: Bool
    /// What may propose names.
    public var nameSources = NameSources.all
    /// Whether other readings of a name's words follow the one that was chosen.
    public var allReadings: Bool

    public init(
        layers: LayerSet = .all, locale: String = "en", segmenter: Segmenter = .machine, dayFirst: Bool = false, decimalComma: Bool = false,
        documentMemory: Bool = true, evidenceTable: Bool = true, allReadings: Bool = false
    ) {
        self.layers = layers
        self.locale = locale
        self.segmenter = segmenter
        self.dayFirst = dayFirst
        self.decimalComma = decimalComma
        self.documentMemory = documentMemory
        self.evidenceTable = evidenceTable
        self.allReadings = allReadings
    }
}
