/// Ranges of years written as one: `2012–13`, `1996-2001`, `the 1996–2001 period`, `2023/24`. `from March to May` is two dates, as TIMEX3 has it.
/// Not years: `a 3-2 win`.
enum YearRangeRule: DateRule {
    static let name: StaticName = "year-range"
    static let opening = DateOpening(roles: [.the], digits: true)
    static let behindArticle = DateOpening(digits: true)

    static func isPossible(_ signs: DateSigns) -> Bool { signs.shows(.joined) }

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        let start = text.role(index) == .the ? index + 1 : index
        guard let first = text.fourDigitYear(start), YearRule.isYear(start, first, text), text.isDash(start + 1) || text.isByte("/", at: start + 1),
            text.isGlued(start + 1), text.isGlued(start + 2), let second = text.digits(start + 2)
        else { return nil }
        let last = second.count == 2 ? first / 100 * 100 + second.value : second.value
        guard second.count == 2 || second.count == 4, last > first, last < 2200, !(text.isDash(start + 3) && text.isGlued(start + 3)) else {
            return nil
        }
        let end = text.role(start + 3) == .period ? start + 4 : start + 3
        return DateMatch((end == start + 4 ? index : start)..<end, .interval(.period(.year(first)), .period(.year(last))))
    }
}
