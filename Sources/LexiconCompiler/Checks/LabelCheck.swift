import Gazette

/// Names the labels of a user's table that are none of OntoNotes': they are taken as they are, but may be slips of the pen.
enum LabelCheck {
    /// One for every label, at its first row.
    static func problems(of checked: CheckedRows) -> [LexiconProblem] {
        var seen: Set<String> = []
        return checked.rows.compactMap { row in
            guard case .entry(let entry) = row.row, entry.label.label == .custom, checked.files[row.file].kind == .user,
                seen.insert(entry.label.description).inserted
            else { return nil }
            let known = EntityLabel.names.joined(separator: " ")
            return checked.problem(row, "label '\(entry.label)' is none of \(known); records will have it as it is")
        }
    }
}
