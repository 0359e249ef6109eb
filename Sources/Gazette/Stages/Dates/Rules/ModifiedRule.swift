/// A date with a word that narrows or blurs it: `early 1996`, `the mid-1990s`, `late last week`, `early Friday morning`, `earlier this year`, `later that day`,
/// `the end of November`, `the beginning of 1994`, `the early hours of Friday`, `around Nov. 1`,
/// `by mid-afternoon`. Not narrowed: `the early voters`.
enum ModifiedRule: DateRule {
    static let name: StaticName = "modified"
    static let opening = DateOpening([.dateModifier, .comparator], roles: [.the, .earlier, .later], phrases: true)
    static let behindArticle = DateOpening([.dateModifier], roles: [.earlier, .later])

    static func isPossible(_ signs: DateSigns) -> Bool {
        signs.has(.dateModifier) || signs.shows(.about) || signs.has(.earlier) || signs.has(.later)
    }

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        let start = text.role(index) == .the ? index + 1 : index
        return hours(index, start, text) ?? partOf(index, start, text) ?? adjective(index, start, text) ?? about(index, text)
    }

    /// `the early hours of Thursday`, which are of its morning.
    private static func hours(_ index: Int, _ start: Int, _ text: DateText) -> DateMatch? {
        guard text.modifier(start) == .start, text.unit(start + 1) == .hour, text.isPlural(start + 1), text.role(start + 2) == .of,
            let inner = inner(start + 3, text), inner.modifier == nil
        else { return nil }
        if case .part = inner.meaning { return DateMatch(index..<inner.end, inner.meaning, .start) }
        return inner.meaning.isDayLike ? DateMatch(index..<inner.end, .part(.morning, on: inner.meaning), .start) : nil
    }

    /// `the end of November`, `the early part of 1996`.
    private static func partOf(_ index: Int, _ start: Int, _ text: DateText) -> DateMatch? {
        guard let modifier = text.modifier(start) else { return nil }
        let link = text.role(start + 1) == .part ? start + 2 : start + 1
        if text.role(link) == .of, let unit = text.unit(link + 1), !text.isPlural(link + 1), let grain = unit.grain, Self.bare.contains(grain),
            isEnd(link + 2, text)
        {
            return DateMatch(index..<link + 2, .shift(grain, 0, .document), modifier)
        }
        guard text.role(link) == .of, let inner = DateGrammar.point(at: link + 1, in: text, isWide: true), inner.modifier == nil else { return nil }
        return DateMatch(index..<inner.end, inner.meaning, modifier)
    }

    /// Units that need no article: `end of month`, `end of day`.
    private static let bare: [Grain] = [.day, .week, .month, .year]

    private static func isEnd(_ index: Int, _ text: DateText) -> Bool {
        text.token(index).map { $0.kind == .punctuation || text.role(index) != nil } ?? true
    }

    /// `early 1996`, `mid-November`, `earlier this year`, `the late 1980s`.
    private static func adjective(_ index: Int, _ start: Int, _ text: DateText) -> DateMatch? {
        guard let modifier = text.modifier(start) ?? comparative(start, text), text.role(start) != .part || text.isHyphen(start + 1) else {
            return nil
        }
        var next = text.skippingHyphen(start + 1)
        if text.role(next) == .on || text.role(next) == .in, text.modifier(start) != nil || text.role(next + 1) == .the { next += 1 }
        if let part = partOfDay(next, text) { return DateMatch(index..<part.end, part.meaning, modifier) }
        if let part = text.part(next), !text.isPlural(next), text.isWhole(index..<next + 1) {
            return DateMatch(index..<next + 1, .part(part, on: .mentioned(.day, .current)), modifier)
        }
        guard let inner = inner(next, text), inner.modifier == nil else { return nil }
        let isAdjective = start > index && text.isHyphen(start + 1) && inner.meaning.isMonthLike
        return DateMatch((isAdjective ? start : index)..<inner.end, inner.meaning, modifier)
    }

    /// The longest of what may be narrowed: `Friday`, `Friday morning`, `spring`.
    private static func inner(_ index: Int, _ text: DateText) -> DateMatch? {
        let point = DateGrammar.point(at: index, in: text, isWide: true)
        if text.memo.pointee.signs.has(.dayPart), let part = DayPartRule.match(at: index, in: text), part.end > point?.end ?? index { return part }
        return point ?? SeasonRule.name(index, text)
    }

    /// The `afternoon yesterday` of `mid-afternoon yesterday`, the `afternoon` of `by mid-afternoon`.
    private static func partOfDay(_ index: Int, _ text: DateText) -> (meaning: Meaning, end: Int)? {
        guard let part = text.part(index), !text.isPlural(index) else { return nil }
        let next = text.role(index + 1) == .on || text.role(index + 1) == .of ? index + 2 : index + 1
        if let day = DateGrammar.point(at: next, in: text), day.meaning.isDayLike { return (.part(part, on: day.meaning), day.end) }
        let before = text.isHyphen(index - 1) ? index - 3 : index - 2
        guard text.role(text.role(before) == .the ? before - 1 : before)?.isPreposition == true else { return nil }
        return (.part(part, on: .mentioned(.day, .current)), index + 1)
    }

    /// `earlier`, `later`: in the first or last part of what follows, as TimeBank marks them.
    private static func comparative(_ index: Int, _ text: DateText) -> TemporalExpression.Modifier? {
        switch text.role(index) {
        case .earlier: return .start
        case .later: return .end
        default: return nil
        }
    }

    /// `said about that day` tells of what was said.
    private static func isDefinite(_ index: Int, _ text: DateText) -> Bool { text.role(index) == .the || text.role(index) == .that }

    /// `around Nov. 1`, `about 1990`; not `the bank estimated last year`.
    private static func about(_ index: Int, _ text: DateText) -> DateMatch? {
        guard let comparator = text.comparator(index), comparator.value == .about, !isDefinite(comparator.end, text),
            let inner = DateGrammar.point(at: comparator.end, in: text), inner.modifier == nil,
            text.weekday(comparator.end) == nil, inner.meaning.isYearLike || inner.meaning.isMonthLike || inner.meaning.isDayLike
        else { return nil }
        if case .shift = inner.meaning { return nil }
        return DateMatch(index..<inner.end, inner.meaning, .approx)
    }
}
