internal import CProcessor

/// A compiled lexicon: one vocabulary, and for every surface its readings. Shared by all workers; never changes.
public final class Lexicon: @unchecked Sendable {
    private let image: LexiconImage
    private let strings: UnsafeRawBufferPointer
    private let slots: Table<UInt64>
    private let words: Table<ImageFormat.Word>
    private let edges: Table<ImageFormat.Edge>
    let filter: EdgeFilter
    private let nodes: Table<ImageFormat.Node>
    private let readings: Table<ImageFormat.Reading>
    private let entries: Table<ImageFormat.Entry>
    private let cues: Table<ImageFormat.Cue>
    private let values: Table<ImageFormat.Text>
    private let files: Table<ImageFormat.Text>
    private let evidenceWeights: Table<UInt64>
    private let sources: Table<ImageFormat.Text>
    private let readingSources: Table<UInt16>
    private let patterns: Table<ImageFormat.Pattern>
    let foldPages: Table<UInt16>
    let folds: Table<ImageFormat.FoldEntry>

    /// Names the contents: equal rows give equal digests.
    public let digest: String

    /// Maps a compiled lexicon. With `isVerified` its whole content is read and checked for damage first.
    public convenience init(path: String, isVerified: Bool = false) throws(LexiconError) {
        let image = try LexiconImage(path: path)
        if isVerified { try image.verify(path: path) }
        self.init(image: image)
    }

    /// Takes a compiled lexicon from memory.
    public convenience init(image bytes: [UInt8]) throws(LexiconError) { self.init(image: try LexiconImage(copying: bytes)) }

    private init(image: LexiconImage) {
        self.image = image
        strings = image.table(.strings, of: UInt8.self).bytes
        slots = image.table(.slots)
        words = image.table(.words)
        edges = image.table(.edges)
        filter = EdgeFilter(image.table(.edgeFilter))
        nodes = image.table(.nodes)
        readings = image.table(.readings)
        entries = image.table(.entries)
        cues = image.table(.cues)
        values = image.table(.values)
        files = image.table(.files)
        evidenceWeights = image.table(.weights)
        sources = image.table(.sources)
        readingSources = image.table(.readingSources)
        patterns = image.table(.patterns)
        foldPages = image.table(.foldPages)
        folds = image.table(.folds)
        digest = String(decoding: image.table(.digest, of: UInt8.self).bytes, as: UTF8.self)
    }

