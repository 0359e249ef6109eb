/// A shorter stretch in a longer one: `this year's third quarter`, `last year's Christmas`, `the third week of March`, `the first Monday of September`,
/// `the last day of 1999`, `the summer of last year`. Not dates: `the third week of the trial`, `the first day`.
enum WithinRule: DateRule {
    static let name: StaticName = "within"
    static let opening = DateGrammar.pointOpening
    static let behindArticle = DateGrammar.pointBehindArticle

    static func isPossible(_ signs: DateSigns) -> Bool {
        signs.shows(.nth) && (signs.has(.of) || signs.has(.in))
            || signs.shows(.clitic) && (signs.hasAny(parts) || signs.shows(.lettered) || signs.has(unit: .quarter) || signs.hasAny(stretches))
    }

    /// What may stand behind `this year's`.
    private static let parts = WordClasses([.weekday, .month, .holiday, .season])
    private static let stretches = DateRoles([.half, .period])

    static func match(at index: Int, in text: DateText) -> DateMatch? { possessive(index, text) ?? nth(index, text) }

    /// `this year's third quarter`, `1995's summer`.
    private static func possessive(_ index: Int, _ text: DateText) -> DateMatch? {
        guard let outer = DateGrammar.point(at: index, in: text), text.token(outer.end)?.kind == .clitic else { return nil }
        let next = outer.end + 1
        if case .shift(.week, _, _) = outer.meaning, let day = DayWordRule.weekday(next, text), case .recurring(let weekday, _) = day.meaning {
            return DateMatch(index..<day.end, .within(weekday, outer.meaning))
        }
        guard outer.meaning.isYearLike else { return nil }
        let inner =
            QuarterRule.match(at: next, in: text) ?? HolidayRule.match(at: next, in: text) ?? SeasonRule.name(next, text)
            ?? CalendarDateRule.match(at: next, in: text)
        if let inner, case .recurring(let recurring, _) = inner.meaning { return DateMatch(index..<inner.end, .within(recurring, outer.meaning)) }
        if text.role(next) == .period || text.unit(next) == .quarter && !text.isPlural(next) {
            return DateMatch(index..<next + 1, .corresponding(outer.meaning))
        }
        return nil
    }

    /// `the third week of March`, `the first Monday in September`.
    private static func nth(_ index: Int, _ text: DateText) -> DateMatch? {
        let start = text.role(index) == .the ? index + 1 : index
        guard let count = nthCount(start, text) else { return nil }
        let target = text.skippingHyphen(count.end)
        let isWeekday = text.weekday(target) != nil
        guard isWeekday || text.unit(target)?.grain != nil, let link = text.role(target + 1), link == .of || link == .in,
            let outer = DateGrammar.point(at: target + 2, in: text)
        else { return nil }
        if let weekday = text.weekday(target) { return DateMatch(index..<outer.end, .nthWeekday(count.value, weekday, outer.meaning)) }
        guard let grain = text.unit(target)?.grain else { return nil }
        return DateMatch(index..<outer.end, .nth(count.value, grain, outer.meaning))
    }

    private static func nthCount(_ index: Int, _ text: DateText) -> (value: Int, end: Int)? {
        if text.role(index) == .last { return (-1, index + 1) }
        guard let ordinal = text.ordinal(index) else { return nil }
        return text.role(ordinal.end) == .last ? (-ordinal.value, ordinal.end + 1) : ordinal
    }
}
