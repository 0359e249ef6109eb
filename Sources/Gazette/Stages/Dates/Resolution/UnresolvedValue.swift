/// Values of what nothing places on the calendar.
extension DateResolver {
    /// The value where nothing tells the date: `XXXX-WXX-5`.
    func unresolved(_ meaning: Meaning) -> String {
        switch meaning {
        case .recurring(let recurring, _), .within(let recurring, _): return recurring.value
        case .shift(let grain, _, _), .mentioned(let grain, _), .nth(_, let grain, _): return Self.unknown(grain)
        case .yearShift(_, let grain, _): return Self.unknown(grain ?? .year)
        case .nthWeekday(_, let weekday, _): return "XXXX-WXX-\(weekday)"
        case .nextTo: return Self.unknown(.day)
        case .period(let period), .fiscal(let period): return period.value
        default: return "XXXX"
        }
    }

    private static func unknown(_ grain: Grain) -> String {
        switch grain {
        case .day: return "XXXX-XX-XX"
        case .week: return "XXXX-WXX"
        case .weekend: return "XXXX-WXX-WE"
        case .month: return "XXXX-XX"
        case .quarter: return "XXXX-QX"
        case .half: return "XXXX-HX"
        case .season, .year: return "XXXX"
        case .decade: return "XXX"
        case .century, .millennium: return "XX"
        }
    }
}
