/// A time on the clock as a text has it.
struct ClockReading {
    var time: ClockTime
    var end: Int
    var evidence: Evidence

    /// What proves that it is one.
    enum Evidence: Int, Comparable {
        /// A number that may be an hour: `at 7`, `seven thirty`.
        case bare
        /// Digits with a colon: `7:30`.
        case written
        /// a.m., p.m., o'clock, a zone, a part of the day, or words such as `noon`.
        case marked

        static func < (left: Evidence, right: Evidence) -> Bool { left.rawValue < right.rawValue }
    }

    /// The time in the second half of the day, where the twelve-hour clock leaves it open.
    mutating func setPart(_ part: DayPart) {
        evidence = .marked
        guard time.hour <= 12, !isSettled else { return }
        isSettled = true
        time.hour = Self.twentyFour(time.hour, isAfterNoon: part.isAfterNoon && !(part == .night && time.hour < 5))
    }

    /// Whether a.m. or p.m. has been said.
    var isSettled = false

    static func twentyFour(_ hour: Int, isAfterNoon: Bool) -> Int { isAfterNoon ? (hour < 12 ? hour + 12 : 12) : hour % 12 }
}
