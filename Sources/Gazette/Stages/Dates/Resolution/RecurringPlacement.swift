/// Which occurrence of what comes again and again is meant.
extension DateResolver {
    func occurrence(_ recurring: Recurring, _ choice: Choice) -> Period? {
        if case .holiday(let holiday) = recurring, let namesakes = holiday.namesakes {
            let days = namesakes.compactMap { occurrence(.holiday($0), choice) }
            return days.min { distance($0) < distance($1) }
        }
        if choice == .byTense, !recurring.isWeekday, let year = history.year(in: sentence), let period = recurring.occurrence(in: year),
            year != today?.year
        {
            return period
        }
        if case .dayOfMonth = recurring, choice == .byTense, let day = dayOfMonthSpoken(recurring) { return day }
        if choice == .before || choice == .after, let period = besideLast(recurring, choice) { return period }
        guard let today else { return history.recent(upTo: .year, in: sentence).flatMap { recurring.occurrence(in: $0.year) } }
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
        case .byTense: return ending(recurring, onWeekday(recurring, byTense(recurring, latest, today), today))
        }
    }

    /// The day of the month that was last spoken of, unless that day is already past there: `on March 3 … on the 5th`.
    private func dayOfMonthSpoken(_ recurring: Recurring) -> Period? {
        guard let last = history.recent(upTo: .month, in: sentence) else { return nil }
        return recurring.occurrence(within: last.containing(.month)).flatMap { $0.first >= last.first ? $0 : nil }
    }

    /// What a weekday ends comes behind the day that it begins with: `from Wednesday until Thursday`.
    private func ending(_ recurring: Recurring, _ found: Period?) -> Period? {
        guard recurring.isWeekday, let found, let start = history.last(upTo: .day, of: sentence), start.first > found.last, endsRange else {
            return found
        }
        return recurring.occurrence(around: start.last, offset: 1)
    }

    /// How many days lie between a day and that of writing.
    private func distance(_ day: Period) -> Int { today.map { abs(day.first.dayNumber - $0.dayNumber) } ?? 0 }

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
        return nearer(latest, next, today, favour: min(recurring.favour(tense), isOpen ? 1 : .infinity))
    }

    /// The last one, unless the verb speaks of what is to come, or none speaks and the next one is tomorrow.
    private func weekday(_ latest: Period?, _ next: Period?, _ today: CalendarDate) -> Period? {
        guard let next else { return latest }
        switch tense {
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
