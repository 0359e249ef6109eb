/// What a temporal expression says, before it is placed on the calendar.
enum Meaning: Sendable {
    /// A stretch that the words themselves name: `3 January 2024`, `the 1990s`.
    case period(Period)
    /// As `period`, of a calendar that isn't the civil one: `fiscal 1990`.
    case fiscal(Period)
    /// A year that keeps its own name: `FY26`.
    case bookYear(Int)
    /// `Friday`, `June`, `last June`.
    case recurring(Recurring, Choice)
    /// A recurring thing in a longer stretch: `June last year`, `the third quarter of 1989`.
    indirect case within(Recurring, Meaning)
    /// The n-th unit of a longer stretch, −1 the last, 0 the one it lies in: `the third week of March`, `the week of March 6`.
    indirect case nth(Int, Grain, Meaning)
    /// `the first Monday of September`; −1 the last.
    indirect case nthWeekday(Int, Int, Meaning)
    /// So many units from an anchor: `yesterday`, `two years ago`, `the previous year`.
    case shift(Grain, Int, Anchor)
    /// So many units before or after a date: `two weeks after Easter`.
    indirect case distance(Grain, Int, from: Meaning)
    /// So many seconds from now: `five minutes ago`.
    case moment(Int)
    /// `in two weeks`: a date to come, or how long something took, as the tense tells.
    case delay(Duration)
    /// A comparison with the same stretch of another year: `a year earlier`, `the year-ago quarter`.
    case yearShift(Int, Grain?, Anchor)
    /// What was spoken of last, of a grain: `that day`, `the quarter`.
    case mentioned(Grain, Fallback)
    /// The quarter spoken of last, otherwise the one that mostly lies before a day: `the quarter ended July 31`.
    indirect case quarter(endedOn: Meaning)
    /// A quarter, month … of another year that answers to the one spoken of: `the 1988 period`.
    indirect case corresponding(Meaning)
    /// So many days from a day: `the day before yesterday`.
    indirect case nextTo(Int, Meaning)
    case duration(Duration)
    /// A duration that ends or begins now: `the past three months`, `the next two weeks`.
    case stretch(Duration, isAhead: Bool)
    /// A set's TIMEX3 value.
    case set(String)
    case reference(Reference)
    indirect case clock(ClockTime, on: Meaning?)
    indirect case part(DayPart, on: Meaning?)
    /// From the first one's start to the second one's end.
    indirect case interval(Meaning, Meaning)
    /// A date that no calendar has, as its value would be.
    case impossible(String)
}

extension Meaning {
    /// The holiday that it is.
    var holiday: Holiday? {
        switch self {
        case .recurring(.holiday(let holiday), _), .within(.holiday(let holiday), _): return holiday
        default: return nil
        }
    }
}

/// What a relative expression counts from.
enum Anchor: Sendable {
    /// The day of writing: `yesterday`, `ago`, `last week`.
    case document
    /// The last date spoken of: `the previous year`, `three days later`.
    case discourse
}

/// What an anaphor means where nothing of its grain has been spoken of.
enum Fallback: Sendable {
    /// The stretch that the day of writing lies in.
    case current
    /// The last one that was over by then: `the latest quarter`.
    case completed
    /// The stretch around the last shorter date: `that year`, `the same month`.
    case around
}

/// TIMEX3's references without a calendar.
enum Reference: String, Sendable { case past = "PAST_REF", present = "PRESENT_REF", future = "FUTURE_REF" }

/// A time of day.
struct ClockTime: Sendable, Hashable {
    /// 0 to 24.
    var hour: Int
    var minute: Int?
    var second: Int?
    /// The offset from UTC: `Z`, `-05:00`; `-05:00/-04:00` of standard and daylight saving time.
    var zone: String?

    /// `T10:30`, `T10:30:15`, `T10:30-05:00`; hours alone as `T10:00`.
    var value: String { value(on: nil) }

    /// The same with the offset that is in force on a day.
    func value(on day: CalendarDate?) -> String {
        var value = "T" + padded(hour, 2) + ":" + padded(minute ?? 0, 2)
        if let second { value += ":" + padded(second, 2) }
        if let zone { value += DaylightTime.offset(zone, on: day) }
        return value
    }
}

/// A length of time: parts from the longest unit down.
struct Duration: Sendable {
    typealias Part = (amount: UnitCount, unit: TimeUnit)

    let first: Part
    /// Those behind the first; mostly none, for which no storage is asked.
    private(set) var others: [Part] = []

    init(_ amount: UnitCount, _ unit: TimeUnit) { first = (amount, unit) }

    var count: Int { 1 + others.count }
    var last: Part { others.last ?? first }

    /// Both, one behind the other.
    func appending(_ other: Duration) -> Duration {
        var sum = self
        sum.others.append(other.first)
        sum.others += other.others
        return sum
    }
}
