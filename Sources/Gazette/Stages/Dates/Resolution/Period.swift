/// The stretches that a calendar is cut into.
enum Grain: Int, Sendable, Comparable {
    case day, week, weekend, month, quarter, season, half, year, decade, century, millennium

    static func < (left: Grain, right: Grain) -> Bool { left.rawValue < right.rawValue }
}

/// One stretch of the calendar: the index-th day, week, month … so that the next one is `index + 1`.
///
/// Days count from 1970-01-01, weeks and weekends by their Mondays; months are `year × 12 + month − 1`, and so on upwards; decades and
/// centuries are the years' leading digits, as TIMEX3 writes them.
struct Period: Sendable, Hashable {
    var grain: Grain
    var index: Int

    init(_ grain: Grain, _ index: Int) { (self.grain, self.index) = (grain, index) }

    static func day(_ date: CalendarDate) -> Period { Period(.day, date.dayNumber) }
    static func year(_ year: Int) -> Period { Period(.year, year) }
    static func month(_ year: Int, _ month: Int) -> Period { Period(.month, year * 12 + month - 1) }
    static func quarter(_ year: Int, _ quarter: Int) -> Period { Period(.quarter, year * 4 + quarter - 1) }
    static func half(_ year: Int, _ half: Int) -> Period { Period(.half, year * 2 + half - 1) }
    static func season(_ year: Int, _ season: Season) -> Period { Period(.season, year * 4 + season.index) }

    /// The stretch of a grain that a day lies in.
    init(_ grain: Grain, containing date: CalendarDate) {
        self.grain = grain
        switch grain {
        case .day: index = date.dayNumber
        case .week, .weekend: index = floorDivide(date.dayNumber + 3, 7)
        case .month: index = date.year * 12 + date.month - 1
        case .quarter: index = date.year * 4 + (date.month - 1) / 3
        case .season: index = floorDivide(date.year * 12 + date.month - 3, 3)
        case .half: index = date.year * 2 + (date.month - 1) / 6
        case .year: index = date.year
        case .decade: index = floorDivide(date.year, 10)
        case .century: index = floorDivide(date.year, 100)
        case .millennium: index = floorDivide(date.year, 1000)
        }
    }

    func shifted(_ count: Int) -> Period { Period(grain, index + count) }

    /// The first day.
    var first: CalendarDate {
        switch grain {
        case .day: return CalendarDate(dayNumber: index)
        case .week: return CalendarDate(dayNumber: index * 7 - 3)
        case .weekend: return CalendarDate(dayNumber: index * 7 + 2)
        case .month: return Self.firstDay(ofMonth: index)
        case .quarter: return Self.firstDay(ofMonth: index * 3)
        case .season: return Self.firstDay(ofMonth: index * 3 + 2)
        case .half: return Self.firstDay(ofMonth: index * 6)
        case .year: return Self.firstDay(ofMonth: index * 12)
        case .decade: return Self.firstDay(ofMonth: index * 120)
        case .century: return Self.firstDay(ofMonth: index * 1200)
        case .millennium: return Self.firstDay(ofMonth: index * 12_000)
        }
    }

    private static func firstDay(ofMonth index: Int) -> CalendarDate {
        CalendarDate(unchecked: floorDivide(index, 12), index - floorDivide(index, 12) * 12 + 1, 1)
    }

    /// The last day.
    var last: CalendarDate {
        switch grain {
        case .day: return first
        case .weekend: return first.adding(days: 1)
        case .week: return first.adding(days: 6)
        default: return Self.lastDay(before: shifted(1).first)
        }
    }

    /// The day before the first one of a month.
    private static func lastDay(before first: CalendarDate) -> CalendarDate {
        let (year, month) = first.month > 1 ? (first.year, first.month - 1) : (first.year - 1, 12)
        return CalendarDate(unchecked: year, month, CalendarDate.days(in: month, of: year))
    }

    var bounds: ClosedRange<CalendarDate> {
        let first = first
        return first...(grain == .day ? first : last)
    }

    /// The stretch of a grain that this one begins in.
    func containing(_ grain: Grain) -> Period { grain == self.grain ? self : Period(grain, containing: first) }

    var year: Int { first.year }
}

/// The quotient rounded towards minus infinity.
func floorDivide(_ dividend: Int, _ divisor: Int) -> Int {
    let quotient = dividend / divisor
    return dividend % divisor != 0 && (dividend < 0) != (divisor < 0) ? quotient - 1 : quotient
}
