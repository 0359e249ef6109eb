import Gazette

/// Reads a specification case of Recognizers-Text: dates and numbers, each file's cases scored for the types that its model knows.
///
/// Dates are compared as TIMEX3: any of the case's candidates counts (past, future, unresolved), and a range by its days; numbers as their model sees
/// them (corpora/README.md). Cases that are known to fail on some of the project's runtimes are grouped apart, and so are those that fail on the
/// one it was written for. Its other models (sequences, choices, time zones) have no layer here.
struct RecognizersGold {
    let origin: String

    /// The layer and types of a model, by how its name begins; the first that fits counts.
    private static let models: [(prefix: String, layer: Layer, types: Set<String>)] = [
        ("DateTime/TimeZone", .dates, []),
        ("DateTime/DateTimeModel", .dates, ["DATE", "TIME", "DURATION", "SET"]), ("DateTime/Merged", .dates, ["DATE", "TIME", "DURATION", "SET"]),
        ("DateTime/DateTime", .dates, ["TIME"]), ("DateTime/Date", .dates, ["DATE"]), ("DateTime/Holiday", .dates, ["DATE"]),
        ("DateTime/Time", .dates, ["TIME"]), ("DateTime/Duration", .dates, ["DURATION"]), ("DateTime/Set", .dates, ["SET"]),
        ("Number/Ordinal", .numbers, ["ordinal"]), ("Number/Percent", .numbers, ["percent"]), ("Number/NumberRange", .numbers, numbers),
        ("Number/Number", .numbers, numbers), ("NumberWithUnit/Age", .numbers, ["age"]), ("NumberWithUnit/Currency", .numbers, ["money"]),
        ("NumberWithUnit/", .numbers, ["quantity"]),
    ]

    private static let numbers: Set<String> = ["cardinal", "fraction"]
    private static let withUnits: Set<String> = ["percent", "money", "quantity", "age"]

    /// How a model sees numbers; the first whose name begins so.
    private static let views: [(prefix: String, view: NumberView)] = [
        ("Number/NumberRange", NumberView(types: numbers.union(withUnits).union(["ratio"]), takesInWords: true, isAboutBounds: true)),
        ("Number/Number", NumberView(types: numbers.union(["ratio"]), carriers: withUnits)),
        ("NumberWithUnit/Dimension", NumberView(types: ["quantity"], isTemperature: false)),
        ("NumberWithUnit/Temperature", NumberView(types: ["quantity"], isTemperature: true)),
    ]

    /// Units of which a hundred make a currency: records give amounts in whole currencies.
    private static let hundredths: Set<String> = ["Cent", "Pence", "Penny", "Sen"]

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
        marked.secondOfDay = record["reference_datetime"]?.text.flatMap { TimeOfDay.seconds(iso8601: $0) }
        marked.groups = [Self.group(record["not_supported"]?.text)]
        marked.isDateCase = model.layer == .dates
        if marked.isDateCase { marked.groups.append(String(id.prefix { $0 != "#" })) }
        marked.numberView = Self.views.first { id.hasPrefix($0.prefix) }?.view
        if marked.numberView == nil { marked.scope = [model.layer: model.types] }
        let offsets = OffsetTable(text: marked.text, unit: .codepoint)
        var marks: [Mark] = []
        for (index, item) in expected.enumerated() {
            if let mark = try mark(item, index, offsets, date), model.types.contains(mark.label) { marks.append(mark) }
        }
        marked.layers[model.layer] = marks
        return marked
    }

    /// `javascript, python`: the runtimes on which a case fails. The cases were written for dotnet.
    private static func group(_ runtimes: String?) -> String {
        guard let runtimes else { return "supported" }
        return runtimes.contains("dotnet") ? "unsupported" : "partly"
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
        if label == label.uppercased() {
            return Mark(range, label: label, values: SpecificationValue.dates(resolution, day: date, text: item["text"]?.text ?? ""))
        }
        return number(resolution, range, label)
    }

    /// A number's mark; nil for a unit that stands without a number.
    private func number(_ resolution: JSONValue, _ range: ByteRange, _ label: String) -> Mark? {
        guard let value = resolution["value"]?.text, value != "null" else { return nil }
        let isFraction = resolution["subtype"]?.text == "fraction"
        var mark = Mark(range, label: isFraction ? "fraction" : label, values: SpecificationValue.numbers(value))
        mark.attributes["unit"] = resolution["isoCurrency"]?.text
        if Self.hundredths.contains(resolution["unit"]?.text ?? ""), let amount = Double(value) {
            mark.values = [NumberValue.canonical("\(amount / 100)")]
        }
        return mark
    }
}
