/// Dates in digits without a year, and months in digits with one: `on 2/15`, `Friday 7/6`, `4/25 at 16h00`, `from 10/1 to 11/7`, `2/2013`, `2014-10`,
/// `Oct/2`, `Dec/2018`.
///
/// Digits around a slash are mostly fractions, scores and names, so that a preposition, a weekday, a time or a whole note must say that they are a date.
/// Not dates: `3/4 of a mile`, `9/11`, `24/7`.
enum ShortDateRule: DateRule {
    static let name: StaticName = "short-date"
    static let opening = DateOpening([.weekday, .month], digits: true)

    static func isPossible(_ signs: DateSigns) -> Bool { signs.shows(.joined) }

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        if text.weekday(index) != nil { return afterWeekday(index, text) }
        if let month = text.month(index) { return named(index, month, text) }
        guard let first = text.digits(index), text.isGlued(index + 1), text.isGlued(index + 2), let second = text.digits(index + 2),
            !text.isGlued(index) || text.isDash(index - 1)
        else { return nil }
        if let month = monthOfYear(index, first, second, text) { return month }
        guard text.isByte("/", at: index + 1), let date = day(index, text), isAnnounced(index, date, text) else { return nil }
        return withSecond(date, text) ?? date
    }

    /// `2/15`.
    private static func day(_ index: Int, _ text: DateText) -> DateMatch? {
        guard let first = text.digits(index), let second = text.digits(index + 2), first.count <= 2, second.count <= 2,
            text.isByte("/", at: index + 1),
            !(text.isGlued(index + 3) && text.isByte("/", at: index + 3) && text.digits(index + 4) != nil), text.role(index + 3) != .counted,
            !text.isByte("%", at: index + 3)
        else { return nil }
        let isDayFirst = first.value > 12 || text.dayFirst && second.value <= 12
        let (month, day) = isDayFirst ? (second.value, first.value) : (first.value, second.value)
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        return DateMatch(index..<index + 3, CalendarDateRule.meaning(nil, month, day))
    }

    private static func isAnnounced(_ index: Int, _ date: DateMatch, _ text: DateText) -> Bool {
        if text.isWhole(index..<date.end) { return !isFraction(index, text) }
        if isTime(date.end, text) { return true }
        if text.isDash(date.end), text.isGlued(date.end), day(date.end + 1, text) != nil { return !isFraction(index, text) }
        if isFraction(index, text) { return false }
        switch text.role(index - 1) {
        case .on, .from, .between, .this, .next, .last: return isFree(date.end, text)
        case .to: return isFree(date.end, text) && text.isByte("/", at: index - 3)
        default: return text.isWhole(index..<(withSecond(date, text)?.end ?? date.end))
        }
    }

    private static func isTime(_ index: Int, _ text: DateText) -> Bool {
        text.role(index) == .at && ClockReader(text: text).read(index + 1) != nil
    }

    /// Whether the digits may be a part of a whole: `1/2`, `3/4`, `7/8`.
    private static func isFraction(_ index: Int, _ text: DateText) -> Bool {
        guard let upper = text.digits(index)?.value, let lower = text.digits(index + 2)?.value else { return false }
        return upper < lower && [2, 3, 4, 5, 8, 10, 16, 32, 100].contains(lower)
    }

    private static func isFree(_ index: Int, _ text: DateText) -> Bool {
        guard let token = text.token(index) else { return true }
        return token.kind == .punctuation || text.role(index).map { $0 != .of && $0 != .counted } ?? false
    }

    /// `10/1-11/7`, `5/1-5/7, 2020`.
    private static func withSecond(_ first: DateMatch, _ text: DateText) -> DateMatch? {
        guard text.isDash(first.end), let second = day(first.end + 1, text) else { return nil }
        guard let year = text.fourDigitYear(text.skippingComma(second.end)), case .recurring(.day(let month, let day), _) = first.meaning,
            case .recurring(.day(let lastMonth, let lastDay), _) = second.meaning
        else { return DateMatch(first.tokens.lowerBound..<second.end, .interval(first.meaning, second.meaning)) }
        let dates = (CalendarDateRule.meaning(year, month, day), CalendarDateRule.meaning(year, lastMonth, lastDay))
        return DateMatch(first.tokens.lowerBound..<text.skippingComma(second.end) + 1, .interval(dates.0, dates.1))
    }

    /// `Friday 7/6`.
    private static func afterWeekday(_ index: Int, _ text: DateText) -> DateMatch? {
        let next = text.skippingComma(index + 1)
        guard text.isGlued(next + 1), text.isGlued(next + 2), let date = day(next, text),
            case .recurring(.day(let month, let day), let choice) = date.meaning,
            let weekday = text.weekday(index)
        else { return nil }
        return DateMatch(index..<date.end, .recurring(.dayOnWeekday(month: month, day: day, weekday: weekday), choice))
    }

    /// `2/2013`, `2014-10`, `12-2015`; `2010-11` is rather two years.
    private static func monthOfYear(_ index: Int, _ first: (value: Int, count: Int), _ second: (value: Int, count: Int), _ text: DateText)
        -> DateMatch?
    {
        guard text.isByte("/", at: index + 1) || text.isHyphen(index + 1), !(text.isGlued(index + 3) && text.token(index + 3)?.kind != .punctuation),
            !text.isByte("/", at: index + 3), !(text.isHyphen(index + 3) && text.isGlued(index + 3))
        else { return nil }
        let isYearFirst = first.count == 4
        let (year, month) = isYearFirst ? (first.value, second) : (second.value, first)
        guard isYearFirst || second.count == 4, (1...12).contains(month.value), month.count <= 2, (1900..<2100).contains(year) else { return nil }
        let isOpen = text.isWhole(index..<index + 3) || text.role(index - 1)?.isPreposition == true && text.role(index - 1) != .to
        guard isOpen, !isYearFirst || month.count == 2 && month.value <= year % 100 else { return nil }
        return DateMatch(index..<index + 3, .period(.month(year, month.value)))
    }

    /// `Oct/2`, `Dec/2018`.
    private static func named(_ index: Int, _ month: Int, _ text: DateText) -> DateMatch? {
        guard text.isByte("/", at: index + 1), text.isGlued(index + 1), text.isGlued(index + 2),
            !(text.isGlued(index) && text.isByte("/", at: index - 1))
        else { return nil }
        if let year = text.fourDigitYear(index + 2) { return DateMatch(index..<index + 3, .period(.month(year, month))) }
        guard let day = text.digits(index + 2), day.count <= 2, (1...31).contains(day.value) else { return nil }
        return DateMatch(index..<index + 3, CalendarDateRule.meaning(nil, month, day.value))
    }
}
