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
        let range = lexicon.readings(of: word)
        for index in (range.first..<range.first + range.count).reversed() where lexicon.isWord(index, of: Self.classes) {
            let record = lexicon.readingRecord(index)
            switch WordClass(rawValue: record.detail) {
            case .given: given = record.weight
            case .surname: surname = record.weight
            default: common = record.weight
            }
        }
    }
}

/// What the lexicons say of the words that were last asked for, which come again and again.
///
/// SAFETY: the buffers are lent for the call; a place is an index of the tokens, and there are as many codes as places.
struct NameWords {
    /// A word in its place.
    private struct Known: BitwiseCopyable {
        /// Nothing is said of the unknown word.
        var word = WordID.unknown
        var codes = NameWord()
    }

    private let lexicon: Lexicon
    private var known = [Known](repeating: Known(), count: 1 << Self.bits)
    /// The places whose words are not known.
    private var unread: [Int] = []

    private static let bits: UInt32 = 13

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    private static func slot(of word: WordID) -> Int { Int((word.rawValue &* 0x9E37_79B9) >> (32 - bits)) }

    /// Sets the codes of the words at some places of a text. Memory is asked for some words before it is read, so that it is waited for once.
    mutating func read(
        _ tokens: UnsafeBufferPointer<Token>, at places: UnsafeBufferPointer<Int32>, into codes: UnsafeMutableBufferPointer<NameWord>
    ) {
        unread.removeAll(keepingCapacity: true)
        for place in places.indices {
            let token = tokens[Int(places[place])]
            codes[place] = NameWord()
            guard token.classes.intersects(NameWord.classes) else { continue }
            let known = known[Self.slot(of: token.word)]
            if known.word == token.word {
                codes[place] = known.codes
            } else {
                lexicon.prepare(token.word)
                unread.append(place)
            }
        }
        for place in unread { lexicon.prepareReadings(of: tokens[Int(places[place])].word) }
        for place in unread { codes[place] = look(at: tokens[Int(places[place])].word) }
    }

    /// The codes of a word, known from now on.
    private mutating func look(at word: WordID) -> NameWord {
        let slot = Self.slot(of: word)
        if known[slot].word != word { known[slot] = Known(word: word, codes: NameWord(word, lexicon)) }
        return known[slot].codes
    }
}
