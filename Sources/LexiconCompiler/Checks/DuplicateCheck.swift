import Gazette

/// Finds rows that stand twice.
enum DuplicateCheck {
    /// Twice in one file is an error, in two files a warning.
    static func problems(of checked: CheckedRows) -> [LexiconProblem] {
        var problems: [LexiconProblem] = []
        var seen: [String: LocatedRow] = [:]
        for row in checked.rows {
            for key in keys(of: row.row) {
                guard let first = seen[key] else {
                    seen[key] = row
                    continue
                }
                let name = key.split(separator: "\t").joined(separator: " ")
                let isError = first.file == row.file && !checked.isUser(row)
                problems.append(checked.problem(row, "'\(name)' stands in \(checked.place(first)) already", isError ? .error : .warning))
            }
        }
        return problems
    }

    private static func keys(of row: Row) -> [String] {
        switch row {
        case .entry(let row): ["\(row.surface)\t\(row.label)\t\(row.id)"]
        case .negative(let row): ["\(row.surface)\t\(NegativeRow.label)\t\(row.id)"]
        case .pattern(let row): ["\(row.tokens)\t\(row.label)"]
        case .evidence(let row): ["\(EvidenceTemplate.featureNames[row.feature])\tevidence"]
        case .word(let row): ["\(row.surface)\t\(row.wordClass.name)"]
        case .cue(let row): row.forms.map { "\($0)\t\(row.category.name)\t\(row.partOfSpeech.name)\t\(row.uncertainty?.name ?? "certain")" }
        }
    }
}
