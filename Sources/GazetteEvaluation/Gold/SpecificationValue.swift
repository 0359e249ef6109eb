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
        return Array(Set(values.map(shortened))).sorted()
    }

    /// Without the parts of a time of day that are zero: `2016-11-07 09:00:00` and `2016-11-07T09:00` become `2016-11-07T09`.
    static func shortened(_ value: String) -> String {
        var value = value.replacing(" ", with: "T")
        if value.dropFirst(2).first == ":" { value = "T" + value }
        guard value.contains("T"), value.contains(":"), !value.contains("/") else { return value }
        while value.hasSuffix(":00") { value.removeLast(3) }
        return value
    }

    /// `16400000`, `100%`, or a range `[20,30)`; an open range counts by its one bound.
    static func numbers(_ value: String) -> [String] {
        let bare = value.filter { !"%[]() ".contains($0) }
        let bounds = bare.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard bounds.count == 2 else { return [NumberValue.canonical(bare)] }
        return NumberValue.canonical(value: nil, lower: Self.bound(bounds[0]), upper: Self.bound(bounds[1]))
    }

    private static func bound(_ text: String) -> String? { text.isEmpty ? nil : text }
}
