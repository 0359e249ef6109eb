import CICU

/// Calendars by which holidays fall, as ICU reckons them.
enum OtherCalendar: String, Sendable, Hashable {
    /// Umm al-Qura's, which Saudi Arabia uses; where months are sighted they may begin a day or two later.
    case islamic
    /// Months count from Tishri, with Adar I as the sixth. A day begins on the evening before.
    case hebrew
    case chinese

    /// The first such day in a Gregorian year.
    func day(month: Int, day: Int, inGregorian year: Int) -> CalendarDate? {
        guard (1...9999).contains(year) else { return nil }
        for candidate in years(of: year) {
            let number = cicu_calendar_day(kind, Int32(candidate), Int32(month), Int32(day))
            guard number != Int32(CICU_NO_DAY) else { return nil }
            let date = CalendarDate(dayNumber: Int(number))
            if date.year == year { return date }
        }
        return nil
    }

    private var kind: Int32 {
        switch self {
        case .islamic: return Int32(CICU_ISLAMIC)
        case .hebrew: return Int32(CICU_HEBREW)
        case .chinese: return Int32(CICU_CHINESE)
        }
    }

    /// The calendar's years that may touch a Gregorian one.
    private func years(of year: Int) -> ClosedRange<Int> {
        switch self {
        case .islamic: return (year - 622) * 33 / 32 - 1...(year - 622) * 33 / 32 + 2
        case .hebrew: return year + 3760...year + 3761
        case .chinese: return year + 2636...year + 2637
        }
    }
}
