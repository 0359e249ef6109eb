import Gazette

/// Reads a table of named, tab-separated columns: the header first; empty lines and lines that begin with `#` are passed over.
struct TableFile {
    let path: String
    let columns: [String]

    /// The rows' cells with the line they stand on.
    func rows() throws -> [(line: Int, cells: [String])] {
        let text = String(decoding: try InputFile.contents(of: path), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.element.isEmpty && !$0.element.hasPrefix("#") }
            .map { (line: $0.offset + 1, cells: $0.element.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)) }
        guard let header = lines.first, header.cells == columns else {
            throw GoldError("\(path):\(lines.first?.line ?? 1)", "the header is not \(columns.joined(separator: ", "))")
        }
        for row in lines where row.cells.count != columns.count {
            throw GoldError("\(path):\(row.line)", "\(row.cells.count) columns, \(columns.count) are wanted")
        }
        return Array(lines.dropFirst())
    }
}
