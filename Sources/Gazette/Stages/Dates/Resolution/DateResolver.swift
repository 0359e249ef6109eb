/// Places temporal expressions on the calendar, in the order of the text: by the day of writing, by what has been spoken of, by the tense.
struct DateResolver {
    /// The day of writing, if it is known.
    let today: CalendarDate?
    /// The time of that day in seconds since midnight, if it is known.
    private let secondOfDay: Int?
    private var history = DateHistory()
    private var tenses: TenseReader
    private var sentence = 0
    private var tense: () -> TenseReader.Tense = { .unknown }
    /// Whether the text is nothing but the expression: a note or a field, which speaks of what is to come.
    private var isAlone = false
    private var isOpen: () -> Bool = { false }

    init(today: CalendarDate?, secondOfDay: Int?, tenses: TenseReader) {
        (self.today, self.secondOfDay, self.tenses) = (today, secondOfDay, tenses)
    }

    /// The expression of a match in a sentence, given by its index and tokens.
    mutating func expression(_ match: DateMatch, in sentence: (index: Int, tokens: TokenRange), range: ByteRange) -> TemporalExpression {
        self.sentence = sentence.index
        tenses.text.sentence = sentence.tokens
        let reader = tenses
        isAlone = match.isWhole
        tense = { reader.tense(around: match.tokens) }
        isOpen = { reader.isOpen(before: match.tokens) }
        var (kind, value, bounds) = reading(match.meaning)
        if let period = anchor(match.meaning) {
            history.append(period, sentence: sentence.index)
            if match.tokens.lowerBound <= sentence.tokens.lowerBound + 1 { history.open(sentence.index, with: period) }
        }
        if case .duration(let duration) = match.meaning { history.note(duration) }
        if match.modifier != nil, let range = bounds, range.lowerBound < range.upperBound { bounds = nil }
        if value.isEmpty { value = "X" }
        return TemporalExpression(range: range, kind: kind, value: value, modifier: match.modifier, bounds: bounds, evidence: .rule(match.rule))
    }

    private typealias Reading = (kind: TemporalExpression.Kind, value: String, bounds: ClosedRange<CalendarDate>?)

    private func reading(_ meaning: Meaning) -> Reading {
        switch meaning {
        case .fiscal(let period): return (.date, period.value, nil)
        case .bookYear(let year): return (.date, "FY" + Period.year(year).value, nil)
        case .within(let recurring, .bookYear(let year)): return (.date, "FY" + (recurring.occurrence(in: year) ?? .year(year)).value, nil)
        case .duration(let duration): return (.duration, duration.value, nil)
        case .stretch(let duration, let isAhead): return (.duration, duration.value, today.flatMap { duration.days(beside: $0, isAhead: isAhead) })
        case .moment(let seconds): return moment(seconds) ?? (.date, (seconds < 0 ? Reference.past : .future).rawValue, nil)
        case .delay(let duration): return delay(duration)
        case .set(let value): return (.set, value, nil)
        case .reference(let reference): return (.date, reference.rawValue, nil)
        case .impossible(let value): return (.date, value, nil)
        case .clock(let time, let stated):
            let isNext = stated == nil && isAlone && isOver(time)
            let day = dayValue(isNext ? .shift(.day, 1, .document) : stated)
            return (.time, day.value + time.value(on: day.bounds?.lowerBound), day.bounds)
        case .part(let part, let day): return timed("T" + part.rawValue, day)
        case .interval(.clock(let first, _), .clock(let last, let day)):
            let day = dayValue(day)
            let date = day.bounds?.lowerBound
            return (.time, day.value + first.value(on: date) + "/" + day.value + last.value(on: date), day.bounds)
        case .interval(let first, let last): return interval(first, last)
        default:
            guard let period = period(meaning) else { return (.date, unresolved(meaning), nil) }
            if let holiday = meaning.holiday, case let days = holiday.days(from: period.first), days > 1 {
                let last = period.first.adding(days: days - 1)
                return (.date, "\(period.value)/\(last)", period.first...last)
            }
            return (.date, period.value, period.grain == .season ? nil : period.bounds)
        }
    }

    // MARK: Times, ranges and stretches

    private func timed(_ time: String, _ day: Meaning?) -> Reading {
        let day = dayValue(day)
        return (.time, day.value + time, day.bounds)
    }

    /// Whether a time of today is over, if the hour of writing is known.
    private func isOver(_ time: ClockTime) -> Bool {
        guard let secondOfDay, time.zone == nil, time.hour < 24 else { return false }
        return (time.hour % 24) * 3600 + (time.minute ?? 0) * 60 + (time.second ?? 0) < secondOfDay
    }

