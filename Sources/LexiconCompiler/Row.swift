import Gazette

/// A validated row of a lexicon file; lexicons/SCHEMA.md defines the columns.
enum Row {
    case entry(EntryRow)
    case word(WordRow)
    case cue(CueRow)
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

/// Which of the three kinds a file's header declares.
enum Columns: CaseIterable {
    case entries, words, cues

    var names: [String] {
        switch self {
        case .entries: return ["surface", "label", "id", "name", "weight", "flags", "source"]
        case .words: return ["surface", "class", "value", "source"]
        case .cues: return ["lemma", "category", "pos", "forms", "polarity", "uncertainty", "flags", "source"]
        }
    }

    var header: String { names.joined(separator: "\t") }
}
