import Gazette

/// Finds what is wrong in lexicon files, and what is likely a mistake.
public enum LexiconLinter {
    /// Problems by file and line.
    public static func check(_ files: [LexiconFile]) -> [LexiconProblem] {
        var problems: [LexiconProblem] = []
        var seen: [String: (file: String, line: Int)] = [:]
        var names: [String: (name: String, file: String, line: Int)] = [:]
        for file in files.sorted(by: { $0.name < $1.name }) {
            var reader = RowReader(file)
            let rows = reader.rows()
            problems += reader.problems
            problems += order(file)
            for (line, row) in rows {
                for key in keys(of: row) {
                    if let first = seen[key] {
                        problems.append(
                            LexiconProblem(
                                file: file.name, line: line, severity: first.file == file.name ? .error : .warning,
                                message: "'\(key.split(separator: "\t").joined(separator: " "))' stands in \(first.file):\(first.line) already"))
                    } else {
                        seen[key] = (file.name, line)
                    }
                }
                if case .entry(let entry) = row {
                    if let first = names[entry.id], first.name != entry.name {
                        problems.append(
                            LexiconProblem(
                                file: file.name, line: line, severity: .warning,
                                message: "id '\(entry.id)' has the name '\(entry.name)', but '\(first.name)' in \(first.file):\(first.line)"))
                    } else {
                        names[entry.id] = (entry.name, file.name, line)
                    }
                }
            }
        }
        return problems.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
    }

    /// What must not stand twice.
    private static func keys(of row: Row) -> [String] {
        switch row {
        case .entry(let row): return ["\(row.surface)\t\(row.label)\t\(row.id)"]
        case .word(let row): return ["\(row.surface)\t\(row.wordClass.name)"]
        case .cue(let row): return row.forms.map { "\($0)\t\(row.category.name)\t\(row.partOfSpeech.name)\t\(row.uncertainty?.name ?? "certain")" }
        case .evidence(let row): return ["\(EvidenceTemplate.featureNames[row.feature])\tevidence"]
        }
    }

    /// Rows are sorted by their bytes.
    private static func order(_ file: LexiconFile) -> [LexiconProblem] {
        let lines = file.bytes.split(separator: 0x0A)
        for index in lines.indices.dropFirst(2) where lines[index].lexicographicallyPrecedes(lines[index - 1]) {
            return [LexiconProblem(file: file.name, line: index + 1, message: "rows are not sorted by their bytes here; LC_ALL=C sort does it")]
        }
        return []
    }
}
