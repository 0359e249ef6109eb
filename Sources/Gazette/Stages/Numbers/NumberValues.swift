/// What the values of rows mean to the number rules, each read once. One belongs to a worker.
final class NumberValues {
    private let lexicon: Lexicon
    // One stage reads and fills the tables in turn, so that accesses need no check against each other.

    @exclusivity(unchecked) private var decimals: [Known<ExactDecimal>]
    @exclusivity(unchecked) private var fractions: [Known<ExactDecimal>] = []
    @exclusivity(unchecked) private var denominators: [Known<ExactDecimal>] = []
    @exclusivity(unchecked) private var units: [QuantityRule.Unit?]
    @exclusivity(unchecked) private var currencies: [UnitCode?]
    @exclusivity(unchecked) private var comparators: [Known<NumericExpression.Comparator>]
    @exclusivity(unchecked) private var roles: [NumberRoles?]
    /// The roles of single words by word and case; a word whose place another has taken is read again.
    @exclusivity(unchecked) private var words: [(key: UInt64, roles: NumberRoles)]
    /// Likewise the value indices of single words.
    @exclusivity(unchecked) private var indices: [WordValue]
    /// Likewise the codes that words have as parts of noun phrases: the word's number over two bits of the code.
    @exclusivity(unchecked) private var nouns: [UInt32]
    @exclusivity(unchecked) private var codes = UnitCodes()

    /// The value index of a word by class and case, in eight bytes, so that a line of memory holds eight.
    private struct WordValue {
        var word = WordID.unknown
        /// The index and 1, 0 where the class has none for the case; over nine bits of class and case.
        var bits: UInt32 = 0

        /// Nil where the index is too large to be remembered.
        init?(_ word: WordID, _ key: UInt32, _ value: Int?) {
            guard let found = UInt32(exactly: (value ?? -1) + 1), found < 1 << 23 else { return nil }
            (self.word, bits) = (word, found << 9 | key)
        }

        init() {}

        @inline(__always)
        func holds(_ word: WordID, _ key: UInt32) -> Bool { self.word == word && bits & 0x1FF == key }

        var value: Int? { bits < 1 << 9 ? nil : Int(bits >> 9) - 1 }
    }

    private enum Known<Value> { case unread, read(Value?) }

    private static let places = 1024

