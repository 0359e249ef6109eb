internal import CICU

/// What the vocabulary knows of a word of the text, and what its bytes show.
struct FoundWord {
    var classes = WordClasses()
    var word = WordID.unknown
    var shape = TokenShape.none
    var marks = ByteMarks()
    var role: GrammarRole?

    /// Whether no rule for words looks at it, unless what follows gives cause to.
    var isPlain: Bool { marks.isEmpty && (shape != .lower || !classes.contains(.contraction)) }
}

/// What stands in a word beside plain letters.
struct ByteMarks: OptionSet {
    let rawValue: UInt8

    static let apostrophe = ByteMarks(rawValue: 1)
    static let period = ByteMarks(rawValue: 2)
    static let at = ByteMarks(rawValue: 4)
    static let digit = ByteMarks(rawValue: 8)
    /// U+202F, which parts groups of digits: white space, but part of a word to UAX #29.
    static let narrowSpace = ByteMarks(rawValue: 16)

    /// The marks of a stretch of UTF-8.
    init(_ text: [UInt8], _ range: Range<Int>) {
        var marks: ByteMarks = []
        for index in range {
            switch text[index] {
            case UInt8(ascii: "'"): marks.insert(.apostrophe)
            case UInt8(ascii: "."): marks.insert(.period)
            case UInt8(ascii: "@"): marks.insert(.at)
            case 48...57: marks.insert(.digit)
            case 0xE2 where index + 2 < range.upperBound && text[index + 1] == 0x80:
                if text[index + 2] == 0x99 { marks.insert(.apostrophe) }
                if text[index + 2] == 0xAF { marks.insert(.narrowSpace) }
            default: break
            }
        }
        self = marks
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// Looks words up in the vocabulary: the one place where text becomes word ids.
///
/// The same few words make up most of a text, so that the answers for words of up to 16 bytes are kept in a small table,
/// under their exact bytes: in pairs, of which the second gives way to new words and comes first when it is asked for again.
struct WordFinder {
    private static let slotBits = 16

    /// 32 bytes: two to a cache line.
    private struct Slot {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var classes = WordClasses()
        var word = WordID.unknown
        var shape = TokenShape.none
        var marks = ByteMarks()
        var length: UInt8 = 0
        var role: GrammarRole?

        func holds(_ low: UInt64, _ high: UInt64, _ length: Int) -> Bool { self.low == low && self.high == high && self.length == UInt8(length) }

        var found: FoundWord { FoundWord(classes: classes, word: word, shape: shape, marks: marks, role: role) }
    }

    /// SAFETY: a slot's index has `slotBits` bits, as many as there are slots. Zeros are a slot of no word, as its length is none.
    private final class Memory {
        let slots: UnsafeMutablePointer<Slot>
        private let pages: LargePages

        init() {
            pages = LargePages(byteCount: MemoryLayout<Slot>.stride << WordFinder.slotBits)
            slots = pages.start.bindMemory(to: Slot.self, capacity: 1 << WordFinder.slotBits)
        }
    }

    private let lexicon: Lexicon
    private let folder: WordFolder
    private let memory: Memory

    /// The first of the two slots in which a word may be remembered.
    @inline(__always)
    private static func slot(_ low: UInt64, _ high: UInt64) -> Int {
        let hash = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: hash >> UInt64(64 - slotBits)) & ~1
    }

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        folder = WordFolder(lexicon: lexicon)
        memory = Memory()
    }

    /// What is known of the word that fills a range, which must not be empty.
    mutating func find(_ text: [UInt8], _ range: Range<Int>) -> FoundWord {
        guard range.count <= 16 else { return look(text, range) }
        let (low, high) = Self.key(text, range)
        let slots = memory.slots + Self.slot(low, high)
        if slots[0].holds(low, high, range.count) { return slots[0].found }
        if slots[1].holds(low, high, range.count) {
            swap(&slots[0], &slots[1])
            return slots[0].found
        }
        let found = look(text, range)
        slots[1] = Slot(
            low: low, high: high, classes: found.classes, word: found.word, shape: found.shape, marks: found.marks,
            length: UInt8(range.count), role: found.role)
        return found
    }

    /// Asks for the memory in which the answer for a word of 1 to 16 bytes lies, padded with zeros, and returns its place.
    @inline(__always)
    func prepare(_ low: UInt64, _ high: UInt64) -> Int32 {
        let slot = Self.slot(low, high)
        cicu_prefetch(memory.slots + slot)
        return Int32(truncatingIfNeeded: slot)
    }

    /// What is remembered of such a word at its place; nil where nothing is.
    ///
    /// SAFETY: the place must be one that `prepare` has returned.
    @inline(__always)
    func recall(_ low: UInt64, _ high: UInt64, count: Int, at place: Int32) -> FoundWord? {
        let slots = memory.slots + Int(place)
        if slots[0].holds(low, high, count) { return slots[0].found }
        guard slots[1].holds(low, high, count) else { return nil }
        swap(&slots[0], &slots[1])
        return slots[0].found
    }

    /// What is remembered of a word of 1 to 16 bytes; nil where nothing is.
    ///
    /// SAFETY: sixteen bytes from the word's start on must lie in the text.
    @inline(__always)
    func recall(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, count: Int) -> FoundWord? {
        let (low, high) = Self.key(text, start, count)
        return recall(low, high, count: count, at: Int32(truncatingIfNeeded: Self.slot(low, high)))
    }

    @inline(__always)
    private static func key(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> (low: UInt64, high: UInt64) {
        let bits = UInt64(truncatingIfNeeded: count) &* 8
        if bits <= 64 { return (text.word(at: start) & UInt64.max >> (64 &- bits), 0) }
        return (text.word(at: start), text.word(at: start &+ 8) & UInt64.max >> (128 &- bits))
    }

    /// Up to 16 bytes as two numbers, the first byte lowest, padded with zeros.
    private static func key(_ text: [UInt8], _ range: Range<Int>) -> (low: UInt64, high: UInt64) {
        if range.lowerBound + 16 > text.count {
            var key: (low: UInt64, high: UInt64) = (0, 0)
            for (offset, byte) in text[range].enumerated() {
                if offset < 8 { key.low |= UInt64(byte) << UInt64(offset * 8) } else { key.high |= UInt64(byte) << UInt64((offset - 8) * 8) }
            }
            return key
        }
        let low = text.word(at: range.lowerBound)
        if range.count <= 8 { return (low & UInt64.max >> UInt64(64 - range.count * 8), 0) }
        return (low, text.word(at: range.lowerBound + 8) & UInt64.max >> UInt64(128 - range.count * 8))
    }

    private func look(_ text: [UInt8], _ range: Range<Int>) -> FoundWord {
        var found = FoundWord()
        text.withUnsafeBufferPointer { bytes in
            if bytes.endOfLetters(from: range.lowerBound) < range.upperBound { found.marks = ByteMarks(text, range) }
            let fits = folder.fold(UnsafeBufferPointer(rebasing: bytes[range]))
            found.shape = folder.shape
            if fits { (found.word, found.classes) = lexicon.word(folder) }
            if found.classes.contains(.grammar) { found.role = lexicon.grammarRole(of: found.word) }
        }
        return found
    }
}
