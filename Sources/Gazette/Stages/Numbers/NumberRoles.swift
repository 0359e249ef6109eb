/// What a small word or phrase is to the number rules: the values of `number-part` rows.
package enum NumberRole: UInt8, CaseIterable, Sendable {
    /// Joins the parts of a number: two hundred and six.
    case and
    /// A number's one (a million) or no part of it (the million).
    case article
    case of
    /// Begins decimals in words: two point five.
    case point
    /// Makes a number negative.
    case minus
    /// Opens a range that `and` continues.
    case between
    /// Parts the two numbers of a range.
    case to
    /// Parts the two numbers of a ratio: one in five, one out of five.
    case inside, outOf
    /// Behind it `one` is a pronoun: the one, this one.
    case notOne
    /// Before a multiplier, an unknown number of it: several hundred.
    case few
    /// Before an age: aged 40.
    case aged
    /// Behind an age in years, months, weeks or days.
    case age, ageMonth, ageWeek, ageDay
    /// Parts the numbers of an approximation: one or two.
    case or
    /// Parts runs from wickets: 142 for six.
    case forWord
    /// Before a score in cricket.
    case scoreBefore
    /// Behind it `one` is a pronoun: one that, one can.
    case pronounEnd
    /// `I`, `he`, `who`, before `is` and an age, and `boy`, `woman`, before `of` and one.
    case person, personNoun
    case be
    /// Points, and what they are points of: vote, rates.
    case points, shareWord
    /// Near two numbers that are a score or a vote.
    case scoreWord
    /// Opens a range or a change that `to` continues.
    case from
    /// Before `from A to B` it makes a change of a range; before `up to` it makes a direction of a bound.
    case change
    /// Behind digits: st, nd, rd, th.
    case ordinalSuffix
    /// Makes a temperature negative.
    case belowZero
    /// Before a number that identifies: Article 5, page 3.
    case identifier
    /// A phrase whose number counts nothing: at first, one another; with a hyphen alone: one-way.
    case never, neverJoined
    /// A currency's name that stands behind its number alone.
    case suffixOnly
    /// A number only in `a couple of`.
    case group
    /// Goes on with a comparison: or more than.
    case than
    /// Parts a fraction in words: one over twenty.
    case over
    /// Before the measure of a change: by a third.
    case by
    /// Before a half that is no number: the latter half.
    case notHalf
    /// Behind a number it makes a ratio: 10-fold; joined to digits: 3x.
    case fold, timesSign
    /// Before the second number of a ratio: three out of every ten.
    case every
    /// In a sentence about cricket: wickets, overs.
    case cricket
    /// Behind `half` without `of`: half what it was, half as much.
    case halfOf
    /// Behind a fraction that measures a difference: a fifth more.
    case comparative
    /// Before a number that identifies, in small letters too: page 3.
    case numbered
    /// What an ordinal names: the 28th Brigade, 42nd Street.
    case numberedName
    /// Before a number that is called: call 101.
    case dial
    /// Before `up to`, which then tells a direction: rose up to.
    case motion
    /// Before a share of a whole: took a third.
    case share
    /// Before odds: odds of 250-1.
    case odds
    /// Behind the name and number of a house.
    case street
    /// A number that is not quite meant: a couple.
    case rough

    /// Its name in the `value` column.
    package static let names = [
        "and", "article", "of", "point", "minus", "between", "to", "in", "out-of", "not-one", "few", "aged", "age", "age-month", "age-week",
        "age-day", "or", "for", "score-before", "pronoun-end", "person", "person-noun", "be", "points", "share-word", "score-word", "from", "change",
        "ordinal-suffix", "below-zero", "identifier", "never", "never-joined", "suffix-only", "group", "than", "over", "by",
        "not-half", "fold", "times-sign", "every", "cricket", "half-of", "comparative", "numbered", "numbered-name", "dial",
        "motion", "share", "odds", "street", "rough",
    ]

    package init?(name: some StringProtocol) { self.init(utf8: name.utf8) }

    init?(utf8 name: some Collection<UInt8>) {
        let count = name.count
        guard let place = Self.names.firstIndex(where: { $0.utf8.count == count && $0.utf8.elementsEqual(name) }) else { return nil }
        self.init(rawValue: UInt8(truncatingIfNeeded: place))
    }
}

/// The roles of one word.
struct NumberRoles: BitwiseCopyable {
    private var bits: UInt64 = 0

    init() {}

    static let all = NumberRoles(bits: .max)

    private init(bits: UInt64) { self.bits = bits }

    /// Of an array literal it is a constant, see `WordClasses`.
    @inline(__always)
    init(_ roles: [NumberRole]) {
        var bits: UInt64 = 0
        // swift-format-ignore: ReplaceForEachWithForLoop
        roles.forEach { bits |= Self.bit(of: $0) }
        self.bits = bits
    }

    @inline(__always) func intersects(_ other: NumberRoles) -> Bool { bits & other.bits != 0 }

    /// Reads a comma-separated value of a row, as UTF-8.
    init(value: UnsafeBufferPointer<UInt8>) {
        var rest = value[...]
        while !rest.isEmpty {
            let name = rest.prefix { $0 != UInt8(ascii: ",") }
            if let role = NumberRole(utf8: name) { bits |= Self.bit(of: role) }
            rest = rest.dropFirst(name.count + 1)
        }
    }

    mutating func formUnion(_ other: NumberRoles) { bits |= other.bits }

    @inline(__always) func contains(_ role: NumberRole) -> Bool { bits & Self.bit(of: role) != 0 }

    @inline(__always) private static func bit(of role: NumberRole) -> UInt64 { 1 &<< UInt64(role.rawValue) }
}
