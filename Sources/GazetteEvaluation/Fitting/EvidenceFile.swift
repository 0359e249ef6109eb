import Gazette

/// An evidence table as a lexicon file; lexicons/SCHEMA.md defines the columns.
enum EvidenceFile {
    static func text(of table: EvidenceTable) -> String {
        let header = (["feature"] + NameGroup.allCases.map(\.name) + ["source"]).joined(separator: "\t")
        let rows = zip(EvidenceTemplate.featureNames, table.rows).compactMap { name, weights -> String? in
            let cells = NameGroup.allCases.map { weights[$0.rawValue] == 0 ? "" : String(weights[$0.rawValue]) }
            return cells.allSatisfy(\.isEmpty) ? nil : ([name] + cells + ["fit"]).joined(separator: "\t")
        }
        return ([header] + rows.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }).joined(separator: "\n") + "\n"
    }
}
