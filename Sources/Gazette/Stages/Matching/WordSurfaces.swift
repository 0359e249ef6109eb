internal import CProcessor

/// What words are by themselves, but for their classes: the entries and stance cues of a word in a case, remembered for the words that were wanted last. It
/// belongs to one worker.
///
/// SAFETY: a place has `setBits` bits and one more, as many as there are lines; a line has a key, and `most` findings of which as many as its key says have
/// been written.
final class WordSurfaces {
    private static let setBits: UInt32 = 12
    /// Bytes of a line, which is one of the cache.
    private static let line = 64
    /// The readings of a word that are remembered; words that have more are looked up each time.
    private static let most = (line - MemoryLayout<Key>.stride) / MemoryLayout<Finding>.stride

    private struct Key {
        var word = WordID.unknown
        var shape = TokenShape.none
        var count: UInt8 = 0

        @inline(__always)
        func holds(_ word: WordID, _ shape: TokenShape) -> Bool { self.word == word && self.shape == shape }
    }

    private struct Finding {
        let reading: UInt32
        let kind: Lexicon.Reading.Kind
        let detail: UInt8
    }

    /// In pairs, of which a new word becomes the first and the second gives way. Zeros are a key of the unknown word and no findings.
    private let lines: UnsafeMutableRawPointer

    init() {
        let count = Self.line * 2 << Int(Self.setBits)
        lines = .allocate(byteCount: count, alignment: Self.line)
        lines.initializeMemory(as: UInt8.self, repeating: 0, count: count)
    }

    deinit { lines.deallocate() }

    @inline(__always)
    private func key(_ place: Int) -> UnsafeMutablePointer<Key> { (lines + place &* Self.line).assumingMemoryBound(to: Key.self) }

    @inline(__always)
    private func findings(_ place: Int) -> UnsafeMutablePointer<Finding> {
        (lines + place &* Self.line + MemoryLayout<Key>.stride).assumingMemoryBound(to: Finding.self)
    }

    /// The first of the two places of a word in a case.
    @inline(__always)
    private static func place(_ word: WordID, _ shape: TokenShape) -> Int {
        let hash = (word.rawValue &<< 3 | UInt32(shape.rawValue)) &* 0x9E37_79B1
        return Int(hash &>> (32 &- setBits)) &* 2
    }

    /// Asks for the memory in which the answer for a word lies.
    @inline(__always)
    func prepare(_ word: WordID, _ shape: TokenShape) {
        processor_prefetch(lines + Self.place(word, shape) &* Self.line)
    }

    /// Appends what a word that the vocabulary knows is at a token.
    func append(_ token: Int, _ word: WordID, _ shape: TokenShape, _ lexicon: Lexicon, to surfaces: inout [Surface]) {
        var place = Self.place(word, shape)
        if !key(place).pointee.holds(word, shape) {
            guard key(place &+ 1).pointee.holds(word, shape) else { return look(token, word, shape, lexicon, to: &surfaces) }
            place &+= 1
        }
        for finding in UnsafeBufferPointer(start: findings(place), count: Int(key(place).pointee.count)) {
            surfaces.append(Surface(token..<token &+ 1, reading: finding.reading, kind: finding.kind, detail: finding.detail))
        }
    }

    @inline(never)
    private func look(_ token: Int, _ word: WordID, _ shape: TokenShape, _ lexicon: Lexicon, to surfaces: inout [Surface]) {
        let (range, first) = (lexicon.readings(of: word), surfaces.count)
        for index in range.first..<range.first + range.count {
            let record = lexicon.readingRecord(index)
            guard let kind = Lexicon.Reading.Kind(rawValue: record.kind), kind != .word, !record.isOverridden, record.accepts(shape, at: 0) else {
                continue
            }
            surfaces.append(Surface(token..<token + 1, index, record, kind))
        }
        if surfaces.count - first <= Self.most { remember(surfaces[first...], word, shape) }
    }

    private func remember(_ surfaces: ArraySlice<Surface>, _ word: WordID, _ shape: TokenShape) {
        let place = Self.place(word, shape)
        (lines + (place + 1) * Self.line).copyMemory(from: lines + place * Self.line, byteCount: Self.line)
        key(place).pointee = Key(word: word, shape: shape, count: UInt8(surfaces.count))
        for (index, surface) in surfaces.enumerated() {
            findings(place)[index] = Finding(reading: surface.reading, kind: surface.kind, detail: surface.detail)
        }
    }
}
