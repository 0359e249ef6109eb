import Gazette

/// Values of Recognizers-Text in the notation of records.
enum SpecificationValue {
    /// Every TIMEX3 value, and every interval of days, that a resolution allows: its `timex`, and each of its candidates, of which it gives one in the
    /// past and one in the future where a text does not say.
    static func dates(_ resolution: JSONValue, day: CalendarDate?, text: String = "") -> [String] {
        var values = [resolution["Timex"], resolution["timex"]].compactMap { $0?.text }
        let candidates = [resolution["FutureResolution"], resolution["PastResolution"]].compactMap { $0 } + (resolution["values"]?.array ?? [])
        for candidate in candidates {
            values += ["timex", "value", "date", "dateTime", "time"].compactMap { candidate[$0]?.text }
            for (first, last) in [("start", "end"), ("startDate", "endDate"), ("startDateTime", "endDateTime"), ("startTime", "endTime")] {
                values += open(candidate[first]?.text, candidate[last]?.text)
                if let first = candidate[first]?.text, let last = candidate[last]?.text {
                    values += range(first, last, isCounted: values.contains { $0.hasSuffix("D)") })
                }
            }
        }
        values = values.flatMap { [$0] + tuple($0) + dayPart($0) + counted($0, text) }
        values += values.compactMap { today($0, day?.description ?? "XXXX-XX-XX") } + values.compactMap { today($0, "XXXX-XX-XX") }
        values += values.compactMap { CaseLength.vague($0, text) } + values.flatMap(bare)
        values += values.flatMap { CaseDistance(text).coarser($0) }
        let marked = values.compactMap(CaseLength.seconds) + values.compactMap(partOfDay) + values.compactMap(endOfDay)
        return Array(Set(values.flatMap(spellings) + marked)).sorted()
    }

    /// `FY2008` and `SY2008` are years of which only the name is known; a weekend that comes again is a period or a place in the week.
    private static func bare(_ value: String) -> [String] {
        if value.hasPrefix("FY") || value.hasPrefix("SY") { return [String(value.dropFirst(2))] }
        if value == "P0.5Y" { return ["P6M"] }
        return value == "P1WE" ? ["XXXX-WXX-WE"] : value == "XXXX-WXX-WE" ? ["P1WE"] : []
    }

    /// The part of a day that begins and ends at the hours which Recognizers-Text gives it.
    private static func partOfDay(_ value: String) -> String? {
        let ends = value.split(separator: "/").map { String($0).replacing(" ", with: "T") }
        guard ends.count == 2, let day = CalendarDate(iso8601: ends[0]), CalendarDate(iso8601: ends[1]) == day else { return nil }
        switch (ends[0].dropFirst(11), ends[1].dropFirst(11)) {
        case ("08:00:00", "12:00:00"): return "\(day)TMO"
        case ("12:00:00", "16:00:00"): return "\(day)TAF"
        case ("16:00:00", "20:00:00"): return "\(day)TEV"
        case ("20:00:00", "23:59:59"): return "\(day)TNI"
        case ("08:00:00", "10:00:00"): return "\(day)TMO START"
        case ("14:00:00", "16:00:00"): return "\(day)TAF END"
        default: return nil
        }
    }

    /// The last second of a day is its END.
    private static func endOfDay(_ value: String) -> String? {
        value.hasSuffix("23:59:59") && !value.contains("/") ? CalendarDate(iso8601: value).map { "\($0) END" } : nil
    }

    /// A range with one end alone (`before 2016`, `since August`) is told by that end: the record's date begins or ends there.
    private static func open(_ first: String?, _ last: String?) -> [String] {
        switch (first, last) {
        case (let first?, nil): return ["\(first)/*", first]
        case (nil, let last?): return ["*/\(last)", last]
        default: return []
        }
    }

    /// `(T09,T11,PT2H)` is `T09/T11`.
    private static func tuple(_ value: String) -> [String] {
        guard value.first == "(", value.last == ")", case let parts = value.dropFirst().dropLast().split(separator: ","), parts.count == 3 else {
            return []
        }
        return ["\(parts[0])/\(parts[1])"]
    }

    /// `within 5 minutes`, `next hour` are lengths for TIMEX3, here the third part of a range that begins or ends now.
    private static func counted(_ value: String, _ text: String) -> [String] {
        guard value.hasSuffix(")"), let length = value.dropLast().split(separator: ",").last, length.hasPrefix("PT"),
            ["within", "next", "last", "past", "previous", "coming"].contains(where: text.lowercased().contains)
        else { return [] }
        return [String(length)]
    }

