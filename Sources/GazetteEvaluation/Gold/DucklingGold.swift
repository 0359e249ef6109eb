import Gazette

/// Reads an example of Duckling's English corpus: the whole text is one value, or in the negative examples none.
///
/// The examples of its latent corpus, which Duckling itself finds only on request, are grouped apart.
struct DucklingGold {
    let origin: String

    private static let kinds: [String: (layer: Layer, types: Set<String>)] = [
        "Time": (.dates, ["DATE", "TIME", "DURATION", "SET"]), "Duration": (.dates, ["DURATION"]),
        "Numeral": (.numbers, ["cardinal", "fraction", "ratio"]), "Ordinal": (.numbers, ["ordinal"]), "AmountOfMoney": (.numbers, ["money"]),
        "Distance": (.numbers, ["quantity"]), "Quantity": (.numbers, ["quantity"]), "Temperature": (.numbers, ["quantity"]),
        "Volume": (.numbers, ["quantity"]),
    ]

    private static let periods = [
        "Second": "PT1S", "Minute": "PT1M", "Hour": "PT1H", "Day": "P1D", "Week": "P1W", "Month": "P1M", "Quarter": "P3M", "Year": "P1Y",
    ]

    func read(_ record: JSONValue) throws(GoldError) -> MarkedText? {
        guard let text = record["text"]?.text, let kind = record["kind"]?.text else { throw GoldError(origin, "'text' and 'kind' are wanted") }
        guard let (layer, types) = Self.kinds[kind], !text.isEmpty else { return nil }
        let now = record["reference_datetime"]?.text
        let date = now.flatMap { CalendarDate(iso8601: $0) }
        let time = DucklingTime(text: text.lowercased(), today: date, now: now.map { String($0.prefix(19)) })
        var marked = MarkedText(id: record["id"]?.text ?? origin, text: Array(text.utf8), date: date)
        marked.groups = [record["section"]?.text == "latentCorpus" ? "latent" : "plain"]
        marked.isDateCase = layer == .dates
        marked.secondOfDay = now.flatMap { TimeOfDay.seconds(iso8601: $0) }
        marked.zone = now.flatMap(Self.zone)
        if layer == .numbers { marked.numberView = Self.view(kind, types) } else { marked.scope = [layer: types] }
        let isNegative = record["negative"]?.bool == true
        let values = record["parsed"].map { layer == .dates ? Self.dates($0, time) : Self.numbers($0) } ?? []
        marked.layers[layer] = isNegative ? [] : [Mark(ByteRange(0, marked.text.count), label: Self.label(kind, values), values: values)]
        if kind == "AmountOfMoney", let unit = record["parsed"]?["unit"]?.text, unit.count == 3, unit == unit.uppercased() {
            marked.layers[layer]?[0].attributes["unit"] = unit
        }
        return marked
    }

    /// Duckling's spans take in words of comparison and what is measured; it gives masses in grams.
    private static func view(_ kind: String, _ types: Set<String>) -> NumberView {
        var view = NumberView(types: types, takesInWords: true)
        if kind == "Quantity" || kind == "Volume" || kind == "Distance" { view.isTemperature = false }
        if kind == "Temperature" { view.isTemperature = true }
        if kind == "Quantity" { view.factors = ["kg": 1000, "mg": 0.001] }
        return view
    }

    /// The minutes east of UTC of `2013-02-12T04:30:00-02:00`.
    private static func zone(_ instant: String) -> Int? {
        let parts = instant.dropFirst(20).split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        return (instant.dropFirst(19).first == "-" ? -1 : 1) * (parts[0] * 60 + parts[1])
    }

    /// Duckling's kinds are wider than types: for times the value tells whether a day or a part of one is meant.
    private static func label(_ kind: String, _ values: [String]) -> String {
        switch kind {
        case "Time": return values.contains { $0.contains("T") && !$0.contains("/") } ? "TIME" : "DATE"
        case "Duration": return "DURATION"
        case "Numeral": return "cardinal"
        case "Ordinal": return "ordinal"
        case "AmountOfMoney": return "money"
        default: return "quantity"
        }
    }

    private static func dates(_ parsed: JSONValue, _ time: DucklingTime) -> [String] {
        guard let unit = parsed["unit"]?.text, let count = parsed["value"]?.scalar, let one = periods[unit] else { return time.values(parsed) }
        let months = unit == "Quarter" ? Int(count).map { "P\($0 * 3)M" } : nil
        return [months, one.replacing("1", with: count)].compactMap { $0 }
    }

    /// Values in the notation of records, whose amounts of cents are fractions of a whole currency.
    private static func numbers(_ parsed: JSONValue) -> [String] {
        if parsed["unit"]?.text == "Cent", let cents = parsed["value"]?.scalar.flatMap(Double.init) {
            return [NumberValue.canonical("\(cents / 100)")]
        }
        let (lower, upper) = (parsed["from"]?.scalar, parsed["to"]?.scalar)
        let values = NumberValue.canonical(value: parsed["value"]?.scalar, lower: lower, upper: upper)
        if parsed["value"] != nil || (lower == nil) == (upper == nil) { return values }
        return values.flatMap { lower == nil ? ["<" + $0, "<=" + $0] : [">" + $0, ">=" + $0] }
    }
}