    /// The instant so many seconds from now.
    private func moment(_ seconds: Int) -> Reading? {
        guard let today, let secondOfDay, abs(seconds) < Self.mostSeconds else { return nil }
        let total = secondOfDay + seconds
        let day = today.adding(days: floorDivide(total, 86_400))
        let rest = total - floorDivide(total, 86_400) * 86_400
        let time = ClockTime(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60 == 0 ? nil : rest % 60)
        return (.time, day.description + time.value, day...day)
    }

    /// Some years, so that arithmetic cannot overflow.
    private static let mostSeconds = 1_000_000_000

    /// A length, as TIMEX3 has it, whose bounds are those of the date it leads to where the sentence speaks of the future; that date itself where the
    /// text says nothing else, and with a clock the time.
    private func delay(_ duration: Duration) -> Reading {
        guard isAlone || tense() == .future else { return (.duration, duration.value, nil) }
        if let seconds = duration.seconds { return moment(seconds) ?? (.duration, duration.value, nil) }
        guard let meaning = AgoRule.shift(duration, isPast: false, .document), let period = period(meaning) else {
            return (.duration, duration.value, nil)
        }
        return isAlone ? (.date, period.value, period.bounds) : (.duration, duration.value, period.bounds)
    }

    private func dayValue(_ meaning: Meaning?) -> (value: String, bounds: ClosedRange<CalendarDate>?) {
        if let meaning {
            guard let period = period(meaning) else { return (unresolved(meaning), nil) }
            return (period.value, period.bounds)
        }
        guard let period = history.recent(in: sentence).flatMap({ $0.grain == .day ? $0 : nil }) ?? today.map(Period.day) else {
            return ("XXXX-XX-XX", nil)
        }
        return (period.value, period.bounds)
    }

    private func interval(_ first: Meaning, _ last: Meaning) -> Reading {
        guard let start = period(first), let end = period(last), start.first <= end.last else {
            return (.date, unresolved(first) + "/" + unresolved(last), nil)
        }
        return (.date, start.value + "/" + end.value, start.first...end.last)
    }

    // MARK: Periods

    /// What later expressions may refer to.
    private func anchor(_ meaning: Meaning) -> Period? {
        switch meaning {
        case .clock(_, let day), .part(_, let day): return day.flatMap { period($0) }
        case .interval(_, let last): return period(last)
        case .yearShift, .corresponding: return nil
        default: return period(meaning)
        }
    }

    /// The stretch of the calendar, nil where nothing tells.
    private func period(_ meaning: Meaning) -> Period? {
        switch meaning {
        case .period(let period), .fiscal(let period): return period
        case .bookYear(let year): return .year(year)
        case .recurring(let recurring, let choice): return occurrence(recurring, choice)
        case .within(let recurring, let outer): return period(outer).flatMap { recurring.occurrence(within: $0) }
        case .nth(let count, let grain, let outer): return period(outer).map { nth(count, grain, $0) }
        case .nthWeekday(let count, let weekday, let outer): return period(outer).flatMap { Holiday.weekday(weekday, count, in: $0).map(Period.day) }
        case .shift(let grain, let steps, let anchor): return base(grain, anchor).map { $0.shifted(steps) }
        case .yearShift(let years, let grain, let anchor): return yearShift(years, grain, anchor)
        case .mentioned(let grain, let fallback): return mentioned(grain, fallback)
        case .quarter(let day): return history.last(of: .quarter) ?? period(day).map { Self.quarter(endedOn: $0.first) }
        case .corresponding(let outer): return period(outer).map(corresponding)
        case .nextTo(let days, let day): return period(day).map { $0.containing(.day).shifted(days) }
        case .clock(_, let day), .part(_, let day): return day.flatMap { period($0) }
        case .interval(let first, _): return period(first)
        case .distance(let grain, let count, let day): return period(day).map { Self.moved($0.containing(.day), grain, count) }
        case .moment, .delay, .duration, .stretch, .set, .reference, .impossible: return nil
        }
    }

    /// The quarter that the middle of the three months up to a day lies in.
    private static func quarter(endedOn day: CalendarDate) -> Period { Period(.quarter, containing: day.adding(days: -45)) }

    private func base(_ grain: Grain, _ anchor: Anchor) -> Period? {
        if case .discourse = anchor, let last = grain == .day ? history.last(of: .day) : history.last(upTo: grain) { return last.containing(grain) }
        return today.map { Period(grain, containing: $0) }
    }

