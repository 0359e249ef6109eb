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
    /// A phrase whose number counts nothing: at first, one another.
    case never
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
    /// Behind a number it makes a ratio: 10-fold.
    case fold

    /// Its name in the `value` column.
    package static let names = [
        "and", "article", "of", "point", "minus", "between", "to", "in", "out-of", "not-one", "few", "aged", "age", "age-month", "age-week",
        "age-day", "or", "for", "score-before", "pronoun-end", "person", "person-noun", "be", "points", "share-word", "score-word", "from", "change",
        "ordinal-suffix", "below-zero", "identifier", "never", "suffix-only", "group", "than", "over", "by",
        "not-half", "fold",
    ]

    package init?(name: some StringProtocol) {
        guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
        self.init(rawValue: UInt8(index))
    }
}

/// The roles of one word.
struct NumberRoles {
    private var bits: UInt64 = 0

    init() {}

    /// Reads a comma-separated value of a row.
    init(value: String) {
        for name in value.split(separator: ",") {
            if let role = NumberRole(name: name) { bits |= Self.bit(of: role) }
        }
    }

    func contains(_ role: NumberRole) -> Bool { bits & Self.bit(of: role) != 0 }

    private static func bit(of role: NumberRole) -> UInt64 { 1 << UInt64(role.rawValue) }
}

/// The roles of single words that have been asked for. One belongs to a worker.
final class NumberRoleCache {
    private var roles: [WordID: NumberRoles] = [:]

    /// The roles of a word, read by `value` the first time.
    func roles(of word: WordID, value: () -> String?) -> NumberRoles {
        if let known = roles[word] { return known }
        let read = value().map(NumberRoles.init(value:)) ?? NumberRoles()
        roles[word] = read
        return read
    }
}
