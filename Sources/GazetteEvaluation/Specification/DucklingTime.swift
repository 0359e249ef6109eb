import Gazette

/// The values of a record that an example of Duckling's Time corpus accepts.
///
/// Duckling knows instants and intervals with a grain, both in the writer's time; a record has TIMEX3 values and days. So:
/// - An instant is its value at its grain: `2013`, `2013-Q1`, `2013-02`, `2013-W07`, `2013-02-12`, `2013-02-12T16:00`.
/// - An interval is its first and last day, or start and end on the clock; Duckling counts the last grain in, so that `9:30 - 11:00` ends at 11:01.
/// - A part of a day is TIMEX3's (`2013-02-12TEV`), a part of a month, year or week TIMEX3's value and `mod` (`2013-02 END`).
/// - A weekend, which Duckling begins on Friday evening, is TIMEX3's `2013-W07-WE`.
/// - Units counted from now (`last two weeks`) are TIMEX3's length (`P2W`) if the record's days lie on the right side of now.
/// - A distance in weeks, months or years (`a year ago`) is as exact as its unit: the week, month or year of Duckling's day.
/// - A deadline (`by the end of the month`) is the date it ends with; an open interval (`after 2 pm`) the date it names.
struct DucklingTime {
    let text: String
    /// The day and the instant of writing.
    let today: CalendarDate?
    let now: String?

    func values(_ parsed: JSONValue) -> [String] {
        let grain = parsed["grain"]?.text ?? ""
        if let start = parsed["start"]?.text, let end = parsed["end_exclusive"]?.text {
            return interval(start, end, grain, isFeast: parsed["holiday"]?.text.map(Self.eveFeasts.contains) ?? false)
        }
        guard let value = parsed["value"]?.text else { return [] }
        return instant(value, grain) + CaseDistance(text).coarser(value) + upcoming(value, grain) + feast(value, parsed)
    }

    /// Of `upcoming two weeks` Duckling gives the second one, TIMEX3 the length of both.
    private func upcoming(_ value: String, _ grain: String) -> [String] {
        guard text.contains("upcoming"), let today, let day = SpecificationValue.day(value) else { return [] }
        let months = (day.year - today.year) * 12 + day.month - today.month
        switch grain {
        case "Day": return ["P\(day.dayNumber - today.dayNumber)D on"]
        case "Week": return ["P\((day.dayNumber - today.dayNumber + 6) / 7)W on"]
        case "Month": return ["P\(months)M on"]
        case "Quarter": return ["P\((months + 2) / 3 * 3)M on"]
        default: return ["P\(day.year - today.year)Y on"]
        }
    }

    /// Jewish feasts begin on the evening before their day; Duckling gives the evening's date, a record the day's.
    private static let eveFeasts: Set<String> = [
        "Yom Kippur", "Rosh Hashanah", "Hanukkah", "Sukkot", "Shemini Atzeret", "Simchat Torah", "Tu BiShvat", "Purim", "Shushan Purim", "Passover",
        "Yom HaShoah", "Yom Ha'atzmaut", "Lag BaOmer", "Shavuot", "Tisha B'Av",
    ]

    private func feast(_ value: String, _ parsed: JSONValue) -> [String] {
        guard let name = parsed["holiday"]?.text, Self.eveFeasts.contains(name), let day = CalendarDate(iso8601: value) else { return [] }
        return ["\(day.adding(days: 1))"]
    }

    private func instant(_ value: String, _ grain: String) -> [String] {
        if grain == "Week", let monday = CalendarDate(iso8601: value) {
            return [Self.week(monday), DateValue.interval(monday...monday.adding(days: 6))]
        }
        if value.first == "-", let year = Int(value.dropFirst()) { return ["BC" + String(String(10_000 + year).dropFirst())] }
        return SpecificationValue.spellings(value) + (value == now ? ["PRESENT_REF"] : [])
    }

