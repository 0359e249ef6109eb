import Gazette

/// Collects surfaces and their readings and lays them out as an image.
struct ImageBuilder {
    private typealias Format = ImageFormat

    private let folds: FoldTable
    private let files: [String]
    private let digest: String

    private var strings = StringPool()
    private var wordIDs: [[UInt8]: UInt32] = [:]
    private var words: [[UInt8]] = [[]]
    private var classes: [UInt64] = [0]
    private var firstNodes: [UInt32] = [0]
    private var edges: [UInt64: UInt32] = [:]
    private var nodeCount: UInt32 = 1
    private var wordReadings: [UInt32: [Format.Reading]] = [:]
    private var nodeReadings: [UInt32: [Format.Reading]] = [:]

    private var entryIDs: [String: UInt32] = [:]
    private var entries: [Format.Entry] = []
    private var cues: [Format.Cue] = []
    private var lastCue: (file: Int, line: Int)?
    private var valueIDs: [String: UInt32] = [:]
    private var values: [Format.Text] = []
    private var weights: [EvidenceTable.Weights] = []

    init(folds: FoldTable, files: [String], digest: String) {
        (self.folds, self.files, self.digest) = (folds, files, digest)
    }

    /// Adds one surface of a row, given as its words.
    mutating func add(_ source: (file: Int, line: Int, row: Row), words surface: [SurfaceWord]) {
        let ids = surface.map { id(of: $0.folded) }
        let reading = reading(source, surface)
        if ids.count == 1 {
            wordReadings[ids[0], default: []].append(reading)
        } else {
            nodeReadings[node(for: ids), default: []].append(reading)
        }
        mark(ids, reading)
    }

    /// Gives words their places in the vocabulary. Records lie in the order in which words come, so that what running text asks for most should come first.
    mutating func reserve(_ words: [SurfaceWord]) {
        for word in words { _ = id(of: word.folded) }
    }

    /// Takes up what a feature says of names.
    mutating func add(_ row: EvidenceRow) {
        if weights.isEmpty { weights = Array(repeating: EvidenceTable.Weights(), count: EvidenceTemplate.featureCount) }
        weights[row.feature] = row.weights
    }

    // MARK: Vocabulary and trie

    private mutating func id(of folded: [UInt8]) -> UInt32 {
        if let known = wordIDs[folded] { return known }
        let id = UInt32(words.count)
        wordIDs[folded] = id
        words.append(folded)
        classes.append(0)
        firstNodes.append(0)
        return id
    }

    /// The node at the end of a path of two or more words, made where it is missing.
    private mutating func node(for ids: [UInt32]) -> UInt32 {
        let first = Int(ids[0])
        if firstNodes[first] == 0 { (firstNodes[first], nodeCount) = (nodeCount, nodeCount + 1) }
        var node = firstNodes[first]
        for id in ids.dropFirst() {
            let key = UInt64(node) << 32 | UInt64(id)
            if let next = edges[key] {
                node = next
            } else {
                edges[key] = nodeCount
                (node, nodeCount) = (nodeCount, nodeCount + 1)
            }
        }
        return node
    }

    /// Sets the class bits of a surface's first word, and of its last one.
    private mutating func mark(_ ids: [UInt32], _ reading: Format.Reading) {
        var bits = WordClasses()
        switch Lexicon.Reading.Kind(rawValue: reading.kind) {
        case .entry: bits.insert(.entry)
        case .cue: bits.insert(.cue)
        default:
            guard let wordClass = WordClass(rawValue: reading.detail) else { break }
            bits.insert(ids.count > 1 ? .phrase : WordClasses([wordClass]))
            if ids.count > 1, WordClasses.phraseEnders.contains(wordClass) { classes[Int(ids[ids.count - 1])] |= WordClasses.phraseEnd.bits }
        }
        classes[Int(ids[0])] |= bits.bits
        for id in ids.dropFirst() { classes[Int(id)] |= WordClasses.inner.bits }
    }

    // MARK: Readings

