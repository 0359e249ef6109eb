internal import CProcessor

/// What the vocabulary knows of a word of the text, and what its bytes show.
struct FoundWord {
    var classes = WordClasses()
    var word = WordID.unknown
    var shape = TokenShape.none
    var marks = ByteMarks()
    var role: GrammarRole?

    /// Whether no rule for words looks at it, unless what follows gives cause to.
    var isPlain: Bool { marks.isEmpty }
}

/// What stands in a word beside plain letters, and whether it is one that the lexicon parts.
struct ByteMarks: OptionSet {
    let rawValue: UInt8

    static let apostrophe = ByteMarks(rawValue: 1)
    static let period = ByteMarks(rawValue: 2)
    static let at = ByteMarks(rawValue: 4)
    static let digit = ByteMarks(rawValue: 8)
    /// U+202F, which parts groups of digits: white space, but part of a word to UAX #29.
    static let narrowSpace = ByteMarks(rawValue: 16)
    /// A contraction in small letters.
    static let contraction = ByteMarks(rawValue: 32)

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

/// A word of up to 16 bytes and what is known of it, in 32 bytes: two to a cache line.
struct RememberedWord {
    /// Its bytes, the first lowest, padded with zeros.
    private var low: UInt64
    private var high: UInt64
    private(set) var classes: WordClasses
    private(set) var word: WordID
    private(set) var shape: TokenShape
    private var marks: ByteMarks
    private var length: UInt8
    private(set) var role: GrammarRole?

    init(_ low: UInt64, _ high: UInt64, count: Int, _ found: FoundWord) {
        (self.low, self.high, length) = (low, high, UInt8(truncatingIfNeeded: count))
        (classes, word, shape, marks, role) = (found.classes, found.word, found.shape, found.marks, found.role)
    }

    @inline(__always)
    func holds(_ low: UInt64, _ high: UInt64, _ count: Int) -> Bool {
        self.low == low && self.high == high && length == UInt8(truncatingIfNeeded: count)
    }

    var isPlain: Bool { marks.isEmpty }

    var found: FoundWord { FoundWord(classes: classes, word: word, shape: shape, marks: marks, role: role) }

    /// As a word of a text.
    @inline(__always)
    func token(_ start: Int, _ end: Int, gap: TokenGap) -> Token {
        Token(range: ByteRange(start, end), word: word, classes: classes, kind: .word, shape: shape, gap: gap, role: role)
    }
}

/// Looks words up in the vocabulary: the one place where text becomes word ids.
///
/// The same few words make up most of a text, so that the answers for words of up to 16 bytes are kept in a small table,
/// under their exact bytes: in groups of four, of which a new word becomes the second and the last gives way; what is asked for again comes first.
struct WordFinder {
    private static let slotBits = 17
    private static let group = 4

    /// SAFETY: a slot's index has `slotBits` bits, as many as there are slots. Zeros are a slot of no word, as its length is none.
    private final class Memory {
        let slots: UnsafeMutablePointer<RememberedWord>
        private let pages: LargePages

        init() {
            pages = LargePages(byteCount: MemoryLayout<RememberedWord>.stride << WordFinder.slotBits)
            slots = pages.start.bindMemory(to: RememberedWord.self, capacity: 1 << WordFinder.slotBits)
        }
    }

    private let lexicon: Lexicon
    private let folder: WordFolder
    private let memory: Memory

    /// The first of the slots in which a word may be remembered.
    @inline(__always)
    fileprivate static func slot(_ low: UInt64, _ high: UInt64) -> Int {
        let hash = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: hash >> UInt64(64 - slotBits)) & ~(group - 1)
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
        let place = Self.slot(low, high)
        return (remembered(low, high, count: range.count, at: place) ?? remember(low, high, text, range, at: place)).pointee.found
    }

    /// Where words are remembered.
    struct Places {
        fileprivate let slots: UnsafeMutablePointer<RememberedWord>

        /// Asks for the memory in which the answer for a word of 1 to 16 bytes lies, padded with zeros, and returns its place.
        @inline(__always)
        func prepare(_ low: UInt64, _ high: UInt64) -> Int {
            let place = WordFinder.slot(low, high)
            processor_prefetch(slots + place)
            return place
        }
    }

    /// Valid as long as the finder is.
    var places: Places { Places(slots: memory.slots) }

    /// What is remembered of such a word at its place, valid until the next word is looked for; nil where nothing is.
    ///
    /// SAFETY: the place must be one that `slot` makes.
    @inline(__always)
    func remembered(_ low: UInt64, _ high: UInt64, count: Int, at place: Int) -> UnsafeMutablePointer<RememberedWord>? {
        let slots = memory.slots + place
        return slots[0].holds(low, high, count) ? slots : rememberedBehind(low, high, count, slots)
    }

    /// The same of the slots behind the first; what is found there comes first.
    @inline(never)
    private func rememberedBehind(
        _ low: UInt64, _ high: UInt64, _ count: Int, _ slots: UnsafeMutablePointer<RememberedWord>
    ) -> UnsafeMutablePointer<RememberedWord>? {
        for other in 1..<Self.group where slots[other].holds(low, high, count) {
            swap(&slots[0], &slots[other])
            return slots
        }
        return nil
    }

    /// Remembers a word that is not, as the second of its group.
    func remember(_ low: UInt64, _ high: UInt64, _ text: [UInt8], _ range: Range<Int>, at place: Int) -> UnsafeMutablePointer<RememberedWord> {
        let slot = memory.slots + place + 1
        for other in stride(from: Self.group - 2, to: 0, by: -1) { slot[other] = slot[other - 1] }
        slot.pointee = RememberedWord(low, high, count: range.count, look(text, range))
        return slot
    }

    /// What is remembered of a word of 1 to 16 bytes; nil where nothing is.
    ///
    /// SAFETY: sixteen bytes from the word's start on must lie in the text.
    @inline(__always)
    func recall(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, count: Int) -> FoundWord? {
        let (low, high) = Self.key(text, start, count)
        return remembered(low, high, count: count, at: Self.slot(low, high))?.pointee.found
    }

    /// 1 to 16 bytes as two numbers, the first byte lowest, padded with zeros.
    ///
    /// SAFETY: sixteen bytes must lie in the text.
    @inline(__always)
    static func key(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> (low: UInt64, high: UInt64) {
        let bits = UInt64(truncatingIfNeeded: count) &* 8
        if bits <= 64 { return (text.word(at: start) & UInt64.max >> (64 &- bits), 0) }
        return (text.word(at: start), text.word(at: start &+ 8) & UInt64.max >> (128 &- bits))
    }

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
            let hasOthers = bytes.endOfLetters(from: range.lowerBound) < range.upperBound
            if hasOthers { found.marks = ByteMarks(text, range) }
            let fits = folder.fold(UnsafeBufferPointer(rebasing: bytes[range]))
            found.shape = folder.shape
            if fits { (found.word, found.classes) = lexicon.word(folder) }
            if found.classes.contains(.contraction), found.shape == .lower { found.marks.insert(.contraction) }
            if hasOthers, bytes[range].contains(where: { $0.isDigit || $0 >= 0x80 }) { found.classes.insert(.mayHoldDigits) }
            if found.classes.contains(.grammar) { found.role = lexicon.grammarRole(of: found.word) }
        }
        return found
    }
}