    private func nth(_ count: Int, _ grain: Grain, _ outer: Period) -> Period {
        if count == 0 {
            let isAfterWeekend = grain == .weekend && outer.grain == .day && outer.first.weekday < 3
            return outer.containing(grain).shifted(isAfterWeekend ? -1 : 0)
        }
        let (first, last) = (outer.containing(grain), Period(grain, containing: outer.last))
        guard grain == .week || grain == .weekend, outer.grain > .weekend else {
            return count < 0 ? last.shifted(count + 1) : first.shifted(count - 1)
        }
        // A week belongs to the month and the year that its Thursday lies in (ISO 8601), a weekend to that of its Saturday.
        let middle = grain == .week ? 3 : 0
        if count < 0 { return last.shifted((last.first.adding(days: middle) > outer.last ? 0 : 1) + count) }
        return first.shifted((first.first.adding(days: middle) < outer.first ? 1 : 0) + count - 1)
    }

    /// The same stretch some years away: a quarter's for a quarter, a day's for a day.
    private func yearShift(_ years: Int, _ grain: Grain?, _ anchor: Anchor) -> Period? {
        if anchor == .discourse, grain == nil, history.isOfMonths, let today { return Period(.year, containing: today).shifted(years) }
        let last = history.last { period in
            guard today.map({ (period.grain == .month ? period.last : period.first) <= $0 }) != false else { return false }
            return period.grain == .quarter || anchor == .discourse && (period.grain == .half || period.grain == .month || period.grain == .year)
        }
        let base = last ?? today.map { grain == .quarter ? Period(.quarter, containing: $0).shifted(-1) : Period(.year, containing: $0) }
        guard let base else { return nil }
        let fitting = grain.map { $0 < base.grain ? base : base.containing($0) } ?? base
        return Self.moved(fitting, years: years)
    }

    /// The day so many units from a day.
    private static func moved(_ day: Period, _ grain: Grain, _ count: Int) -> Period {
        switch grain {
        case .day: return day.shifted(count)
        case .week: return day.shifted(7 * count)
        case .month: return .day(day.first.adding(months: count))
        default: return .day(day.first.adding(months: 12 * count))
        }
    }

    private static func moved(_ period: Period, years: Int) -> Period {
        period.grain == .year ? period.shifted(years) : Period(period.grain, containing: period.first.adding(months: 12 * years))
    }

    private func mentioned(_ grain: Grain, _ fallback: Fallback) -> Period? {
        if fallback == .completed, let today { return Period(grain, containing: today).shifted(-1) }
        if fallback == .around, let last = history.last(upTo: grain) { return last.containing(grain) }
        if grain == .year, let today, history.recent(in: sentence).map({ $0.grain != .year || $0.year > today.year }) ?? true {
            return Period(.year, containing: today)
        }
        if let last = history.last(of: grain) { return last }
        guard let today else { return history.last(upTo: grain)?.containing(grain) }
        let current = Period(grain, containing: today)
        switch grain {
        case .quarter: return current.shifted(-1)
        case .weekend: return today.weekday > 5 || tense() == .future ? current : current.shifted(-1)
        default: return fallback == .completed ? current.shifted(-1) : current
        }
    }

    /// The quarter or month of another year that answers to the last one spoken of.
    private func corresponding(_ outer: Period) -> Period {
        guard !history.isOfMonths, let last = history.last(where: { $0.grain == .quarter || $0.grain == .half || $0.grain == .month }) else {
            return outer
        }
        return Self.moved(last, years: outer.year - last.year)
    }

    // MARK: Recurring things

    private func occurrence(_ recurring: Recurring, _ choice: Choice) -> Period? {
        if choice == .byTense, !recurring.isWeekday, let year = history.year(in: sentence), let period = recurring.occurrence(in: year),
            year != today?.year
        {
            return period
        }
        if choice == .before || choice == .after, let period = besideLast(recurring, choice) { return period }
        guard let today else { return history.last(upTo: .year).flatMap { recurring.occurrence(in: $0.year) } }
        let latest = recurring.occurrence(around: today, offset: 0)
        if isAlone, choice == .byTense {
            return latest.flatMap { $0.bounds.contains(today) && !recurring.isWeekday ? $0 : nil }
                ?? onWeekday(recurring, recurring.occurrence(around: today, offset: 1), today)
        }
        // `Next Tuesday` is the one of next week; that of this week is mostly called by its name alone.
        if recurring.isWeekday, choice == .next { return recurring.occurrence(within: Period(.week, containing: today).shifted(1)) }
        switch choice {
        case .last, .before: return latest.flatMap { isNow($0, recurring, today) ? recurring.occurrence(around: today, offset: -1) : $0 }
        case .next, .after: return recurring.occurrence(around: today, offset: 1)
        case .this:
            if case .season = recurring, let latest, latest.bounds.contains(today) { return latest }
            return recurring.occurrence(within: recurring.isWeekday ? Period(.week, containing: today) : Period(.year, containing: today)) ?? latest
        case .steps(let count): return recurring.occurrence(around: today, offset: count)
        case .byTense: return onWeekday(recurring, byTense(recurring, latest, today), today)
        }
    }

