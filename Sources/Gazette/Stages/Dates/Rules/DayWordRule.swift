/// Days by a word: `yesterday`, `Friday`, `Friday last week`, `the day before yesterday`, `the day after tomorrow`; `tonight`, `noon` are times.
/// Not days: `the sun`, `he sat`, which are no short names of weekdays without a date beside them.
enum DayWordRule: DateRule {
    static let name: StaticName = "day-word"
    static let opening = DateOpening([.weekday, .dateWord, .timeUnit], roles: [.the])
    static let behindArticle = DateOpening([.timeUnit])

    static func isPossible(_ signs: DateSigns) -> Bool {
        signs.has(.weekday) || signs.shows(.dayWord) || signs.has(.timeUnit) && (signs.has(.before) || signs.has(.after))
    }

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        if let weekday = weekday(index, text) { return afterNext(weekday, text) ?? ofWeek(weekday, text) }
        return offset(index, text) ?? nextToOffset(index, text)
    }

    /// A weekday's name; short names without a period only beside a date.
    static func weekday(_ index: Int, _ text: DateText) -> DateMatch? {
        guard let weekday = text.weekday(index), !text.isPlural(index) || text.bytes(index).count < 6 else { return nil }
        let isShort = text.bytes(index).count < 6 && text.token(index)?.kind != .abbreviation
        guard !isShort || isTrusted(index, text) else { return nil }
        return DateMatch(index..<index + 1, .recurring(.weekday(weekday), .byTense))
    }

    /// Whether a short name stands beside what makes it a day: `Fri, Jul 18`, `this Thu`, `Thu at 8 am`, or alone.
    private static func isTrusted(_ index: Int, _ text: DateText) -> Bool {
        let next = text.skippingComma(index + 1)
        if text.month(next) != nil || text.startsWithDigit(next) || text.isWhole(index..<index + 1) { return true }
        if text.token(index)?.classes.contains(.common) == true, text.token(index)?.shape == .lower { return false }
        switch text.role(index - 1) {
        case .this, .next, .last, .each: return true
        default: return text.role(next) == .at && text.startsWithDigit(next + 1) || text.role(next) == .the && text.ordinal(next + 1) != nil
        }
    }

    /// `Friday after next`, `March after next`.
    static func afterNext(_ match: DateMatch, _ text: DateText) -> DateMatch? {
        guard case .recurring(let recurring, _) = match.meaning, text.role(match.end) == .after, text.role(match.end + 1) == .next,
            text.token(match.end + 2)?.kind != .word || text.role(match.end + 2) != nil
        else { return nil }
        return DateMatch(match.tokens.lowerBound..<match.end + 2, .recurring(recurring, .steps(2)))
    }

    /// `Friday last week`, `Monday of next week`.
    private static func ofWeek(_ match: DateMatch, _ text: DateText) -> DateMatch {
        guard case .recurring(let weekday, _) = match.meaning else { return match }
        let next = text.role(match.end) == .of || text.role(match.end) == .from ? match.end + 1 : match.end
        guard text.role(next) != nil, let inner = DateGrammar.point(at: next, in: text), case .shift(.week, _, _) = inner.meaning else {
            return match
        }
        return DateMatch(match.tokens.lowerBound..<inner.end, .within(weekday, inner.meaning))
    }

    private static func offset(_ index: Int, _ text: DateText) -> DateMatch? {
        guard let word = text.dateWordAlone(index) else { return nil }
        switch word {
        case .days(let days): return DateMatch(index..<index + 1, .shift(.day, days, .document))
        case .part(let part, let days): return DateMatch(index..<index + 1, .part(part, on: .shift(.day, days, .document)))
        case .edge(let modifier, let grain) where isClosed(index + 1, text):
            return DateMatch(index..<index + 1, .shift(grain, 0, .document), modifier)
        default: return nil
        }
    }

    /// Whether no word of content follows.
    private static func isClosed(_ index: Int, _ text: DateText) -> Bool {
        text.token(index).map { $0.kind == .punctuation || text.role(index) != nil } ?? true
    }

    /// `the day before yesterday`, `the day after tomorrow`, `the day before Thanksgiving`, `the week before last`.
    private static func nextToOffset(_ index: Int, _ text: DateText) -> DateMatch? {
        let start = text.role(index) == .the ? index + 1 : index
        guard let grain = text.unit(start)?.grain, !text.isPlural(start), let role = text.role(start + 1), role == .before || role == .after else {
            return nil
        }
        let step = role == .before ? -1 : 1
        if let last = text.role(start + 2), last == .last || last == .next, text.unit(start + 3) == nil, text.weekday(start + 3) == nil {
            return DateMatch(index..<start + 3, .shift(grain, 2 * step, .document))
        }
        guard grain == .day, let inner = DateGrammar.point(at: start + 2, in: text), inner.meaning.isDayLike else { return nil }
        return DateMatch(index..<inner.end, .nextTo(step, inner.meaning))
    }
}
