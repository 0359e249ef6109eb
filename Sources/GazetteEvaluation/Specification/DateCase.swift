import Gazette

/// How a case of a specification of dates is compared with a record: the mapping between the notebooks' notations and the record's fields.
///
/// - Spans: as TIMEX3 has them (`CaseSpan`). A range that a case marks as one may be two dates in the record, as TIMEX3 marks `from March to May`,
///   if nothing but linking words stands between them.
/// - Values: any value that the case accepts, in TIMEX3's notation (`SpecificationValue`, `DucklingTime`), or its interval of days in
///   `earliest` and `latest`.
/// - A case is right when every expression it names is marked with that span and an accepted value, and no other expression of its types is.
///   Types are not compared: what is a duration for one notebook is a range of days for another.
enum DateCase {
    /// Makes the marks of both sides comparable.
    static func fit(_ gold: inout MarkedText, _ predicted: inout MarkedText) {
        let span = CaseSpan(text: gold.text)
        var (wanted, found) = (gold.layers[.dates] ?? [], predicted.layers[.dates] ?? [])
        for index in found.indices { found[index].range = span.bare(found[index].range) }
        for index in found.indices { found[index].values = CaseReading(found[index], day: gold.date, zone: gold.zone).values }
        for index in wanted.indices {
            wanted[index].range = span.bare(wanted[index].range)
            join(&found, in: wanted[index].range, span, gold.date)
        }
        let types = gold.scope[.dates] ?? []
        found.removeAll { mark in !types.contains(mark.label) && !wanted.contains { $0.range.overlaps(mark.range) } }
        gold.layers[.dates] = wanted
        predicted.layers[.dates] = found
    }

    /// Makes one mark of two that are the ends of a range.
    private static func join(_ marks: inout [Mark], in range: ByteRange, _ span: CaseSpan, _ day: CalendarDate?) {
        let inside = marks.indices.filter { marks[$0].range.start >= range.start && marks[$0].range.end <= range.end }
        guard inside.count == 2, let first = inside.first, let last = inside.last, marks[first].range.start == range.start,
            marks[last].range.end == range.end, span.isLink(ByteRange(marks[first].range.end, marks[last].range.start))
        else { return }
        var joined = marks[first]
        joined.range = range
        joined.values = marks[first].values.flatMap { start in marks[last].values.map { "\(start)/\($0)" } }
        if let start = edges(marks[first], day).first { joined.values += edges(marks[last], day).map { "\(start)/\($0)" } }
        joined.values += CaseSum.values(marks[first], marks[last]) + CaseSum.values(marks[last], marks[first])
        marks.replaceSubrange(first...last, with: [joined])
    }

    /// Where a range begins or ends that an expression names: its days' first and the day after the last; the end of a year or month that its `mod`
    /// points to; of `now` the day of writing.
    fileprivate static func edges(_ mark: Mark, _ day: CalendarDate?) -> [String] {
        if mark.values.first == "PRESENT_REF" { return day.map { ["\($0)", "\($0.adding(days: 1))"] } ?? [] }
        if mark.attributes["mod"] == "END", let value = mark.values.first, let start = SpecificationValue.day(value) {
            let isDay = value.count == 10
            return [isDay ? "\(start.adding(days: 1))" : "\(start.adding(months: value.count == 4 ? 12 : 1))"]
        }
        return mark.attributes["interval"]?.split(separator: "/").map(String.init) ?? []
    }
}

/// A start and a length that a case takes as one range (`from 10 a.m. for 3 hours`), which TIMEX3 marks as a time and a duration.
enum CaseSum {
    /// The range from the start on, if the one mark is a date or a time and the other a length of known seconds.
    static func values(_ start: Mark, _ length: Mark) -> [String] {
        guard let text = length.values.first(where: { $0.hasSuffix(" s") }), let seconds = Int(text.dropLast(2)), seconds < 1_000_000_000,
            let value = start.values.first
        else { return [] }
        if let clock = ClockValue(spelled: start.values) {
            return SpecificationValue.spellings("\(clock.local)/\(clock.later(minutes: seconds / 60))")
        }
        guard let day = CalendarDate(iso8601: value), seconds % 86_400 == 0 else { return [] }
        return ["\(day)/\(day.adding(days: seconds / 86_400))", "\(day)/\(day.adding(days: seconds / 86_400 + 1))"]
    }
}

/// Everything that a record says of an expression, in the notations that cases use.
struct CaseReading {
    let values: [String]

