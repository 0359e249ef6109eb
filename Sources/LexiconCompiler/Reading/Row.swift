import Gazette

/// A validated row of a lexicon file; lexicons/SCHEMA.md defines the columns.
enum Row {
    case entry(EntryRow)
    case word(WordRow)
    case cue(CueRow)
    case evidence(EvidenceRow)
    case negative(NegativeRow)
    /// A user's alone.
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

/// What a row calls a name: a label of OntoNotes', or a user's own.
struct RowLabel: Hashable, CustomStringConvertible {
    let label: EntityLabel
    let description: String

    /// Nil where OntoNotes has no such label.
    init?(name: String) {
        guard let label = EntityLabel(name: name) else { return nil }
        (self.label, description) = (label, name)
    }

    /// Any text without white space and control characters is a label of the user's. Nil where it is none, or `-`.
    init?(userName name: String) {
        guard !name.isEmpty, name != NegativeRow.label, name.utf8.allSatisfy({ $0 > 0x20 }) else { return nil }
        (label, description) = (EntityLabel(name: name) ?? .custom, name)
    }
}

struct EntryRow {
    var surface: String
    var label: RowLabel
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
    var label: RowLabel
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
    var flags: UInt16
}

/// What a feature of a name says for every group of names.
struct EvidenceRow {
    /// An index into `EvidenceTemplate.featureNames`.
    var feature: Int
    var weights: EvidenceTable.Weights
}
