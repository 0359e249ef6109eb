/// What stands around a place, as far as it tells which families of expressions can be there at all. Most places lack what most rules need.
struct DateSigns: BitwiseCopyable {
    private(set) var classes = WordClasses()
    private(set) var marks = Marks()
    /// Bits of roles and of units, by their codes.
    private var roles: UInt64 = 0
    private var units: UInt64 = 0

    /// What is seen by characters.
    struct Marks: OptionSet {
        let rawValue: UInt32

        /// `:` and `/`, hyphens and dashes, `@`.
        static let colon = Marks(rawValue: 1 << 0)
        static let slash = Marks(rawValue: 1 << 1)
        static let dash = Marks(rawValue: 1 << 2)
        static let at = Marks(rawValue: 1 << 3)
        /// A token that begins with a digit, or a number.
        static let digits = Marks(rawValue: 1 << 4)
        /// A number with a full stop in it: `03.01.2024`.
        static let point = Marks(rawValue: 1 << 5)
        /// Letters and digits in one: `9am`, `15th`, `Q3`.
        static let lettered = Marks(rawValue: 1 << 6)
        /// `m` alone, as in `9 p. m.`
        static let letterM = Marks(rawValue: 1 << 7)
        static let clitic = Marks(rawValue: 1 << 8)
        /// `noon` and its like.
        static let hour = Marks(rawValue: 1 << 9)
        /// The sentence is the whole text.
        static let whole = Marks(rawValue: 1 << 10)
        /// Digits before letters that a time may have: `9am`, `3p`, `16h00`, `11ish`; not `15th`, `1990s`.
        static let clock = Marks(rawValue: 1 << 11)
        /// A number without letters, `½`.
        static let cardinal = Marks(rawValue: 1 << 12)
        /// A unit of time in the plural.
        static let plural = Marks(rawValue: 1 << 13)
        /// `now` and its like.
        static let reference = Marks(rawValue: 1 << 14)
        /// `today` and its like.
        static let dayWord = Marks(rawValue: 1 << 15)
        /// `about` and its like; not `more than`.
        static let about = Marks(rawValue: 1 << 16)

        /// What a word of the `date-word` class shows.
        init(_ word: DateWord) {
            switch word {
            case .reference: self = .reference
            case .hour: self = .hour
            case .days, .part, .edge: self = .dayWord
            }
        }

        init(rawValue: UInt32) { self.rawValue = rawValue }
    }

    mutating func insert(_ classes: WordClasses) { self.classes.insert(classes) }

    mutating func insert(_ mark: Marks) { marks.formUnion(mark) }

    mutating func insert(_ facts: DateFacts) {
        roles |= 1 &<< UInt64(truncatingIfNeeded: facts.roleCode)
        units |= 1 &<< UInt64(truncatingIfNeeded: facts.unit)
    }

    func has(_ wordClass: WordClass) -> Bool { classes.contains(wordClass) }
    func hasAny(_ wordClasses: WordClasses) -> Bool { classes.intersects(wordClasses) }
    func shows(_ mark: Marks) -> Bool { !marks.isDisjoint(with: mark) }
    func has(_ role: DateRole) -> Bool { roles &>> UInt64(role.rawValue) & 1 != 0 }
    func has(unit: TimeUnit) -> Bool { units &>> UInt64(unit.code) & 1 != 0 }

    /// Whether one of some roles is there.
    func hasAny(_ roles: DateRoles) -> Bool { self.roles & roles.bits != 0 }

    /// Whether a number of any form may be there.
    var hasNumber: Bool { shows([.digits, .lettered]) || classes.intersects(Self.numbers) }

    /// Whether a day's number may be there: `15`, `15th`, `fifteenth`.
    var hasDayNumber: Bool { shows([.digits, .lettered]) || classes.contains(.ordinal) }

    private static let numbers = WordClasses([.number, .ordinal, .decade])

    /// Whether a number of something may be there: `15`, `fifteen`, `a`, `several`; not `15th`.
    var hasAmount: Bool { shows(.cardinal) || classes.intersects(Self.cardinals) || hasAny(Self.amounts) }

    private static let cardinals = WordClasses([.number, .multiplier])
    private static let amounts = DateRoles([.a, .several, .couple, .half])

    /// The classes of words that expressions are made of.
    static let telling = WordClasses([
        .dateRole, .timeUnit, .month, .weekday, .season, .dayPart, .dateModifier, .era, .number, .multiplier, .ordinal, .fraction, .decade,
        .comparator, .dateWord, .holiday, .setWord, .timeZone,
    ])
}

