/// Looks for the keys of the `source` column in the list of sources.
enum SourceCheck {
    static func problems(of checked: CheckedRows, allowed: Set<String>?) -> [LexiconProblem] {
        guard let allowed else { return [] }
        return checked.rows.filter { !checked.isUser($0) && !allowed.contains($0.source) }.map { row in
            checked.problem(row, "source '\(row.source)' is no key of SOURCES.md: \(allowed.sorted().joined(separator: " "))", .error)
        }
    }

    /// The keys of SOURCES.md: what stands between backquotes in the first column of its table.
    static func keys(in text: String) -> Set<String> {
        Set(
            text.split(separator: "\n").compactMap { line in
                guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else { return nil }
                return String(line.dropFirst(3)[..<end])
            })
    }
}
