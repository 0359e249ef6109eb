/// Days and months by the month's name.
///
/// `3 January 2024`, `Jan. 3`, `January 3rd, 2024`, `the 3rd of January`, `Friday, Jan. 3`, `January 2024`, `January of 2024`, `June last year`,
/// `March`; `March 3-5` is a range. Not dates: `may`, `march`, `Theresa May`, `April Smith`.
enum CalendarDateRule: DateRule {
    static let name: StaticName = "calendar-date"
    static let opening = DateOpening([.weekday, .month, .ordinal], roles: [.the], digits: true, tens: true)
    static let behindArticle = DateOpening([.ordinal], digits: true, tens: true)

    static func isPossible(_ signs: DateSigns) -> Bool {
        signs.has(.month) || signs.shows(.lettered) && signs.has(.the)
            || signs.has(.weekday) && signs.shows(.digits) && signs.shows([.joined, .point])
    }

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        if text.has(.weekday, at: index), text.weekday(index) != nil { return afterWeekday(index, text) }
        if let month = text.month(index) { return monthFirst(index, month, text) }
        return dayFirst(index, text)
    }

    /// `Friday, Jan. 3`, `Sunday the 3rd of March`.
    private static func afterWeekday(_ index: Int, _ text: DateText) -> DateMatch? {
        var next = text.skippingComma(index + 1)
        if text.role(next) == .the { next += 1 }
        guard
            var match = text.month(next).flatMap({ dayOfMonth(next, $0, text) }) ?? dayFirst(next, text) ?? NumericDateRule.match(at: next, in: text)
        else { return nil }
        match.tokens = index..<match.end
        if case .recurring(.day(let month, let day), let choice) = match.meaning, let weekday = text.weekday(index) {
            match.meaning = .recurring(.dayOnWeekday(month: month, day: day, weekday: weekday), choice)
        }
        return match
    }

    private static func monthFirst(_ index: Int, _ month: Int, _ text: DateText) -> DateMatch? {
        if let day = dayOfMonth(index, month, text) { return day }
        if let year = text.year(yearStart(index + 1, text)), isYearFree(year.end, text) {
            return DateMatch(index..<year.end, .period(.month(year.year, month)))
        }
        let next = text.role(index + 1) == .of ? index + 2 : index + 1
        if let inner = DateGrammar.point(at: next, in: text), inner.meaning.isYearLike {
            return DateMatch(index..<inner.end, .within(.month(month), inner.meaning))
        }
        let whole = DateMatch(index..<index + 1, .recurring(.month(month), .byTense))
        if let second = DayWordRule.afterNext(whole, text) { return second }
        if let year = yearOfRange(index + 1, month, text) { return DateMatch(index..<index + 1, .period(.month(year, month))) }
        if isName(index, text), !text.isWhole(index..<index + 1) { return nil }
        let bare = DateMatch(index..<index + 1, .recurring(.month(month), .byTense))
        return DayWordRule.afterNext(bare, text) ?? bare
    }

    /// `Jan. 3`, `January 3rd, 2024`, `March 3-5`.
    private static func dayOfMonth(_ index: Int, _ month: Int, _ text: DateText) -> DateMatch? {
        let start = text.role(index + 1) == .the ? index + 2 : skippingCommaBeforeOrdinal(index + 1, text)
        guard let day = text.dayOfMonth(text.skippingHyphen(start)) ?? spelledDay(start, text), !isClock(day.end, text),
            !text.isByte("%", at: day.end)
        else { return nil }
        if let last = rangeEnd(day.end, text), last.day > day.day {
            let year = text.year(text.skippingComma(last.end))
            return DateMatch(index..<(year?.end ?? last.end), .interval(meaning(year?.year, month, day.day), meaning(year?.year, month, last.day)))
        }
        if let year = text.year(yearStart(day.end, text)), isYearFree(year.end, text) {
            return DateMatch(index..<year.end, meaning(year.year, month, day.day))
        }
        if let inner = DateGrammar.point(at: text.role(day.end) == .of ? day.end + 1 : day.end, in: text), inner.meaning.isYearLike {
            return DateMatch(index..<inner.end, .within(.day(month: month, day: day.day), inner.meaning))
        }
        return DateMatch(index..<day.end, meaning(nil, month, day.day))
    }

    /// The year that stands behind the second month of a range: `May to October 2020`, `Nov.-Feb. 2017`.
    private static func yearOfRange(_ index: Int, _ month: Int, _ text: DateText) -> Int? {
        guard text.role(index) == .to || text.isDash(index), let second = text.month(index + 1),
            let year = text.fourDigitYear(yearStart(index + 2, text))
        else {
            return nil
        }
        return second > month ? year : year - 1
    }

    /// Past the comma of `October, 1st`.
    private static func skippingCommaBeforeOrdinal(_ index: Int, _ text: DateText) -> Int {
        let next = text.skippingComma(index)
        return text.digits(next) == nil && text.startsWithDigit(next) ? next : index
    }

    /// `May twenty-nine`.
    private static func spelledDay(_ index: Int, _ text: DateText) -> (day: Int, end: Int)? {
        guard let tens = text.numberWord(index), tens == 20 || tens == 30 else { return nil }
        let next = text.skippingHyphen(index + 1)
        guard let unit = text.numberWord(next), unit < 10, tens + unit <= 31 else { return (tens, index + 1) }
        return (tens + unit, next + 1)
    }

    /// Whether a colon makes the number before it an hour: `Jan. 10:30`.
    private static func isClock(_ index: Int, _ text: DateText) -> Bool {
        text.isByte(":", at: index) && text.isGlued(index + 1) && text.digits(index + 1) != nil
    }

    /// The `-5` of `March 3-5`.
    private static func rangeEnd(_ index: Int, _ text: DateText) -> (day: Int, end: Int)? {
        guard text.isDash(index), text.isGlued(index) else { return nil }
        return text.dayOfMonth(index + 1)
    }

    /// `3 January 2024`, `3rd of January`, `the 3rd of January`.
    private static func dayFirst(_ index: Int, _ text: DateText) -> DateMatch? {
        let start = text.role(index) == .the ? index + 1 : index
        guard let day = text.dayOfMonth(start) else { return nil }
        let hasOf = text.role(day.end) == .of
        let next = hasOf ? day.end + 1 : day.end
        guard let month = text.month(next), hasOf || text.startsWithDigit(start) else {
            return dayAlone(start, day, text)
        }
        if let year = text.year(yearStart(next + 1, text)), isYearFree(year.end, text) {
            return DateMatch(index..<year.end, meaning(year.year, month, day.day))
        }
        if let inner = DateGrammar.point(at: text.role(next + 1) == .of ? next + 2 : next + 1, in: text), inner.meaning.isYearLike {
            return DateMatch(index..<inner.end, .within(.day(month: month, day: day.day), inner.meaning))
        }
        return DateMatch(index..<next + 1, meaning(nil, month, day.day))
    }

    /// `on the 15th`, `the 15th of next month`.
    private static func dayAlone(_ index: Int, _ day: (day: Int, end: Int), _ text: DateText) -> DateMatch? {
        guard text.role(index - 1) == .the, text.bytes(index).first?.isDigit == true, text.bytes(index).count > 2 else { return nil }
        if text.role(day.end) == .of, let month = DateGrammar.point(at: day.end + 1, in: text), month.meaning.isMonthLike {
            return DateMatch(index - 1..<month.end, .within(.dayOfMonth(day.day), month.meaning))
        }
        let following = text.token(day.end)
        guard text.role(index - 2)?.isPreposition == true, following == nil || following?.kind == .punctuation else { return nil }
        return DateMatch(index - 1..<day.end, .recurring(.dayOfMonth(day.day), .byTense))
    }

    static func meaning(_ year: Int?, _ month: Int, _ day: Int) -> Meaning {
        guard Recurring.day(month: month, day: day).exists else {
            return .impossible("\(year.map { padded($0, 4) } ?? "XXXX")-\(padded(month, 2))-\(padded(day, 2))")
        }
        guard let year else { return .recurring(.day(month: month, day: day), .byTense) }
        guard let date = CalendarDate(year: year, month: month, day: day) else {
            return .impossible("\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))")
        }
        return .period(.day(date))
    }

    /// Past `of`, `in` and a comma, where a year may stand.
    private static func yearStart(_ index: Int, _ text: DateText) -> Int {
        let isIn = text.role(index) == .in && text.bytes(index).count == 2 && text.fourDigitYear(index + 1) != nil
        return text.role(index) == .of || isIn ? index + 1 : text.skippingComma(index)
    }

    /// Whether a number is free to be a year: nothing is counted with it.
    private static func isYearFree(_ end: Int, _ text: DateText) -> Bool { text.role(end) != .counted && !text.isByte("%", at: end) }

    /// `August sales`, `May exports`: a capital amid small letters and a plural behind it that is no verb of speech.
    private static func isMonthOfGoods(_ index: Int, _ text: DateText) -> Bool {
        guard text.tokens[index].shape == .title, let after = text.token(index + 1), after.shape == .lower, after.kind == .word,
            text.bytes(index + 1).last == UInt8(ascii: "s"), after.range.count > 3,
            !after.classes.intersects(WordClasses([.attribution, .speechVerb, .tense, .grammar]))
        else { return false }
        return text.token(index - 1).map { !$0.shape.isCapitalized || index - 1 == text.sentence.lowerBound } ?? true
    }

    /// Whether a month's name without day and year is a person's, a verb's, or an adjective's.
    private static func isName(_ index: Int, _ text: DateText) -> Bool {
        guard let token = text.token(index), text.role(index - 1)?.isPreposition != true, text.role(index - 1)?.isDeterminer != true else {
            return false
        }
        let isWord = token.classes.contains(.common)
        if text.modifier(index - 1) != nil || text.isHyphen(index - 1) && text.modifier(index - 2) != nil { return false }
        if isWord {
            if isMonthOfGoods(index, text) { return false }
            return !(text.role(index - 1) == .and || text.role(index - 1) == .or || text.isByte(",", at: index - 1)) || text.month(index - 2) == nil
        }
        if let before = text.token(index - 1), before.shape.isCapitalized, index - 1 > text.sentence.lowerBound || before.classes.intersects(.names),
            !before.classes.intersects(.dates)
        {
            return true
        }
        guard let after = text.token(index + 1), after.gap == .space, after.shape.isCapitalized else { return false }
        return after.classes.intersects(.names) && !after.classes.intersects(.dates)
    }
}

