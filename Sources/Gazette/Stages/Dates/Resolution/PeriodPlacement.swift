/// Stretches of the calendar, by the day of writing or what has been spoken of.
extension DateResolver {
    /// The stretch of the calendar, nil where nothing tells.
    func period(_ meaning: Meaning) -> Period? {
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
        if grain >= .decade, let last = history.recent(upTo: .year, in: sentence) { return last.containing(grain) }
        if grain == .year, let today, history.recent(in: sentence).map({ $0.grain != .year || $0.year > today.year }) ?? true {
            return Period(.year, containing: today)
        }
        if let last = history.last(of: grain) { return last }
        guard let today else { return history.last(upTo: grain)?.containing(grain) }
        let current = Period(grain, containing: today)
        switch grain {
        case .quarter: return current.shifted(-1)
        case .weekend: return today.weekday > 5 || tense == .future ? current : current.shifted(-1)
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

    func interval(_ first: Meaning, _ last: Meaning) -> Reading {
        guard let start = period(first), let end = period(last), start.first <= end.last else {
            return (.date, unresolved(first) + "/" + unresolved(last), nil)
        }
        return (.date, start.value + "/" + end.value, start.first...end.last)
    }
}
