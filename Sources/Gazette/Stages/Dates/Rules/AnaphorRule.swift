/// Expressions that take up a date the text has given: `that day`, `the same year`, `the quarter`, `the latest period`, `the year-ago quarter`,
/// `the year-earlier period`, `the 1988 period`, `the corresponding period last year`, `the quarter a year ago`, `the quarter ended July 31`, `the week of March 6`, `year-end`.
/// Not dates: `the quarter-to-quarter comparison`, `the day the roof fell`.
enum AnaphorRule: DateRule {
    static let name: StaticName = "anaphor"
    static let opening = DateOpening([.timeUnit], roles: [.the, .that, .latest])
    static let behindArticle = DateOpening([.timeUnit], roles: [.that, .extra, .latest, .period, .fiscal], digits: true)

    static func isPossible(_ signs: DateSigns) -> Bool {
        guard signs.has(.timeUnit) || signs.has(.period) else { return false }
        return signs.shows(.headed) || signs.has(.dateModifier) || signs.shows(.dash) && signs.hasAny(comparisons)
            || (signs.has(.period) || signs.has(unit: .quarter)) && signs.hasAny(heads)
    }

    private static let heads = DateRoles([.the, .that, .latest])
    private static let comparisons = DateRoles([.ago, .earlier])

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        if let compared = yearAgo(index, text) ?? ofAnotherYear(index, text) ?? unitEnd(index, text) { return compared }
        guard let role = text.role(index) else { return nil }
        switch role {
        case .that: return unit(index..<index + (text.role(index + 1) == .that ? 2 : 1), text)
        case .latest: return latest(index..<index + 1, text)
        case .the: return afterArticle(index, text)
        default: return nil
        }
    }

    private static func afterArticle(_ index: Int, _ text: DateText) -> DateMatch? {
        switch text.role(index + 1) {
        case .that, .extra: return unit(index..<index + 2, text)
        case .latest: return latest(index..<index + 2, text)
        default: break
        }
        if let year = text.fourDigitYear(index + 1), text.role(index + 2) == .period || text.unit(index + 2) == .quarter && !text.isPlural(index + 2)
        {
            return DateMatch(index..<index + 3, .corresponding(.period(.year(year))))
        }
        let target = text.role(index + 1) == .fiscal ? index + 2 : index + 1
        guard let unit = text.unit(target), !text.isPlural(target), let grain = unit.grain, unit != .fortnight else { return nil }
        if text.role(target + 1) == .of, unit == .week || unit == .weekend || unit == .month,
            let inner = DateGrammar.point(at: target + 2, in: text), inner.meaning.isDayLike
        {
            return DateMatch(index..<inner.end, .nth(0, grain, inner.meaning))
        }
        if unit == .week, let week = week(index, target + 1, text) { return week }
        if text.role(target + 1) == .before, isClosed(target + 2, text) { return DateMatch(index..<target + 2, .shift(grain, -1, .discourse)) }
        if unit == .day || unit == .decade || unit == .century || unit == .millennium {
            guard isClosed(target + 1, text) else { return nil }
        }
        if text.isHyphen(target + 1), text.isGlued(target + 1) { return nil }
        if unit == .quarter, text.role(target + 1) == .ended, let day = DateGrammar.point(at: target + 2, in: text), day.meaning.isDayLike {
            return DateMatch(index..<target + 1, .quarter(endedOn: day.meaning))
        }
        if unit == .year, text.role(target + 1) == .ended { return DateMatch(index..<target + 1, .duration(Duration(.one, .year))) }
        return DateMatch(index..<target + 1, .mentioned(grain, .current))
    }

    /// `the week 31`, `the week 3 of 2027`, `the week beginning February 4`.
    private static func week(_ index: Int, _ next: Int, _ text: DateText) -> DateMatch? {
        if text.role(next) == .starting || text.role(next) == .part && text.modifier(next) == .start {
            let start = text.role(next + 1) == .on ? next + 2 : next + 1
            guard let day = DateGrammar.point(at: start, in: text), day.meaning.isDayLike else { return nil }
            return DateMatch(index..<day.end, .nth(0, .week, day.meaning))
        }
        guard let number = text.digits(next), (1...53).contains(number.value), number.count <= 2 else { return nil }
        if text.role(next + 1) == .of, let year = DateGrammar.point(at: next + 2, in: text), year.meaning.isYearLike {
            return DateMatch(index..<year.end, .nth(number.value, .week, year.meaning))
        }
        return isClosed(next + 1, text) ? DateMatch(index..<next + 1, .nth(number.value, .week, .shift(.year, 0, .document))) : nil
    }

    /// Whether nothing goes on with the noun: a mark, or the sentence's end.
    private static func isClosed(_ index: Int, _ text: DateText) -> Bool {
        text.token(index).map { $0.kind == .punctuation && $0.gap == .none } ?? true
    }

    /// `that day`, `the same year`; `the full year` is the one that is spoken of or the current one.
    private static func unit(_ head: TokenRange, _ text: DateText) -> DateMatch? {
        let target = head.upperBound
        guard let unit = text.unit(target), !text.isPlural(target), let grain = unit.grain else { return nil }
        let isWhole = text.role(target - 1) == .extra
        return DateMatch(head.lowerBound..<target + 1, .mentioned(grain, isWhole ? .current : .around))
    }

    /// `the latest quarter`, `the latest period`.
    private static func latest(_ head: TokenRange, _ text: DateText) -> DateMatch? {
        let target = text.role(head.upperBound) == .fiscal ? head.upperBound + 1 : head.upperBound
        if text.role(target) == .period { return DateMatch(head.lowerBound..<target + 1, .mentioned(.quarter, .completed)) }
        guard let unit = text.unit(target), !text.isPlural(target), let grain = unit.grain else { return nil }
        return DateMatch(head.lowerBound..<target + 1, .mentioned(grain, .completed))
    }

    /// `the corresponding period last year`, `the same quarter of 1988`, `the quarter a year ago`.
    private static func ofAnotherYear(_ index: Int, _ text: DateText) -> DateMatch? {
        let start = text.role(index) == .the ? index + 1 : index
        let target = text.role(start) == .that ? start + 1 : start
        guard target > index, text.role(target) == .period || text.unit(target) == .quarter, !text.isPlural(target) else { return nil }
        let link = text.role(target + 1)
        let next = link == .of || link == .in ? target + 2 : target + 1
        if let year = DateGrammar.point(at: next, in: text), year.meaning.isYearLike {
            return DateMatch(index..<year.end, .corresponding(year.meaning))
        }
        guard let ago = AgoRule.match(at: next, in: text), case .yearShift(let years, _, _) = ago.meaning else { return nil }
        return DateMatch(index..<ago.end, .yearShift(years, text.unit(target)?.grain, .discourse))
    }

    /// `year-ago`, `the year-earlier quarter`, `the year-ago third quarter`.
    private static func yearAgo(_ index: Int, _ text: DateText) -> DateMatch? {
        let noun = text.role(index) == .the ? index + 1 : index
        let start = text.role(noun) == .that ? noun + 1 : noun
        guard text.unit(start) == .year, text.isHyphen(start + 1), let role = text.role(start + 2), role == .ago || role == .earlier else {
            return nil
        }
        let next = start + 3
        if text.role(next) == .period { return DateMatch(index..<next + 1, .yearShift(-1, nil, .discourse)) }
        if let unit = text.unit(next), !text.isPlural(next), let grain = unit.grain {
            return DateMatch(index..<next + 1, .yearShift(-1, grain, .discourse))
        }
        if let quarter = QuarterRule.match(at: next, in: text), case .recurring(let recurring, _) = quarter.meaning {
            return DateMatch(index..<quarter.end, .within(recurring, .shift(.year, -1, .document)))
        }
        return DateMatch(start..<next, .yearShift(-1, nil, .discourse))
    }

    /// `year-end`, `month's end`.
    private static func unitEnd(_ index: Int, _ text: DateText) -> DateMatch? {
        guard let grain = text.unit(index)?.grain, grain != .day, !text.isPlural(index) else { return nil }
        let next = text.token(index + 1)?.kind == .clitic ? index + 2 : text.skippingHyphen(index + 1)
        guard text.modifier(next) == .end, text.isGlued(index + 1) || text.role(index - 1)?.isPreposition == true else { return nil }
        let isYearEnd = grain == .year && text.role(index - 1) != .the
        return DateMatch(
            index..<next + 1, isYearEnd ? .recurring(.day(month: 12, day: 31), .byTense) : .nth(-1, .day, .mentioned(grain, .current)))
    }
}
