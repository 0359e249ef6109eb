import Gazette

/// Reads one file's rows and says what is wrong with those that it leaves out.
struct RowReader {
    let file: LexiconFile
    /// The file's place among those of the image.
    let index: Int
    private(set) var problems: [LexiconProblem] = []

    init(_ file: LexiconFile, index: Int = 0) { (self.file, self.index) = (file, index) }

    /// The valid rows.
    mutating func rows() -> [LocatedRow] {
        file.kind == .patterns ? patterns() : table()
    }

    private mutating func table() -> [LocatedRow] {
        let lines = TextLines(file.bytes)
        var rows: [LocatedRow] = []
        guard let layout = layout(lines) else { return [] }
        for line in (layout.isHeaderless ? 0 : 1)..<lines.ranges.count {
            if file.kind == .user, lines.isBlank(line) { continue }
            guard let fields = lines.fields(line) else {
                report(line + 1, "the line is not UTF-8")
                continue
            }
            guard fields.count == layout.count else {
                report(line + 1, "\(fields.count) fields, \(layout.count) wanted: \(layout.names.joined(separator: " "))")
                continue
            }
            let all = layout.fields(of: fields)
            if let row = row(layout.columns, all, line + 1) {
                rows.append(LocatedRow(file: index, line: line + 1, source: all[all.count - 1], row: row))
            }
        }
        return rows
    }

    private mutating func layout(_ lines: TextLines) -> ColumnLayout? {
        if lines.ranges.isEmpty {
            report(1, "the file is empty; its first line names the columns")
            return nil
        }
        guard let header = lines.fields(0) else {
            report(1, "the line is not UTF-8")
            return nil
        }
        if file.kind == .user {
            if let layout = ColumnLayout(userHeader: header) { return layout }
            if header.count > 1, header.count <= Columns.entries.names.count, isLabel(header[1]) { return ColumnLayout(entryFields: header.count) }
            let allowed = Columns.ofUsers.map { columns in
                "'" + columns.required.joined(separator: " ") + "' with any of '"
                    + columns.names.filter { !columns.required.contains($0) }.joined(separator: " ") + "'"
            }
            report(1, "columns '\(header.joined(separator: " "))' are none of \(allowed.joined(separator: ", "))")
            return nil
        }
        if let layout = ColumnLayout(header: header) { return layout }
        let allowed = Columns.allCases.map { "'" + $0.names.joined(separator: " ") + "'" }.joined(separator: ", ")
        report(1, "columns '\(header.joined(separator: " "))' are none of \(allowed)")
        return nil
    }

    private func isLabel(_ field: String) -> Bool { field == NegativeRow.label || EntityLabel(name: field) != nil }

    private mutating func row(_ columns: Columns, _ fields: [String], _ line: Int) -> Row? {
        for (name, field) in zip(columns.names, fields) {
            if let first = field.utf8.first, let last = field.utf8.last, first <= 0x20 || last <= 0x20 || first >= 0xC2 || last >= 0x80,
                field.first?.isWhitespace == true || field.last?.isWhitespace == true
            {
                return reject(line, "\(name) '\(field)' begins or ends with white space")
            }
            if field.utf8.contains(where: { $0 < 0x20 }) { return reject(line, "\(name) has a control character") }
        }
        if fields[0].isEmpty { return reject(line, "\(columns.names[0]) is empty") }
        if file.kind == .project, fields[fields.count - 1].isEmpty { return reject(line, "source is empty; a key of SOURCES.md is wanted") }
        switch columns {
        case .entries: return fields[1] == NegativeRow.label ? negative(fields, line) : entry(fields, line).map(Row.entry)
        case .words: return word(fields, line).map(Row.word)
        case .cues: return cue(fields, line).map(Row.cue)
        case .evidence: return evidence(fields, line).map(Row.evidence)
        }
    }

    // MARK: The three kinds

    private mutating func entry(_ fields: [String], _ line: Int) -> EntryRow? {
        let isUser = file.kind == .user
        guard let label = isUser ? RowLabel(userName: fields[1]) : RowLabel(name: fields[1]) else {
            let allowed = "\(EntityLabel.names.joined(separator: " ")) \(NegativeRow.label)"
            return reject(line, isUser ? "label '\(fields[1])' is empty or has white space in it" : "label '\(fields[1])' is none of \(allowed)")
        }
        if isUser ? fields[2].contains(" ") : !isID(fields[2]) { return reject(line, "id '\(fields[2])' is not of the form scheme:value") }
        if !isUser, fields[3].isEmpty { return reject(line, "name is empty") }
        guard let flags = flags(fields[5], isUser ? ["guard", "exact", "always"] : ["guard", "exact"], line) else { return nil }
        var options: ReadingFlags = [flags.contains("guard") ? .guarded : [], flags.contains("exact") ? .exact : []]
        if flags.contains("always") { options.insert([.decisive, .always]) }
        if isUser, fields[4].isEmpty, !flags.contains("guard") { options.insert(.decisive) }
        guard let weight = isUser && fields[4].isEmpty ? Self.userWeight : Int(fields[4]), (0...9).contains(weight) else {
            return reject(line, "weight '\(fields[4])' is outside 0...9")
        }
        let name = fields[3].isEmpty ? fields[0] : fields[3]
        return EntryRow(surface: fields[0], label: label, id: fields[2], name: name, weight: weight, flags: options)
    }

