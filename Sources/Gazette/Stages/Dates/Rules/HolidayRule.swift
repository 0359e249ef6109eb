/// Holidays: `Christmas`, `Thanksgiving 1999`, `Christmas Day last year`, `Easter`.
enum HolidayRule: DateRule {
    static let name: StaticName = "holiday"
    static let opening = DateOpening([.holiday], phrases: true)

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        guard let token = text.token(index), token.classes.contains(.holiday) || token.classes.intersects(.phrase),
            let read = text.phrase(.holiday, at: index), let holiday = Holiday(value: read.value)
        else { return nil }
        let next = text.role(read.end) == .of ? read.end + 1 : text.skippingComma(read.end)
        if let year = text.year(next) { return DateMatch(index..<year.end, .within(.holiday(holiday), .period(.year(year.year)))) }
        if let inner = DateGrammar.point(at: next, in: text), inner.meaning.isYearLike {
            return DateMatch(index..<inner.end, .within(.holiday(holiday), inner.meaning))
        }
        return DateMatch(index..<read.end, .recurring(.holiday(holiday), .byTense))
    }
}
