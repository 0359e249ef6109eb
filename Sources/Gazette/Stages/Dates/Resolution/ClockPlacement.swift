/// Times, instants and lengths that lead to a date.
extension DateResolver {
    /// The day after that of writing.
    var nextDay: Period? { today.map { Period.day($0).shifted(1) } }

    /// Whether a time of today is over, if the hour of writing is known.
    func isOver(_ time: ClockTime) -> Bool {
        guard let secondOfDay, time.zone == nil, time.hour < 24 else { return false }
        return (time.hour % 24) * 3600 + (time.minute ?? 0) * 60 + (time.second ?? 0) < secondOfDay
    }

    /// The instant so many seconds from now.
    func moment(_ seconds: Int) -> Reading? {
        guard let today, let secondOfDay, abs(seconds) < Self.mostSeconds else { return nil }
        let total = secondOfDay + seconds
        let day = today.adding(days: floorDivide(total, 86_400))
        let rest = total - floorDivide(total, 86_400) * 86_400
        let time = ClockTime(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60 == 0 ? nil : rest % 60)
        return (.time, day.description + time.value, day...day)
    }

    /// Some years, so that arithmetic cannot overflow.
    private static let mostSeconds = 1_000_000_000

    /// A length, as TIMEX3 has it, whose bounds are those of the date it leads to where the sentence speaks of the future; that date itself where the
    /// text says nothing else, and with a clock the time.
    func delay(_ duration: Duration) -> Reading {
        guard isAlone || tense == .future else { return (.duration, duration.value, nil) }
        if let seconds = duration.seconds { return moment(seconds) ?? (.duration, duration.value, nil) }
        guard let meaning = AgoRule.shift(duration, isPast: false, .document), let period = period(meaning) else {
            return (.duration, duration.value, nil)
        }
        return isAlone ? (.date, period.value, period.bounds) : (.duration, duration.value, period.bounds)
    }

    /// The day of a time: as it is stated, otherwise the one spoken of, otherwise that of writing.
    func dayValue(_ meaning: Meaning?, _ period: Period?) -> (value: String, bounds: ClosedRange<CalendarDate>?) {
        if let meaning {
            guard let period else { return (unresolved(meaning), nil) }
            return (period.value, period.bounds)
        }
        guard let period = history.recent(in: sentence).flatMap({ $0.grain == .day ? $0 : nil }) ?? today.map(Period.day) else {
            return ("XXXX-XX-XX", nil)
        }
        return (period.value, period.bounds)
    }
}
