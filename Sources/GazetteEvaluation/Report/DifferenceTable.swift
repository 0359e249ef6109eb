import Gazette

/// How two predictions of the same gold differ, measure by measure.
public struct DifferenceTable: Sendable {
    private let rows: [(layer: Layer, measure: String, difference: Bootstrap.Difference)]

    public init(_ evaluation: Evaluation, from other: Evaluation, bootstrap: Bootstrap) {
        rows = evaluation.rows.filter { $0.breakdown == .all }.compactMap { row in
            guard let base = other.row(row.layer, row.measure) else { return nil }
            return bootstrap.difference(of: row.byText, from: base.byText).map { (row.layer, row.measure, $0) }
        }
    }

    /// F1 of the first less that of the other, in percentage points.
    public var text: String {
        var table = TextTable(rows: [["difference of F1", "points", "95 %", "p"]])
        for row in rows {
            let points = Percent.text(row.difference.f1)
            let shown = points.hasPrefix("-") ? points : "+" + points
            table.rows.append([
                "\(row.layer.rawValue) \(row.measure)", shown,
                "\(Percent.text(row.difference.interval.lowerBound)) to \(Percent.text(row.difference.interval.upperBound))",
                Self.probability(row.difference.probability),
            ])
        }
        return table.lines.joined(separator: "\n")
    }

    var value: JSONValue {
        .array(
            rows.map { row in
                .object([
                    "layer": .string(row.layer.rawValue), "measure": .string(row.measure), "f1": JSONValue(row.difference.f1),
                    "interval": .array([JSONValue(row.difference.interval.lowerBound), JSONValue(row.difference.interval.upperBound)]),
                    "p": JSONValue(row.difference.probability),
                ])
            })
    }

    private static func probability(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        return thousandths >= 1000 ? "1.000" : "0." + String(String(1000 + thousandths).dropFirst())
    }
}
