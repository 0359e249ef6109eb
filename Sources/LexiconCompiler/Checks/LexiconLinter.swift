public import Gazette

/// Finds what is wrong in lexicon files, and what is likely a mistake.
public enum LexiconLinter {
    /// Problems by file and line.
    ///
    /// `base` is the lexicon that users' files go over; the project's own files need none. `sources` are the allowed keys of the `source` column.
    public static func check(_ files: [LexiconFile], over base: Lexicon? = nil, sources: Set<String>? = nil) -> [LexiconProblem] {
        let sorted = files.sorted { $0.name < $1.name }
        var problems: [LexiconProblem] = []
        var rows: [LocatedRow] = []
        for (index, file) in sorted.enumerated() {
            var reader = RowReader(file, index: index)
            rows += reader.rows()
            problems += reader.problems + FormCheck.problems(of: file)
        }
        let checked = CheckedRows(files: sorted, rows: rows)
        problems += DuplicateCheck.problems(of: checked) + IdentityCheck.problems(of: checked)
        problems += SourceCheck.problems(of: checked, allowed: sources)
        problems += LabelCheck.problems(of: checked)
        problems += SurfaceCheck.problems(of: checked, over: base)
        return problems.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
    }
}

/// The rows that a check looks at.
struct CheckedRows {
    let files: [LexiconFile]
    let rows: [LocatedRow]

    func problem(_ row: LocatedRow, _ message: String, _ severity: LexiconProblem.Severity = .warning) -> LexiconProblem {
        LexiconProblem(file: files[row.file].name, line: row.line, severity: severity, message: message)
    }

    /// `entities/countries.tsv:12`
    func place(_ row: LocatedRow) -> String { "\(files[row.file].name):\(row.line)" }

    func isUser(_ row: LocatedRow) -> Bool { files[row.file].kind != .project }
}
