/// What stands around a place, as far as it tells which families of expressions can be there at all. Most places lack what most rules need.
struct DateSigns: BitwiseCopyable {
    private(set) var classes = WordClasses()
    private(set) var marks = Marks()
    /// Bits of roles and of units, by their codes.
    private var roles: UInt64 = 0
    private var units: UInt64 = 0
    /// Behind the last token that an expression can end with.
    private(set) var end = 0

    /// What is seen by characters.
    struct Marks: OptionSet, BitwiseCopyable {
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
        /// `'s` and its like behind a telling word.
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
        /// `'`, `’`.
        static let apostrophe = Marks(rawValue: 1 << 17)
        /// Four digits and nothing else.
        static let fourDigits = Marks(rawValue: 1 << 18)
        /// Letters and digits that may name a quarter or a half: `Q3`, `18q4`, `H1`.
        static let quarterCode = Marks(rawValue: 1 << 19)

        // What stands beside what; hyphens, dashes and slashes between them are passed over.

        /// A unit or a weekday behind an ordinal or `last`: `the third week`.
        static let nth = Marks(rawValue: 1 << 20)
        /// A unit behind what counts it: `two weeks`, `a year`, `the last few days`.
        static let measured = Marks(rawValue: 1 << 21)
        /// One unit behind `a`.
        static let article = Marks(rawValue: 1 << 22)
        /// One unit or a period behind `the`, `that` or `latest`.
        static let headed = Marks(rawValue: 1 << 23)
        /// What says on which side of an anchor something lies behind a length: `two years ago`.
        static let side = Marks(rawValue: 1 << 24)
        /// What says on which side of the full hour something lies behind minutes: `ten past`, `a quarter to`.
        static let clockSide = Marks(rawValue: 1 << 25)
        /// A number behind `at`, `from`, `between` or `@`.
        static let announced = Marks(rawValue: 1 << 26)
        /// A word of a number behind another: `nineteen ninety-six`.
        static let numbers = Marks(rawValue: 1 << 27)
        /// Two numbers, or a number and a month, with a dash or a slash between them.
        static let joined = Marks(rawValue: 1 << 28)
        /// What may be the first part of that.
        static let joinable = Marks(rawValue: 1 << 29)

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

    /// Takes note of where the last token ends that an expression can end with.
    mutating func end(at end: Int) { self.end = end }

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
