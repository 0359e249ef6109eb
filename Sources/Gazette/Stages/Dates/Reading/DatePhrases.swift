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

    /// How many tokens the longest one has.
    var longest: Int { Int(max(comparator.length, dateWord.length, holiday.length, setWord.length, timeZone.length)) }

    /// Takes a surface, where it is the first one of its class and length.
    mutating func take(_ record: ImageFormat.Reading, _ length: Int) {
        let found = Found(value: record.target, length: UInt32(truncatingIfNeeded: length))
        switch WordClass(rawValue: record.detail) {
        case .comparator: if comparator.length < length { comparator = found }
        case .dateWord: if dateWord.length < length { dateWord = found }
        case .holiday: if holiday.length < length { holiday = found }
        case .setWord: if setWord.length < length { setWord = found }
        case .timeZone: if timeZone.length < length { timeZone = found }
        default: break
        }
    }
}

extension DateText {
    /// What the longest surface of the `date-word` class that begins at a token says, and its end.
    func dateWord(_ index: Int) -> (value: DateWord, end: Int)? {
        guard beginsPhrase(index), case let found = phrases(at: index), found.dateWord.length > 1 else {
            return dateWordAlone(index).map { ($0, index + 1) }
        }
        return dateWord(found).map { ($0, index + Int(found.dateWord.length)) }
    }

    /// What the longer surface of the `date-word` class among some phrases says.
    func dateWord(_ found: DatePhrases) -> DateWord? { DateWord(lexicon.valueBytes(at: Int(found.dateWord.value))) }

    /// What the `date-word` class says of a token alone, where its case fits the row.
    func dateWordAlone(_ index: Int) -> DateWord? { has(.dateWord, at: index) ? phraseWords[place(of: tokens[index])].dateWord : nil }

    /// What a word shows by itself.
    func marksAlone(_ token: Token) -> DateSigns.Marks { phraseWords[place(of: token)].marks }

    /// What the longest surface of the `comparator` class that begins at a token says, and its end.
    func comparator(_ index: Int) -> (value: DateComparator, end: Int)? {
        comparator(phrases(at: index)).map { ($0.value, index + $0.length) }
    }

    /// What the surface of the `comparator` class among some phrases says, and how many tokens it has.
    func comparator(_ found: DatePhrases) -> (value: DateComparator, length: Int)? {
        guard found.comparator.length > 0, let value = DateComparator(lexicon.valueBytes(at: Int(found.comparator.value))) else { return nil }
        return (value, Int(found.comparator.length))
    }

    /// The days and end of the longest surface of the `holiday` class.
    func holiday(_ index: Int) -> (days: Holiday, end: Int)? {
        let found = phrases(at: index).holiday
        guard found.length > 0, let days = memo.pointee.holiday(Int(found.value), lexicon) else { return nil }
        return (days, index + Int(found.length))
    }

    /// The offset from UTC and end of the longest surface of the `time-zone` class.
    func timeZone(_ index: Int) -> (value: String, end: Int)? {
        let found = phrases(at: index).timeZone
        return found.length > 0 ? (lexicon.value(at: Int(found.value)), index + Int(found.length)) : nil
    }

    /// The longest surfaces that begin at a token.
    func phrases(at index: Int) -> DatePhrases {
        guard let token = token(index) else { return DatePhrases() }
        let startsPhrase = facts[index].startsPhrase
        if startsPhrase, let known = memo.pointee.knownPhrases(at: index) { return known }
        var found = token.classes.intersects(DatePhrases.classes) ? phraseWords[place(of: token)].phrases : DatePhrases()
        guard startsPhrase else { return found }
        for surface in surfaces[longer(at: index)] where Int(surface.end) <= sentence.upperBound {
            found.take(lexicon.readingRecord(Int(surface.reading)), Int(surface.end - surface.start))
        }
        memo.pointee.keep(found, at: index)
        return found
    }

    /// Where what the lexicons say of a token by itself is kept.
    private func place(of token: Token) -> Int {
        let key = WordFacts.key(of: token)
        let place = WordPhrases.place(of: key)
        if phraseWords[place].key != key { phraseWords[place] = WordPhrases(of: token, lexicon) }
        return place
    }

    /// Where the longest surface begins that ends before a token, from a place on; nil where there is none.
    func phraseStart(endingAt end: Int, from floor: Int) -> Int? {
        guard end > floor, facts[end - 1].endsPhrase else { return nil }
        for start in max(floor, end - Self.longestPhrase)..<max(floor, end - 1) where facts[start].startsPhrase {
            if phrases(at: start).hasLength(end - start) { return start }
        }
        return nil
    }

    /// How many tokens a surface of `phrases` may have, hyphens counted.
    private static let longestPhrase = 10

    /// What the longest surface of the `tense` class that begins at a token says, and its end.
    func tensePhrase(at index: Int) -> (mark: TenseMark, end: Int)? {
        guard sentence.contains(index) else { return nil }
        var best = has(.tense, at: index) ? tense(index).map { ($0, index + 1) } : nil
        guard facts[index].startsTense else { return best }
        for surface in surfaces[longer(at: index)] where surface.isWord(of: .tense) && Int(surface.end) <= sentence.upperBound {
            guard Int(surface.end) > best?.1 ?? index else { continue }
            let mark = TenseMark(rawValue: UInt8(truncatingIfNeeded: lexicon.readingRecord(Int(surface.reading)).weight))
            if let mark { best = (mark, Int(surface.end)) }
        }
        return best
    }

    /// Where the longer surfaces are that begin at a token.
    private func longer(at index: Int) -> Range<Int> {
        let first = surfaces.partitioningIndex { $0.start >= index }
        var end = first
        while end < surfaces.count, surfaces[end].start == index { end += 1 }
        return first..<end
    }
}
