/// What a word that was asked for lately is by itself in the classes of `DatePhrases`. They are few words, which come again and again.
struct WordPhrases {
    /// A word and a case; 0 where the place is free.
    private(set) var key: UInt64 = 0
    private(set) var phrases = DatePhrases()
    private(set) var dateWord: DateWord?
    /// What it shows of itself.
    private(set) var marks: DateSigns.Marks = []

    static let empty = [WordPhrases](repeating: WordPhrases(), count: 256)

    init() {}

    init(of token: Token, _ lexicon: Lexicon) {
        key = WordFacts.key(of: token)
        let readings = lexicon.readings(of: token.word)
        for position in readings.first..<readings.first + readings.count where lexicon.isWord(position, of: DatePhrases.classes) {
            let record = lexicon.readingRecord(position)
            if record.accepts(token.shape, at: 0) { phrases.take(record, 1) }
        }
        if phrases.dateWord.length > 0 { dateWord = DateWord(lexicon.valueBytes(at: Int(phrases.dateWord.value))) }
        if let dateWord { marks = DateSigns.Marks(dateWord) }
        if phrases.comparator.length > 0, DateComparator(lexicon.valueBytes(at: Int(phrases.comparator.value))) == .about { marks.insert(.about) }
    }

    /// Where the table of `empty`'s length has a key.
    static func place(of key: UInt64) -> Int { WordFacts.place(of: key) >> 3 }
}
