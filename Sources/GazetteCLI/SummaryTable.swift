import Gazette

/// The table that people see after a batch.
struct SummaryTable {
    private static let mostRows = 60

    var rows: [DocumentSummary] = []

    /// One row an article, entities by label, then the totals and where the records lie.
    func text(output: String?) -> String {
        let labels = EntityLabel.allCases.filter { label in rows.contains { $0.entities[Int(label.rawValue)] > 0 } }
        let header = ["article", "sentences", "tokens"] + labels.map(\.description) + ["dates", "numbers", "stance"]
        var table = [header] + rows.prefix(Self.mostRows).map { cells($0, labels) }
        if rows.count > Self.mostRows { table.append(["… \(rows.count - Self.mostRows) more"] + header.dropFirst().map { _ in "" }) }
        table.append(totals(labels))
        let widths = header.indices.map { column in table.map { $0[column].count }.max() ?? 0 }
        var lines = table.map { row in
            zip(row.indices, row).map { index, cell in index == 0 ? left(cell, widths[0]) : right(cell, widths[index]) }.joined(separator: "  ")
        }
        let rule = String(repeating: "─", count: widths.reduce(0, +) + 2 * (widths.count - 1))
        lines.insert(rule, at: 1)
        lines.insert(rule, at: lines.count - 1)
        lines.append("records: \(output ?? "standard output")")
        return lines.joined(separator: "\n")
    }

    private func cells(_ row: DocumentSummary, _ labels: [EntityLabel]) -> [String] {
        let id = row.id.count > 36 ? row.id.prefix(35) + "…" : row.id
        let counts = [row.sentences, row.tokens] + labels.map { row.entities[Int($0.rawValue)] } + [row.dates, row.numbers, row.stance]
        return [id] + counts.map(String.init)
    }

    private func totals(_ labels: [EntityLabel]) -> [String] {
        func sum(_ count: (DocumentSummary) -> Int) -> String { String(rows.reduce(0) { $0 + count($1) }) }
        return ["\(rows.count) articles", sum(\.sentences), sum(\.tokens)] + labels.map { label in sum { $0.entities[Int(label.rawValue)] } }
            + [sum(\.dates), sum(\.numbers), sum(\.stance)]
    }

    private func left(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
    private func right(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }
}
