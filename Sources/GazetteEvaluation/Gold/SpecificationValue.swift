import Gazette

/// Values of Recognizers-Text in the notation of records.
enum SpecificationValue {
    /// Every TIMEX3 value, and every interval of days, that a resolution allows.
    static func dates(_ resolution: JSONValue, day: CalendarDate?) -> [String] {
        var values = [resolution["Timex"], resolution["timex"]].compactMap { $0?.text }
        let candidates = [resolution["FutureResolution"], resolution["PastResolution"]].compactMap { $0 } + (resolution["values"]?.array ?? [])
        for candidate in candidates {
            values += ["timex", "value", "date", "dateTime", "time"].compactMap { candidate[$0]?.text }
            for (first, last) in [("start", "end"), ("startDate", "endDate"), ("startDateTime", "endDateTime")] {
                if let first = candidate[first]?.text, let last = candidate[last]?.text { values.append("\(first)/\(last)") }
            }
        }
        let times = values.filter { $0.hasPrefix("T") || $0.dropFirst(2).first == ":" }
        if let day { values += times.map { "\(day)T\($0.hasPrefix("T") ? String($0.dropFirst()) : $0)" } }
        return Array(Set(values.flatMap(spellings))).sorted()
    }

    /// A value with its time of day to the hour, minute and second, as far as what is left out is zero: `2016-11-07 09:00:00` is `2016-11-07T09`,
    /// `2016-11-07T09:00` and `2016-11-07T09:00:00`.
    static func spellings(_ value: String) -> [String] {
        let value = (value.dropFirst(2).first == ":" ? "T" : "") + value.replacing(" ", with: "T")
        guard !value.contains("/"), let mark = value.lastIndex(of: "T") else { return [value] }
        var parts = value[mark...].dropFirst().split(separator: ":")
        guard parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isNumber) }), (1...3).contains(parts.count) else { return [value] }
        while parts.count > 1, parts.last == "00" { parts.removeLast() }
        let shortest = value[...mark] + parts.joined(separator: ":")
        return (0...3 - parts.count).map { shortest + String(repeating: ":00", count: $0) }
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
