import Gazette

/// The table that people see after a batch.
struct SummaryTable {
    private static let mostRows = 60

    private var rows: [DocumentSummary] = []
    private var all = DocumentSummary.none
    private var count = 0

    mutating func add(_ documents: [DocumentSummary]) {
        rows += documents.prefix(max(0, Self.mostRows - rows.count))
        for document in documents { all += document }
        count += documents.count
    }

    /// One row an article, entities by label, then the totals and where the records lie.
    func text(output: String?) -> String {
        let labels = EntityLabel.allCases.filter { all.entities[Int($0.rawValue)] > 0 }
        let header = ["article", "sentences", "tokens"] + labels.map(\.description) + ["dates", "numbers", "stance"]
        var table = [header] + rows.map { cells(name($0), $0, labels) }
        if count > rows.count { table.append(["… \(count - rows.count) more"] + header.dropFirst().map { _ in "" }) }
        table.append(cells("\(count) articles", all, labels))
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

    private func name(_ row: DocumentSummary) -> String { row.name.count > 36 ? row.name.prefix(35) + "…" : row.name }

    private func cells(_ name: String, _ row: DocumentSummary, _ labels: [EntityLabel]) -> [String] {
        let counts = [row.sentences, row.tokens] + labels.map { row.entities[Int($0.rawValue)] } + [row.dates, row.numbers, row.stance]
        return [name] + counts.map(String.init)
    }

    private func left(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
    private func right(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }
}
