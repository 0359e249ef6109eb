import Gazette

/// Looks at how surfaces match: rows that others make needless, and common words that every text has.
enum SurfaceCheck {
    /// A word that is written small sixteen times as often as with a capital, as a decimal logarithm.
    static let commonness = 1.2

    static func problems(of checked: CheckedRows, over base: Lexicon?) -> [LexiconProblem] {
        guard let splitter = try? splitter(checked, base) else { return [] }
        let common = Commonness(checked, base)
        var problems: [LexiconProblem] = []
        var seen: [Matched: LocatedRow] = [:]
        for row in checked.rows {
            guard case .entry(let entry) = row.row else { continue }
            let words = splitter.words(of: entry.surface)
            if let problem = LexiconCompiler.problem(of: words, entry.surface) {
                problems.append(checked.problem(row, problem, .error))
                continue
            }
            if let message = common.problem(of: entry, words) { problems.append(checked.problem(row, message)) }
            let key = Matched(words: words, label: entry.label, id: entry.id, isExact: entry.flags.contains(.exact))
            if let first = seen[key] {
                if case .entry(let same) = first.row, same.surface != entry.surface {
                    let message = "'\(entry.surface)' is shadowed by '\(same.surface)' in \(checked.place(first)), which matches the same texts"
                    problems.append(checked.problem(row, message))
                }
            } else {
                seen[key] = row
            }
        }
        return problems
    }

    private struct Matched: Hashable {
        var words: [SurfaceWord]
        var label: RowLabel
        var id: String
        var isExact: Bool
    }

    private static func splitter(_ checked: CheckedRows, _ base: Lexicon?) throws -> SurfaceSplitter {
        if let base { return try SurfaceSplitter(lexicon: base) }
        return try LexiconCompiler.splitter(checked.rows, names: checked.files.map(\.name))
    }
}

/// How much more frequent words are in small letters than with a capital.
private struct Commonness {
    private var values: [String: Double] = [:]
    private let base: Lexicon?
    private let folder: WordFolder?

    init(_ checked: CheckedRows, _ base: Lexicon?) {
        self.base = base
        folder = base.map(WordFolder.init)
        for row in checked.rows {
            if case .word(let word) = row.row, word.wordClass == .common { values[word.surface.lowercased()] = Double(word.value) }
        }
    }

    func problem(of entry: EntryRow, _ words: [SurfaceWord]) -> String? {
        guard words.count == 1, !entry.flags.contains(.guarded), let value = value(of: entry.surface) else { return nil }
        switch words[0].shape {
        case .lower: return "'\(entry.surface)' is a word of the dictionary, and small letters match any case; the flag guard or a capital is wanted"
        case .title where value >= SurfaceCheck.commonness:
            return "'\(entry.surface)' is a common word too, so that it is marked wherever a sentence begins with it; the flag guard is wanted"
        default: return nil
        }
    }

    private func value(of surface: String) -> Double? {
        if let value = values[surface.lowercased()] { return value }
        guard let base, let folder, Array(surface.utf8).withUnsafeBufferPointer({ folder.fold($0) }) else { return nil }
        let word = base.word(folder)
        return word.classes.contains(.common) ? base.value(of: .common, for: word.id).flatMap(Double.init) : nil
    }
}
