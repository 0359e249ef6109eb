/// Something of the calendar that comes again and again, and so needs a year or an anchor to be one date.
enum Recurring: Sendable, Hashable {
    case weekday(Int)
    /// A day of a month, 1 to 12 and 1 to 31; the calendar may lack it (31 February).
    case day(month: Int, day: Int)
    /// The same on a certain weekday, which tells the year: `Friday, July 18`.
    case dayOnWeekday(month: Int, day: Int, weekday: Int)
    /// A day of whichever month that begins so: `Tuesday the 19th`.
    case weekdayTheNth(Int, day: Int)
    /// A day of whichever month: `the 15th`.
    case dayOfMonth(Int)
    case month(Int)
    case quarter(Int)
    case half(Int)
    case season(Season)
    /// Apart, as it is longer than all others.
    indirect case holiday(Holiday)

    /// The occurrence in a year; nil for weekdays and days that the year lacks.
    func occurrence(in year: Int) -> Period? {
        switch self {
        case .weekday, .dayOfMonth, .weekdayTheNth: return nil
        case .day(let month, let day), .dayOnWeekday(let month, let day, _): return CalendarDate(year: year, month: month, day: day).map(Period.day)
        case .month(let month): return .month(year, month)
        case .quarter(let quarter): return .quarter(year, quarter)
        case .half(let half): return .half(year, half)
        case .season(let season): return .season(year, season)
        case .holiday(let holiday): return holiday.period(in: year)
        }
    }

    /// The occurrence within a longer stretch, such as the Friday of a week, the March of a year, the 15th of a month.
    func occurrence(within period: Period) -> Period? {
        switch self {
        case .weekday(let weekday):
            if period.grain == .day { return Period(.day, Period(.week, containing: period.first).first.dayNumber + weekday - 1) }
            let start = period.first
            return Period(.day, start.dayNumber + (weekday - start.weekday + 7) % 7)
        case .dayOfMonth(let day), .weekdayTheNth(_, let day):
            return CalendarDate(year: period.first.year, month: period.first.month, day: day).map(Period.day)
        default: return occurrence(in: period.year)
        }
    }

    /// How often it comes, for values without a date: `XXXX-WXX-5`, `XXXX-03`, `XXXX-Q3`.
    var value: String {
        switch self {
        case .weekday(let weekday): return "XXXX-WXX-\(weekday)"
        case .day(let month, let day), .dayOnWeekday(let month, let day, _): return "XXXX-\(padded(month, 2))-\(padded(day, 2))"
        case .dayOfMonth(let day), .weekdayTheNth(_, let day): return "XXXX-XX-\(padded(day, 2))"
        case .month(let month): return "XXXX-\(padded(month, 2))"
        case .quarter(let quarter): return "XXXX-Q\(quarter)"
        case .half(let half): return "XXXX-H\(half)"
        case .season(let season): return "XXXX-\(season.rawValue)"
        case .holiday(let holiday): return holiday.value
        }
    }

    /// Whether the calendar has it in some year.
    var exists: Bool {
        switch self {
        case .day(let month, let day), .dayOnWeekday(let month, let day, _): return CalendarDate(year: 2000, month: month, day: day) != nil
        default: return true
        }
    }
}

/// Which occurrence is meant.
enum Choice: Sendable, Hashable {
    /// The tense of the sentence tells.
    case byTense
    /// `last June`, `next June`, `this June`: from the day of writing.
    case last, next, this
    /// `the previous Friday`, `the following spring`: from the last date spoken of.
    case before, after
    /// So many occurrences on from the last one: `Friday after next` is the second, `three Fridays from now` the third.
    case steps(Int)
}

extension Recurring {
    /// The latest occurrence up to a day (`offset` 0), or that many after it.
    func occurrence(around day: CalendarDate, offset: Int) -> Period? {
        switch self {
        case .weekday(let weekday):
            let back = (day.weekday - weekday + 7) % 7
            return Period(.day, day.dayNumber - back + offset * 7)
        case .weekdayTheNth(let weekday, let number): return Self.theNth(weekday, number, around: day, offset)
        case .dayOfMonth(let number):
            let month = Period(.month, containing: day).shifted((number > day.day ? -1 : 0) + offset)
            return occurrence(within: month)
        default:
            guard let here = occurrence(in: day.year) ?? occurrence(in: day.year - 1) else { return nil }
            let base = here.first <= day ? here.year : day.year - 1
            return occurrence(in: (here.grain == .season ? floorDivide(here.index, 4) + (here.first <= day ? 0 : -1) : base) + offset)
        }
    }

    /// The day of that number and weekday that is the last one up to a day, or one of those after or before it.
    private static func theNth(_ weekday: Int, _ number: Int, around day: CalendarDate, _ offset: Int) -> Period? {
        var left = offset > 0 ? offset : 1 - offset
        let step = offset > 0 ? 1 : -1
        var month = Period(.month, containing: day)
        for _ in 0..<60 {
            if let date = CalendarDate(year: month.first.year, month: month.first.month, day: number), date.weekday == weekday,
                offset > 0 ? date > day : date <= day
            {
                left -= 1
                if left == 0 { return .day(date) }
            }
            month = month.shifted(step)
        }
        return nil
    }
}
