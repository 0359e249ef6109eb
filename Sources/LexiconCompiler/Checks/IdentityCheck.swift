import Gazette

/// Compares what the rows of one id say of their thing, and looks at the form of ids.
enum IdentityCheck {
    static func problems(of checked: CheckedRows) -> [LexiconProblem] {
        var check = Comparison(checked: checked)
        for row in checked.rows {
            guard case .entry(let entry) = row.row, !entry.id.isEmpty else { continue }
            check.compare(entry, row)
        }
        return check.problems
    }

    private struct Comparison {
        let checked: CheckedRows
        var problems: [LexiconProblem] = []
        var names: [String: (name: String, row: LocatedRow)] = [:]
        var labels: [String: (label: RowLabel, row: LocatedRow)] = [:]
        /// By surface and label the last place with an id that others use too.
        var canonical: [String: (id: String, name: String, row: LocatedRow)] = [:]

        init(checked: CheckedRows) {
            self.checked = checked
            for row in checked.rows {
                guard case .entry(let entry) = row.row, IdentityCheck.isPlace(entry.label.label), !entry.id.hasPrefix("gazette:") else { continue }
                canonical["\(entry.surface)\t\(entry.label)"] = (entry.id, entry.name, row)
            }
        }

        mutating func compare(_ entry: EntryRow, _ row: LocatedRow) {
            if !checked.isUser(row), let wanted = CanonicalID.problem(of: entry.id) {
                problems.append(checked.problem(row, "id '\(entry.id)' is not \(wanted)", .error))
            }
            if let first = names[entry.id], first.name != entry.name, !checked.isUser(row) {
                problems.append(
                    checked.problem(row, "id '\(entry.id)' has the name '\(entry.name)', but '\(first.name)' in \(checked.place(first.row))"))
            } else {
                names[entry.id] = (entry.name, row)
            }
            compareLabel(entry, row)
            compareWithCanonical(entry, row)
        }

        /// A people shares its country's id; nothing else is of two kinds.
        private mutating func compareLabel(_ entry: EntryRow, _ row: LocatedRow) {
            if entry.label.label == .norp { return }
            guard let first = labels[entry.id] else { return labels[entry.id] = (entry.label, row) }
            if first.label != entry.label {
                let message =
                    "id '\(entry.id)' has the label \(entry.label), but \(first.label) in \(checked.place(first.row)); one thing has one label"
                problems.append(checked.problem(row, message))
            }
        }

        /// Another place of the same name says so by its own: `Chelsea, London`.
        private mutating func compareWithCanonical(_ entry: EntryRow, _ row: LocatedRow) {
            guard entry.id.hasPrefix("gazette:"), let other = canonical["\(entry.surface)\t\(entry.label)"],
                other.name == entry.name
            else { return }
            let message = "'\(entry.surface)' has the id '\(entry.id)', but '\(other.id)' in \(checked.place(other.row)); one place has one id"
            problems.append(checked.problem(row, message))
        }
    }

    private static func isPlace(_ label: EntityLabel) -> Bool { label == .geopolitical || label == .location }
}

/// The forms of ids that lexicons/SCHEMA.md lists.
enum CanonicalID {
    /// Nil where an id is one of them, otherwise what is wanted.
    static func problem(of id: String) -> String? {
        guard let colon = id.firstIndex(of: ":") else { return "of the form scheme:value" }
        let (scheme, value) = (String(id[..<colon]), Array(id[id.index(after: colon)...].utf8))
        switch scheme {
        case "iso3166": return value.count == 2 && value.allSatisfy(\.isUpper) ? nil : "iso3166: and two capitals"
        case "iso3166-2":
            let isCode = 4...6 ~= value.count && value[2] == UInt8(ascii: "-") && value[..<2].allSatisfy(\.isUpper)
            return isCode && value[3...].allSatisfy { $0.isUpper || $0.isDigit } ? nil : "iso3166-2: and a code such as PK-KP"
        case "geonames": return value.allSatisfy(\.isDigit) ? nil : "geonames: and a number"
        case "wordnet": return value.count == 9 && value.allSatisfy(\.isDigit) ? nil : "wordnet: and nine digits"
        case "m49": return value.count == 3 && value.allSatisfy(\.isDigit) ? nil : "m49: and three digits"
        case "iso639":
            return 2...8 ~= value.count && value.allSatisfy { $0.isLower || $0 == UInt8(ascii: "-") } ? nil : "iso639: and a code of small letters"
        case "ticker": return value.allSatisfy { 0x21...0x7E ~= $0 } ? nil : "ticker: and a symbol"
        case "gazette":
            let parts = value.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            return parts.count == 2 && parts.allSatisfy(isSlug) ? nil : "gazette:kind/slug in small letters, digits and hyphens"
        default: return "of one of the schemes iso3166 iso3166-2 geonames wordnet m49 iso639 ticker gazette"
        }
    }

    private static func isSlug(_ part: ArraySlice<UInt8>) -> Bool {
        !part.isEmpty && part.allSatisfy { $0.isLower || $0.isDigit || $0 == UInt8(ascii: "-") }
    }
}
