/// A span that may be a name, with one of its readings.
struct Candidate {
    var tokens: TokenRange
    var label: EntityLabel
    var entry: EntryID?
    var evidence: Evidence
    /// In points; the best set of spans that do not overlap is the one with the highest sum.
    var score: Int

    /// Whether a lexicon lists it.
    var isFirm: Bool { if case .row = evidence { true } else { false } }

    /// What a span is worth before its evidence: one long name is worth more than its words each for itself.
    static func base(_ tokenCount: Int) -> Int { 140 * tokenCount - 40 }
}
