import Gazette

/// Reads gold and predictions from JSON Lines: Gazette's own records, and any object with `text` and `entities`, `spans` or `ents`.
struct RecordGold {
    let origin: String
    /// The unit of the offsets; without it, what the record states, otherwise code points.
    let unit: OffsetUnit?

    /// Fields that hold a layer, in the order in which they are looked for; the first that a record has counts.
    private static let fields: [(layer: Layer, names: [String])] = [
        (.sentences, ["sentences", "sents"]), (.tokens, ["words", "tokens"]), (.entities, ["entities", "spans", "ents"]),
        (.dates, ["dates", "timex"]), (.numbers, ["numbers"]), (.stance, ["stance", "cues", "attributions"]),
        (.quotations, ["quotations"]),
    ]

    func read(_ record: JSONValue, fallbackID: String) throws(GoldError) -> MarkedText? {
        guard let text = record["text"]?.text else { throw GoldError(origin, "field 'text' is missing or no string") }
        if record["primary"]?.bool == false { return nil }
        let date = (record["dct"] ?? record["date"])?.text.flatMap { CalendarDate(iso8601: $0) }
        var marked = MarkedText(id: record["id"]?.scalar ?? fallbackID, text: Array(text.utf8), date: date)
        let offsets = OffsetTable(text: marked.text, unit: try offsetUnit(record))
        marked.source = record["source"]?.text
        for (layer, names) in Self.fields {
            guard let name = names.first(where: { record[$0] != nil }), let field = record[name] else { continue }
            guard let items = field.array else { throw GoldError(origin, "field '\(name)' is no array") }
            let reader = MarkReader(origin: origin, field: name, offsets: offsets, text: marked.text)
            marked.layers[layer] = layer == .quotations ? try QuotationReader(reader: reader).quotations(items) : try reader.marks(items)
            if name == "cues" { marked.stanceView = .uncertainty }
            if name == "attributions" { marked.layers[.quotations] = try QuotationReader(reader: reader).attributions(items) }
            if name == "attributions" { marked.stanceView = .attribution }
        }
        try readPartial(record, into: &marked)
        return marked
    }

    private func offsetUnit(_ record: JSONValue) throws(GoldError) -> OffsetUnit {
        if let unit { return unit }
        guard let stated = record["gazette"]?["offsets"]?.text else { return .codepoint }
        guard let unit = OffsetUnit(rawValue: stated) else {
            throw GoldError(origin, "the record counts its offsets in '\(stated)', codepoint, utf16 or utf8 is wanted")
        }
        return unit
    }

    private func readPartial(_ record: JSONValue, into marked: inout MarkedText) throws(GoldError) {
        for name in record["partial"]?.array ?? [] {
            guard let layer = name.text.flatMap(Layer.init(rawValue:)) else {
                throw GoldError(origin, "'partial' names a layer that is none of \(Layer.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            marked.partial.insert(layer)
        }
    }
}

/// Reads the marks of one field of a record.
struct MarkReader {
    let origin: String
    let field: String
    let offsets: OffsetTable
    let text: [UInt8]

    func marks(_ items: [JSONValue]) throws(GoldError) -> [Mark] {
        var marks: [Mark] = []
        for (index, item) in items.enumerated() {
            if field == "attributions" {
                if let mark = try attribution(item, index) { marks.append(mark) }
            } else {
                marks.append(try mark(item, index))
            }
        }
        return marks
    }

    /// An object with `start` and `end`, a pair, or spaCy's triple.
    private func mark(_ item: JSONValue, _ index: Int) throws(GoldError) -> Mark {
        if let parts = item.array {
            guard parts.count == 2 || parts.count == 3, let start = parts[0].integer, let end = parts[1].integer else {
                throw problem(index, "is no [start, end] or [start, end, label]")
            }
            return Mark(try range(start, end, index), label: parts.count == 3 ? parts[2].scalar ?? "" : "")
        }
        guard let start = item["start"]?.integer, let end = item["end"]?.integer else { throw problem(index, "has no 'start' and 'end'") }
        let range = try range(start, end, index)
        try check(item["text"]?.text, range, index)
        var mark = attributed(Mark(range), item)
        if field == "stance" {
            mark.parts["scope"] = try item["scope"].map { part throws(GoldError) in try self.part(part, index) }
            mark.parts["source"] = try item["source"].map { part throws(GoldError) in try self.part(part, index) }
        }
        return mark
    }

    /// A stretch that belongs to a mark: a pair, or an object with `start` and `end`.
    func part(_ item: JSONValue, _ index: Int) throws(GoldError) -> ByteRange {
        guard let start = item["start"]?.integer ?? item.array?.first?.integer, let end = item["end"]?.integer ?? item.array?.last?.integer else {
            throw problem(index, "has a part that is no stretch of text")
        }
        let range = try range(start, end, index)
        try check(item["text"]?.text, range, index)
        return range
    }

    private func attributed(_ mark: Mark, _ item: JSONValue) -> Mark {
        var mark = mark
        mark.label = (item["label"] ?? item["category"] ?? item["type"])?.scalar ?? ""
        mark.id = (item["id"] ?? item["kb_id"])?.scalar.flatMap { $0.isEmpty ? nil : $0 }
        mark.evidence = item["source"]?.text
        mark.values =
            field == "numbers"
            ? NumberValue.canonical(value: item["value"]?.scalar, lower: item["lower"]?.scalar, upper: item["upper"]?.scalar)
            : item["value"]?.scalar.map { [$0] } ?? []
        mark.attributes["interval"] = DateValue.interval(earliest: item["earliest"]?.text, latest: item["latest"]?.text)
        for name in ["unit", "comparator", "uncertainty", "polarity", "mod"] { mark.attributes[name] = item[name]?.scalar }
        if item["negated"]?.bool == true { mark.attributes["negated"] = "true" }
        mark.attributes["counted"] = item["counted"]?.text ?? item["counted"]?["text"]?.text
        return mark
    }

    /// PolNeAR: the first and only stretch of the cue; attributions without one are left out.
    private func attribution(_ item: JSONValue, _ index: Int) throws(GoldError) -> Mark? {
        guard let cue = item["cue"]?.array?.first else { return nil }
        var mark = try mark(cue, index)
        mark.label = "cue"
        return mark
    }

    func range(_ start: Int, _ end: Int, _ index: Int) throws(GoldError) -> ByteRange {
        do { return try offsets.range(start, end) } catch { throw problem(index, error.text) }
    }

    /// A mark that quotes its text must quote what its offsets hold, otherwise the offsets count something else.
    private func check(_ quoted: String?, _ range: ByteRange, _ index: Int) throws(GoldError) {
        guard let quoted, !quoted.utf8.elementsEqual(text[range.indices]) else { return }
        let found = String(decoding: text[range.indices], as: UTF8.self)
        throw problem(index, "says '\(quoted)', but its offsets, read as \(offsets.unit.plural), hold '\(found)'")
    }

    func problem(_ index: Int, _ text: String) -> GoldError { GoldError(origin, "\(field)[\(index)] \(text)") }
}
