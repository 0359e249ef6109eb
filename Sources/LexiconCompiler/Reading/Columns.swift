import Gazette

/// Which of the four kinds of rows a file's header declares.
enum Columns: CaseIterable {
    case entries, words, cues, evidence

    /// What a user's file may be.
    static let ofUsers: [Columns] = [.entries, .words, .cues]

    var names: [String] {
        switch self {
        case .entries: ["surface", "label", "id", "name", "weight", "flags", "source"]
        case .words: ["surface", "class", "value", "source"]
        case .cues: ["lemma", "category", "pos", "forms", "polarity", "uncertainty", "flags", "source"]
        case .evidence: ["feature"] + NameGroup.allCases.map(\.name) + ["source"]
        }
    }

    /// The columns that a user's file must have.
    var required: [String] {
        switch self {
        case .entries: ["surface", "label"]
        case .words: ["surface", "class", "value"]
        case .cues: ["lemma", "category", "pos", "forms"]
        case .evidence: names
        }
    }
}

/// Where in a line the columns of a file stand.
struct ColumnLayout {
    let columns: Columns
    /// For every column of the kind the index of its field; nil where the file leaves it out.
    let places: [Int?]
    /// How many fields a line has.
    let count: Int
    var isHeaderless = false

    /// The layout of the project's files: every column, in the order of the schema.
    init?(header: [String]) {
        guard let columns = Columns.allCases.first(where: { $0.names == header }) else { return nil }
        self.columns = columns
        (places, count) = (header.indices.map { $0 }, header.count)
    }

    /// The layout of a user's file: the required columns and any of the others, in any order; `type` is another name of `label`.
    init?(userHeader: [String]) {
        let header = userHeader.map { $0 == "type" ? "label" : $0 }
        let columns = Columns.ofUsers.first { columns in
            columns.required.allSatisfy(header.contains) && header.allSatisfy(columns.names.contains) && Set(header).count == header.count
        }
        guard let columns else { return nil }
        self.columns = columns
        places = columns.names.map { header.firstIndex(of: $0) }
        count = header.count
    }

    /// The layout of a user's file without a header, in which a surface and its label begin each line.
    init(entryFields count: Int) {
        columns = .entries
        places = columns.names.indices.map { $0 < count ? $0 : nil }
        self.count = count
        isHeaderless = true
    }

    /// The names of the fields of a line, in their order.
    var names: [String] { zip(columns.names, places).filter { $0.1 != nil }.sorted { ($0.1 ?? 0) < ($1.1 ?? 0) }.map(\.0) }

    /// A line's fields in the order of the schema, with empty ones for columns that the file leaves out.
    func fields(of line: [String]) -> [String] {
        if places.count == count, places.indices.allSatisfy({ places[$0] == $0 }) { return line }
        return places.map { $0.map { line[$0] } ?? "" }
    }
}
