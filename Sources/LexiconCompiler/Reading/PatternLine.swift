import Gazette

/// A line of a file of patterns: `{"label", "pattern", "id"}`, as spaCy's EntityRuler reads them.
struct PatternLine {
    /// Of a pattern without alternatives beyond these come surfaces.
    private static let mostSurfaces = 64

    private let label: RowLabel?
    private let pattern: JSONValue
    private let id: String

    init(_ bytes: [UInt8], _ range: Range<Int>) throws(PatternError) {
        let line: JSONValue
        do { line = try JSONValue(bytes, range) } catch { throw PatternError("\(error)") }
        guard case .object = line else { throw PatternError("the line is no object with 'label' and 'pattern'") }
        guard let name = line["label"]?.text else { throw PatternError("'label' is missing or no text") }
        label = RowLabel(userName: name)
        guard label != nil || name == NegativeRow.label else { throw PatternError("label '\(name)' is empty or has white space in it") }
        guard let pattern = line["pattern"] else { throw PatternError("'pattern' is missing") }
        self.pattern = pattern
        guard let id = line["id"] == nil ? "" : line["id"]?.scalar else { throw PatternError("'id' is no text") }
        guard !id.utf8.contains(where: { $0 <= 0x20 }) else { throw PatternError("id '\(id)' has white space in it") }
        self.id = id
    }

    /// The rows that find what the pattern finds.
    func rows() throws(PatternError) -> [Row] {
        if let text = pattern.text {
            guard let first = text.first, let last = text.last, !first.isWhitespace, !last.isWhitespace else {
                throw PatternError("pattern '\(text)' is empty, or begins or ends with white space")
            }
            return [row(text, isExact: true)]
        }
        guard let tokens = pattern.array else { throw PatternError("'pattern' is neither a text nor an array of tokens") }
        let parsed = try TokenPattern(tokens)
        if let surfaces = parsed.surfaces(upTo: Self.mostSurfaces) { return surfaces.texts.map { row($0, isExact: surfaces.areExact) } }
        guard let label else { throw PatternError("a pattern with the label '\(NegativeRow.label)' consists of TEXT or LOWER alone") }
        let name = parsed.literals.joined(separator: " ")
        let made = id.isEmpty ? UserID.made(of: name.isEmpty ? "pattern" : name, label) : id
        return [
            .pattern(
                PatternRow(
                    tokens: String(decoding: pattern.json, as: UTF8.self), literals: parsed.literals, label: label, id: made,
                    name: id.isEmpty ? name : id))
        ]
    }

    private func row(_ surface: String, isExact: Bool) -> Row {
        guard let label else { return .negative(NegativeRow(surface: surface, id: id)) }
        let flags: ReadingFlags = isExact ? [.exact, .decisive] : .decisive
        return .entry(EntryRow(surface: surface, label: label, id: id, name: surface, weight: RowReader.userWeight, flags: flags))
    }
}
