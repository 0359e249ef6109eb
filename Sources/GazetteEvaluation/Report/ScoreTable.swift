import Gazette

/// The scores as people read them: percentages, and the counts behind them.
public struct ScoreTable: Sendable {
    let evaluation: Evaluation
    let bootstrap: Bootstrap

    public init(_ evaluation: Evaluation, bootstrap: Bootstrap = Bootstrap()) { (self.evaluation, self.bootstrap) = (evaluation, bootstrap) }

    public var text: String {
        var table = TextTable(rows: [
            ["\(evaluation.textCount) text\(evaluation.textCount == 1 ? "" : "s")", "P", "R", "F1", "95 %", "gold", "predicted", "correct"]
        ])
        for layer in Layer.allCases {
            let rows = evaluation.rows.filter { $0.layer == layer }
            if rows.isEmpty { continue }
            table.rows.append([])
            table.rows.append([layer.rawValue])
            for row in rows where isShown(row) { table.rows += cells(row) }
        }
        return (table.lines + (evaluation.notes.isEmpty ? [] : [""]) + evaluation.notes.map { "note: \($0)" }).joined(separator: "\n")
    }

    /// Labels are shown for the measure that stands for the layer or decides on labels, files of a specification where cases are counted.
    private func isShown(_ row: ScoreRow) -> Bool {
        if case .group(let name) = row.breakdown { return !name.contains("/") || row.measure == "cases" }
        guard case .label = row.breakdown else { return true }
        return row.measure == (row.layer == .entities || row.layer == .stance ? "strict" : "type")
    }

    private func cells(_ row: ScoreRow) -> [[String]] {
        let score = row.total
        let name = row.breakdown.name.map { "    \($0)" } ?? "  \(row.measure)"
        let interval = row.breakdown == .all ? Percent.text(bootstrap.interval(of: row.byText)) : ""
        let counts = score.complete + score.recallOnly
        let correct = counts.partial == 0 ? "\(counts.correct)" : "\(counts.correct) + \(counts.partial)/2"
        var rows = [
            [
                name, Percent.text(score.precision), Percent.text(score.recall), Percent.text(score.f1), interval, "\(counts.possible)",
                "\(counts.actual)", correct,
            ]
        ]
        if row.breakdown == .all, let macro = evaluation.macroF1(row.layer, row.measure), isMacroShown(row) {
            rows.append(["  \(row.measure), mean of labels", "", "", Percent.text(macro)])
        }
        return rows
    }

    private func isMacroShown(_ row: ScoreRow) -> Bool {
        isShown(ScoreRow(layer: row.layer, measure: row.measure, breakdown: .label(""), total: row.total, byText: []))
    }
}