    init(_ mark: Mark, day: CalendarDate?, zone: Int?) {
        let stated = mark.attributes["interval"] == nil ? mark.values : mark.values.filter { !Self.isDays($0) }
        var values = stated.flatMap { value in
            SpecificationValue.spellings(value) + SpecificationValue.spellings(Self.nextDay(value))
                + Self.atZone(value, zone).flatMap(SpecificationValue.spellings)
        }
        values += stated.compactMap(Self.starts) + mark.values.compactMap(CaseLength.seconds)
        if let modifier = mark.attributes["mod"] { values += mark.values.map { "\($0) \(modifier)" } }
        if mark.attributes["mod"] == "END", let end = DateCase.edges(mark, day).first { values.append("by \(end)") }
        if let days = mark.attributes["interval"]?.split(separator: "/").map(String.init), days.count == 2 {
            values.append("\(days[0])/\(days[1])")
            values += ["by \(days[1])", "\(days[0])/*", "*/\(days[0])", "\(days[1])/*"]
            if let day { values += mark.values.map { "\($0) \(days[1] <= day.adding(days: 1).description ? "back" : "on")" } }
        }
        self.values = values
    }

    /// Whether a value is a range of days. Its last day is one of the range, but cases write the day after it: the record's interval is compared.
    private static func isDays(_ value: String) -> Bool {
        let ends = value.split(separator: "/")
        return ends.count == 2 && ends.allSatisfy { $0.count == 10 && CalendarDate(iso8601: String($0)) != nil }
    }

    /// Midnight at a day's end as that at the next one's start.
    private static func nextDay(_ value: String) -> String {
        guard value.hasSuffix("T24:00"), let day = CalendarDate(iso8601: value) else { return value }
        return "\(day.adding(days: 1))T00:00"
    }

    /// A range of dates from the start of the first to the start of the second.
    private static func starts(_ value: String) -> String? {
        let days = value.split(separator: "/").compactMap { SpecificationValue.day(String($0)) }
        return days.count == 2 && !value.contains("T") ? "\(days[0])/\(days[1])" : nil
    }

    /// A time with a zone on the clock of another one, minutes east of UTC, and, as cases often leave the zone out, without it.
    private static func atZone(_ value: String, _ zone: Int?) -> [String] {
        let parts = value.split(separator: "/").map { ClockValue(String($0)) }
        guard !parts.isEmpty, parts.allSatisfy({ $0?.zone != nil }) else { return [] }
        let bare = parts.compactMap { $0?.local }.joined(separator: "/")
        guard let zone else { return [bare] }
        return [parts.compactMap { $0?.moved(to: zone) }.joined(separator: "/")]
    }
}

/// Lengths of time in one unit, so that `PT1.5H` is `PT1H30M`.
enum CaseLength {
    private static let dateUnits: [Character: Double] = ["Y": 31_536_000, "M": 2_592_000, "W": 604_800, "D": 86_400]
    private static let clockUnits: [Character: Double] = ["H": 3600, "M": 60, "S": 1]

    /// The seconds of a length whose numbers are known, with years of 365 and months of 30 days, as Recognizers-Text counts them.
    static func seconds(_ value: String) -> String? {
        guard value.first == "P", value.count > 2 else { return nil }
        var (total, digits, isClock) = (0.0, "", false)
        for character in value.dropFirst() {
            if character.isNumber || character == "." {
                digits.append(character)
            } else if character == "T", digits.isEmpty {
                isClock = true
            } else {
                guard let unit = (isClock ? clockUnits : dateUnits)[character], let count = Double(digits) else { return nil }
                (total, digits) = (total + count * unit, "")
            }
        }
        guard digits.isEmpty, total < 1e12 else { return nil }
        return "\(Int(total)) s"
    }

    /// The length with an unknown number, where the text gives none (`a few minutes`): notebooks take three for it.
    static func vague(_ value: String, _ text: String) -> String? {
        guard value.first == "P", ["few", "some", "several"].contains(where: text.lowercased().contains) else { return nil }
        return value.replacing("3", with: "X")
    }
}

/// `2013-02-14T08:00Z` taken apart.
private struct ClockValue {
    let day: CalendarDate
    let minutes: Int
    /// Minutes east of UTC.
    let zone: Int?

    init?(_ value: String) {
        guard let day = CalendarDate(iso8601: value), value.count >= 16, let hour = Int(value.dropFirst(11).prefix(2)),
            let minute = Int(value.dropFirst(14).prefix(2))
        else { return nil }
        (self.day, minutes) = (day, hour * 60 + minute)
        let rest = value.dropFirst(16)
        if rest == "Z" {
            zone = 0
        } else if let hours = Int(rest.dropFirst().prefix(2)), let rests = Int(rest.suffix(2)), rest.count == 6 {
            zone = (rest.first == "-" ? -1 : 1) * (hours * 60 + rests)
        } else {
            zone = nil
        }
    }

    /// The time that one of several spellings writes to the minute.
    init?(spelled values: [String]) {
        guard let value = values.first(where: { $0.count == 16 }), let clock = ClockValue(value) else { return nil }
        self = clock
    }

    var local: String { text(minutes) }

    func later(minutes other: Int) -> String { text(minutes + other) }

    func moved(to other: Int) -> String { text(minutes - (zone ?? other) + other) }

    private func text(_ minutes: Int) -> String {
        let days = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440
        let rest = minutes - days * 1440
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day.adding(days: days))T\(two(rest / 60)):\(two(rest % 60))"
    }
}