    private mutating func reading(_ source: (file: Int, line: Int, row: Row), _ surface: [SurfaceWord]) -> Format.Reading {
        var (kind, detail, weight, flags, target) = (Lexicon.Reading.Kind.word, UInt8(0), UInt8(0), ReadingFlags(), UInt32(0))
        switch source.row {
        case .entry(let row):
            (kind, detail, weight, flags, target) = (.entry, row.label.rawValue, UInt8(row.weight), row.flags, entry(row))
        case .word(let row):
            (detail, weight, target) = (row.wordClass.rawValue, ValueRule.code(of: row.value, for: row.wordClass), value(row.value))
        case .cue(let row):
            (kind, detail, target) = (.cue, row.category.rawValue, cue(row, source.file, source.line))
        case .evidence: break
        }
        let shapes = surface.prefix(21).enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element.shape.rawValue) << UInt64($1.offset * 3) }
        return Format.Reading(
            kind: kind.rawValue, detail: detail, weight: weight, flags: flags.rawValue, target: target, shapes: shapes,
            line: UInt32(source.line), file: UInt16(source.file), words: UInt16(surface.count))
    }

    private mutating func entry(_ row: EntryRow) -> UInt32 {
        let key = row.id + "\t" + row.name
        if let known = entryIDs[key] { return known }
        let id = UInt32(entries.count)
        entryIDs[key] = id
        entries.append(Format.Entry(id: strings.add(row.id), name: strings.add(row.name)))
        return id
    }

    /// All forms of one row share one cue.
    private mutating func cue(_ row: CueRow, _ file: Int, _ line: Int) -> UInt32 {
        if let last = lastCue, last == (file, line) { return UInt32(cues.count - 1) }
        lastCue = (file, line)
        cues.append(
            Format.Cue(
                lemma: strings.add(row.lemma), category: row.category.rawValue, partOfSpeech: row.partOfSpeech.rawValue,
                polarity: Int8(row.polarity), uncertainty: row.uncertainty.map { $0.rawValue + 1 } ?? 0, flags: row.flags))
        return UInt32(cues.count - 1)
    }

    private mutating func value(_ text: String) -> UInt32 {
        if let known = valueIDs[text] { return known }
        let id = UInt32(values.count)
        valueIDs[text] = id
        values.append(strings.add(text))
        return id
    }

    // MARK: Layout

    /// The finished image.
    func image() -> [UInt8] {
        var pool = strings
        let following = following()
        var readings: [Format.Reading] = []
        var wordRecords: [Format.Word] = []
        for (id, word) in words.enumerated() {
            let own = wordReadings[UInt32(id)] ?? []
            let text = pool.add(word)
            wordRecords.append(
                Format.Word(
                    text: text.offset, length: UInt16(text.length), readingCount: UInt16(own.count), classes: classes[id],
                    firstReading: UInt32(readings.count), node: firstNodes[id], following: following[firstNodes[id]] ?? 0))
            readings += own
        }
        var nodes: [Format.Node] = []
        for node in 0..<nodeCount {
            let own = nodeReadings[node] ?? []
            nodes.append(Format.Node(firstReading: UInt32(readings.count), readingCount: UInt32(own.count)))
            readings += own
        }
        let fileNames = files.map { pool.add($0) }
        var writer = SectionWriter()
        writer.write(.slots, slots())
        writer.write(.words, wordRecords)
        writer.write(.edges, edgeSlots())
        writer.write(.edgeFilter, edgeFilter())
        writer.write(.nodes, nodes)
        writer.write(.readings, readings)
        writer.write(.entries, entries)
        writer.write(.cues, cues)
        writer.write(.values, values)
        writer.write(.files, fileNames)
        writer.write(.weights, weights)
        writer.write(.foldPages, folds.pages)
        writer.write(.folds, folds.entries)
        writer.write(.digest, Array(digest.utf8))
        writer.write(.strings, pool.bytes)
        return writer.image()
    }

    /// The vocabulary's hash table: the hash's upper half and the word's id, open addressing, half full at most.
    private func slots() -> [UInt64] {
        var slots = [UInt64](repeating: 0, count: powerOfTwo(atLeast: words.count * 2))
        for (id, word) in words.enumerated().dropFirst() {
            let hash = WordFolder.hash(word)
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = (hash & ~0xFFFF_FFFF) | UInt64(id)
        }
        return slots
    }

    /// By first node, the bits of the words that lead on from it.
    private func following() -> [UInt32: UInt64] {
        edges.keys.reduce(into: [:]) { $0[UInt32($1 >> 32), default: 0] |= Format.followingBit(UInt32(truncatingIfNeeded: $1)) }
    }

    /// A bit for every edge, at a place that its hash tells.
    private func edgeFilter() -> [UInt64] {
        var filter = [UInt64](repeating: 0, count: powerOfTwo(atLeast: edges.count * Format.filterBits / 64))
        for key in edges.keys {
            let bit = Format.filterBit(node: UInt32(key >> 32), word: UInt32(truncatingIfNeeded: key), count: filter.count * 64)
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        return filter
    }

    private func edgeSlots() -> [Format.Edge] {
        var slots = [Format.Edge](repeating: Format.Edge(node: 0, word: 0, target: 0), count: powerOfTwo(atLeast: edges.count * 2))
        for (key, target) in edges.sorted(by: { $0.key < $1.key }) {
            let (node, word) = (UInt32(key >> 32), UInt32(truncatingIfNeeded: key))
            var slot = Format.edgeSlot(node: node, word: word, mask: slots.count - 1)
            while slots[slot].target != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Format.Edge(node: node, word: word, target: target)
        }
        return slots
    }

    private func powerOfTwo(atLeast count: Int) -> Int {
        var size = 2
        while size < count { size *= 2 }
        return size
    }
}