extension DateText {
    /// What stands around a token, and where: in the run of telling tokens that it is in or beside, as no expression goes on across others.
    /// All tokens from an earlier one on to it belong to the run.
    func readSigns(from first: Int, through last: Int) -> (signs: DateSigns, run: TokenRange) {
        var start = first
        while start > sentence.lowerBound, isTelling(start - 1) { start -= 1 }
        var (signs, index, end) = (DateSigns(), start, last + 1)
        while index < sentence.upperBound {
            let token = tokens[index]
            let (hasMark, startsPhrase) = (hasMark(token), facts[index].startsPhrase)
            guard index < end || hasMark || startsPhrase || isTelling(token) else { break }
            signs.insert(token.classes)
            let facts = facts(at: index)
            signs.insert(facts)
            if facts.unit > 0, isPlural(index) { signs.insert(.plural) }
            if hasMark { signs.insert(marks(of: token)) }
            if token.classes.intersects(Self.marked) { signs.insert(marksAlone(token)) }
            if startsPhrase { end = max(end, index + insertPhrases(at: index, in: &signs)) }
            index += 1
        }
        if sentence.count == tokens.count { signs.insert(.whole) }
        return (signs, start..<index)
    }

    /// Whether a token tells the rules anything: whether it may be part of an expression.
    private func isTelling(_ index: Int) -> Bool {
        isTelling(tokens[index]) || hasMark(tokens[index]) || facts[index].startsPhrase
    }

    /// The same of a word without digits.
    @inline(__always)
    private func isTelling(_ token: Token) -> Bool { token.classes.intersects(DateSigns.telling) || token.shape == .upper }

    /// Whether a token is no plain word: it may be one of the marks, or a number.
    @inline(__always)
    private func hasMark(_ token: Token) -> Bool { token.kind != .word || token.range.count == 1 || hasDigit(token) }

    /// Whether a token begins or ends with a digit.
    @inline(__always)
    private func hasDigit(_ token: Token) -> Bool {
        utf8[Int(truncatingIfNeeded: token.range.start)].isDigit || utf8[Int(truncatingIfNeeded: token.range.end) &- 1].isDigit
    }

    private static let marked = WordClasses([.dateWord, .comparator])

    /// Takes note of the longer surfaces that begin at a token; how many tokens the longest one has.
    private func insertPhrases(at index: Int, in signs: inout DateSigns) -> Int {
        let found = phrases(at: index)
        if found.comparator.length > 0 { signs.insert(WordClasses([.comparator])) }
        if found.comparator.length > 1, comparator(found)?.value == .about { signs.insert(.about) }
        if found.holiday.length > 0 { signs.insert(WordClasses([.holiday])) }
        if found.setWord.length > 0 { signs.insert(WordClasses([.setWord])) }
        if found.timeZone.length > 0 { signs.insert(WordClasses([.timeZone])) }
        if found.dateWord.length > 0 { signs.insert(WordClasses([.dateWord])) }
        if found.dateWord.length > 1, let word = dateWord(found) { signs.insert(DateSigns.Marks(word)) }
        return found.longest
    }

    private func marks(of token: Token) -> DateSigns.Marks {
        if token.kind == .clitic { return .clitic }
        let bytes = utf8[token.range.indices]
        let first = bytes[bytes.startIndex]
        if token.kind != .punctuation, token.kind == .number || hasDigit(token) { return Self.marks(ofNumber: bytes) }
        guard bytes.count == 1 else { return first == 0xE2 && bytes.count == 3 ? .dash : first == 0xC2 ? .cardinal : [] }
        switch first {
        case UInt8(ascii: ":"): return .colon
        case UInt8(ascii: "/"): return .slash
        case UInt8(ascii: "-"): return .dash
        case UInt8(ascii: "@"): return .at
        case UInt8(ascii: "m"), UInt8(ascii: "M"): return .letterM
        default: return []
        }
    }

    private static func marks(ofNumber bytes: Slice<UnsafeBufferPointer<UInt8>>) -> DateSigns.Marks {
        var marks: DateSigns.Marks = .digits
        for byte in bytes {
            if byte == UInt8(ascii: ".") { marks.insert(.point) }
            guard byte.isLetter || byte >= 0x80 else { continue }
            if !marks.contains(.lettered), beginsClock(byte) { marks.insert(.clock) }
            marks.insert(.lettered)
        }
        return marks.contains(.lettered) ? marks : marks.union(.cardinal)
    }

    /// Whether what stands behind the digits of a time begins with a letter: `am`, `pm`, `h`, `ish`.
    private static func beginsClock(_ letter: UInt8) -> Bool {
        switch letter | 0x20 {
        case UInt8(ascii: "a"), UInt8(ascii: "p"), UInt8(ascii: "h"), UInt8(ascii: "i"): return true
        default: return false
        }
    }
}
