/// What the values of rows mean to the number rules, each read once. One belongs to a worker.
final class NumberValues {
    private let lexicon: Lexicon
    private var decimals: [Known<ExactDecimal>]
    private var fractions: [Known<ExactDecimal>] = []
    private var units: [QuantityRule.Unit?]
    private var roles: [NumberRoles?]
    /// The roles of single words by word and case; a word whose place another has taken is read again.
    private var words: [(key: UInt64, roles: NumberRoles)]

    private enum Known<Value> { case unread, read(Value?) }

    private static let places = 1024

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        decimals = Array(repeating: .unread, count: lexicon.valueCount)
        fractions = decimals
        units = Array(repeating: nil, count: lexicon.valueCount)
        roles = Array(repeating: nil, count: lexicon.valueCount)
        words = Array(repeating: (.max, NumberRoles()), count: Self.places)
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

    func unit(_ index: Int) -> QuantityRule.Unit {
        if let known = units[index] { return known }
        let read = QuantityRule.Unit(lexicon.value(at: index))
        units[index] = read
        return read
    }

    func roles(_ index: Int) -> NumberRoles {
        if let known = roles[index] { return known }
        let read = NumberRoles(value: lexicon.value(at: index))
        roles[index] = read
        return read
    }

    /// The roles of a word that is written with a shape.
    func roles(of word: WordID, _ shape: TokenShape) -> NumberRoles {
        let key = UInt64(word.rawValue) << 3 | UInt64(shape.rawValue)
        let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54)
        if words[place].key == key { return words[place].roles }
        let read = lexicon.best(.numberPart, lexicon.readings(of: word)) { $0.accepts(shape, at: 0) }.map(roles) ?? NumberRoles()
        words[place] = (key, read)
        return read
    }
}

extension Lexicon {
    /// The value index of the reading of a class that fits; of several that fit, the one that asks most of the case.
    func best(_ wordClass: WordClass, _ readings: ReadingRange, _ accepts: (Reading) -> Bool) -> Int? {
        var found: (value: Int, strictness: Int)?
        for index in readings.first..<readings.first + readings.count where isWord(index, of: wordClass) {
            let reading = reading(index)
            guard case .word(_, let value) = reading.meaning, accepts(reading) else { continue }
            let strictness = (reading.accepts(.lower, at: 0) ? 0 : 1) + (reading.accepts(.mixed, at: 0) ? 0 : 1)
            if found.map({ $0.strictness < strictness }) ?? true { found = (value, strictness) }
        }
        return found?.value
    }
}