    /// Recognizers-Text has evening for `tonight`, TIMEX3 night; half past is exact in neither.
    private static func dayPart(_ value: String) -> [String] { value.hasSuffix("TEV") ? [value.dropLast(2) + "NI"] : [] }

    /// Ends are exclusive; but where the case counts days between two that the text names, the last one is a day of the range.
    private static func range(_ first: String, _ last: String, isCounted: Bool) -> [String] {
        guard isCounted, let end = CalendarDate(iso8601: last), !last.contains(":") else { return ["\(first)/\(last)"] }
        return ["\(first)/\(last)", "\(first)/\(end.adding(days: 1))"]
    }

    /// A time or a range of times on the day of writing.
    private static func today(_ value: String, _ day: String) -> String? {
        let parts = value.split(separator: "/").map(clock)
        guard !parts.isEmpty, parts.allSatisfy({ $0.hasPrefix("T") }) else { return nil }
        return parts.map { "\(day)\($0)" }.joined(separator: "/")
    }

    private static func clock(_ value: Substring) -> String {
        (value.dropFirst(2).first == ":" ? "T" : "") + value.replacing(" ", with: "T")
    }

    /// A value with its time of day to the hour, minute and second, as far as what is left out is zero: `2016-11-07 09:00:00` is `2016-11-07T09`,
    /// `2016-11-07T09:00` and `2016-11-07T09:00:00`. Of a range, both ends.
    static func spellings(_ value: String) -> [String] {
        let ends = value.split(separator: "/", omittingEmptySubsequences: false).map { precisions(clock($0)) }
        guard ends.count == 2 else { return ends.count == 1 ? ends[0] : [value] }
        return ends[0].flatMap { first in ends[1].map { "\(first)/\($0)" } }
    }

    private static func precisions(_ value: String) -> [String] {
        guard let mark = value.lastIndex(of: "T") else { return [value] }
        var parts = value[mark...].dropFirst().split(separator: ":")
        guard parts.allSatisfy({ $0.count <= 2 && $0.allSatisfy(\.isNumber) }), (1...3).contains(parts.count) else { return [value] }
        if parts[0].count == 1 { parts[0] = "0" + parts[0] }
        while parts.count > 1, parts.last == "00" { parts.removeLast() }
        let shortest = value[...mark] + parts.joined(separator: ":")
        return (0...3 - parts.count).map { shortest + String(repeating: ":00", count: $0) }
    }

    /// The first day of a value such as `2013`, `2013-02`, `2013-02-12T16`; as an end, which is exclusive, the day before a midnight.
    static func day(_ value: String, isEnd: Bool = false) -> CalendarDate? {
        let quarter = value.split(separator: "-Q", maxSplits: 1).compactMap { Int($0) }
        if quarter.count == 2, value.contains("-Q") { return CalendarDate(year: quarter[0], month: quarter[1] * 3 - 2, day: 1) }
        let day = CalendarDate(iso8601: value) ?? CalendarDate(iso8601: value + "-01") ?? CalendarDate(iso8601: value + "-01-01")
        let isMidnight = !value.contains("T") || value.contains("T00") && !value.dropFirst(13).contains { $0.isNumber && $0 != "0" }
        return isEnd && isMidnight ? day?.adding(days: -1) : day
    }

    /// `16400000`, `100%`, or an interval `[20,30)`: bounds on both sides are a range, whichever of them are open; one bound is `<` or `<=`, `>` or `>=`;
    /// equal bounds are a value.
    static func numbers(_ value: String) -> [String] {
        let bare = value.filter { !"%[]() ".contains($0) }
        let bounds = bare.split(separator: ",", omittingEmptySubsequences: false).map { NumberValue.canonical(String($0)) }
        guard bounds.count == 2 else { return [NumberValue.canonical(bare)] }
        if bounds[0].isEmpty { return [(value.hasSuffix("]") ? "<=" : "<") + bounds[1]] }
        if bounds[1].isEmpty { return [(value.hasPrefix("[") ? ">=" : ">") + bounds[0]] }
        return [bounds[0] == bounds[1] ? bounds[0] : bounds.joined(separator: "..")]
    }
}
