/// When a holiday falls; the values of the `holiday` class.
///
/// `12-25` is a day of the Gregorian year, `nth:11/4/4` the fourth Thursday of November (−1: the last),
/// `nth:11/1/1/1` the day after its first Monday, `easter:-2` days from Western
/// Easter, `orthodox:0` from Orthodox Easter, `islamic:9/1/30` thirty days from 1 Ramadan, `moon:chinese` the second new moon after the winter solstice.
enum Holiday: Sendable, Hashable {
    case fixed(month: Int, day: Int)
    /// Some days after the n-th weekday of a month.
    case weekday(month: Int, nth: Int, weekday: Int, days: Int)
    case easter(Int)
    case orthodoxEaster(Int)
    case islamic(month: Int, day: Int, days: Int)
    case moon(MoonFeast)

    init?(value: String) {
        let parts = value.split(separator: ":")
        guard parts.count == 2 else {
            let numbers = value.split(separator: "-").compactMap { Int($0) }
            guard numbers.count == 2 else { return nil }
            self = .fixed(month: numbers[0], day: numbers[1])
            return
        }
        let numbers = parts[1].split(separator: "/").compactMap { Int($0) }
        switch (parts[0], numbers.count) {
        case ("nth", 3): self = .weekday(month: numbers[0], nth: numbers[1], weekday: numbers[2], days: 0)
        case ("nth", 4): self = .weekday(month: numbers[0], nth: numbers[1], weekday: numbers[2], days: numbers[3])
        case ("easter", 1): self = .easter(numbers[0])
        case ("orthodox", 1): self = .orthodoxEaster(numbers[0])
        case ("islamic", 2): self = .islamic(month: numbers[0], day: numbers[1], days: 1)
        case ("islamic", 3): self = .islamic(month: numbers[0], day: numbers[1], days: numbers[2])
        case ("moon", _):
            guard let feast = MoonFeast(rawValue: String(parts[1])) else { return nil }
            self = .moon(feast)
        default: return nil
        }
    }

    /// Its day in a year.
    func day(in year: Int) -> CalendarDate? {
        switch self {
        case .fixed(let month, let day): return CalendarDate(year: year, month: month, day: day)
        case .weekday(let month, let nth, let weekday, let days):
            return Self.weekday(weekday, nth, in: Period.month(year, month))?.adding(days: days)
        case .easter(let days): return Easter.western(year).adding(days: days)
        case .orthodoxEaster(let days): return Easter.orthodox(year).adding(days: days)
        case .islamic(let month, let day, _): return IslamicCalendar.day(month: month, day: day, inGregorian: year)
        case .moon(let feast): return feast.day(in: year)
        }
    }

    func period(in year: Int) -> Period? {
        guard let day = day(in: year) else { return nil }
        if case .islamic(_, _, let days) = self, days > 1 { return Period(.month, containing: day) }
        return .day(day)
    }

    static func weekday(_ weekday: Int, _ nth: Int, in period: Period) -> CalendarDate? {
        let (first, last) = (period.first, period.last)
        let day =
            nth > 0
            ? first.adding(days: (weekday - first.weekday + 7) % 7 + (nth - 1) * 7)
            : last.adding(days: -((last.weekday - weekday + 7) % 7) + (nth + 1) * 7)
        return period.bounds.contains(day) ? day : nil
    }

    /// The value where no year is known.
    var value: String {
        if case .fixed(let month, let day) = self { return "XXXX-\(padded(month, 2))-\(padded(day, 2))" }
        if case .weekday(let month, let nth, let weekday, 0) = self, nth > 0 { return "XXXX-\(padded(month, 2))-WXX-\(weekday)-#\(nth)" }
        return "XXXX-XX-XX"
    }
}
