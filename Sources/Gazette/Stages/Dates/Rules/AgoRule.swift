/// A distance from an anchor: `two years ago`, `nearly four years ago`, `a year earlier`, `three days later`, `two weeks from now`, `a decade on`,
/// `a week or so ago`, `two weeks after Easter`, and after `in`, `two weeks`. Without a number: `years ago`, `several years ago` are PAST_REF. `two days before the vote` is a duration only.
/// Not distances: `two years old`, `an earlier year`, `long ago`, which is a reference.
enum AgoRule: DateRule {
    static let name: StaticName = "ago"
    static let opening = DurationRule.opening

    static func isPossible(_ signs: DateSigns) -> Bool {
        (signs.shows(.side) || signs.has(.in)) && (signs.has(.timeUnit) || signs.has(.weekday) || signs.shows(.lettered))
            && (signs.shows([.measured, .plural, .clock, .colon]) || signs.has(.weekday) && signs.hasAmount)
    }

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        if let weekdays = weekdays(index, text) { return weekdays }
        let comparator = DurationRule.comparator(index, text)
        guard let read = length(comparator?.end ?? index, text) else { return nil }
        guard let side = side(read.end, text) else {
            return fromDate(index, read.duration, read.end, text) ?? delay(index, read.duration, read.end, text, comparator?.value.modifier)
        }
        let modifier = comparator.map { Self.modifier($0.value, side.direction) }
        return meaning(read.duration, side.direction).map { DateMatch(index..<side.end, $0, modifier) }
    }

    /// `more than two years ago` is before that year, `less than` after it.
    private static func modifier(_ comparator: DateComparator, _ direction: Direction) -> TemporalExpression.Modifier {
        switch (comparator, direction) {
        case (.more, .ago), (.more, .earlier): return .before
        case (.less, .ago), (.less, .earlier): return .after
        default: return comparator.modifier
        }
    }

    private enum Direction { case ago, earlier, later, fromNow }

    private static func length(_ index: Int, _ text: DateText) -> (duration: Duration, end: Int)? {
        if let read = DurationRule.counted(index, text) {
            return text.role(read.end) == .or && text.role(read.end + 1) == .so ? (read.duration, read.end + 2) : read
        }
        guard let unit = text.unit(index), text.isPlural(index) else { return nil }
        return (Duration(.some, unit), index + 1)
    }

    private static func side(_ index: Int, _ text: DateText) -> (direction: Direction, end: Int)? {
        switch text.role(index) {
        case .ago: return (.ago, index + 1)
        case .earlier: return (.earlier, index + 1)
        case .later where text.role(index + 1) != .this: return (.later, index + 1)
        case .hence: return (.fromNow, index + 1)
        case .before where isClosed(index + 1, text): return (.earlier, index + 1)
        case .after where isClosed(index + 1, text): return (.later, index + 1)
        case .on where text.isByte(",", at: index + 1): return (.later, index + 1)
        case .from:
            guard let word = text.dateWord(index + 1) else { return nil }
            switch word.value {
            case .reference(.present), .days(0): return (.fromNow, word.end)
            default: return nil
            }
        default: return nil
        }
    }

    private static func isClosed(_ index: Int, _ text: DateText) -> Bool { text.token(index).map { $0.kind == .punctuation } ?? true }

    /// `900,000 years ago`: in thousands of years before now, as TIMEX3's `KA900`.
    private static func prehistoric(_ duration: Duration, _ direction: Direction) -> Meaning? {
        guard direction == .ago, duration.count == 1, duration.first.unit == .year, let years = duration.first.amount.whole,
            years >= 10_000
        else { return nil }
        return .impossible("KA\(years / 1000)")
    }

    /// `two and a half years ago`: to the month.
    private static func halfYears(_ duration: Duration, _ direction: Direction) -> Meaning? {
        let part = duration.first
        guard duration.count == 1, part.unit == .year, part.amount.thousandths == 500, let years = part.amount.whole, years < 10_000 else {
            return nil
        }
        let months = years * 12 + 6
        switch direction {
        case .ago: return .shift(.month, -months, .document)
        case .fromNow: return .shift(.month, months, .document)
        case .earlier: return .shift(.month, -months, .discourse)
        case .later: return .shift(.month, months, .discourse)
        }
    }

    private static func meaning(_ duration: Duration, _ direction: Direction) -> Meaning? {
        let isPast = direction == .ago || direction == .earlier
        if let distant = prehistoric(duration, direction) ?? halfYears(duration, direction) { return distant }
        let anchor: Anchor = direction == .ago || direction == .fromNow ? .document : .discourse
        if let meaning = shift(duration, isPast: isPast, anchor) { return meaning }
        guard direction == .ago || direction == .fromNow else { return .duration(duration) }
        return duration.seconds.map { .moment(isPast ? -$0 : $0) } ?? .reference(isPast ? .past : .future)
    }

    /// So many days, weeks, months or years from an anchor; nil for other units and numbers that are not whole.
    static func shift(_ duration: Duration, isPast: Bool, _ anchor: Anchor) -> Meaning? {
        guard let (grain, count) = whole(duration) else { return nil }
        let steps = isPast ? -count : count
        switch grain {
        case .year where count == 1 && isPast: return .yearShift(steps, nil, anchor)
        case .decade: return .shift(.year, steps * 10, anchor)
        case .century: return .shift(.year, steps * 100, anchor)
        default: return .shift(grain, duration.count > 1 ? steps : steps * duration.first.unit.grains, anchor)
        }
    }

    /// The whole number of calendar stretches; half a century is fifty years.
    private static func whole(_ duration: Duration) -> (Grain, Int)? {
        if duration.count == 2, let weeks = duration.first.amount.whole, let days = duration.last.amount.whole, weeks < 10_000, days < 10_000,
            duration.first.unit == .week, duration.last.unit == .day
        {
            return (.day, weeks * 7 + days)
        }
        let part = duration.first
        guard duration.count == 1, let grain = part.unit.grain, let count = part.amount.whole, count < 100_000 else { return nil }
        if part.amount.thousandths == 0 { return (grain, count) }
        let years = (count * 1000 + part.amount.thousandths) * (part.unit == .century ? 100 : 10)
        return (grain == .decade || grain == .century) && years % 1000 == 0 ? (.year, years / 1000) : nil
    }

    /// `three Fridays from now`, `two Thursdays ago`.
    private static func weekdays(_ index: Int, _ text: DateText) -> DateMatch? {
        guard text.memo.pointee.signs.has(.weekday), let count = text.cardinal(index), let number = count.amount.whole,
            count.amount.thousandths == 0, (1..<1000).contains(number),
            let weekday = text.weekday(count.end), let side = side(count.end + 1, text)
        else { return nil }
        switch side.direction {
        case .ago: return DateMatch(index..<side.end, .recurring(.weekday(weekday), .steps(1 - number)))
        case .fromNow: return DateMatch(index..<side.end, .recurring(.weekday(weekday), .steps(number)))
        default: return nil
        }
    }

    // MARK: From another date

    /// `two weeks after Easter`, `three days from Tuesday`, `two days before yesterday`.
    private static func fromDate(_ index: Int, _ duration: Duration, _ end: Int, _ text: DateText) -> DateMatch? {
        guard let role = text.role(end), role == .after || role == .before || role == .from, let (grain, count) = whole(duration), grain <= .year,
            let day = DateGrammar.point(at: end + 1, in: text), day.meaning.isDayLike
        else { return nil }
        let steps = (role == .before ? -count : count) * duration.first.unit.grains
        return DateMatch(index..<day.end, .distance(grain, steps, from: day.meaning))
    }

    /// `in two weeks`, `in less than a week`, of which TIMEX3 marks the length alone. A race's time is a length only: `in 2:14:04`.
    private static func delay(
        _ index: Int, _ duration: Duration, _ end: Int, _ text: DateText, _ modifier: TemporalExpression.Modifier?
    ) -> DateMatch? {
        guard text.role(index - 1) == .in, text.bytes(index - 1).count == 2, !text.isByte(":", at: end - 2) else { return nil }
        return DateMatch(index..<end, .delay(duration), modifier)
    }
}
