/// A further day of a month that has been named: the `25` of `April 24 and 25`, the `5` and `7` of `Jan. 3, 5 and 7`, the `5` of `March 3 to 5`.
/// Not days: `on April 24 and 25 people`, `from Jan. 3 to 5 percent`.
enum ListedDayRule: DateRule {
    static let name: StaticName = "listed-day"
    static let opening = DateOpening(digits: true)

    /// How many days a list may have before.
    private static let longest = 6

    static func isPossible(_ signs: DateSigns) -> Bool { signs.has(.month) && signs.hasDayNumber }

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        guard let day = text.dayOfMonth(index), let month = month(before: index, text), isFree(day.end, text) else { return nil }
        if let year = text.year(text.skippingComma(day.end)) {
            return DateMatch(index..<year.end, CalendarDateRule.meaning(year.year, month, day.day))
        }
        return DateMatch(index..<day.end, CalendarDateRule.meaning(nil, month, day.day))
    }

    /// The month that the list before a number begins with.
    static func month(before index: Int, _ text: DateText) -> Int? {
        var end = index
        for _ in 0..<longest {
            guard let link = linkStart(end, text), let day = text.digits(link - 1), day.count <= 2 else { return nil }
            if let month = text.month(link - 2) { return month }
            end = link - 1
        }
        return nil
    }

    /// Where `and`, `or`, `to`, a comma, or a comma and `and` before a number begin.
    private static func linkStart(_ index: Int, _ text: DateText) -> Int? {
        if text.isByte(",", at: index - 1) { return index - 1 }
        guard let role = text.role(index - 1), role == .and || role == .or || role == .to else { return nil }
        return text.isByte(",", at: index - 2) ? index - 2 : index - 1
    }

    /// Whether nothing follows that the number may count.
    private static func isFree(_ index: Int, _ text: DateText) -> Bool {
        guard let next = text.token(index) else { return true }
        if let role = text.role(index) { return role.isPreposition || role == .and || role == .or }
        return next.kind == .punctuation && !text.isGlued(index + 1) || text.year(index) != nil
    }
}