    /// The word that the folder has just folded. A hash hit is verified against the bytes.
    package func word(_ folder: WordFolder) -> (id: WordID, classes: WordClasses) {
        let hash = folder.hash
        let mask = slots.count - 1
        let (head, count) = (folder.head, folder.folded.count)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { return (.unknown, WordClasses()) }
            if entry >> 32 == hash >> 32 {
                let record = words[Int(entry & 0xFFFF_FFFF)]
                if record.head == head, Int(record.length) == count, count <= 8 || folder.equals(bytes(at: record.text, count: count)) {
                    return (WordID(rawValue: UInt32(truncatingIfNeeded: entry)), WordClasses(bits: record.classes))
                }
            }
            slot = (slot + 1) & mask
        }
    }

    /// The folded form of a word; empty for an unknown one.
    public func text(of word: WordID) -> String {
        let record = words[Int(word.rawValue)]
        return String(decoding: bytes(at: record.text, count: Int(record.length)), as: UTF8.self)
    }

    /// The size of the compiled lexicon in bytes.
    public var size: Int { image.bytes.count }

    /// How many different words and things the lexicon holds.
    public var counts: (words: Int, readings: Int, entries: Int, cues: Int) { (words.count - 1, readings.count, entries.count, cues.count) }

    /// The file and line of a row, such as `entities/countries.tsv:12`.
    public func description(of row: RowReference) -> String { "\(string(files[Int(row.file)])):\(row.line)" }

    /// The file of a row, such as `entities/countries.tsv`.
    public func file(of row: RowReference) -> String { string(files[Int(row.file)]) }

    public var fileCount: Int { files.count }

    /// What the row's `source` column says.
    public func source(of reading: Reading) -> String { string(sources[Int(readingSources[reading.index])]) }

    public func id(of entry: EntryID) -> String { string(entries[Int(entry.rawValue)].id) }

    public func name(of entry: EntryID) -> String { string(entries[Int(entry.rawValue)].name) }

    /// OntoNotes' name of a label, or the user's own.
    public func labelName(_ label: EntityLabel, of entry: EntryID?) -> String {
        guard label == .custom, let entry else { return label.description }
        return string(entries[Int(entry.rawValue)].label)
    }

    public func cue(_ id: CueID) -> StanceCue {
        let record = cues[Int(id.rawValue)]
        return StanceCue(
            lemma: string(record.lemma), category: StanceCategory(rawValue: record.category) ?? .hedge,
            partOfSpeech: PartOfSpeech(rawValue: record.partOfSpeech) ?? .phrase, polarity: Int(record.polarity),
            uncertainty: record.uncertainty == 0 ? nil : Uncertainty(rawValue: record.uncertainty - 1),
            flags: CueFlags(rawValue: record.flags))
    }

    /// A cue without its lemma.
    func cueRecord(_ id: CueID) -> ImageFormat.Cue { cues[Int(id.rawValue)] }

    /// The value that a class gives to a single word. Nil where the word alone is not of the class.
    public func value(of wordClass: WordClass, for word: WordID) -> String? {
        valueIndex(of: wordClass, for: word).map { string(values[$0]) }
    }

    /// The index of the value that a class gives to a single word.
    func valueIndex(of wordClass: WordClass, for word: WordID) -> Int? {
        let record = words[Int(word.rawValue)]
        for index in 0..<Int(record.readingCount) {
            let reading = readings[Int(record.firstReading) + index]
            if reading.kind == Reading.Kind.word.rawValue, reading.detail == wordClass.rawValue { return Int(reading.target) }
        }
        return nil
    }

    var valueCount: Int { values.count }

    /// The number that a class gives to a single word: a weight, a month, a logarithm. 0 where it gives none.
    func number(of wordClass: WordClass, for word: WordID) -> Int { value(of: wordClass, for: word).flatMap(Int.init) ?? 0 }

    /// The code that a class gives to a single word, see `ValueCode`; 0 where it gives none.
    func code(of wordClass: WordClass, for word: WordID) -> Int {
        let record = words[Int(word.rawValue)]
        for index in Int(record.firstReading)..<Int(record.firstReading) + Int(record.readingCount) {
            let reading = readings[index]
            if reading.kind == Reading.Kind.word.rawValue, reading.detail == wordClass.rawValue { return Int(reading.weight) }
        }
        return 0
    }

    /// How many features have weights: none, or all that the program knows.
    var weightCount: Int { evidenceWeights.count / 2 }

    /// What a feature says for every group of names, four lanes a word of 64 bits.
    func weights(of feature: Int) -> EvidenceTable.Weights {
        let (low, high) = (evidenceWeights[feature * 2], evidenceWeights[feature * 2 + 1])
        var result = EvidenceTable.Weights()
        for lane in 0..<4 {
            result[lane] = Int16(truncatingIfNeeded: low >> UInt64(lane * 16))
            result[lane + 4] = Int16(truncatingIfNeeded: high >> UInt64(lane * 16))
        }
        return result
    }

    /// The records of a section, for what builds another image upon this one.
    package func records<Record: BitwiseCopyable>(_ section: ImageFormat.Section, of type: Record.Type = Record.self) -> [Record] {
        image.table(section, of: type).records
    }

    /// The patterns over tokens as they are written, each with its reading.
    var patternTexts: [(json: String, reading: Reading)] {
        (0..<patterns.count).map { index in (string(patterns[index].text), reading(Int(patterns[index].reading))) }
    }

    // MARK: Walking the trie

    /// Where the readings of a surface lie.
    struct ReadingRange {
        var first: Int
        var count: Int
    }

    func readings(of word: WordID) -> ReadingRange {
        let record = words[Int(word.rawValue)]
        return ReadingRange(first: Int(record.firstReading), count: Int(record.readingCount))
    }

    func readings(at node: UInt32) -> ReadingRange {
        let record = nodes[Int(node)]
        return ReadingRange(first: Int(record.firstReading), count: Int(record.readingCount))
    }

    /// The node after a first word.
    func node(after word: WordID) -> UInt32 { ImageFormat.firstNode(word.rawValue) }

    /// The node after a first and a second word; 0 where no surface begins with them.
    func node(after first: WordID, _ second: WordID) -> UInt32 { node(from: node(after: first), by: second) }

    /// Asks for the memory in which a word's record lies.
    func prepare(_ word: WordID) { processor_prefetch(words.place(Int(word.rawValue))) }

    /// Asks for the memory in which its readings lie.
    func prepareReadings(of word: WordID) { processor_prefetch(readings.place(Int(words[Int(word.rawValue)].firstReading))) }

    /// Asks for the memory that tells where the readings of a node lie.
    func prepareReadings(at node: UInt32) { processor_prefetch(nodes.place(Int(node))) }

    /// Asks for the memory that tells where a word leads from a node.
    @inline(__always)
    func prepareEdge(from node: UInt32, by word: WordID) {
        processor_prefetch(edges.place(ImageFormat.edgeSlot(node: node, word: word.rawValue, mask: edges.count - 1)))
    }

    /// The node after a further word; 0 where no surface goes on with it.
    func node(from node: UInt32, by word: WordID) -> UInt32 {
        filter.mark(UInt32(truncatingIfNeeded: filter.bit(from: node, by: word))) == 0 ? 0 : edge(from: node, by: word)
    }

    /// The same where the filter has been asked. Two slots are read before a branch, which the answer of one would send either way.
    @inline(__always)
    func edge(from node: UInt32, by word: WordID) -> UInt32 {
        let mask = edges.count &- 1
        let slot = ImageFormat.edgeSlot(node: node, word: word.rawValue, mask: mask)
        let (first, second) = (edges[slot], edges[(slot &+ 1) & mask])
        // Behind an empty slot stands none that was looked for before it.
        let target = first.target(from: node, by: word) | second.target(from: node, by: word)
        // 1 where one of them is empty. Compared one by one, they would be asked one after the other.
        let hasEmpty = (UInt64(first.target) &* UInt64(second.target) &- 1) &>> 63
        return hasEmpty | UInt64(target) == 0 ? edge(from: node, by: word, behind: slot &+ 1) : target
    }

    @inline(never)
    private func edge(from node: UInt32, by word: WordID, behind slot: Int) -> UInt32 {
        let mask = edges.count - 1
        var slot = slot
        while true {
            slot = (slot + 1) & mask
            let edge = edges[slot]
            if edge.target == 0 { return 0 }
            if edge.node == node, edge.word == word.rawValue { return edge.target }
        }
    }

    func isReading(_ index: Int, of kind: Reading.Kind?) -> Bool { readings[index].kind == kind?.rawValue }

    /// Asks for the memory in which a reading lies.
    func prepareReading(_ index: Int) { processor_prefetch(readings.place(index)) }

    /// A reading as the image holds it.
    func readingRecord(_ index: Int) -> ImageFormat.Reading { readings[index] }

    /// A reading by its index.
    package func reading(_ index: Int) -> Reading {
        let record = readings[index]
        return Reading(record: record, index: index)
    }

    /// Whether a reading is a word's, of one of some classes.
    func isWord(_ index: Int, of classes: WordClasses) -> Bool {
        let record = readings[index]
        return record.kind == Reading.Kind.word.rawValue && classes.bits >> UInt64(record.detail) & 1 != 0
    }

    /// Whether a reading is a word's, of a class.
    func isWord(_ index: Int, of wordClass: WordClass) -> Bool {
        let record = readings[index]
        return record.kind == Reading.Kind.word.rawValue && record.detail == wordClass.rawValue
    }

    // MARK: Texts in place, valid as long as the lexicon is

    typealias TextInPlace = Slice<UnsafeBufferPointer<UInt8>>

    func idBytes(of entry: EntryID) -> TextInPlace { text(entries[Int(entry.rawValue)].id) }

    func nameBytes(of entry: EntryID) -> TextInPlace { text(entries[Int(entry.rawValue)].name) }

    func labelBytes(of entry: EntryID) -> TextInPlace { text(entries[Int(entry.rawValue)].label) }

    func lemmaBytes(of cue: CueID) -> TextInPlace { text(cues[Int(cue.rawValue)].lemma) }

    func valueBytes(at index: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: text(values[index])) }

    func fileBytes(of row: RowReference) -> TextInPlace { text(files[Int(row.file)]) }

    /// Asks for the memory of a record that will be read soon.
    func prepareRecord(of entry: EntryID) { processor_prefetch(entries.place(Int(entry.rawValue))) }

    /// Likewise for the texts that a record names.
    func prepareTexts(of entry: EntryID) {
        let record = entries[Int(entry.rawValue)]
        prepare(record.id)
        prepare(record.name)
    }

    private func prepare(_ text: ImageFormat.Text) { processor_prefetch(strings.baseAddress.map { $0 + Int(text.offset) }) }

    private func text(_ text: ImageFormat.Text) -> TextInPlace {
        strings.assumingMemoryBound(to: UInt8.self)[place(text.offset, Int(text.length))]
    }

    // MARK: Texts as strings

    /// The value of a word reading.
    public func value(at index: Int) -> String { string(values[index]) }

    private func string(_ text: ImageFormat.Text) -> String {
        String(decoding: bytes(at: text.offset, count: Int(text.length)), as: UTF8.self)
    }

    /// SAFETY: the slice lies in the image, which belongs to this object and so outlives its use.
    private func bytes(at offset: UInt32, count: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: strings[place(offset, count)])
    }

    /// Slices of pointers are not checked in a release build.
    private func place(_ offset: UInt32, _ count: Int) -> Range<Int> {
        let start = Int(offset)
        precondition(start + count <= strings.count, "damaged lexicon image")
        return start..<start + count
    }
}

extension ImageFormat.Edge {
    /// Where it leads, 0 where it is another's.
    @inline(__always)
    fileprivate func target(from node: UInt32, by word: WordID) -> UInt32 {
        (self.node ^ node) | (self.word ^ word.rawValue) == 0 ? target : 0
    }
}
