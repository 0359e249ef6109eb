import Gazette

/// Reads a specification case of Recognizers-Text: dates and numbers, each file's cases scored for the types that its model knows.
///
/// Values are compared as TIMEX3: any of the case's candidates counts (past, future, unresolved), and a range by its days. Cases that are known to
/// fail on one of the project's runtimes are grouped apart. Its other models (sequences, choices, time zones) have no layer here.
struct RecognizersGold {
    let origin: String

    /// The layer and types of a model, by how its name begins; the first that fits counts.
    private static let models: [(prefix: String, layer: Layer, types: Set<String>)] = [
        ("DateTime/TimeZone", .dates, []),
        ("DateTime/DateTimeModel", .dates, ["DATE", "TIME", "DURATION", "SET"]), ("DateTime/Merged", .dates, ["DATE", "TIME", "DURATION", "SET"]),
        ("DateTime/DateTime", .dates, ["TIME"]), ("DateTime/Date", .dates, ["DATE"]), ("DateTime/Holiday", .dates, ["DATE"]),
        ("DateTime/Time", .dates, ["TIME"]), ("DateTime/Duration", .dates, ["DURATION"]), ("DateTime/Set", .dates, ["SET"]),
        ("Number/Ordinal", .numbers, ["ordinal"]), ("Number/Percent", .numbers, ["percent"]), ("Number/Number", .numbers, ["cardinal", "fraction"]),
        ("NumberWithUnit/Age", .numbers, ["age"]), ("NumberWithUnit/Currency", .numbers, ["money"]), ("NumberWithUnit/", .numbers, ["quantity"]),
    ]

    private static let types = [
        "date": "DATE", "daterange": "DATE", "datetime": "TIME", "datetimerange": "TIME", "datetimealt": "TIME", "time": "TIME", "timerange": "TIME",
        "duration": "DURATION", "set": "SET", "number": "cardinal", "numberrange": "cardinal", "ordinal": "ordinal", "percentage": "percent",
        "age": "age", "currency": "money", "dimension": "quantity", "temperature": "quantity",
    ]

    func read(_ record: JSONValue) throws(GoldError) -> MarkedText? {
        guard let text = record["text"]?.text, let id = record["id"]?.text, let expected = record["expect"]?.array else {
            throw GoldError(origin, "'id', 'text' and 'expect' are wanted")
        }
        guard let model = Self.models.first(where: { id.hasPrefix($0.prefix) }), !model.types.isEmpty, record["complete"]?.bool != false
        else { return nil }
        let date = record["reference_datetime"]?.text.flatMap { CalendarDate(iso8601: $0) }
        var marked = MarkedText(id: id, text: Array(text.utf8), date: date)
        marked.group = record["not_supported"] == nil ? "supported" : "not supported"
        marked.scope = [model.layer: model.types]
        let offsets = OffsetTable(text: marked.text, unit: .codepoint)
        var marks: [Mark] = []
        for (index, item) in expected.enumerated() {
            if let mark = try mark(item, index, offsets, date), model.types.contains(mark.label) { marks.append(mark) }
        }
        marked.layers[model.layer] = marks
        return marked
    }

    private func mark(_ item: JSONValue, _ index: Int, _ offsets: OffsetTable, _ date: CalendarDate?) throws(GoldError) -> Mark? {
        let resolution = item["resolution"]
        let stated = item["type"]?.text ?? resolution?["values"]?.array?.first?["type"]?.text ?? ""
        let name = stated.hasPrefix("datetimeV2.") ? String(stated.dropFirst("datetimeV2.".count)) : stated
        guard let label = Self.types[name] else { return nil }
        guard let start = item["start"]?.integer, let end = item["end"]?.integer else { throw GoldError(origin, "expect[\(index)] has no offsets") }
        let range: ByteRange
        do { range = try offsets.range(start, end) } catch { throw GoldError(origin, "expect[\(index)] \(error.text)") }
        guard let resolution else { return Mark(range, label: label) }
        if label == label.uppercased() { return Mark(range, label: label, values: SpecificationValue.dates(resolution, day: date)) }
        guard let value = resolution["value"]?.text else { return Mark(range, label: label) }
        let isFraction = resolution["subtype"]?.text == "fraction"
        return Mark(range, label: isFraction ? "fraction" : label, values: SpecificationValue.numbers(value))
    }
}