    /// The prominence of a thing of which a user gives none.
    static let userWeight = 5

    private mutating func negative(_ fields: [String], _ line: Int) -> Row? {
        for place in 3...5 where !fields[place].isEmpty {
            return reject(
                line, "\(Columns.entries.names[place]) of a row with the label '\(NegativeRow.label)' is '\(fields[place])', nothing is wanted")
        }
        if file.kind == .project, !fields[2].isEmpty {
            return reject(line, "id of a row with the label '\(NegativeRow.label)' is '\(fields[2])', nothing is wanted")
        }
        return .negative(NegativeRow(surface: fields[0], id: fields[2]))
    }

    private mutating func word(_ fields: [String], _ line: Int) -> WordRow? {
        guard let wordClass = WordClass(name: fields[1]) else {
            return reject(line, "class '\(fields[1])' is none of \(WordClass.names.joined(separator: " "))")
        }
        if file.kind == .user, wordClass.isForSegmentation {
            return reject(line, "class '\(fields[1])' belongs to the segmentation, which only the compiled lexicon itself can change")
        }
        if let wanted = ValueRule.problem(of: fields[2], for: wordClass) {
            return reject(line, "value '\(fields[2])' of class '\(fields[1])' is not \(wanted)")
        }
        return WordRow(surface: fields[0], wordClass: wordClass, value: fields[2])
    }

    private mutating func cue(_ fields: [String], _ line: Int) -> CueRow? {
        guard let category = StanceCategory(name: fields[1]) else {
            return reject(line, "category '\(fields[1])' is none of \(StanceCategory.names.joined(separator: " "))")
        }
        guard let partOfSpeech = PartOfSpeech(name: fields[2]) else {
            return reject(line, "pos '\(fields[2])' is none of \(PartOfSpeech.allCases.map(\.name).joined(separator: " "))")
        }
        let forms = fields[3].split(separator: ",").map(String.init)
        guard !forms.isEmpty else { return reject(line, "forms is empty") }
        guard let polarity = ["": 0, "+": 1, "-": -1][fields[4]] else { return reject(line, "polarity '\(fields[4])' is none of '+', '-' and empty") }
        let uncertainty = Uncertainty(name: fields[5])
        guard fields[5].isEmpty || uncertainty != nil else {
            return reject(line, "uncertainty '\(fields[5])' is none of \(Uncertainty.allCases.map(\.name).joined(separator: " ")) and empty")
        }
        guard let flags = flags(fields[6], Set(CueFlags.names), line) else { return nil }
        let bits = CueFlags.names.enumerated().reduce(UInt16(0)) { flags.contains($1.element) ? $0 | 1 << UInt16($1.offset) : $0 }
        return CueRow(
            lemma: fields[0], category: category, partOfSpeech: partOfSpeech, forms: forms, polarity: polarity,
            uncertainty: uncertainty, flags: bits)
    }

    private mutating func evidence(_ fields: [String], _ line: Int) -> EvidenceRow? {
        guard let feature = Self.features[fields[0]] else {
            return reject(line, "feature '\(fields[0])' is none of those that the program computes; 'gazette fit' writes this file")
        }
        var weights = EvidenceTable.Weights()
        for (group, field) in fields.dropFirst().dropLast().enumerated() where !field.isEmpty {
            guard let weight = Int16(field), abs(Int(weight)) <= EvidenceTable.largestWeight else {
                return reject(line, "weight '\(field)' is outside -\(EvidenceTable.largestWeight)...\(EvidenceTable.largestWeight)")
            }
            weights[group] = weight
        }
        return EvidenceRow(feature: feature, weights: weights)
    }

    private static let features = Dictionary(uniqueKeysWithValues: EvidenceTemplate.featureNames.enumerated().map { ($1, $0) })

    // MARK: Patterns

    private mutating func patterns() -> [LocatedRow] {
        let lines = TextLines(file.bytes)
        var rows: [LocatedRow] = []
        for line in lines.ranges.indices where !lines.isBlank(line) {
            do {
                let pattern = try PatternLine(lines.bytes, lines.content(line))
                rows += try pattern.rows().map { LocatedRow(file: index, line: line + 1, source: "", row: $0) }
            } catch {
                report(line + 1, error.problem)
            }
        }
        return rows
    }

    // MARK: Fields

    private func isID(_ field: String) -> Bool {
        guard let colon = field.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return colon != field.startIndex && field.utf8.index(after: colon) != field.endIndex && !field.contains(" ")
    }

    private mutating func flags(_ field: String, _ allowed: Set<String>, _ line: Int) -> Set<String>? {
        let flags = Set(field.split(separator: ",").map(String.init))
        if let unknown = flags.subtracting(allowed).min() {
            return reject(line, "flag '\(unknown)' is none of \(allowed.sorted().joined(separator: " "))")
        }
        return flags
    }

    private mutating func reject<Result>(_ line: Int, _ message: String) -> Result? {
        report(line, message)
        return nil
    }

    private mutating func report(_ line: Int, _ message: String) {
        problems.append(LexiconProblem(file: file.name, line: line, message: message))
    }
}
