/// A span that may be a name, with one of its readings.
struct Candidate {
    private let start: Int32
    private let end: Int32
    /// In points; the best set of spans that do not overlap is the one with the highest sum.
    var score: Int
    /// The entry, the highest number where it has none: an optional is made for those who ask.
    private let entryNumber: UInt32
    /// The line and file of the row; the line is 0 where it has none.
    private let line: UInt32
    private let file: UInt16
    var label: EntityLabel
    var rule: NameRule
    /// Prominence of a listed name, 0 to 9.
    let weight: UInt8
    private var flags: ReadingFlags

    private static let noEntry = UInt32.max

    init(
        tokens: TokenRange, label: EntityLabel, entry: EntryID? = nil, rule: NameRule, row: RowReference? = nil, weight: UInt8 = 0,
        flags: ReadingFlags = [], score: Int
    ) {
        (start, end) = (Int32(truncatingIfNeeded: tokens.lowerBound), Int32(truncatingIfNeeded: tokens.upperBound))
        (self.label, self.rule, self.score, self.weight, self.flags) = (label, rule, score, weight, flags)
        (entryNumber, line, file) = (entry?.rawValue ?? Self.noEntry, row?.line ?? 0, row?.file ?? 0)
    }

    var entry: EntryID? { entryNumber == Self.noEntry ? nil : EntryID(rawValue: entryNumber) }

    /// The row that names it, or that of the head word or earlier mention behind the rule.
    var row: RowReference? { line == 0 ? nil : RowReference(file: file, line: line) }

    var isGuarded: Bool { flags.contains(.guarded) }

    /// A row of the user's that no evidence outweighs: no other candidate that overlaps it is chosen, unless it is such a row too.
    /// A longer name that the program's rows hold comes first.
    var isDecisive: Bool { flags.contains(.decisive) }

    /// A decisive one that no longer name keeps away.
    var winsAlways: Bool { flags.contains(.always) }

    var tokens: TokenRange { Int(start)..<Int(end) }

    var evidence: Evidence {
        guard let row else { return .rule(rule.name) }
        return rule == .listed ? .row(row) : .memory(rule.name, row)
    }

    /// From now on it competes as the program's own rows do.
    mutating func yield() {
        flags.remove(.decisive)
        score = Self.base(tokens.count) + 4 * Int(weight)
    }

    /// Whether it stands before another candidate for the same span in the choice of the rules.
    func isPreferred(to other: Candidate) -> Bool {
        if score != other.score { return score > other.score }
        if label != other.label { return label.rawValue < other.label.rawValue }
        return entryNumber < other.entryNumber
    }

    /// More than any sum of evidence, the longer span again worth more than its parts.
    static func decisive(_ tokenCount: Int) -> Int { base(tokenCount) << 32 }

    /// What a span is worth before its evidence: one long name is worth more than its words each for itself.
    static func base(_ tokenCount: Int) -> Int { 140 * tokenCount - 40 }
}
