/// What the lexicons say of one word as a name: the codes of three classes (`ValueCode`), 0 where they say nothing.
struct NameWord: BitwiseCopyable {
    private(set) var given: UInt8 = 0
    private(set) var surname: UInt8 = 0
    private(set) var common: UInt8 = 0

    static let classes = WordClasses([.given, .surname, .common])

    /// A word of which the lexicons say nothing.
    init() {}

    /// Of several rows of a class the first one counts.
    init(_ word: WordID, _ lexicon: Lexicon) {
        given = UInt8(lexicon.code(of: .given, for: word))
        surname = UInt8(lexicon.code(of: .surname, for: word))
        common = UInt8(lexicon.code(of: .common, for: word))
    }
}

/// What the lexicons say of the words that were last asked for, which come again and again.
struct NameWords {
    /// A word in its place.
    struct Known: BitwiseCopyable {
        /// Nothing is said of the unknown word.
        fileprivate var word = WordID.unknown
        fileprivate var codes = NameWord()
    }

    private let lexicon: Lexicon
    private var known = [Known](repeating: Known(), count: 1 << Self.bits)

    private static let bits: UInt32 = 12

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    private static func place(of word: WordID) -> Int { Int((word.rawValue &* 0x9E37_79B9) >> (32 - bits)) }

    /// What stands in a word's place, which may be another word. Whoever looks at many words at once waits for memory once.
    func glance(at word: WordID) -> Known { known[Self.place(of: word)] }

    /// The codes of a word that has been glanced at.
    mutating func codes(of word: WordID, _ classes: WordClasses, _ glance: Known) -> NameWord {
        guard classes.intersects(NameWord.classes) else { return NameWord() }
        if glance.word == word { return glance.codes }
        let codes = NameWord(word, lexicon)
        known[Self.place(of: word)] = Known(word: word, codes: codes)
        return codes
    }
}
