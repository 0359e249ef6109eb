/// What the lexicons say of one word to the rules for names: the codes of its classes (`ValueCode`) side by side. 0 where they say nothing.
struct NameWord: BitwiseCopyable {
    private(set) var given: UInt8 = 0
    private(set) var surname: UInt8 = 0
    private(set) var common: UInt8 = 0
    private(set) var title: UInt8 = 0
    private(set) var orgHead: UInt8 = 0
    private(set) var placeHead: UInt8 = 0
    private(set) var nameLink: UInt8 = 0
    private(set) var placePreposition: UInt8 = 0
    private(set) var nameNoun: UInt8 = 0

    /// The codes that are read; other classes say all by their bits.
    static let classes = WordClasses([.given, .surname, .common, .title, .orgHead, .placeHead, .nameLink, .placePreposition, .nameNoun])

    /// A word of which the lexicons say nothing.
    init() {}

    /// Of several rows of a class the first one counts.
    init(_ word: WordID, _ lexicon: Lexicon) {
        let range = lexicon.readings(of: word)
        var seen = WordClasses()
        for position in range.first..<range.first + range.count {
            guard let (wordClass, code) = lexicon.wordCode(position), !seen.contains(wordClass) else { continue }
            seen.insert(wordClass)
            set(wordClass, code)
        }
    }

    private mutating func set(_ wordClass: WordClass, _ code: UInt8) {
        switch wordClass {
        case .given: given = code
        case .surname: surname = code
        case .common: common = code
        case .title: title = code
        case .orgHead: orgHead = code
        case .placeHead: placeHead = code
        case .nameLink: nameLink = code
        case .placePreposition: placePreposition = code
        case .nameNoun: nameNoun = code
        default: break
        }
    }
}

/// What the lexicons say of the words that were last asked for, which come again and again.
struct NameWords {
    private let lexicon: Lexicon
    private var known = [Known](repeating: Known(), count: 1024)

    private struct Known: BitwiseCopyable {
        /// Nothing is said of the unknown word.
        var word = WordID.unknown
        var codes = NameWord()
    }

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    mutating func codes(of token: Token) -> NameWord {
        guard token.classes.intersects(NameWord.classes) else { return NameWord() }
        let place = Int(token.word.rawValue &* 0x9E37_79B9 >> 22)
        if known[place].word == token.word { return known[place].codes }
        let codes = NameWord(token.word, lexicon)
        known[place] = Known(word: token.word, codes: codes)
        return codes
    }
}
