/// Daylight saving time of the United States: from the second Sunday of March to the first of November since 2007 (Energy Policy Act of 2005),
/// before that from the first Sunday of April (the last one until 1986) to the last of October.
enum DaylightTime {
    /// The offset of `-05:00/-04:00` that is in force on a day; without a day the standard one. Other offsets are themselves.
    static func offset(_ zone: String, on day: CalendarDate?) -> String {
        let offsets = zone.split(separator: "/")
        guard offsets.count == 2 else { return zone }
        return String(offsets[day.map(isInForce) == true ? 1 : 0])
    }

    private static func isInForce(_ day: CalendarDate) -> Bool {
        let rule = day.year >= 2007 ? (month: 3, first: 2, end: 11, last: 1) : (month: 4, first: day.year >= 1987 ? 1 : -1, end: 10, last: -1)
        guard let first = Holiday.weekday(7, rule.first, in: .month(day.year, rule.month)),
            let last = Holiday.weekday(7, rule.last, in: .month(day.year, rule.end))
        else { return false }
        return first <= day && day < last
    }
}
