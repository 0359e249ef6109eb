/// Times on the clock and what of the day stands with them: `9 a.m. Tuesday`, `5 p.m. EST, Nov. 6`, `noon Thursday`, `Tuesday at 9 a.m.`, `8 tonight`,
/// `tomorrow evening at 5`, `in the afternoon at 7`, `Wednesday from 10 to 4`, `between 3 and 5 p.m.`, `9:30 - 11:00 on Thursday`.
///
/// A number alone is an hour only beside a day and a word such as `at`. Not times: `won 3-2 Tuesday`, `rose from 3 to 4`, `at 7 schools`.
enum TimeOfDayRule: DateRule {
    static let name: StaticName = "time-of-day"
    static let opening = DateOpening(
        [.comparator, .weekday, .dateWord, .month, .number, .holiday, .dayPart, .timeUnit, .dateModifier],
        roles: [.this, .that, .last, .the, .next, .following, .previous, .coming, .half, .a], digits: true, phrases: true)
    static let behindArticle = DayPartRule.behindArticle

    /// Every time has a number or a word such as `noon` in it.
    static func isPossible(_ signs: DateSigns) -> Bool {
        guard signs.hasNumber || signs.shows(.hour) else { return false }
        if signs.shows([.colon, .clock, .letterM, .hour, .whole, .clockSide]) || signs.hasAny(evident) { return true }
        if signs.has(.dayPart) || signs.has(.timeZone) { return true }
        return signs.shows([.announced, .about]) && (signs.hasAny(days) || signs.shows([.slash, .dash, .point, .lettered]))
    }

    private static let days = WordClasses([.weekday, .month, .dateWord, .holiday, .timeUnit, .ordinal])