    /// Whether an occurrence is too near to be called the last one: it goes on, or it is the month before, which is `last month`, no `last February`.
    private func isNow(_ period: Period, _ recurring: Recurring, _ today: CalendarDate) -> Bool {
        if period.bounds.contains(today) { return true }
        guard case .month = recurring else { return false }
        return period.shifted(1).bounds.contains(today)
    }

    /// The occurrence before or after the last date spoken of.
    private func besideLast(_ recurring: Recurring, _ choice: Choice) -> Period? {
        guard let last = history.last(upTo: recurring.isWeekday ? .day : .year) ?? today.map(Period.day) else { return nil }
        if choice == .after { return recurring.occurrence(around: last.last, offset: 1) }
        return recurring.occurrence(around: last.first.adding(days: -1), offset: 0)
    }

    /// The nearest of the next and last two years in which a day falls on the weekday that the text gives; the day as it is where none does.
    private func onWeekday(_ recurring: Recurring, _ period: Period?, _ today: CalendarDate) -> Period? {
        guard case .dayOnWeekday(_, _, let weekday) = recurring, let period, period.first.weekday != weekday else { return period }
        let others = [0, 1, -1, 2, -2].compactMap { recurring.occurrence(in: today.year + $0) }.filter { $0.first.weekday == weekday }
        return others.min { abs($0.index - today.dayNumber) < abs($1.index - today.dayNumber) } ?? period
    }

    private func byTense(_ recurring: Recurring, _ latest: Period?, _ today: CalendarDate) -> Period? {
        if let latest, latest.bounds.contains(today) { return latest }
        let next = recurring.occurrence(around: today, offset: 1)
        if recurring.isWeekday { return weekday(latest, next, today) }
        return nearer(latest, next, today, favour: min(recurring.favour(tense()), isOpen() ? 1 : .infinity))
    }

    /// The last one, unless the verb speaks of what is to come, or none speaks and the next one is tomorrow.
    private func weekday(_ latest: Period?, _ next: Period?, _ today: CalendarDate) -> Period? {
        guard let next else { return latest }
        switch tense() {
        case .future: return next
        case .past: return latest
        case .possible: return latest?.first.dayNumber == today.dayNumber - 1 ? latest : next
        case .unknown: return next.first.dayNumber == today.dayNumber + 1 ? next : latest
        }
    }

    /// The occurrence that lies nearer, a future one only where it is so many times nearer.
    private func nearer(_ latest: Period?, _ next: Period?, _ today: CalendarDate, favour: Double) -> Period? {
        guard let latest, let next else { return latest ?? next }
        let (back, ahead) = (today.dayNumber - latest.last.dayNumber, next.first.dayNumber - today.dayNumber)
        return Double(ahead) * favour < Double(back) ? next : latest
    }

    // MARK: Without an anchor

    /// The value where nothing tells the date: `XXXX-WXX-5`.
    private func unresolved(_ meaning: Meaning) -> String {
        switch meaning {
        case .recurring(let recurring, _), .within(let recurring, _): return recurring.value
        case .shift(let grain, _, _), .mentioned(let grain, _), .nth(_, let grain, _): return Self.unknown(grain)
        case .yearShift(_, let grain, _): return Self.unknown(grain ?? .year)
        case .nthWeekday(_, let weekday, _): return "XXXX-WXX-\(weekday)"
        case .nextTo: return Self.unknown(.day)
        case .period(let period), .fiscal(let period): return period.value
        default: return "XXXX"
        }
    }

    private static func unknown(_ grain: Grain) -> String {
        switch grain {
        case .day: return "XXXX-XX-XX"
        case .week: return "XXXX-WXX"
        case .weekend: return "XXXX-WXX-WE"
        case .month: return "XXXX-XX"
        case .quarter: return "XXXX-QX"
        case .half: return "XXXX-HX"
        case .season, .year: return "XXXX"
        case .decade: return "XXX"
        case .century, .millennium: return "XX"
        }
    }
}

extension Recurring {
    var isWeekday: Bool {
        if case .weekday = self { return true }
        return false
    }

    /// How many times nearer than the last occurrence the next one must be: news tells mostly what has been, and results are of quarters that are over.
    fileprivate func favour(_ tense: TenseReader.Tense) -> Double {
        switch (self, tense) {
        case (.quarter, .future), (.half, .future), (.quarter, .possible), (.half, .possible): return 0.5
        case (.quarter, _), (.half, _): return 8
        case (_, .future), (_, .possible): return 0.05
        case (.month, .unknown): return 2.5
        case (_, .unknown): return 1.5
        case (_, .past): return 6
        }
    }
}
