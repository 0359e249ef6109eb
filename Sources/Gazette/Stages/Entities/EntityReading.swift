/// A reading of a stretch of text as a name, with what speaks for it and against it.
public struct EntityReading: Sendable, Hashable {
    public var range: ByteRange
    public var label: EntityLabel
    /// The thing that is named, where a lexicon knows it.
    public var entry: EntryID?
    public var evidence: Evidence
    /// The sum of the weights in fiftieths of the log-odds, or of the rules' points where no table chooses.
    public var score: Int
    /// Whether it is in the text's annotations.
    public var isChosen: Bool
    /// The features with their weights, those that say most first; none where no table chooses.
    public var reasons: [Reason]

    /// A feature of the evidence table, such as `left=inPlace`, with its weight for the reading's group.
    public struct Reason: Sendable, Hashable {
        public var feature: String
        public var weight: Int
    }
}

extension EntityStage {
    /// All readings of a document that has its sentences, tokens and dates, by range, then score: what the stage chooses, and what it chooses from.
    mutating func readings(_ document: Document) -> [EntityReading] {
        propose(document)
        choose(document)
        let chosen = Dictionary(chosen.map { ($0.tokens, $0) }) { first, _ in first }
        let proposed = usesTable ? weigher.readings(candidates, spans, &numbers, document) : candidates.map { ($0, []) }
        var readings: [EntityReading] = []
        for (candidate, reasons) in proposed {
            let isChosen = chosen[candidate.tokens].map { $0.label == candidate.label && $0.entry == candidate.entry } ?? false
            let reading = EntityReading(
                range: document.byteRange(of: candidate.tokens), label: candidate.label, entry: candidate.entry, evidence: candidate.evidence,
                score: candidate.score, isChosen: isChosen, reasons: reasons)
            readings.append(reading)
        }
        return readings.sorted { ($0.range, $1.score, $0.label.rawValue) < ($1.range, $0.score, $1.label.rawValue) }
    }
}