extension WordClasses {
    /// Words that are part of people's names.
    static let names = WordClasses([.given, .surname, .title])
    /// Words that only dates are made of.
    static let dates = WordClasses([.month, .weekday, .season, .holiday, .timeUnit, .dayPart, .dateWord, .dateRole])
}

extension Meaning {
    /// Whether it is a year or something that a month or a quarter may lie in.
    var isYearLike: Bool {
        switch self {
        case .period(let period), .fiscal(let period): return period.grain == .year
        case .bookYear: return true
        case .shift(.year, _, _), .mentioned(.year, _): return true
        default: return false
        }
    }

    /// Whether it is a month, of which there may be a fifteenth.
    var isMonthLike: Bool {
        switch self {
        case .period(let period): return period.grain == .month
        case .shift(.month, _, _), .mentioned(.month, _), .recurring(.month, _), .within(.month, _): return true
        default: return false
        }
    }

    /// Whether it is a single day, whose morning may be meant or nine o'clock.
    var isDayLike: Bool {
        switch self {
        case .period(let period): return period.grain == .day
        case .shift(.day, _, _), .mentioned(.day, _), .nextTo, .distance: return true
        case .recurring(let recurring, _), .within(let recurring, _):
            switch recurring {
            case .weekday, .day, .dayOnWeekday, .weekdayTheNth, .dayOfMonth, .holiday: return true
            default: return false
            }
        default: return false
        }
    }
}
