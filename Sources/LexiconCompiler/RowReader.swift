import Gazette

/// Reads one file's rows and says what is wrong with those that it leaves out.
struct RowReader {
    let file: LexiconFile
    private(set) var problems: [LexiconProblem] = []

    init(_ file: LexiconFile) { self.file = file }

    /// The valid rows with their line numbers.
    mutating func rows() -> [(line: Int, row: Row)] {
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            report(1, "the file is not UTF-8")
            return []
        }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        guard let header = lines.first, let columns = Columns.allCases.first(where: { $0.header == header }) else {
            let allowed = Columns.allCases.map { "'" + $0.names.joined(separator: " ") + "'" }.joined(separator: ", ")
            report(1, "columns '\(lines.first?.replacing("\t", with: " ") ?? "")' are none of \(allowed)")
            return []
        }
        var result: [(line: Int, row: Row)] = []
        for (index, line) in lines.enumerated().dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == columns.names.count else {
                report(index + 1, "\(fields.count) fields, \(columns.names.count) wanted: \(columns.names.joined(separator: " "))")
                continue
            }
            if let row = row(columns, fields, index + 1) { result.append((index + 1, row)) }
        }
        return result
    }

    private mutating func row(_ columns: Columns, _ fields: [String], _ line: Int) -> Row? {
        for (name, field) in zip(columns.names, fields) where field.first?.isWhitespace == true || field.last?.isWhitespace == true {
            report(line, "\(name) '\(field)' begins or ends with white space")
            return nil
        }
        if fields[0].isEmpty {
            report(line, "\(columns.names[0]) is empty")
            return nil
        }
        if fields[fields.count - 1].isEmpty {
            report(line, "source is empty; a key of SOURCES.md is wanted")
            return nil
        }
        switch columns {
        case .entries: return entry(fields, line).map(Row.entry)
        case .words: return word(fields, line).map(Row.word)
        case .cues: return cue(fields, line).map(Row.cue)
        case .evidence: return evidence(fields, line).map(Row.evidence)
        }
    }

    // MARK: The four kinds

    private mutating func entry(_ fields: [String], _ line: Int) -> EntryRow? {
        guard let label = EntityLabel(name: fields[1]) else {
            return reject(line, "label '\(fields[1])' is none of \(EntityLabel.names.joined(separator: " "))")
        }
        guard isID(fields[2]) else { return reject(line, "id '\(fields[2])' is not of the form scheme:value") }
        guard !fields[3].isEmpty else { return reject(line, "name is empty") }
        guard let weight = Int(fields[4]), (0...9).contains(weight) else { return reject(line, "weight '\(fields[4])' is outside 0...9") }
        guard let flags = flags(fields[5], ["guard", "exact"], line) else { return nil }
        let options: ReadingFlags = [flags.contains("guard") ? .guarded : [], flags.contains("exact") ? .exact : []]
        return EntryRow(surface: fields[0], label: label, id: fields[2], name: fields[3], weight: weight, flags: options)
    }

    private mutating func word(_ fields: [String], _ line: Int) -> WordRow? {
        guard let wordClass = WordClass(name: fields[1]) else {
            return reject(line, "class '\(fields[1])' is none of \(WordClass.names.joined(separator: " "))")
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
        let bits = CueFlags.names.enumerated().reduce(UInt32(0)) { flags.contains($1.element) ? $0 | 1 << UInt32($1.offset) : $0 }
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
