/// Holidays: `Christmas`, `Thanksgiving 1999`, `Christmas Day last year`, `Diwali in 2019`, `Easter two years ago`, `the Labor Day weekend`, `Easter week`.
/// Not dates: `Christmas Island` is left to the names; `the boxing day` in small letters.
enum HolidayRule: DateRule {
    static let name: StaticName = "holiday"
    static let opening = DateOpening([.holiday], roles: [.the], phrases: true)
    static let behindArticle = DateOpening([.holiday], phrases: true)

    static func isPossible(_ signs: DateSigns) -> Bool { signs.has(.holiday) }

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        if text.role(index) == .the { return weekend(index, text) }
        guard let token = text.token(index), token.classes.contains(.holiday) || token.classes.intersects(.phrase),
            let read = text.holiday(index), !isName(index, read.end, text)
        else { return nil }
        let holiday = read.days
        let isLinked = text.role(read.end) == .of || text.role(read.end) == .in && text.bytes(read.end).count == 2
        let next = isLinked ? read.end + 1 : text.skippingComma(read.end)
        if let year = text.year(next) { return DateMatch(index..<year.end, .within(.holiday(holiday), .period(.year(year.year)))) }
        if let inner = DateGrammar.point(at: next, in: text), inner.meaning.isYearLike {
            return DateMatch(index..<inner.end, .within(.holiday(holiday), inner.meaning))
        }
        if let unit = text.unit(read.end), unit == .weekend || unit == .week, !text.isPlural(read.end), let grain = unit.grain {
            return DateMatch(index..<read.end + 1, .nth(0, grain, .recurring(.holiday(holiday), .byTense)))
        }
        if let years = years(next, text) { return DateMatch(index..<years.end, .within(.holiday(holiday), years.meaning)) }
        return DateMatch(index..<read.end, .recurring(.holiday(holiday), .byTense))
    }

    /// Whether a holiday of one word is a surname: `Hassan Eid`, `Dr. Lent`.
    private static func isName(_ index: Int, _ end: Int, _ text: DateText) -> Bool {
        guard end == index + 1, let before = text.token(index - 1), before.shape.isCapitalized else { return false }
        return before.classes.intersects(Self.names) && !before.classes.intersects(.dates)
    }

    private static let names = WordClasses([.given, .title])

    /// `the Labor Day weekend`.
    private static func weekend(_ index: Int, _ text: DateText) -> DateMatch? {
        guard text.role(index + 1) != .the, var match = match(at: index + 1, in: text), text.unit(match.end - 1) == .weekend else { return nil }
        match.tokens = index..<match.end
        return match
    }

    /// `two years ago`, `in five years`.
    private static func years(_ index: Int, _ text: DateText) -> DateMatch? {
        guard let match = AgoRule.match(at: index, in: text) else { return nil }
        switch match.meaning {
        case .shift(.year, _, _): return match
        case .yearShift(let years, _, _): return DateMatch(match.tokens, .shift(.year, years, .document))
        case .delay(let duration):
            return AgoRule.shift(duration, isPast: false, .document).flatMap { meaning in
                if case .shift(.year, _, _) = meaning { DateMatch(match.tokens, meaning) } else { nil }
            }
        default: return nil
        }
    }
}
