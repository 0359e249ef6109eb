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

/// Up to 15 bytes, padded with zeros, and in the sixteenth how many there are. Keys can be made of longer words, under which nothing is remembered.
struct WordKey: Equatable {
    /// How many bytes a key holds.
    static let most = 15

    /// The bytes, the first lowest.
    private let low: UInt64
    private let high: UInt64

    private init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }

    /// Of 1 to `most` bytes.
    ///
    /// SAFETY: sixteen bytes must lie in the text.
    @inline(__always)
    init(_ text: UnsafeRawBufferPointer, _ start: Int, _ mask: Mask) {
        low = text.loadUnaligned(fromByteOffset: start, as: UInt64.self) & mask.low
        high = text.loadUnaligned(fromByteOffset: start &+ 8, as: UInt64.self) & mask.high | mask.count
    }

    init(_ text: [UInt8], _ range: Range<Int>) {
        if range.lowerBound + 16 <= text.count {
            self = text.withUnsafeBytes { WordKey($0, range.lowerBound, Mask(range.count)) }
            return
        }
        var lanes = SIMD2(0, UInt64(range.count) << 56)
        for (offset, byte) in text[range].enumerated() { lanes[offset / 8] |= UInt64(byte) << UInt64(offset % 8 * 8) }
        (low, high) = (lanes[0], lanes[1])
    }

    /// More than `most` where it is of more bytes, and so of none that is remembered.
    @inline(__always)
    var count: Int { Int(truncatingIfNeeded: high &>> 56) }

    @inline(__always)
    var hash: UInt64 { (low ^ (high &>> 25 | high &<< 39)) &* 0x9E37_79B9_7F4A_7C15 }

    /// What makes a key of sixteen bytes that begin with a word.
    struct Mask {
        /// The bits of the word's bytes.
        fileprivate let low: UInt64
        fileprivate let high: UInt64
        /// Their count, in the last byte; the most where a key does not hold them.
        fileprivate let count: UInt64

        init(_ count: Int) {
            (low, high) = (UInt64.max >> max(0, 64 - count * 8), UInt64.max >> max(0, min(64, 128 - count * 8)))
            self.count = (count <= WordKey.most ? UInt64(count) : 0xFF) << 56
        }
    }
}

/// A short word and what is known of it, in 32 bytes: two to a cache line. From `word` on it lies in memory as a token does, the marks in place of the gap.
struct RememberedWord {
    private(set) var key: WordKey
    private(set) var word: WordID
    private let kind = TokenKind.word
    private(set) var shape: TokenShape
    private var marks: ByteMarks
    private(set) var role: GrammarRole?
    private(set) var classes: WordClasses

    init(_ key: WordKey, _ found: FoundWord) {
        (self.key, classes, word, shape, marks, role) = (key, found.classes, found.word, found.shape, found.marks, found.role)
    }

    var isPlain: Bool { marks.isEmpty }

    var found: FoundWord { FoundWord(classes: classes, word: word, shape: shape, marks: marks, role: role) }
}

extension UnsafeMutablePointer<Token> {
    /// Writes a word of a text.
    ///
    /// SAFETY: both are structs of fields without references, which lie alike from `word` on (`WordFinderTests`).
    @inline(__always)
    func write(_ word: UnsafePointer<RememberedWord>, _ start: Int, _ end: Int, gap: TokenGap) {
        let (bytes, offset) = (UnsafeMutableRawPointer(self), MemoryLayout<ByteRange>.size)
        (bytes + offset).copyMemory(from: UnsafeRawPointer(word) + MemoryLayout<WordKey>.size, byteCount: MemoryLayout<Token>.size - offset)
        pointee.range = ByteRange(start, end)
        pointee.gap = gap
    }
}

/// Looks words up in the vocabulary: the one place where text becomes word ids.
///
/// The same few words make up most of a text, so that the answers for short ones are kept in a table, under their exact bytes: in pairs that share a line of
/// the cache, of which a new word becomes the second and the one that was it gives way; what is asked for again comes first.
struct WordFinder {
    private static let pairBits = 16

    /// SAFETY: a pair's index has `pairBits` bits, as many as there are pairs. Zeros are a slot of no word, as its length is none. There is a mask for as many
    /// letters as can be seen at once.
    private final class Memory {
        let slots: UnsafeMutablePointer<RememberedWord>
        let masks = UnsafeMutablePointer<WordKey.Mask>.allocate(capacity: UInt64.bitWidth + 1)
        private let pages: LargePages