    private func interval(_ start: String, _ end: String, _ grain: String, isFeast: Bool) -> [String] {
        if start == now, let day = SpecificationValue.day(end, isEnd: true) {
            return ["by \(day.adding(days: 1))"] + clocks(end)
        }
        guard start.contains("T") || end.contains("T") else { return days(start, end, grain, isFeast) }
        return clocks(start).flatMap { first in clocks(end).map { "\(first)/\($0)" } + clocks(before(end, grain)).map { "\(first)/\($0)" } }
            + dayParts(start, end) + lengths(start, end, grain)
    }

    private func clocks(_ value: String) -> [String] { value.contains("T") ? SpecificationValue.spellings(value) : [] }

    private func days(_ start: String, _ end: String, _ grain: String, _ isFeast: Bool) -> [String] {
        guard let first = SpecificationValue.day(start), let last = SpecificationValue.day(end) else { return [] }
        let afterEve = "\(first.adding(days: 1))/\(last)"
        return ["\(start)/\(end)", "\(first)/\(last)"] + (isFeast ? [afterEve] : []) + parts(first, last) + lengths(start, end, grain)
    }

    // MARK: Parts

    /// The hours at which Duckling's parts of days begin and end; an end of 0 is midnight.
    private static let dayParts: [(hours: [Int], values: [String])] = [
        ([0, 12], ["TMO"]), ([4, 12], ["TMO"]), ([0, 9], ["TMO START", "TMO"]), ([12, 14], ["TMI"]), ([12, 19], ["TAF"]), ([13, 17], ["TAF"]),
        ([18, 0], ["TEV", "TNI"]), ([21, 0], ["TNI END", "TEV END", "TNI"]), ([17, 21], ["TEV"]),
    ]

    private func dayParts(_ start: String, _ end: String) -> [String] {
        guard let day = CalendarDate(iso8601: start), let first = Self.hour(start), let last = Self.hour(end) else { return [] }
        if day.weekday == 5, first == 18, last == 0, CalendarDate(iso8601: end) == day.adding(days: 3) { return [Self.week(day) + "-WE"] }
        return Self.dayParts.filter { $0.hours == [first, last] }.flatMap(\.values).map { "\(day)\($0)" }
    }

    private static func hour(_ value: String) -> Int? { Int(value.dropFirst(11).prefix(2)) }

    /// The parts of months, years and weeks that begin and end where Duckling says.
    private func parts(_ first: CalendarDate, _ last: CalendarDate) -> [String] {
        let year = String(first.description.prefix(4))
        let month = String(first.description.prefix(7))
        switch (first.month, first.day, last.month, last.day) {
        case (1, 1, 4, 1): return ["\(year) START"]
        case (9, 1, 1, 1): return ["\(year) END"]
        case (_, 1, _, 11): return ["\(month) START"]
        case (_, 11, _, 21): return ["\(month) MID"]
        case (_, 21, _, 1): return ["\(month) END"]
        case _ where first.weekday == 1 && last == first.adding(days: 3): return ["\(Self.week(first)) START"]
        case _ where first.weekday == 5 && last == first.adding(days: 3): return ["\(Self.week(first)) END"]
        default: return season(first, last)
        }
    }

    /// TIMEX3's season of one that Duckling reckons by the sun: it holds the middle of the interval.
    private func season(_ first: CalendarDate, _ last: CalendarDate) -> [String] {
        guard (80...100).contains(last.dayNumber - first.dayNumber), first.day > 15 else { return [] }
        let name = ["SP", "SU", "FA", "WI"][(first.month / 3 + 3) % 4]
        return ["\(first.year)-\(name)"]
    }

    private static func week(_ day: CalendarDate) -> String {
        let (year, week) = day.isoWeek
        return "\(year)-W\(week < 10 ? "0" : "")\(week)"
    }

    // MARK: Lengths

