/// A span that may be a name, with one of its readings.
struct Candidate {
    var tokens: TokenRange
    var label: EntityLabel
    var entry: EntryID?
    var evidence: Evidence
    /// In points, about 100 a token; the best set of spans that do not overlap is the one with the highest sum.
    var score: Int
}
