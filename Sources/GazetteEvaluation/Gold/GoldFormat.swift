/// The forms in which gold and predictions may come.
public enum GoldFormat: String, Sendable, CaseIterable {
    /// JSON Lines: Gazette's records, or objects with `text` and `entities`, `spans` or `ents`.
    case records
    /// Token and tag columns: IOB1, IOB2, BIOES.
    case conll
    /// A folder of brat's .ann and .txt files.
    case brat
    /// Universal Dependencies' CoNLL-U, for tokens and sentences.
    case conllu
    /// TimeML, for dates.
    case timeml
    /// Specification cases of Recognizers-Text as JSON Lines.
    case recognizers
    /// Duckling's corpus as JSON Lines.
    case duckling
}