    /// Words that make a number an hour.
    private static let evident = DateRoles([.am, .pm, .oclock])

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        let start = skippingAbout(index, text)
        if var dayFirst = dayFirst(start, text) {
            dayFirst.tokens = index..<dayFirst.end
            dayFirst.modifier = dayFirst.modifier ?? (start > index ? .approx : nil)
            return dayFirst
        }
        guard var body = body(start, isLinked: isLinked(index, text), text), body.evidence > .bare || mayBeHour(index, text) else { return nil }
        let day = day(after: body.end, text)
        guard
            body.evidence > .bare || isAlone(index, body, text) || day.map({ isHourBeforeDay(index, body, $0, text) }) ?? false
        else { return nil }
        if let part = day?.part { body.setPart(part) }
        if day == nil, let shared = sharedDay(after: body.end, text) {
            return DateMatch(index..<body.end, body.meaning(on: shared), start > index ? .approx : nil)
        }
        let bracketed = day == nil ? dayBehindBracket(body.end, text) : nil
        return DateMatch(index..<max(body.end, day?.end ?? 0), body.meaning(on: day?.day ?? bracketed?.day), start > index ? .approx : nil)
    }

    /// Whether what stands before a number lets it be an hour without more, which `isHourBeforeDay` and `isAlone` ask for.
    private static func mayBeHour(_ index: Int, _ text: DateText) -> Bool {
        switch text.role(index - 1) {
        case .at, .between: return true
        default: return text.isByte("@", at: index - 1) || text.sentence.count == text.tokens.count
        }
    }

    /// Whether a number before a day is an hour: after `at` and the like, or where the text begins with it.
    private static func isHourBeforeDay(_ index: Int, _ body: TimeBody, _ day: DayOfTime, _ text: DateText) -> Bool {
        if body.last != nil { return text.role(index - 1) == .between || text.isWhole(index..<day.end) }
        return text.role(index - 1) == .at || text.isByte("@", at: index - 1) || text.isWhole(index..<day.end)
    }

    /// Whether the text is nothing but an hour that letters tell from a number (`15h`, `3p`), or after `at` one with minutes (`at 3 15`).
    private static func isAlone(_ index: Int, _ body: TimeBody, _ text: DateText) -> Bool {
        guard text.isWhole(index..<body.end) else { return false }
        return text.isLettered(index) || text.role(index - 1) == .at && body.hasMinutes
    }

    /// Whether a preposition says that a range of hours follows.
    private static func isLinked(_ index: Int, _ text: DateText) -> Bool { text.role(index - 1) == .between || text.role(index - 1) == .from }

    // MARK: The day first

    /// `Tuesday at 9 a.m.`, `Jan. 3, 10:30`, `tonight from 7 to 7:30`, `Thursday 8-9am`.
    private static func dayFirst(_ index: Int, _ text: DateText) -> DateMatch? {
        guard
            text.has(.weekday, at: index) || text.has(.dateWord, at: index) || text.has(.month, at: index) || text.has(.holiday, at: index)
                || text.role(index) != nil || text.token(index)?.kind == .number || text.has(.dayPart, at: index) || text.unit(index) == .day,
            let day = DayOfTime(at: index, text)
        else { return nil }
        let link = link(day.end, text)
        guard var body = body(link.end, isLinked: link.isRange, text), body.evidence > .bare || link.isClear,
            day.part != nil || day.day.map({ $0.isDayLike || $0.isDistance }) ?? false
        else { return nil }
        guard body.evidence > .bare || day.part != nil || isClosed(body.end, text) else { return nil }
        if let part = day.part { body.setPart(part) }
        return DateMatch(index..<body.end, body.meaning(on: day.day), link.modifier)
    }

    /// Whether nothing is counted or measured with the number before a token.
    private static func isClosed(_ index: Int, _ text: DateText) -> Bool {
        guard let token = text.token(index) else { return true }
        if token.kind == .punctuation { return !text.isGlued(index + 1) }
        return text.role(index).map { $0 != .counted && $0 != .extra } ?? false
    }

    /// What may stand between a day and a time.
    private static func link(_ index: Int, _ text: DateText) -> (end: Int, isClear: Bool, isRange: Bool, modifier: TemporalExpression.Modifier?) {
        let comma = text.skippingComma(index)
        switch comma == index ? text.role(index) : nil {
        case .at: return (skippingAbout(comma + 1, text), true, false, nil)
        case .from, .between: return (comma + 1, true, true, nil)
        case .in where text.role(comma + 1) == .between: return (comma + 2, true, true, nil)
        case .after: return (comma + 1, false, false, .after)
        case .before: return (comma + 1, false, false, .before)
        default:
            if text.isByte("@", at: index) { return (comma + 1, true, false, nil) }
            let about = skippingAbout(comma, text)
            return (about, about > index && comma == index, false, about > comma ? .approx : nil)
        }
    }

    private static func skippingAbout(_ index: Int, _ text: DateText) -> Int {
        guard let comparator = text.comparator(index), comparator.value == .about else { return index }
        return comparator.end
    }

    // MARK: The day behind

    /// The day after a time: `Tuesday`, `, Nov. 6`, `on Jan. 3`, `of April 22`, `this morning`.
    private static func day(after index: Int, _ text: DateText) -> DayOfTime? {
        let comma = text.skippingComma(index)
        let next = text.role(comma) == .on || text.role(comma) == .of && comma == index ? comma + 1 : comma
        guard let day = DayOfTime(at: next, text), day.day.map({ $0.isDayLike }) ?? false else { return nil }
        return day
    }

    /// The day behind the time of another zone: `10:35 a.m. (0735 GMT) Friday`.
    private static func dayBehindBracket(_ index: Int, _ text: DateText) -> DayOfTime? {
        guard text.isByte("(", at: index), let other = ClockReader(text: text).read(index + 1), text.isByte(")", at: other.end) else { return nil }
        return day(after: other.end + 1, text)
    }

    /// The day behind the second time of a range, which the first one shares: `10 a.m. to noon Monday`.
    private static func sharedDay(after index: Int, _ text: DateText) -> Meaning? {
        guard text.role(index) == .to || text.isDash(index) || text.role(index) == .and, let last = ClockReader(text: text).read(index + 1),
            last.evidence > .bare
        else { return nil }
        return day(after: last.end, text)?.day
    }

    // MARK: One time or two

    /// A time, or a range of times of which one is evident or which a preposition announces.
    private static func body(_ index: Int, isLinked: Bool, _ text: DateText) -> TimeBody? {
        let reader = ClockReader(text: text)
        guard let first = reader.read(index) else { return nil }
        guard let link = rangeLink(first.end, isLinked, text), let last = reader.read(link),
            isOne(first, last, isLinked, isGlued: text.isDash(first.end) && text.isGlued(first.end))
        else { return TimeBody(first) }
        return TimeBody(first, last)
    }

    /// Whether two times are one expression: `3-5 p.m.`, `from 7 to 7:30`. Two that each stand for themselves are two, as TIMEX3 marks ranges:
    /// `10 a.m. to 5 p.m.`
    private static func isOne(_ first: ClockReading, _ last: ClockReading, _ isLinked: Bool, isGlued: Bool) -> Bool {
        if isGlued { return true }
        if first.evidence == .bare { return last.evidence > .bare || isLinked }
        return last.evidence == .bare || !first.isSettled && last.isSettled
    }

    /// Past `to`, `-`, `until`, and after `between` also `and`.
    private static func rangeLink(_ index: Int, _ isLinked: Bool, _ text: DateText) -> Int? {
        if text.isDash(index) { return index + 1 }
        switch text.role(index) {
        case .to: return text.role(index + 1) == .to ? index + 2 : index + 1
        case .and where isLinked: return index + 1
        default: return nil
        }
    }
}