    /// Where a key lies in a table of so many places.
    @inline(__always)
    private static func place(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54) }

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        decimals = Array(repeating: .unread, count: lexicon.valueCount)
        fractions = decimals
        denominators = decimals
        units = Array(repeating: nil, count: lexicon.valueCount)
        currencies = Array(repeating: nil, count: lexicon.valueCount)
        comparators = Array(repeating: .unread, count: lexicon.valueCount)
        roles = Array(repeating: nil, count: lexicon.valueCount)
        words = Array(repeating: (.max, NumberRoles()), count: Self.places)
        indices = Array(repeating: WordValue(), count: Self.places)
        nouns = Array(repeating: .max, count: Self.places)
    }

    func decimal(_ index: Int) -> ExactDecimal? {
        if case .read(let value) = decimals[index] { return value }
        let value = ExactDecimal(lexicon.value(at: index))
        decimals[index] = .read(value)
        return value
    }

    /// The value of `1/3`.
    func fraction(_ index: Int) -> ExactDecimal? {
        if case .read(let value) = fractions[index] { return value }
        let value = ExactDecimal(fraction: lexicon.value(at: index))
        fractions[index] = .read(value)
        return value
    }

    /// The denominator of a fraction whose numerator is one.
    func denominator(_ index: Int) -> ExactDecimal? {
        if case .read(let value) = denominators[index] { return value }
        let parts = lexicon.value(at: index).split(separator: "/")
        let value = parts.count == 2 && parts[0] == "1" ? ExactDecimal(parts[1]) : nil
        denominators[index] = .read(value)
        return value
    }

    func unit(_ index: Int) -> QuantityRule.Unit {
        if let known = units[index] { return known }
        let read = QuantityRule.Unit(lexicon.value(at: index), &codes)
        units[index] = read
        return read
    }

    /// A currency's code.
    func currency(_ index: Int) -> UnitCode {
        if let known = currencies[index] { return known }
        let read = codes.code(lexicon.value(at: index))
        currencies[index] = read
        return read
    }

    /// The text of a unit's or currency's code.
    func text(of code: UnitCode) -> String { codes[code] }

    func comparator(_ index: Int) -> NumericExpression.Comparator? {
        if case .read(let value) = comparators[index] { return value }
        let value = NumericExpression.Comparator(rawValue: lexicon.value(at: index))
        comparators[index] = .read(value)
        return value
    }

    func roles(_ index: Int) -> NumberRoles {
        if let known = roles[index] { return known }
        let read = NumberRoles(value: lexicon.valueBytes(at: index))
        roles[index] = read
        return read
    }

    // MARK: Single words

    /// The roles of a word that is written with a shape.
    @inline(__always)
    func roles(of word: WordID, _ shape: TokenShape) -> NumberRoles {
        let key = UInt64(word.rawValue) << 3 | UInt64(shape.rawValue)
        let known = words[Self.place(key)]
        return known.key == key ? known.roles : readRoles(word, shape, key)
    }

    private func readRoles(_ word: WordID, _ shape: TokenShape, _ key: UInt64) -> NumberRoles {
        let read = lexicon.best(.numberPart, lexicon.readings(of: word)) { $0.accepts(shape, at: 0) }.map(roles) ?? NumberRoles()
        words[Self.place(key)] = (key, read)
        return read
    }

    /// The index of the value that a class gives to a word that is written with a shape.
    @inline(__always)
    func index(of wordClass: WordClass, for word: WordID, _ shape: TokenShape) -> Int? {
        let key = UInt32(wordClass.rawValue) << 3 | UInt32(shape.rawValue)
        let known = indices[Self.place(UInt64(word.rawValue) << 9 | UInt64(key))]
        return known.holds(word, key) ? known.value : readIndex(wordClass, word, shape, key)
    }

    private func readIndex(_ wordClass: WordClass, _ word: WordID, _ shape: TokenShape, _ key: UInt32) -> Int? {
        let read = lexicon.best(wordClass, lexicon.readings(of: word)) { $0.accepts(shape, at: 0) }
        if let known = WordValue(word, key, read) { indices[Self.place(UInt64(word.rawValue) << 9 | UInt64(key))] = known }
        return read
    }

    /// The code of a word as part of a noun phrase, see `ValueCode`.
    @inline(__always)
    func nounCode(of word: WordID) -> Int {
        let known = nouns[Self.place(UInt64(word.rawValue))]
        return known &>> 2 == word.rawValue ? Int(known & 3) : readNounCode(word)
    }

    private func readNounCode(_ word: WordID) -> Int {
        let read = lexicon.code(of: .nounPhrase, for: word)
        if word.rawValue < 1 << 29 { nouns[Self.place(UInt64(word.rawValue))] = word.rawValue << 2 | UInt32(truncatingIfNeeded: read) & 3 }
        return read
    }
}

extension Lexicon {
    /// The value index of the reading of a class that fits; of several that fit, the one that asks most of the case.
    func best(_ wordClass: WordClass, _ readings: ReadingRange, _ accepts: (ImageFormat.Reading) -> Bool) -> Int? {
        var found: (value: Int, strictness: Int)?
        for index in readings.first..<readings.first + readings.count where isWord(index, of: wordClass) {
            let record = readingRecord(index)
            guard accepts(record) else { continue }
            let strictness = (record.accepts(.lower, at: 0) ? 0 : 1) + (record.accepts(.mixed, at: 0) ? 0 : 1)
            if found.map({ $0.strictness < strictness }) ?? true { found = (Int(record.target), strictness) }
        }
        return found?.value
    }
}
