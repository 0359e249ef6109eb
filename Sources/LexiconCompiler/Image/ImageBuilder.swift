import Gazette

/// Collects surfaces and their readings and lays them out as an image: a new one, or one that adds to a base and overrides it.
struct ImageBuilder {
    private typealias Format = ImageFormat

    private let folds: FoldTable
    private let digest: String
    private let isOverlay: Bool
    private var files: [Format.Text]

    private var strings: StringPool
    private var vocabulary: Vocabulary
    private var trie: SurfaceTrie
    private var readings: ReadingLists
    /// The base's readings of words and nodes, as they were.
    private let baseWords: Int
    private let baseNodes: Int

    private var entryIDs: [EntryKey: UInt32] = [:]
    private var entries: [Format.Entry]
    private var cues: [Format.Cue]
    private var lastCue: (file: Int, line: Int)?
    private var valueIDs: [UInt32: UInt32] = [:]
    private var values: [Format.Text]
    private var weights: [EvidenceTable.Weights]
    private var sourceIDs: [String: UInt16] = [:]
    private var sources: [Format.Text]
    private var patterns: [(text: Format.Text, reading: Format.Reading, source: UInt16)] = []

    /// A new image of files by these names.
    init(folds: FoldTable, files: [String], digest: String) {
        (self.folds, self.digest, isOverlay) = (folds, digest, false)
        var pool = StringPool()
        self.files = files.map { pool.add($0) }
        (vocabulary, trie, readings) = (Vocabulary(), SurfaceTrie(), ReadingLists())
        (entries, cues, values, sources, weights) = ([], [], [], [], [])
        (baseWords, baseNodes) = (0, 0)
        strings = pool
    }

    /// An image that has a base's rows too; `files` come after the base's own.
    init(extending base: Lexicon, files: [String], digest: String) {
        (folds, self.digest, isOverlay) = (FoldTable(of: base), digest, true)
        var pool = StringPool(base.records(.strings))
        self.files = base.records(.files) + files.map { pool.add($0) }
        (vocabulary, trie, readings) = (Vocabulary(of: base), SurfaceTrie(of: base), ReadingLists(of: base))
        (entries, cues, values, sources) = (base.records(.entries), base.records(.cues), base.records(.values), base.records(.sources))
        weights = base.records(.weights)
        (baseWords, baseNodes) = (vocabulary.words.count, trie.nodes.count)
        strings = pool
    }

