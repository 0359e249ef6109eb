import Gazette

/// A validated row of a lexicon file; lexicons/SCHEMA.md defines the columns.
enum Row {
    case entry(EntryRow)
    case word(WordRow)
    case cue(CueRow)
    case evidence(EvidenceRow)
    /// A user's row alone; likewise patterns.
    case negative(NegativeRow)
    case pattern(PatternRow)
}

/// A row and where it stands.
struct LocatedRow {
    /// An index into the files of the image.
    var file: Int
    /// 1-based; the header is line 1.
    var line: Int
    var source: String
    var row: Row
}

struct EntryRow {
    var surface: String
    var label: EntityLabel
    /// Empty where a user gives none.
    var id: String
    var name: String
    var weight: Int
    var flags: ReadingFlags
}

/// Says that a surface is no name, or with an id that it does not name that one thing.
struct NegativeRow {
    /// What its `label` column says.
    static let label = "-"

    var surface: String
    var id: String
}

/// A pattern over tokens that cannot be written as surfaces.
struct PatternRow {
    /// A JSON array of token specifications.
    var tokens: String
    /// The words that must be in the vocabulary for the pattern to find them.
    var literals: [String]
    var label: EntityLabel
    var id: String
    var name: String
}

struct WordRow {
    var surface: String
    var wordClass: WordClass
    var value: String
}

struct CueRow {
    var lemma: String
    var category: StanceCategory
    var partOfSpeech: PartOfSpeech
    var forms: [String]
    var polarity: Int
    var uncertainty: Uncertainty?
    /// Bit 0 guard, bit 1 strong, bit 2 weak.
    var flags: UInt32
}

/// What a feature of a name says for every group of names.
struct EvidenceRow {
    /// An index into `EvidenceTemplate.featureNames`.
    var feature: Int
    var weights: EvidenceTable.Weights
}
