import Gazette

/// The scores for programs: one JSON object, ratios as fractions, an undefined one null, offsets in code points.
public struct ScoreReport: Sendable {
    let evaluation: Evaluation
    let bootstrap: Bootstrap
    var errors: (comparison: Comparison, groups: [DiscrepancyGroup])?
    var differences: DifferenceTable?

    /// With errors, up to a limit of each kind; with differences, those to other predictions.
    public init(_ evaluation: Evaluation, bootstrap: Bootstrap, errors: ErrorList? = nil, differences: DifferenceTable? = nil) {
        (self.evaluation, self.bootstrap, self.differences) = (evaluation, bootstrap, differences)
        self.errors = errors.map { ($0.comparison, $0.groups) }
    }

    public var text: String { String(decoding: value.json, as: UTF8.self) }

    private var value: JSONValue {
        var fields: [String: JSONValue] = ["texts": JSONValue(evaluation.textCount), "notes": JSONValue(evaluation.notes), "layers": layers]
        if let errors { fields["errors"] = .array(errors.groups.map { entry($0, errors.comparison) }) }
        if let differences { fields["differences"] = differences.value }
        return .object(fields)
    }

    private var layers: JSONValue {
        var layers: [String: JSONValue] = [:]
        for layer in Layer.allCases {
            let rows = evaluation.rows.filter { $0.layer == layer }
            if rows.isEmpty { continue }
            let measures = rows.filter { $0.breakdown == .all }.map { row in (row.measure, measure(row, rows.filter { $0.measure == row.measure })) }
            layers[layer.rawValue] = .object(Dictionary(uniqueKeysWithValues: measures))
        }
        return .object(layers)
    }

    private func measure(_ row: ScoreRow, _ rows: [ScoreRow]) -> JSONValue {
        var fields = Self.fields(row.total)
        fields["interval"] = bootstrap.interval(of: row.byText).map { .array([JSONValue($0.lowerBound), JSONValue($0.upperBound)]) } ?? .null
        fields["macro_f1"] = evaluation.macroF1(row.layer, row.measure).map { JSONValue($0) }
        var (labels, groups): ([String: JSONValue], [String: JSONValue]) = ([:], [:])
        for row in rows {
            switch row.breakdown {
            case .all: break
            case .label(let name): labels[name] = .object(Self.fields(row.total))
            case .group(let name): groups[name] = .object(Self.fields(row.total))
            }
        }
        if !labels.isEmpty { fields["labels"] = .object(labels) }
        if !groups.isEmpty { fields["groups"] = .object(groups) }
        return .object(fields)
    }

    private static func fields(_ score: Score) -> [String: JSONValue] {
        let counts = score.complete + score.recallOnly
        return [
            "precision": JSONValue(score.precision), "recall": JSONValue(score.recall), "f1": JSONValue(score.f1),
            "gold": JSONValue(counts.possible), "predicted": JSONValue(counts.actual), "correct": JSONValue(counts.correct),
            "partial": JSONValue(counts.partial), "incorrect": JSONValue(counts.incorrect), "missed": JSONValue(counts.missed),
            "spurious": JSONValue(counts.spurious),
        ]
    }

    private func entry(_ group: DiscrepancyGroup, _ comparison: Comparison) -> JSONValue {
        let item = group.example
        let text = comparison.texts[item.text].gold
        var fields: [String: JSONValue] = [
            "layer": .string(item.layer.rawValue), "kind": .string(item.kind.rawValue), "count": JSONValue(group.count), "id": .string(text.id),
        ]
        fields["gold"] = item.gold.map { MarkValue(text: text, unit: .codepoint).value($0) }
        fields["predicted"] = item.predicted.map { MarkValue(text: text, unit: .codepoint).value($0) }
        fields["context"] = (item.gold ?? item.predicted).map { .string(Excerpt(text: text.text, range: $0.range).line) }
        return .object(fields)
    }
}

/// Marks of a text as JSON objects.
struct MarkValue {
    let text: MarkedText
    private var map: OffsetMap

    init(text: MarkedText, unit: OffsetUnit) {
        self.text = text
        map = OffsetMap(unit: unit)
        map.reset(text: text.text)
    }

    func value(_ mark: Mark) -> JSONValue {
        var fields: [String: JSONValue] = [
            "start": offset(mark.range.start), "end": offset(mark.range.end), "text": .string(text[mark.range]),
        ]
        if !mark.label.isEmpty { fields["label"] = .string(mark.label) }
        if !mark.values.isEmpty { fields["values"] = JSONValue(mark.values) }
        if !mark.parts.isEmpty { fields["parts"] = .object(mark.parts.mapValues { .array([offset($0.start), offset($0.end)]) }) }
        fields["id"] = mark.id.map { .string($0) }
        fields["source"] = mark.evidence.map { .string($0) }
        return .object(fields)
    }

    private func offset(_ byte: Int32) -> JSONValue { JSONValue(Int(map.offset(byte, in: text.text))) }
}
