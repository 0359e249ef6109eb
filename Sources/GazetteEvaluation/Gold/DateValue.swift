import Gazette

/// Calendar intervals as texts, by which values of different notations are compared: first day, a slash, the day after the last.
enum DateValue {
    static func interval(_ days: ClosedRange<CalendarDate>) -> String { "\(days.lowerBound)/\(days.upperBound.adding(days: 1))" }

    /// The interval of a record's first and last day.
    static func interval(earliest: String?, latest: String?) -> String? {
        guard let first = earliest.flatMap({ CalendarDate(iso8601: $0) }), let last = latest.flatMap({ CalendarDate(iso8601: $0) }), first <= last
        else { return nil }
        return interval(first...last)
    }
}
