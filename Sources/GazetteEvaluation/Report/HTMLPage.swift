public import Gazette

/// Gold and prediction side by side as one self-contained page: texts with their marks, filterable by layer, kind of error and words.
public struct HTMLPage: Sendable {
    private let comparison: Comparison
    private let table: String
    private let layers: [Layer]

    public init(_ comparison: Comparison, table: ScoreTable, layers: LayerSet) {
        self.comparison = comparison
        self.table = table.text
        self.layers = layers.layers.filter { layer in layer != .tokens && comparison.texts.contains { $0.gold.layers[layer] != nil } }
    }

    public var bytes: [UInt8] {
        let data = JSONValue.object(["table": .string(table), "layers": JSONValue(layers.map(\.rawValue)), "texts": .array(texts)])
        return Array(PageParts.head.utf8) + Self.escaped(data.json) + Array(PageParts.tail.utf8)
    }

    private var texts: [JSONValue] {
        var errors: [Int: [Layer: [Discrepancy]]] = [:]
        for layer in layers {
            for item in comparison.discrepancies(in: layer) { errors[item.text, default: [:]][layer, default: []].append(item) }
        }
        return comparison.texts.enumerated().map { index, text in value(text, errors[index] ?? [:]) }
    }

    /// Offsets in UTF-16 units, as scripts count them.
    private func value(_ text: ComparedText, _ errors: [Layer: [Discrepancy]]) -> JSONValue {
        let marks = MarkValue(text: text.gold, unit: .utf16)
        var shown: [String: JSONValue] = [:]
        for layer in layers {
            guard let (gold, predicted) = text.marks(of: layer) else { continue }
            let faults = (errors[layer] ?? []).map { item in
                JSONValue.object([
                    "kind": .string(item.kind.rawValue), "gold": item.gold.map(marks.value) ?? .null,
                    "predicted": item.predicted.map(marks.value) ?? .null,
                ])
            }
            shown[layer.rawValue] = .object([
                "gold": .array(gold.map(marks.value)), "predicted": .array(predicted.map(marks.value)), "errors": .array(faults),
            ])
        }
        let content = String(decoding: text.gold.text, as: UTF8.self)
        return .object(["id": .string(text.gold.id), "text": .string(content), "layers": .object(shown)])
    }

    /// JSON that cannot end the script element that holds it.
    private static func escaped(_ json: [UInt8]) -> [UInt8] {
        json.flatMap { $0 == UInt8(ascii: "<") ? Array("\\u003c".utf8) : [$0] }
    }
}
