/// A day by its number: `the 15th of next month`, `20th of the previous month`, `21st this month`, `Tuesday the 19th`, `Thu 15th`.
/// Not days: `the 15th of the series`, `Monday 21 people`.
enum DayOfMonthRule: DateRule {
    static let name: StaticName = "day-of-month"
    static let opening = DateOpening([.weekday, .ordinal], roles: [.the], digits: true, tens: true)
    static let behindArticle = DateOpening([.ordinal], digits: true, tens: true)

    static func isPossible(_ signs: DateSigns) -> Bool { signs.hasDayNumber && (signs.has(.weekday) || signs.has(unit: .month)) }

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        if let weekday = text.weekday(index) { return afterWeekday(index, weekday, text) }
        let start = text.role(index) == .the ? index + 1 : index
        guard let day = text.dayOfMonth(start) else { return nil }
        let unit = text.unit(day.end) == .day ? day.end + 1 : day.end
        if text.role(unit) == .of, let month = DateGrammar.point(at: unit + 1, in: text), month.meaning.isMonthOfNow {
            return DateMatch(index..<month.end, .within(.dayOfMonth(day.day), month.meaning))
        }
        guard isOrdinal(start, text), let role = text.role(day.end), role == .this || role == .next || role == .last,
            let month = DateGrammar.point(at: day.end, in: text), month.meaning.isMonthOfNow
        else { return nil }
        return DateMatch(index..<month.end, .within(.dayOfMonth(day.day), month.meaning))
    }

    private static func isOrdinal(_ index: Int, _ text: DateText) -> Bool { text.digits(index) == nil && text.ordinal(index) != nil }

    /// `Tuesday the 19th`, `Thu 15th`, `Friday 23 at 4`.
    private static func afterWeekday(_ index: Int, _ weekday: Int, _ text: DateText) -> DateMatch? {
        let next = text.skippingComma(index + 1)
        let start = text.role(next) == .the ? next + 1 : next
        guard let day = text.dayOfMonth(start),
            isOrdinal(start, text) && text.token(day.end)?.kind != .word || isOrdinal(start, text) && isFunction(day.end, text)
                || next == index + 1 && text.role(day.end) == .at
        else { return nil }
        return DateMatch(index..<day.end, .recurring(.weekdayTheNth(weekday, day: day.day), .byTense))
    }

    private static func isFunction(_ index: Int, _ text: DateText) -> Bool { text.role(index).map { $0 != .counted && $0 != .of } ?? false }
}

extension Meaning {
    /// Whether it is a month that is told from now: `next month`, `this month`, `the previous month`.
    var isMonthOfNow: Bool {
        switch self {
        case .shift(.month, _, _), .mentioned(.month, _): return true
        default: return false
        }
    }
}
