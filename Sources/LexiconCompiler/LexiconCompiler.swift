import Gazette

/// Turns lexicon files into one image that `Lexicon` maps.
public enum LexiconCompiler {
    /// Compiles files in the order of their names. Throws every error at once.
    public static func compile(_ files: [LexiconFile]) throws(LexiconProblems) -> [UInt8] {
        let sorted = files.sorted { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
        var problems: [LexiconProblem] = []
        var sources: [(file: Int, line: Int, row: Row)] = []
        for (index, file) in sorted.enumerated() {
            var reader = RowReader(file)
            sources += reader.rows().map { (index, $0.line, $0.row) }
            problems += reader.problems
        }
        guard problems.isEmpty else { throw LexiconProblems(problems: problems) }
        return try image(of: sources, files: sorted)
    }

    /// Surfaces are parted into words by the program's own segmentation, which itself needs folding and its own word classes: hence three rounds.
    private static func image(of sources: [(file: Int, line: Int, row: Row)], files: [LexiconFile]) throws(LexiconProblems) -> [UInt8] {
        let names = files.map(\.name)
        let folds = FoldTable(overrides: overrides(in: sources))
        do {
            let bare = try Lexicon(image: ImageBuilder(folds: folds, files: names, digest: "").image())
            var small = ImageBuilder(folds: folds, files: names, digest: "")
            let folding = SurfaceFolder(lexicon: bare)
            for source in sources {
                if case .word(let row) = source.row, isWhole(source.row) { small.add(source, words: [folding.whole(row.surface)]) }
            }
            var full = ImageBuilder(folds: folds, files: names, digest: digest(of: files))
            let splitter = try SurfaceSplitter(lexicon: Lexicon(image: small.image()))
            for source in sources {
                if case .word(let row) = source.row, row.wordClass == .common { full.reserve(splitter.words(of: row.surface)) }
            }
            var problems: [LexiconProblem] = []
            for source in sources {
                if case .evidence(let row) = source.row { full.add(row) }
                for surface in surfaces(of: source.row) {
                    let words = isWhole(source.row) ? [folding.whole(surface)] : splitter.words(of: surface)
                    if let problem = problem(of: words, surface) {
                        problems.append(LexiconProblem(file: names[source.file], line: source.line, message: problem))
                    } else {
                        full.add(source, words: words)
                    }
                }
            }
            guard problems.isEmpty else { throw LexiconProblems(problems: problems) }
            return full.image()
        } catch let problems as LexiconProblems {
            throw problems
        } catch {
            throw LexiconProblems(problems: [LexiconProblem(file: "lexicon", line: 0, message: "\(error)")])
        }
    }

    /// Whether a row's surface is a word as it stands, not parted.
    private static func isWhole(_ row: Row) -> Bool {
        if case .word(let row) = row { row.wordClass.isForSegmentation && row.wordClass != .fold } else { false }
    }

    private static func surfaces(of row: Row) -> [String] {
        switch row {
        case .entry(let row): return [row.surface]
        case .word(let row): return row.wordClass == .fold ? [] : [row.surface]
        case .cue(let row): return row.forms
        case .evidence: return []
        }
    }

    private static func problem(of words: [SurfaceWord], _ surface: String) -> String? {
        if words.isEmpty { return "surface '\(surface)' has no word" }
        if words.count > 21 { return "surface '\(surface)' has \(words.count) words, 21 are allowed" }
        if words.contains(where: { $0.folded.count > WordFolder.mostBytes }) {
            return "surface '\(surface)' has a word of more than \(WordFolder.mostBytes) bytes"
        }
        return nil
    }

    private static func overrides(in sources: [(file: Int, line: Int, row: Row)]) -> [UInt32: [UInt32]] {
        var result: [UInt32: [UInt32]] = [:]
        for source in sources {
            guard case .word(let row) = source.row, row.wordClass == .fold, let scalar = row.surface.unicodeScalars.first else { continue }
            result[scalar.value] = row.value.unicodeScalars.map(\.value)
        }
        return result
    }

    /// FNV-1a (Fowler, Noll, Vo) over names and contents: names the lexicon, protects nothing.
    private static func digest(of files: [LexiconFile]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for file in files {
            for byte in Array(file.name.utf8) + [0] + file.bytes + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