        init() {
            let count = 2 << WordFinder.pairBits
            pages = LargePages(byteCount: MemoryLayout<RememberedWord>.stride * count)
            slots = pages.start.bindMemory(to: RememberedWord.self, capacity: count)
            for count in 0...UInt64.bitWidth { (masks + count).initialize(to: WordKey.Mask(count)) }
        }

        deinit { masks.deallocate() }
    }

    private let lexicon: Lexicon
    private let folder: WordFolder
    private let memory: Memory

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        folder = WordFolder(lexicon: lexicon)
        memory = Memory()
    }

    /// What is known of the word that fills a range, which must not be empty.
    mutating func find(_ text: [UInt8], _ range: Range<Int>) -> FoundWord {
        guard range.count <= WordKey.most else { return look(text, range) }
        let key = WordKey(text, range)
        let places = places
        return (places.remembered(key) ?? remember(key, text, range)).pointee.found
    }

    /// Where words are remembered, valid as long as the finder is.
    var places: Places { Places(slots: memory.slots, masks: memory.masks) }

    struct Places {
        fileprivate let slots: UnsafeMutablePointer<RememberedWord>
        fileprivate let masks: UnsafePointer<WordKey.Mask>

        /// The key of 1 to 64 bytes.
        ///
        /// SAFETY: sixteen bytes from the word's start on must lie in the text.
        @inline(__always)
        func key(_ text: UnsafeRawBufferPointer, _ start: Int, count: Int) -> WordKey { WordKey(text, start, masks[count]) }

        /// The first of the two slots in which a word may be remembered.
        @inline(__always)
        fileprivate func pair(_ key: WordKey) -> UnsafeMutablePointer<RememberedWord> {
            slots + Int(truncatingIfNeeded: key.hash &>> UInt64(64 - pairBits)) &* 2
        }

        /// Asks for the memory in which the answer for a word lies, and returns where that is.
        @inline(__always)
        func prepare(_ key: WordKey) -> UnsafeMutablePointer<RememberedWord> {
            let pair = pair(key)
            processor_prefetch(pair)
            return pair
        }

        /// What is remembered of a word, valid until the next word is looked for; nil where nothing is.
        @inline(__always)
        func remembered(_ key: WordKey) -> UnsafeMutablePointer<RememberedWord>? { remembered(key, at: pair(key)) }

        /// The same where the memory has been asked for.
        @inline(__always)
        func remembered(_ key: WordKey, at pair: UnsafeMutablePointer<RememberedWord>) -> UnsafeMutablePointer<RememberedWord>? {
            pair[0].key == key ? pair : rememberedBehind(key, pair)
        }

        /// The same of the second slot; what is found there comes first.
        @inline(never)
        private func rememberedBehind(_ key: WordKey, _ pair: UnsafeMutablePointer<RememberedWord>) -> UnsafeMutablePointer<RememberedWord>? {
            guard pair[1].key == key else { return nil }
            swap(&pair[0], &pair[1])
            return pair
        }
    }

    /// Remembers a word that is not, as the second of its pair.
    func remember(_ key: WordKey, _ text: [UInt8], _ range: Range<Int>) -> UnsafeMutablePointer<RememberedWord> {
        let slot = places.pair(key) + 1
        slot.pointee = RememberedWord(key, look(text, range))
        return slot
    }

    /// What is remembered of a word of 1 to `WordKey.most` bytes; nil where nothing is.
    ///
    /// SAFETY: sixteen bytes from the word's start on must lie in the text.
    @inline(__always)
    func recall(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, count: Int) -> FoundWord? {
        let places = places
        return places.remembered(places.key(UnsafeRawBufferPointer(text), start, count: count))?.pointee.found
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
            if hasOthers, Self.isHyphen(bytes[range]) { found.classes.insert(.hyphen) }
            if found.classes.contains(.grammar) { found.role = lexicon.grammarRole(of: found.word) }
        }
        return found
    }

    /// Whether a word is `-`, U+2010 or U+2011.
    private static func isHyphen(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        word.elementsEqual([UInt8(ascii: "-")]) || word.elementsEqual([0xE2, 0x80, 0x90]) || word.elementsEqual([0xE2, 0x80, 0x91])
    }
}
