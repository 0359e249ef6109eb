/// A span that may be a name, with one of its readings.
struct Candidate {
    private let start: Int32
    private let end: Int32
    /// In points; the best set of spans that do not overlap is the one with the highest sum.
    var score: Int
    var entry: EntryID?
    /// The row that names it, or that of the head word or earlier mention behind the rule.
    var row: RowReference?
    var label: EntityLabel
    var rule: NameRule
    /// Prominence of a listed name, 0 to 9.
    let weight: UInt8
    let isGuarded: Bool
    /// A row of the user's that no evidence outweighs: no other candidate that overlaps it is chosen, unless it is such a row too.
    /// A longer name that the program's rows hold comes first.
    private(set) var isDecisive: Bool
    /// A decisive one that no longer name keeps away.
    let winsAlways: Bool

    init(
        tokens: TokenRange, label: EntityLabel, entry: EntryID? = nil, rule: NameRule, row: RowReference? = nil, weight: Int = 0,
        isGuarded: Bool = false, isDecisive: Bool = false, winsAlways: Bool = false, score: Int
    ) {
        (start, end) = (Int32(truncatingIfNeeded: tokens.lowerBound), Int32(truncatingIfNeeded: tokens.upperBound))
        (self.label, self.entry, self.rule, self.row, self.score) = (label, entry, rule, row, score)
        (self.weight, self.isGuarded) = (UInt8(clamping: weight), isGuarded)
        (self.isDecisive, self.winsAlways) = (isDecisive, winsAlways)
    }

    var tokens: TokenRange { Int(start)..<Int(end) }

    var evidence: Evidence {
        guard let row else { return .rule(rule.name) }
        return rule == .listed ? .row(row) : .memory(rule.name, row)
    }

    /// From now on it competes as the program's own rows do.
    mutating func yield() {
        isDecisive = false
        score = Self.base(tokens.count) + 4 * Int(weight)
    }

    /// Whether it stands before another candidate for the same span in the choice of the rules.
    func isPreferred(to other: Candidate) -> Bool {
        if score != other.score { return score > other.score }
        if label != other.label { return label.rawValue < other.label.rawValue }
        return entry?.rawValue ?? .max < other.entry?.rawValue ?? .max
    }

    /// More than any sum of evidence, the longer span again worth more than its parts.
    static func decisive(_ tokenCount: Int) -> Int { base(tokenCount) << 32 }

    /// What a span is worth before its evidence: one long name is worth more than its words each for itself.
    static func base(_ tokenCount: Int) -> Int { 140 * tokenCount - 40 }
}