    /// `P2W back`, `P3D on`: how many of its grain an interval beside now holds.
    private func lengths(_ start: String, _ end: String, _ grain: String) -> [String] {
        guard let today, let first = SpecificationValue.day(start), let last = SpecificationValue.day(end),
            text.contains(where: \.isNumber) || text.contains(" ")
        else { return [] }
        if text.contains("upcoming") { return [] }
        let side = last <= today.adding(days: 1) && first <= today && !text.contains("next") ? "back" : "on"
        let days = last.dayNumber - first.dayNumber
        if text.contains("few") { return [grain == "Day" ? "PXD" : "PX\(grain.prefix(1))"] }
        switch grain {
        case "Day": return ["P\(days)D \(side)"]
        case "Week": return ["P\(days / 7)W \(side)"]
        case "Month": return ["P\((last.year - first.year) * 12 + last.month - first.month)M \(side)"]
        case "Year": return ["P\(last.year - first.year)Y \(side)"]
        case "Hour": return count(start, end, 3600).map { ["PT\($0)H"] } ?? []
        case "Minute": return count(start, end, 60).map { ["PT\($0)M"] } ?? []
        case "Second": return count(start, end, 1).map { ["PT\($0)S"] } ?? []
        default: return []
        }
    }

    private func count(_ start: String, _ end: String, _ seconds: Int) -> Int? {
        guard text.hasPrefix("last") || text.hasPrefix("next") || text.hasPrefix("past"), let first = Self.seconds(start),
            let last = Self.seconds(end)
        else {
            return nil
        }
        return (last - first) / seconds
    }

    private static func seconds(_ value: String) -> Int? {
        guard let day = CalendarDate(iso8601: value) else { return nil }
        let clock = value.dropFirst(11).split(separator: ":").compactMap { Int($0) } + [0, 0, 0]
        return day.dayNumber * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
    }

    /// The instant one grain before another.
    private func before(_ value: String, _ grain: String) -> String {
        guard let seconds = Self.seconds(value), let step = ["Second": 1, "Minute": 60, "Hour": 3600][grain] else { return value }
        let (day, rest) = (floorDivide(seconds - step, 86_400), seconds - step - floorDivide(seconds - step, 86_400) * 86_400)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(CalendarDate(dayNumber: day))T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
    }

    private func floorDivide(_ dividend: Int, _ divisor: Int) -> Int {
        dividend >= 0 ? dividend / divisor : (dividend - divisor + 1) / divisor
    }
}

/// A distance from now that a text states in some unit, which TIMEX3 keeps: `a year ago` is a year.
struct CaseDistance {
    private let units: [String]

    private static let signs = [
        " ago", " from now", " from today", " hence", " later", " earlier", " back", "in ", "after ", " after", "before ", " before", "within ",
    ]

    init(_ text: String) {
        let text = text.lowercased()
        guard Self.signs.contains(where: { text.hasPrefix($0) || text.contains($0) }) else {
            units = []
            return
        }
        units = ["hour", "day", "fortnight", "week", "month", "year", "decade"].filter { text.contains($0) }
    }

    /// The day, week, month or year in which a day or an instant lies, if it was reckoned in that unit alone.
    func coarser(_ value: String) -> [String] {
        guard units.count == 1, let unit = units.first, let day = SpecificationValue.day(value) else { return [] }
        let week = day.isoWeek
        switch unit {
        case "hour": return value.contains("T") ? ["\(day)"] : []
        case "day": return ["\(day)"]
        case "fortnight", "week":
            let monday = day.adding(days: 1 - day.weekday)
            return ["\(week.year)-W\(week.week < 10 ? "0" : "")\(week.week)", DateValue.interval(monday...monday.adding(days: 6))]
        case "month":
            let first = day.adding(days: 1 - day.day)
            return [String(day.description.prefix(7)), DateValue.interval(first...first.adding(months: 1).adding(days: -1))]
        default:
            let year = String(day.description.prefix(4))
            return [year] + (CalendarDate(iso8601: year + "-01-01").map { ["\($0)/\($0.adding(months: 12))"] } ?? [])
        }
    }
}
