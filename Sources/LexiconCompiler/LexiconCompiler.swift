public import Gazette

/// Turns lexicon files into one image that `Lexicon` maps.
public enum LexiconCompiler {
    /// Compiles files in the order of their names. Throws every error at once.
    public static func compile(_ files: [LexiconFile]) throws(LexiconProblems) -> [UInt8] {
        let sorted = files.sorted { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
        let rows = try rows(of: sorted, from: 0)
        return try explained { try image(of: rows, files: sorted) }
    }

    /// Compiles a user's files upon a lexicon, a later file over an earlier one. Throws every error at once.
    public static func compile(_ files: [LexiconFile], over base: Lexicon) throws(LexiconProblems) -> [UInt8] {
        let first = base.fileCount
        let rows = try rows(of: files, from: first)
        return try explained {
            let builder = ImageBuilder(extending: base, files: files.map(\.name), digest: digest(of: files, over: base))
            let splitter = try SurfaceSplitter(lexicon: base)
            return try image(of: rows, names: files.map(\.name), first: first, builder, splitter)
        }
    }

    /// Names what compiling files upon a lexicon gives.
    public static func digest(of files: [LexiconFile], over base: Lexicon) -> String { digest(of: files, seed: base.digest) }

    private static func rows(of files: [LexiconFile], from first: Int) throws(LexiconProblems) -> [LocatedRow] {
        var problems: [LexiconProblem] = []
        var rows: [LocatedRow] = []
        for (index, file) in files.enumerated() {
            var reader = RowReader(file, index: first + index)
            rows += reader.rows()
            problems += reader.problems
        }
        guard problems.isEmpty else { throw LexiconProblems(problems: problems) }
        return rows
    }

    private static func image(of rows: [LocatedRow], files: [LexiconFile]) throws -> [UInt8] {
        let names = files.map(\.name)
        var builder = ImageBuilder(folds: FoldTable(overrides: overrides(in: rows)), files: names, digest: digest(of: files, seed: ""))
        let splitter = try splitter(rows, names: names)
        for row in rows {
            if case .word(let word) = row.row, word.wordClass == .common { builder.reserve(splitter.words(of: word.surface)) }
        }
        return try image(of: rows, names: names, first: 0, builder, splitter)
    }

    /// Surfaces are parted into words by the program's own segmentation, which itself needs folding and its own word classes: hence two rounds before.
    static func splitter(_ rows: [LocatedRow], names: [String]) throws -> SurfaceSplitter {
        let folds = FoldTable(overrides: overrides(in: rows))
        let bare = try Lexicon(image: ImageBuilder(folds: folds, files: names, digest: "").image())
        var small = ImageBuilder(folds: folds, files: names, digest: "")
        let folding = SurfaceFolder(lexicon: bare)
        for row in rows {
            if case .word(let word) = row.row, isWhole(row.row) { _ = small.add(row, words: [folding.whole(word.surface)]) }
        }
        return try SurfaceSplitter(lexicon: Lexicon(image: small.image()))
    }

    /// The last round.
    private static func image(
        of rows: [LocatedRow], names: [String], first: Int, _ empty: consuming ImageBuilder, _ splitter: SurfaceSplitter
    ) throws(LexiconProblems) -> [UInt8] {
        var builder = empty
        var problems: [LexiconProblem] = []
        for row in rows {
            if case .pattern(let pattern) = row.row {
                if let parted = pattern.literals.first(where: { splitter.segmentedWords(of: $0).count != 1 }) {
                    let message = "'\(parted)' is no single token, so that no token is like it; a pattern has an object for every token"
                    problems.append(LexiconProblem(file: names[row.file - first], line: row.line, message: message))
                }
                builder.add(pattern: pattern, row, literals: pattern.literals.map(splitter.folder.whole))
            }
            if case .evidence(let evidence) = row.row { builder.add(evidence) }
            let surfaces = surfaces(of: row.row)
            for surface in surfaces {
                let words = isWhole(row.row) ? [splitter.folder.whole(surface)] : splitter.words(of: surface)
                if let problem = problem(of: words, surface) {
                    problems.append(LexiconProblem(file: names[row.file - first], line: row.line, message: problem))
                } else if !builder.add(row, words: words, replaces: surface == surfaces[0]) {
                    let message = "surface '\(surface)' has more than \(ReadingLists.mostOfOneSurface) readings"
                    problems.append(LexiconProblem(file: names[row.file - first], line: row.line, message: message))
                }
            }
        }
        guard problems.isEmpty else { throw LexiconProblems(problems: problems) }
        return builder.image()
    }

    private static func explained(_ work: () throws -> [UInt8]) throws(LexiconProblems) -> [UInt8] {
        do { return try work() } catch let problems as LexiconProblems {
            throw problems
        } catch {
            throw LexiconProblems(problems: [LexiconProblem(file: "lexicon", line: 0, message: "\(error)")])
        }
    }

    // MARK: Surfaces

    /// Whether a row's surface is a word as it stands, not parted.
    private static func isWhole(_ row: Row) -> Bool {
        if case .word(let row) = row { row.wordClass.isForSegmentation && row.wordClass != .fold } else { false }
    }

    private static func surfaces(of row: Row) -> [String] {
        switch row {
        case .entry(let row): return [row.surface] + PluralForm(row).surfaces
        case .negative(let row): return [row.surface]
        case .word(let row): return row.wordClass == .fold ? [] : [row.surface]
        case .cue(let row): return row.forms
        case .pattern, .evidence: return []
        }
    }

    static func problem(of words: [SurfaceWord], _ surface: String) -> String? {
        if words.isEmpty { return "surface '\(surface)' has no word" }
        if words.count > 21 { return "surface '\(surface)' has \(words.count) words, 21 are allowed" }
        if words.contains(where: { $0.folded.count > WordFolder.mostBytes }) {
            return "surface '\(surface)' has a word of more than \(WordFolder.mostBytes) bytes"
        }
        return nil
    }

    private static func overrides(in rows: [LocatedRow]) -> [UInt32: [UInt32]] {
        var result: [UInt32: [UInt32]] = [:]
        for row in rows {
            guard case .word(let word) = row.row, word.wordClass == .fold, let scalar = word.surface.unicodeScalars.first else { continue }
            result[scalar.value] = word.value.unicodeScalars.map(\.value)
        }
        return result
    }

    private static func digest(of files: [LexiconFile], seed: String) -> String {
        var hash = ContentHash()
        hash.add(seed)
        hash.add("\(ImageFormat.version)")
        for file in files {
            hash.add(file.name)
            hash.add(file.bytes)
        }
        return hash.digits
    }
}
