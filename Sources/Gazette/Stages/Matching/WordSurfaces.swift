/// What words are by themselves, but for their classes: the entries and stance cues of a word in a case, remembered for the words that were wanted last.
struct WordSurfaces {
    private static let slotBits: UInt32 = 12

    /// A word in a case and up to three readings; words that have more are looked up each time.
    private struct Slot {
        var word = WordID.unknown
        var shape = TokenShape.none
        var count: UInt8 = 0
        var first = Found()
        var second = Found()
        var third = Found()
    }

    private struct Found {
        var reading: UInt32 = 0
        var kind = Lexicon.Reading.Kind.word
        var detail: UInt8 = 0

        init() {}

        init(_ surface: Surface) { (reading, kind, detail) = (surface.reading, surface.kind, surface.detail) }

        func surface(at token: Int) -> Surface { Surface(token..<token &+ 1, reading: reading, kind: kind, detail: detail) }
    }

    private var slots = [Slot](repeating: Slot(), count: 1 << slotBits)

    /// Appends what a word that the vocabulary knows is at a token.
    mutating func append(_ token: Int, _ word: WordID, _ shape: TokenShape, _ lexicon: Lexicon, to surfaces: inout [Surface]) {
        let hash = (word.rawValue &<< 3 | UInt32(shape.rawValue)) &* 0x9E37_79B1
        let place = Int(hash &>> (32 &- Self.slotBits))
        let slot = slots[place]
        if slot.word == word, slot.shape == shape {
            if slot.count > 0 { surfaces.append(slot.first.surface(at: token)) }
            if slot.count > 1 { surfaces.append(slot.second.surface(at: token)) }
            if slot.count > 2 { surfaces.append(slot.third.surface(at: token)) }
        } else {
            let first = surfaces.count
            Self.look(token, word, shape, lexicon, to: &surfaces)
            remember(surfaces[first...], word, shape, at: place)
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

    private mutating func remember(_ surfaces: ArraySlice<Surface>, _ word: WordID, _ shape: TokenShape, at place: Int) {
        if surfaces.count > 3 { return }
        var slot = Slot()
        (slot.word, slot.shape, slot.count) = (word, shape, UInt8(surfaces.count))
        if let surface = surfaces.first { slot.first = Found(surface) }
        if let surface = surfaces.dropFirst().first { slot.second = Found(surface) }
        if let surface = surfaces.dropFirst(2).first { slot.third = Found(surface) }
        slots[place] = slot
    }
}