    /// Adds one surface of a row, given as its words; in an overlay it may take the place of the base's. False where the surface has too many readings already.
    mutating func add(_ row: LocatedRow, words surface: [SurfaceWord], replaces: Bool = true) -> Bool {
        let ids = surface.map { vocabulary.id(of: $0.folded, in: &strings) }
        let (owner, range) = place(of: ids)
        var reading = bareReading(row)
        reading.shapes = surface.prefix(21).enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element.shape.rawValue) << UInt64($1.offset * 3) }
        reading.words = UInt16(surface.count)
        let replaced = isOverlay && replaces ? override(owner, range, by: reading, row) : []
        reading.target = target(row, replaced)
        mark(ids, reading)
        return readings.add(reading, sourceIndex(row.source), to: owner) != .tooMany
    }

    /// Gives words their places in the vocabulary. Records lie in the order in which words come, so that what running text asks for most should come first.
    mutating func reserve(_ words: [SurfaceWord]) {
        for word in words { _ = vocabulary.id(of: word.folded, in: &strings) }
    }

    /// Adds a pattern over tokens; its literal words become words of the vocabulary.
    mutating func add(pattern: PatternRow, _ row: LocatedRow, literals: [SurfaceWord]) {
        for word in literals { _ = vocabulary.id(of: word.folded, in: &strings) }
        var reading = bareReading(row)
        reading.target = target(row, [])
        patterns.append((strings.append(Array(pattern.tokens.utf8)), reading, sourceIndex(row.source)))
    }

    /// Takes up what a feature says of names.
    mutating func add(_ row: EvidenceRow) {
        if weights.isEmpty { weights = Array(repeating: EvidenceTable.Weights(), count: EvidenceTemplate.featureCount) }
        weights[row.feature] = row.weights
    }

    // MARK: Words and nodes

    /// Whose the readings of a surface are, and where the base has them.
    private mutating func place(of ids: [UInt32]) -> (ReadingLists.Owner, Range<Int>) {
        let first = Int(ids[0])
        guard ids.count > 1 else {
            let word = vocabulary.words[first]
            return (.word(ids[0]), first < baseWords ? Int(word.firstReading)..<Int(word.firstReading) + Int(word.readingCount) : 0..<0)
        }
        var node = Format.firstNode(ids[0])
        for id in ids.dropFirst() { node = trie.node(from: node, by: id) }
        return (.node(node), baseReadings(at: Int(node)))
    }

    private func baseReadings(at node: Int) -> Range<Int> {
        guard node < baseNodes else { return 0..<0 }
        let record = trie.nodes[node]
        return Int(record.firstReading)..<Int(record.firstReading) + Int(record.readingCount)
    }

    /// Sets the class bits of a surface's first word, and of its last one.
    private mutating func mark(_ ids: [UInt32], _ reading: Format.Reading) {
        var bits = ids.count > 1 ? WordClasses.longer : WordClasses()
        switch Lexicon.Reading.Kind(rawValue: reading.kind) {
        case .entry:
            bits.insert(.entry)
            if ids.count == 1 { bits.insert(reading.shapes <= TokenShape.lower.rawValue ? WordClasses.listed.union(.small) : .listed) }
        case .cue where ids.count == 1: bits.insert(.cue)
        case .cue: break
        default:
            guard let wordClass = WordClass(rawValue: reading.detail) else { break }
            bits.insert(ids.count > 1 ? .phrase : WordClasses([wordClass]))
            if ids.count > 1, WordClasses.phraseEnders.contains(wordClass) {
                vocabulary.words[Int(ids[ids.count - 1])].classes |= WordClasses.phraseEnd.bits
            }
        }
        vocabulary.words[Int(ids[0])].classes |= bits.bits
        for id in ids.dropFirst() { vocabulary.words[Int(id)].classes |= WordClasses.inner.bits }
    }

    /// What a user's row takes the place of: rows of the same surface in other files; a negative row with an id, the row of that id alone.
    private mutating func override(
        _ owner: ReadingLists.Owner, _ range: Range<Int>, by reading: Format.Reading, _ row: LocatedRow
    ) -> [Format.Reading] {
        var only: String?
        if case .negative(let negative) = row.row, !negative.id.isEmpty { only = negative.id }
        let (entries, strings) = (entries, strings)
        return readings.override(owner, in: range, by: reading) { only == nil || strings.text(entries[Int($0.target)].id) == only }
    }

    // MARK: Readings

    /// A reading without its surface and its target.
    private func bareReading(_ source: LocatedRow) -> Format.Reading {
        var (kind, detail, weight, flags) = (Lexicon.Reading.Kind.entry, UInt8(0), UInt8(0), ReadingFlags())
        switch source.row {
        case .entry(let row): (detail, weight, flags) = (row.label.label.rawValue, UInt8(row.weight), row.flags)
        case .negative(let row): flags = row.id.isEmpty ? .negative : [.negative, .overridden]
        case .pattern(let row): (detail, flags) = (row.label.label.rawValue, .decisive)
        case .word(let row): (kind, detail, weight) = (.word, row.wordClass.rawValue, ValueRule.code(of: row.value, for: row.wordClass))
        case .cue(let row): (kind, detail) = (.cue, row.category.rawValue)
        case .evidence: break
        }
        return Format.Reading(
            kind: kind.rawValue, detail: detail, weight: weight, flags: flags.rawValue, target: 0, shapes: 0,
            line: UInt32(source.line), file: UInt16(source.file), words: 0)
    }

    /// The index of the entry, value or cue. A user's row without an id takes the one of a row of its label that it replaces.
    private mutating func target(_ source: LocatedRow, _ replaced: [Format.Reading]) -> UInt32 {
        switch source.row {
        case .evidence: return 0
        case .word(let row): return value(row.value)
        case .cue(let row): return cue(row, source.file, source.line)
        case .pattern(let row): return entry(row.id, row.name, row.label)
        case .negative(let row): return entry(row.id, row.surface)
        case .entry(let row):
            if !row.id.isEmpty { return entry(row.id, row.name, row.label) }
            if row.label.label != .custom, let same = replaced.first(where: { $0.detail == row.label.label.rawValue }) { return same.target }
            return entry(UserID.made(of: row.surface, row.label), row.name, row.label)
        }
    }

    /// What makes two entries one: where their id, name and own label lie among the strings.
    private struct EntryKey: Hashable {
        var id: UInt32
        var name: UInt32
        var label: UInt32
    }

    private mutating func entry(_ id: String, _ name: String, _ label: RowLabel? = nil) -> UInt32 {
        let own = label?.label == .custom ? label?.description ?? "" : ""
        let (id, name, label) = (strings.add(id), strings.add(name), strings.add(own))
        let key = EntryKey(id: id.offset, name: name.offset, label: label.offset)
        if let known = entryIDs[key] { return known }
        let index = UInt32(entries.count)
        entryIDs[key] = index
        entries.append(Format.Entry(id: id, name: name, label: label))
        return index
    }

    /// All forms of one row share one cue.
    private mutating func cue(_ row: CueRow, _ file: Int, _ line: Int) -> UInt32 {
        if let last = lastCue, last == (file, line) { return UInt32(cues.count - 1) }
        lastCue = (file, line)
        cues.append(
            Format.Cue(
                lemma: strings.add(row.lemma), category: row.category.rawValue, partOfSpeech: row.partOfSpeech.rawValue,
                polarity: Int8(row.polarity), uncertainty: row.uncertainty.map { $0.rawValue + 1 } ?? 0, flags: row.flags,
                file: UInt16(file), line: UInt32(line)))
        return UInt32(cues.count - 1)
    }

    private mutating func value(_ text: String) -> UInt32 {
        let place = strings.add(text)
        if let known = valueIDs[place.offset] { return known }
        let id = UInt32(values.count)
        valueIDs[place.offset] = id
        values.append(place)
        return id
    }

    /// Beyond 65,535 different sources a row's is not kept.
    private mutating func sourceIndex(_ source: String) -> UInt16 {
        if let known = sourceIDs[source] { return known }
        if sources.count >= Int(UInt16.max) { return sourceIndex("") }
        let index = UInt16(sources.count)
        sourceIDs[source] = index
        sources.append(strings.add(source))
        return index
    }

    // MARK: Layout

    /// The finished image.
    func image() -> [UInt8] {
        var (vocabulary, trie) = (vocabulary, trie)
        vocabulary.markAbbreviated(in: strings)
        var words = vocabulary.words
        var laidOut: [Format.Reading] = []
        var readingSources: [UInt16] = []
        for index in words.indices {
            let word = words[index]
            let base = index < baseWords ? Int(word.firstReading)..<Int(word.firstReading) + Int(word.readingCount) : 0..<0
            let range = readings.append(.word(UInt32(index)), in: base, to: &laidOut, &readingSources)
            (words[index].firstReading, words[index].readingCount) = (UInt32(range.lowerBound), UInt32(range.count))
        }
        trie.place(
            trie.nodes.indices.map { readings.append(.node(UInt32($0)), in: baseReadings(at: $0), to: &laidOut, &readingSources) })
        var records: [Format.Pattern] = []
        for pattern in patterns {
            records.append(Format.Pattern(text: pattern.text, reading: UInt32(laidOut.count)))
            laidOut.append(pattern.reading)
            readingSources.append(pattern.source)
        }
        var writer = SectionWriter()
        writer.write(.slots, vocabulary.slots)
        writer.write(.words, words)
        writer.write(.edges, trie.edges)
        writer.write(.edgeFilter, trie.filter)
        writer.write(.nodes, trie.nodes)
        writer.write(.readings, laidOut)
        writer.write(.readingSources, readingSources)
        writer.write(.entries, entries)
        writer.write(.cues, cues)
        writer.write(.values, values)
        writer.write(.files, files)
        writer.write(.weights, weights)
        writer.write(.sources, sources)
        writer.write(.patterns, records)
        writer.write(.foldPages, folds.pages)
        writer.write(.folds, folds.entries)
        writer.write(.digest, Array(digest.utf8))
        writer.write(.strings, strings.bytes)
        return writer.image()
    }
}
