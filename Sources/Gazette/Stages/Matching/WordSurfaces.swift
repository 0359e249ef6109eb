/// What words are by themselves, but for their classes: the entries and stance cues of a word in a case, remembered for the words that were wanted last.
struct WordSurfaces {
    private static let setBits: UInt32 = 12

    /// A word in a case and up to four readings, in 32 bytes; words that have more are looked up each time.
    private struct Slot {
        var readings = SIMD4<UInt32>()
        /// `Lexicon.Reading.Kind` and `Surface.detail` by reading.
        var kinds = SIMD4<UInt8>()
        var details = SIMD4<UInt8>()
        var word = WordID.unknown
        var shape = TokenShape.none
        var count: UInt8 = 0

        @inline(__always)
        func holds(_ word: WordID, _ shape: TokenShape) -> Bool { self.word == word && self.shape == shape }
    }

    /// In pairs, of which the second gives way to new words and comes first when it is asked for again.
    private var slots = [Slot](repeating: Slot(), count: 2 << setBits)

    /// Appends what a word that the vocabulary knows is at a token.
    mutating func append(_ token: Int, _ word: WordID, _ shape: TokenShape, _ lexicon: Lexicon, to surfaces: inout [Surface]) {
        let hash = (word.rawValue &<< 3 | UInt32(shape.rawValue)) &* 0x9E37_79B1
        let place = Int(hash &>> (32 &- Self.setBits)) &* 2
        if !slots[place].holds(word, shape) {
            guard slots[place &+ 1].holds(word, shape) else {
                let first = surfaces.count
                Self.look(token, word, shape, lexicon, to: &surfaces)
                return remember(surfaces, from: first, word, shape, at: place &+ 1)
            }
            slots.swapAt(place, place &+ 1)
        }
        let slot = slots[place]
        for index in 0..<Int(slot.count) {
            surfaces.append(
                Surface(
                    token..<token &+ 1, reading: slot.readings[index], kind: Lexicon.Reading.Kind(rawValue: slot.kinds[index]) ?? .word,
                    detail: slot.details[index]))
        }
    }

    private static func look(_ token: Int, _ word: WordID, _ shape: TokenShape, _ lexicon: Lexicon, to surfaces: inout [Surface]) {
        let range = lexicon.readings(of: word)
        for index in range.first..<range.first + range.count {
            let record = lexicon.readingRecord(index)
            guard let kind = Lexicon.Reading.Kind(rawValue: record.kind), kind != .word, !record.isOverridden, record.accepts(shape, at: 0) else {
                continue
            }
            surfaces.append(Surface(token..<token + 1, reading: UInt32(truncatingIfNeeded: index), kind: kind, detail: record.detail))
        }
    }

    private mutating func remember(_ surfaces: [Surface], from first: Int, _ word: WordID, _ shape: TokenShape, at place: Int) {
        guard surfaces.count - first <= 4 else { return }
        var slot = Slot()
        (slot.word, slot.shape, slot.count) = (word, shape, UInt8(surfaces.count - first))
        for index in 0..<surfaces.count - first {
            let surface = surfaces[first + index]
            (slot.readings[index], slot.kinds[index], slot.details[index]) = (surface.reading, surface.kind.rawValue, surface.detail)
        }
        slots[place] = slot
    }
}