/// A time of day, or two of them as the ends of a range.
struct TimeBody {
    private(set) var first: ClockReading
    private(set) var last: ClockReading?

    init(_ first: ClockReading) { self.first = first }

    /// What is said of the last time holds for the first one, as far as the range stays below twelve hours: `3-5 p.m.`, `11:30-1:30`.
    init(_ first: ClockReading, _ last: ClockReading) {
        (self.first, self.last) = (first, last)
        if !first.isSettled, last.isSettled || last.time.hour > 12, last.time.hour > 12, first.time.hour < 12, first.time.hour + 12 <= last.time.hour
        {
            self.first.time.hour += 12
        } else if !last.isSettled, last.time.hour < 12, last.minutes <= first.minutes, last.time.hour > 0 {
            self.last?.time.hour += 12
        }
        if first.time.zone == nil { self.first.time.zone = last.time.zone }
    }

    var end: Int { last?.end ?? first.end }

    var hasMinutes: Bool { last == nil && first.time.minute != nil }

    var evidence: ClockReading.Evidence { max(first.evidence, last?.evidence ?? .bare) }

    mutating func setPart(_ part: DayPart) {
        first.setPart(part)
        last?.setPart(part)
    }

    func meaning(on day: Meaning?) -> Meaning {
        let start = Meaning.clock(first.time, on: day)
        return last.map { .interval(start, .clock($0.time, on: day)) } ?? start
    }
}

extension ClockReading {
    fileprivate var minutes: Int { time.hour * 60 + (time.minute ?? 0) }
}

/// The day that a time is on, and the part of it: `Tuesday`, `tonight`, `tomorrow evening`, `the afternoon`.
struct DayOfTime {
    let day: Meaning?
    let part: DayPart?
    let end: Int

    init?(at index: Int, _ text: DateText) {
        let point = DateGrammar.point(at: index, in: text)
        if text.memo.pointee.signs.has(.dayPart), let match = DayPartRule.match(at: index, in: text), match.end >= point?.end ?? 0,
            case .part(let part, let day) = match.meaning
        {
            (self.day, self.part, end) = (day, part, match.end)
        } else if let point {
            if case .part(let part, let day) = point.meaning {
                (self.day, self.part) = (day, part)
            } else {
                (self.day, self.part) = (point.meaning, nil)
            }
            end = point.end
        } else {
            return nil
        }
    }
}

extension Meaning {
    /// Whether it is a distance in days or longer units, at whose end there may be a time.
    var isDistance: Bool {
        switch self {
        case .shift(.day, _, _), .distance: return true
        default: return false
        }
    }
}
