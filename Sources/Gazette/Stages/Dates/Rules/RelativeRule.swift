/// Expressions with a direction: `last year`, `the previous week`, `next Friday`, `this June`, `the current fiscal year`, `this past spring`,
/// `the past three months`, `the next two weeks`, `recent years`, `the years to come`.
/// Not dates: `the last day of the trial`, `following Monday's vote`, `the next of kin`, `this may be`.
enum RelativeRule: DateRule {
    static let name: StaticName = "relative"
    static let opening = DateOpening(
        [.timeUnit, .number], roles: [.the, .this, .last, .past, .previous, .next, .coming, .following, .recent, .current], digits: true)
    static let behindArticle = DateOpening(
        [.timeUnit, .number, .multiplier],
        roles: [.a, .this, .last, .past, .previous, .next, .coming, .following, .recent, .current], digits: true)

    static func isPossible(_ signs: DateSigns) -> Bool { signs.hasAny(directions) }

    private static let directions = DateRoles([.last, .past, .previous, .next, .coming, .following, .this, .recent, .current, .come])

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        var start = index
        if text.role(start) == .the { start += 1 }
        if text.role(start) == .this, let next = text.role(start + 1), next == .past || next == .coming { start += 1 }
        if let aimless = comingUnits(index, start, text) { return aimless }
        if let counted = counted(index, start, text) { return counted }
        guard let direction = text.role(start).flatMap(Direction.init) else { return nil }
        let hasArticle = start > index
        var target = start + 1
        if let read = stretch(target, direction, text) { return DateMatch(index..<orSo(read.end, text), read.meaning) }
        let isFiscal = text.role(target) == .fiscal
        if isFiscal { target += 1 }
        if let unit = text.unit(target), let grain = unit.grain {
            if text.isPlural(target) { return plural(index..<DurationRule.endOfPair(target + 1, text), unit, direction) }
            if unit == .day, direction == .last || direction == .past { return nil }
            if unit == .fortnight, direction != .this, direction != .current {
                return DateMatch(index..<target + 1, .stretch(Duration(UnitCount(whole: 2), .week), isAhead: direction.isFuture))
            }
            if unit == .week, let weekday = weekdayOfWeek(target + 1, text) {
                return DateMatch(index..<weekday.end, .within(weekday.recurring, direction.meaning(grain, 1, hasArticle: hasArticle)))
            }
            if isSpan(unit, direction, hasArticle) {
                return DateMatch(index..<orSo(target + 1, text), .stretch(Duration(.one, unit), isAhead: false))
            }
            return DateMatch(index..<orSo(target + 1, text), direction.meaning(grain, unit.grains, hasArticle: hasArticle))
        }
        return recurring(index, target, direction, text)
    }

    /// `the past decade`, `the last decade`, `the past century` are the ten or hundred years up to now; `last century` is the calendar's.
    private static func isSpan(_ unit: TimeUnit, _ direction: Direction, _ hasArticle: Bool) -> Bool {
        unit == .decade && (direction == .past || direction == .last && hasArticle) || unit == .century && direction == .past
    }

    /// Past `or so`.
    private static func orSo(_ index: Int, _ text: DateText) -> Int { text.role(index) == .or && text.role(index + 1) == .so ? index + 2 : index }

    enum Direction {
        case last, past, previous, next, coming, following, this, recent, current

        init?(_ role: DateRole) {
            switch role {
            case .last: self = .last
            case .past: self = .past
            case .previous: self = .previous
            case .next: self = .next
            case .coming: self = .coming
            case .following: self = .following
            case .this: self = .this
            case .recent: self = .recent
            case .current: self = .current
            default: return nil
            }
        }

        var isFuture: Bool { self == .next || self == .coming || self == .following }

        var choice: Choice {
            switch self {
            case .last, .recent: return .last
            case .past: return .steps(0)
            case .coming: return .steps(1)
            case .previous: return .before
            case .next: return .next
            case .following: return .after
            case .this, .current: return .this
            }
        }

        func meaning(_ grain: Grain, _ count: Int, hasArticle: Bool) -> Meaning {
            switch self {
            case .last, .past, .recent: return .shift(grain, -count, .document)
            case .previous: return .shift(grain, -count, .discourse)
            case .next: return .shift(grain, count, hasArticle && grain == .day ? .discourse : .document)
            case .coming: return .shift(grain, count, .document)
            case .following: return .shift(grain, count, .discourse)
            case .this, .current: return .shift(grain, 0, .document)
            }
        }
    }

    /// `past three months`, `next few days`.
    private static func stretch(_ index: Int, _ direction: Direction, _ text: DateText) -> (meaning: Meaning, end: Int)? {
        guard direction != .this, direction != .current, text.role(index) != .a, var count = text.amount(index) else { return nil }
        if let link = text.role(count.end), link == .or || link == .to, let second = text.cardinal(count.end + 1) { count.end = second.end }
        let next = text.skippingHyphen(text.role(count.end) == .fiscal ? count.end + 1 : count.end)
        guard let unit = text.unit(next), !(count.amount == .one && !text.isPlural(next) && text.role(index) == .extra) else { return nil }
        if direction == .recent { return (.reference(.past), next + 1) }
        return (.stretch(Duration(count.amount, unit), isAhead: direction.isFuture), next + 1)
    }

    /// The weekday behind a week: `next week Wednesday`, `next week on Tuesday`.
    private static func weekdayOfWeek(_ index: Int, _ text: DateText) -> (recurring: Recurring, end: Int)? {
        let next = text.role(index) == .on || text.isDash(index) ? index + 1 : index
        guard let match = DayWordRule.weekday(next, text), case .recurring(let recurring, _) = match.meaning else { return nil }
        return (recurring, match.end)
    }

    /// `two next weeks`, `the four previous years`. Not `3 million last year`.
    private static func counted(_ index: Int, _ start: Int, _ text: DateText) -> DateMatch? {
        guard let count = text.cardinal(start), count.amount.thousandths == 0, let direction = text.role(count.end).flatMap(Direction.init),
            direction != .this, direction != .current, direction != .recent, let unit = text.unit(count.end + 1),
            text.isPlural(count.end + 1) || direction == .coming
        else { return nil }
        return DateMatch(index..<count.end + 2, .stretch(Duration(count.amount, unit), isAhead: direction.isFuture))
    }

    /// `recent years`, `coming months`, `past decades`.
    private static func plural(_ tokens: TokenRange, _ unit: TimeUnit, _ direction: Direction) -> DateMatch? {
        switch direction {
        case .recent, .past, .previous: return DateMatch(tokens, .reference(.past))
        case .coming: return DateMatch(tokens, .reference(.future))
        default: return nil
        }
    }

    /// `the years to come`, `the months ahead`.
    private static func comingUnits(_ index: Int, _ start: Int, _ text: DateText) -> DateMatch? {
        guard text.unit(start) != nil, text.isPlural(start) else { return nil }
        if text.role(start + 1) == .to, text.role(start + 2) == .come { return DateMatch(index..<start + 3, .reference(.future)) }
        return text.role(start + 1) == .come ? DateMatch(index..<start + 2, .reference(.future)) : nil
    }

    /// `last June`, `next Friday`, `this coming Sunday, March 8`, `this Christmas`.
    private static func recurring(_ index: Int, _ target: Int, _ direction: Direction, _ text: DateText) -> DateMatch? {
        let inner =
            CalendarDateRule.match(at: target, in: text) ?? ShortDateRule.match(at: target, in: text) ?? HolidayRule.match(at: target, in: text)
            ?? QuarterRule.match(at: target, in: text)
            ?? SeasonRule.name(target, text) ?? DayWordRule.weekday(target, text)
        guard var match = inner, direction != .following || target > index + 1 else { return nil }
        if case .recurring(let recurring, _) = match.meaning { match.meaning = .recurring(recurring, direction.choice) }
        match.tokens = index..<match.end
        return match
    }
}
