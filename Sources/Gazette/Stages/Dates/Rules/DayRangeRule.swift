/// Days of one month from one to another: `13th to 15th July`, `from the 3rd to the 12th of September`, `between 3 and 12 Sept.`, `July 13 through 15`,
/// `1-8 September 2024`, `April ninth till the seventeenth`.
/// Not ranges: `May 2 to 5 percent`, `3 and 12 September`, which are two days.
enum DayRangeRule: DateRule {
    static let name: StaticName = "day-range"
    static let opening = DateOpening([.month, .ordinal], roles: [.the], digits: true, tens: true)
    static let behindArticle = DateOpening([.ordinal], digits: true, tens: true)

    static func isPossible(_ signs: DateSigns) -> Bool {
        signs.has(.month) && signs.hasDayNumber && (signs.shows(.dash) || signs.has(.to) || signs.has(.and))
    }

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        text.month(index).flatMap { monthFirst(index, $0, text) } ?? dayFirst(index, text)
    }

    /// `July 13 through 15`, `Aug. 27th - 29th`.
    private static func monthFirst(_ index: Int, _ month: Int, _ text: DateText) -> DateMatch? {
        guard let first = text.dayOfMonth(skippingThe(index + 1, text)), let next = link(first.end, first.end, text),
            let last = text.dayOfMonth(skippingThe(next, text)), isFree(last.end, text), text.month(last.end) == nil, !isListed(first.end, next, text)
        else { return nil }
        let year = text.year(text.skippingComma(last.end))
        return range(index..<(year?.end ?? last.end), (year?.year, month), first.day, last.day)
    }

    /// `13th to 15th of July`.
    private static func dayFirst(_ index: Int, _ text: DateText) -> DateMatch? {
        guard let first = text.dayOfMonth(skippingThe(index, text)), let next = link(first.end, index, text),
            let last = text.dayOfMonth(skippingThe(next, text)), case let target = text.role(last.end) == .of ? last.end + 1 : last.end,
            let month = text.month(target)
        else { return nil }
        let year = text.year(text.skippingComma(target + 1))
        return range(index..<(year?.end ?? target + 1), (year?.year, month), first.day, last.day)
    }

    /// `March 3 to 5` is two days for TIMEX3, as `ListedDayRule` reads it.
    private static func isListed(_ link: Int, _ next: Int, _ text: DateText) -> Bool {
        text.role(link) == .to && text.bytes(link).count == 2 && text.digits(next) != nil
    }

    private static func skippingThe(_ index: Int, _ text: DateText) -> Int { text.role(index) == .the ? index + 1 : index }

    /// Past `to`, `-`, `through`, and after `between` also `and`.
    private static func link(_ index: Int, _ start: Int, _ text: DateText) -> Int? {
        if text.isDash(index) { return index + 1 }
        switch text.role(index) {
        case .to: return index + 1
        case .and where text.role(start - 1) == .between || text.role(start - 1) == .the && text.role(start - 2) == .between: return index + 1
        default: return nil
        }
    }

    /// Whether nothing is counted with the last number.
    private static func isFree(_ index: Int, _ text: DateText) -> Bool {
        guard let token = text.token(index) else { return true }
        if text.isByte("%", at: index) || text.isByte(":", at: index) || text.role(index) == .am || text.role(index) == .pm { return false }
        return token.kind == .punctuation || text.role(index).map { $0 != .counted } ?? !token.classes.intersects(.counting)
    }

    private static func range(_ tokens: TokenRange, _ month: (year: Int?, month: Int), _ first: Int, _ last: Int) -> DateMatch? {
        let end = last > first ? month : (month.month == 12 ? month.year.map { $0 + 1 } : month.year, month.month % 12 + 1)
        guard Recurring.day(month: month.month, day: first).exists, Recurring.day(month: end.1, day: last).exists, last != first else { return nil }
        return DateMatch(tokens, .interval(CalendarDateRule.meaning(month.year, month.month, first), CalendarDateRule.meaning(end.0, end.1, last)))
    }
}

extension WordClasses {
    /// Words that number nouns or are measured.
    static let counting = WordClasses([.number, .multiplier, .timeUnit, .unit, .currency])
}
