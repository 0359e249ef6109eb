/// Rows of cells as aligned lines: some columns to the left, the others to the right.
package struct TextTable {
    package var rows: [[String]] = []
    package var leftColumns: Set<Int> = [0]

    package init(rows: [[String]] = [], leftColumns: Set<Int> = [0]) { (self.rows, self.leftColumns) = (rows, leftColumns) }

    package var lines: [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).enumerated().map { index, cell in
                let padding = String(repeating: " ", count: cell.1 - cell.0.count)
                return leftColumns.contains(index) ? cell.0 + padding : padding + cell.0
            }
            return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }
    }
}
