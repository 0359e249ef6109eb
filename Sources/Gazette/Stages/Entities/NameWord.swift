/// What the lexicons say of one word as a name: the codes of three classes (`ValueCode`), 0 where they say nothing, and whether it is a title.
struct NameWord: BitwiseCopyable {
    private(set) var given: UInt8 = 0
    private(set) var surname: UInt8 = 0
    private(set) var common: UInt8 = 0
    /// A bit for every `TokenShape` in which a row has it as a title.
    private(set) var titleShapes: UInt8 = 0

    static let classes = WordClasses([.given, .surname, .common, .title])

    /// A word of which the lexicons say nothing.
    init() {}

    /// Of several rows of a class the first one counts. What is in the dictionary has no code of 0.
    init(_ word: WordID, _ lexicon: Lexicon) {
        let range = lexicon.readings(of: word)
        for index in (range.first..<range.first + range.count).reversed() where lexicon.isWord(index, of: Self.classes) {
            let record = lexicon.readingRecord(index)
            switch WordClass(rawValue: record.detail) {
            case .given: given = record.weight
            case .surname: surname = record.weight
            case .title: addTitle(record)
            default: common = max(record.weight, 1)
            }
        }
    }

    private mutating func addTitle(_ record: ImageFormat.Reading) {
        for shape in TokenShape.allCases where !record.isOverridden && record.accepts(shape, at: 0) { titleShapes |= 1 << shape.rawValue }
    }
}

/// What the lexicons say of the words that were last asked for, which come again and again.
///
/// SAFETY: the buffers are lent for the call; a place is an index of the tokens, and there is room for as many names.
struct NameWords {
    /// A word in its place.
    private struct Known: BitwiseCopyable {
        /// Nothing is said of the unknown word.
        var word = WordID.unknown
        var codes = NameWord()
    }

    private let lexicon: Lexicon
    /// The first place is the unknown word's.
    private var known = [Known](repeating: Known(), count: (1 << Self.bits) + 1)
    /// The tokens whose words are not known.
    private var unread: [Int] = []

    private static let bits: UInt32 = 13

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// Where a word's codes are.
    @inline(__always)
    private static func slot(of word: WordID) -> Int {
        Int((word.rawValue &* 0x9E37_79B9) &>> (32 &- bits)) &+ (word == .unknown ? 0 : 1)
    }

    /// Asks for the memory of what is known of the words at some places of a text, which is read a little later.
    func prepare(_ tokens: UnsafeBufferPointer<Token>, at places: UnsafeBufferPointer<Int32>) {
        for place in places { known.prepare(Self.slot(of: Self.word(tokens[Int(place)]))) }
    }

    /// Notes what is said of the words at some places of a text. Memory is asked for some words before it is read, so that it is waited for once.
    mutating func read(
        _ tokens: UnsafeBufferPointer<Token>, at places: UnsafeBufferPointer<Int32>, into names: UnsafeMutableBufferPointer<NameToken>
    ) {
        unread.removeAll(keepingCapacity: true)
        for place in places {
            let index = Int(place)
            let token = tokens[index]
            let word = Self.word(token)
            let known = known[Self.slot(of: word)]
            if known.word == word {
                names[index].take(known.codes, token.shape)
            } else {
                lexicon.prepare(word)
                unread.append(index)
            }
        }
        for index in unread { lexicon.prepareReadings(of: tokens[index].word) }
        for index in unread { names[index].take(look(at: tokens[index].word), tokens[index].shape) }
    }

    /// The word that a token is looked up by: the unknown one where nothing can be said, which costs no branch.
    @inline(__always)
    private static func word(_ token: Token) -> WordID {
        let kinds: UInt32 = 1 << UInt32(TokenKind.word.rawValue) | 1 << UInt32(TokenKind.abbreviation.rawValue)
        let isWord = kinds &>> UInt32(token.kind.rawValue) & 1
        let isKnown: UInt32 = token.classes.intersects(NameWord.classes) ? 1 : 0
        return WordID(rawValue: token.word.rawValue & (0 &- (isWord & isKnown)))
    }

    /// The codes of a word, known from now on.
    private mutating func look(at word: WordID) -> NameWord {
        let slot = Self.slot(of: word)
        if known[slot].word != word { known[slot] = Known(word: word, codes: NameWord(word, lexicon)) }
        return known[slot].codes
    }
}
