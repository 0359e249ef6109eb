import Gazette

/// A validated row of a lexicon file; lexicons/SCHEMA.md defines the columns.
enum Row {
    case entry(EntryRow)
    case word(WordRow)
    case cue(CueRow)
    case evidence(EvidenceRow)
}

struct EntryRow {
    var surface: String
    var label: EntityLabel
    var id: String
    var name: String
    var weight: Int
    var flags: ReadingFlags
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

/// Which of the four kinds a file's header declares.
enum Columns: CaseIterable {
    case entries, words, cues, evidence

    var names: [String] {
        switch self {
        case .entries: return ["surface", "label", "id", "name", "weight", "flags", "source"]
        case .words: return ["surface", "class", "value", "source"]
        case .cues: return ["lemma", "category", "pos", "forms", "polarity", "uncertainty", "flags", "source"]
        case .evidence: return ["feature"] + NameGroup.allCases.map(\.name) + ["source"]
        }
    }

    var header: String { names.joined(separator: "\t") }
}
