/// The longest surfaces that begin at a token, of the classes whose surfaces may have several words.
struct DatePhrases: BitwiseCopyable {
    var comparator = Found()
    var dateWord = Found()
    var holiday = Found()
    var setWord = Found()
    var timeZone = Found()

    struct Found: BitwiseCopyable {
        /// The index of the value.
        var value: UInt32 = 0
        /// How many tokens it has; 0 where there is none.
        var length: UInt32 = 0
    }

    static let classes = WordClasses([.comparator, .dateWord, .holiday, .setWord, .timeZone])

    /// Whether one that a date may begin with has so many tokens.
    func hasLength(_ length: Int) -> Bool {
        comparator.length == length || dateWord.length == length || holiday.length == length || setWord.length == length
    }

    subscript(wordClass: WordClass) -> Found {
        get {
            switch wordClass {
            case .comparator: return comparator
            case .dateWord: return dateWord
            case .holiday: return holiday
            case .setWord: return setWord
            case .timeZone: return timeZone
            default: return Found()
            }
        }
        set {
            switch wordClass {
            case .comparator: comparator = newValue
            case .dateWord: dateWord = newValue
            case .holiday: holiday = newValue
            case .setWord: setWord = newValue
            case .timeZone: timeZone = newValue
            default: break
            }
        }
    }
}

extension DateText {
    /// The value and end of the longest surface of a class that begins at a token. Hyphens between its words are passed over.
    func phrase(_ wordClass: WordClass, at index: Int) -> (value: String, end: Int)? {
        guard let token = token(index), token.classes.contains(wordClass) || token.classes.intersects(.phrase) else { return nil }
        let found = phrases(at: index)[wordClass]
        return found.length > 0 ? (lexicon.value(at: Int(found.value)), index + Int(found.length)) : nil
    }

    /// The longest surfaces that begin at a token.
    func phrases(at index: Int) -> DatePhrases {
        guard let token = token(index), token.classes.intersects(Self.beginners) else { return DatePhrases() }
        if let known = memo.pointee.knownPhrases(at: index) { return known }
        var found = DatePhrases()
        if token.classes.intersects(DatePhrases.classes) { take(lexicon.readings(of: token.word), index..<index + 1, into: &found) }
        walk(from: index) { node, end in take(lexicon.readings(at: node), index..<end, into: &found) }
        memo.pointee.keep(found, at: index)
        return found
    }

    /// What the longest surface of the `tense` class that begins at a token says, and its end.
    func tensePhrase(at index: Int) -> (mark: TenseMark, end: Int)? {
        guard let token = token(index), token.classes.intersects(Self.tenseBeginners) else { return nil }
        var best = tense(index).map { ($0, index + 1) }
        walk(from: index) { node, end in
            let readings = lexicon.readings(at: node)
            for position in readings.first..<readings.first + readings.count where lexicon.isWord(position, of: .tense) {
                let reading = lexicon.reading(position)
                if accepts(reading, index..<end), let mark = TenseMark(rawValue: UInt8(reading.weight)) {
                    best = (mark, end)
                    return
                }
            }
        }
        return best
    }

    private static let tenseBeginners = WordClasses([.tense]).union(.phrase)
    private static let beginners = DatePhrases.classes.union(.phrase)

    /// Calls for every surface of several words that begins at a token, shortest first: its node in the lexicon, and its end.
    func walk(from index: Int, _ body: (UInt32, Int) -> Void) {
        guard beginsPhrase(index) else { return }
        var (node, next) = (lexicon.node(after: tokens[index].word), index + 1)
        while node != 0, let token = token(isHyphen(next) && isGlued(next) && isGlued(next + 1) ? next + 1 : next), token.word != .unknown,
            token.gap != .paragraph
        {
            node = lexicon.node(from: node, by: token.word)
            next += isHyphen(next) ? 2 : 1
            if node != 0 { body(node, next) }
        }
    }

    /// Takes the first reading of every class, where the tokens' case fits the row.
    private func take(_ readings: Lexicon.ReadingRange, _ tokens: TokenRange, into found: inout DatePhrases) {
        for position in readings.first..<readings.first + readings.count {
            let reading = lexicon.reading(position)
            guard case .word(let wordClass, let value) = reading.meaning, found[wordClass].length < tokens.count, accepts(reading, tokens) else {
                continue
            }
            found[wordClass] = DatePhrases.Found(value: UInt32(value), length: UInt32(tokens.count))
        }
    }
}
