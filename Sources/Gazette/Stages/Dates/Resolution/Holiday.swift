/// When a holiday falls; the values of the `holiday` class.
///
/// A rule gives a day of each year: `12-25`; `nth:11/4/4`, the fourth Thursday of November (−1: the last); `work:10/16`, that day or the working day
/// nearest to it; `easter:-2` and `orthodox:-2`, days from Easter; `islamic:9/1`, `hebrew:1/10`, `chinese:8/15`, month and day of that calendar;
/// `hindu:7/30/18`, month, lunar day and the hour at which it must have come. `+4` behind a rule is so many days later. `~8` behind it makes a
/// holiday of eight days, `~easter:0` one that ends on the day before Easter. Two days of one name are parted by `|`: `islamic:10/1|islamic:12/10` (Eid).
struct Holiday: Sendable, Hashable {
    private let start: Anniversary
    private let length: Length
    /// Another day of the same name.
    private var other: Anniversary?

    private enum Length: Hashable {
        case days(Int)
        case until(Anniversary)
    }

    init?(value: String) {
        let days = value.split(separator: "|").map(String.init)
        if days.count == 2, let first = Anniversary(value: days[0]), let second = Anniversary(value: days[1]) {
            (start, other, length) = (first, second, .days(1))
            return
        }
        let parts = value.split(separator: "~").map(String.init)
        guard let first = parts.first, let start = Anniversary(value: first) else { return nil }
        self.start = start
        guard parts.count == 2 else {
            length = .days(1)
            return
        }
        if let days = Int(parts[1]) {
            length = .days(days)
        } else if let end = Anniversary(value: parts[1]) {
            length = .until(end)
        } else {
            return nil
        }
    }

    private init(start: Anniversary) { (self.start, length) = (start, .days(1)) }

    /// Each by itself, where two days have the name.
    var namesakes: [Holiday]? { other.map { [Holiday(start: start), Holiday(start: $0)] } }

    /// Its first day in a year.
    func day(in year: Int) -> CalendarDate? { start.day(in: year) }

    func period(in year: Int) -> Period? { start.day(in: year).map(Period.day) }

    /// How many days it takes if it begins on a day.
    func days(from first: CalendarDate) -> Int {
        switch length {
        case .days(let count): return count
        case .until(let end):
            let last = [first.year, first.year + 1].compactMap { end.day(in: $0) }.first { $0 > first }
            return last.map { $0.dayNumber - first.dayNumber } ?? 1
        }
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
    var value: String { start.value }
}

/// A day that comes once a year by a rule.
struct Anniversary: Sendable, Hashable {
    private let rule: Rule
    private let offset: Int

    private enum Rule: Hashable {
        case fixed(month: Int, day: Int)
        case weekday(month: Int, nth: Int, weekday: Int)
        case workday(month: Int, day: Int)
        case easter(Int)
        case orthodoxEaster(Int)
        case other(OtherCalendar, month: Int, day: Int)
        case hindu(month: Int, tithi: Int, hour: Int)
    }

    init?(value: String) {
        let parts = value.split(separator: "+").map(String.init)
        guard let first = parts.first, let rule = Self.rule(first) else { return nil }
        self.rule = rule
        offset = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    }

    private static func rule(_ value: String) -> Rule? {
        let parts = value.split(separator: ":")
        guard parts.count == 2 else {
            let numbers = value.split(separator: "-").compactMap { Int($0) }
            return numbers.count == 2 ? .fixed(month: numbers[0], day: numbers[1]) : nil
        }
        let numbers = parts[1].split(separator: "/").compactMap { Int($0) }
        if let calendar = OtherCalendar(rawValue: String(parts[0])), numbers.count == 2 {
            return .other(calendar, month: numbers[0], day: numbers[1])
        }
        switch (parts[0], numbers.count) {
        case ("nth", 3): return .weekday(month: numbers[0], nth: numbers[1], weekday: numbers[2])
        case ("work", 2): return .workday(month: numbers[0], day: numbers[1])
        case ("easter", 1): return .easter(numbers[0])
        case ("orthodox", 1): return .orthodoxEaster(numbers[0])
        case ("hindu", 3): return .hindu(month: numbers[0], tithi: numbers[1], hour: numbers[2])
        default: return nil
        }
    }

    /// The day in a year; nil where the year has none.
    func day(in year: Int) -> CalendarDate? { base(in: year).map { offset == 0 ? $0 : $0.adding(days: offset) } }

    private func base(in year: Int) -> CalendarDate? {
        switch rule {
        case .fixed(let month, let day): return CalendarDate(year: year, month: month, day: day)
        case .weekday(let month, let nth, let weekday): return Holiday.weekday(weekday, nth, in: Period.month(year, month))
        case .workday(let month, let day):
            return CalendarDate(year: year, month: month, day: day).map { $0.adding(days: $0.weekday == 6 ? -1 : $0.weekday == 7 ? 1 : 0) }
        case .easter(let days): return Easter.western(year).adding(days: days)
        case .orthodoxEaster(let days): return Easter.orthodox(year).adding(days: days)
        case .other(let calendar, let month, let day): return calendar.day(month: month, day: day, inGregorian: year)
        case .hindu(let month, let tithi, let hour): return HinduCalendar.day(month: month, tithi: tithi, hour: hour, inGregorian: year)
        }
    }

    /// The value where no year is known.
    var value: String {
        if case .fixed(let month, let day) = rule, offset == 0 { return "XXXX-\(padded(month, 2))-\(padded(day, 2))" }
        if case .weekday(let month, let nth, let weekday) = rule, nth > 0, offset == 0 { return "XXXX-\(padded(month, 2))-WXX-\(weekday)-#\(nth)" }
        return "XXXX-XX-XX"
    }
}
