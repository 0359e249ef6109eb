/// The day of writing, where the text itself states it: a full date alone on one of its first lines, or in a dateline
/// (`KABUL, Jan. 3, 2024 (Agency) —`).
enum Dateline {
    /// How far into the text, in tokens, a dateline may stand.
    private static let reach = 60

    /// - Parameter text: a reader whose sentence is the whole text.
    static func date(_ found: [FoundDate], _ text: DateText) -> CalendarDate? {
        for item in found {
            let match = item.match
            guard match.tokens.lowerBound < reach else { return nil }
            if case .period(let period) = match.meaning, period.grain == .day, closesLine(match.end, text) { return period.first }
            if case .clock(_, .some(.period(let period))) = match.meaning, period.grain == .day, closesLine(match.end, text) {
                return period.first
            }
        }
        return nil
    }

    private static func closesLine(_ index: Int, _ text: DateText) -> Bool {
        guard let token = text.token(index) else { return false }
        if token.gap >= .newline { return true }
        guard token.kind == .punctuation, let first = text.bytes(index).first else { return false }
        return first == UInt8(ascii: "(") || first == UInt8(ascii: "-") || first == UInt8(ascii: "|") || first == 0xE2 && token.range.count == 3
    }
}
