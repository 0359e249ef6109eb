/// Looks at the form that lexicons/SCHEMA.md asks of the project's files.
enum FormCheck {
    static func problems(of file: LexiconFile) -> [LexiconProblem] {
        guard file.kind == .project else { return [] }
        var problems: [LexiconProblem] = []
        if file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            problems.append(LexiconProblem(file: file.name, line: 1, message: "the file begins with a byte order mark; nothing is wanted"))
        }
        let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if let line = lines.firstIndex(where: { $0.last == 0x0D }) {
            problems.append(LexiconProblem(file: file.name, line: line + 1, message: "the line ends with CR LF; LF is wanted"))
        }
        if let last = lines.last, !last.isEmpty {
            problems.append(LexiconProblem(file: file.name, line: lines.count, message: "the last line has no line feed"))
        }
        return problems + order(lines, file)
    }

    /// Rows are sorted by their bytes.
    private static func order(_ lines: [ArraySlice<UInt8>], _ file: LexiconFile) -> [LexiconProblem] {
        for index in lines.indices.dropFirst(2) where !lines[index].isEmpty && lines[index].lexicographicallyPrecedes(lines[index - 1]) {
            return [LexiconProblem(file: file.name, line: index + 1, message: "rows are not sorted by their bytes here; LC_ALL=C sort does it")]
        }
        return []
    }
}
