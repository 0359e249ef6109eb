/// What happens again and again: `every Monday`, `each year`, `every two weeks`, `every other day`, `every second Tuesday`, `every third Friday of the month`, `twice a week`,
/// `three times a year`, `24 hours a day`, `daily`, `annually`, `Mondays`, `Mon-Fri`, `Tuesday nights`, and rates: `$5 million a year`, `per day`.
enum SetRule: DateRule {
    static let name: StaticName = "set"
    static let opening = DateOpening([.weekday, .setWord, .number, .multiplier], roles: [.each, .twice, .a, .per], digits: true)

    static func isPossible(_ signs: DateSigns) -> Bool {
        signs.hasAny(rates) || signs.has(.setWord) || signs.has(.weekday) || signs.shows(.article)
    }

    private static let rates = DateRoles([.each, .twice, .per, .times])

    static func match(at index: Int, in text: DateText) -> DateMatch? { repeated(index, text).map { atTime($0, text) } }

    /// With the time of day behind it: `every Monday at 4 p.m.`, `Tuesdays at 9 a.m.`
    private static func atTime(_ match: DateMatch, _ text: DateText) -> DateMatch {
        let next = text.role(match.end) == .at ? match.end + 1 : match.end
        guard case .set(let value) = match.meaning, let read = ClockReader(text: text).read(next),
            read.evidence > .bare || next > match.end && isEnd(read.end, text),
            let day = value == "P1D" ? "XXXX-XX-XX" : value.hasPrefix("XXXX-WXX-") && !value.contains("T") ? value : nil
        else { return match }
        return DateMatch(match.tokens.lowerBound..<read.end, .set(day + read.time.value))
    }

    private static func isEnd(_ index: Int, _ text: DateText) -> Bool { text.token(index).map { $0.kind == .punctuation } ?? true }

    private static func repeated(_ index: Int, _ text: DateText) -> DateMatch? {
        switch text.role(index) {
        case .each: return each(index, text)
        case .twice: return rate(index, from: index + 1, text)
        case .a where isRated(index - 1, text): return rate(index, from: index, text)
        case .per: return rate(index, from: index, text)
        default: break
        }
        let signs = text.memo.pointee.signs
        if signs.has(.times) || signs.shows(.plural), let count = text.cardinal(index) {
            if text.role(count.end) == .times { return rate(index, from: count.end + 1, text) }
            if let share = share(index, count.end, text) { return share }
        }
        return plural(index, text) ?? word(index, text)
    }

    private static func each(_ index: Int, _ text: DateText) -> DateMatch? {
        var next = index + 1
        var count = UnitCount.one
        if text.role(next) == .alternate { (count, next) = (UnitCount(whole: 2), next + 1) }
        if let read = text.ordinal(next), text.weekday(read.end) != nil { return monthly(index, read.end, text) }
        if let read = text.ordinal(next), text.unit(read.end) != nil, !text.isPlural(read.end) {
            (count, next) = (UnitCount(whole: read.value), read.end)
        }
        if let read = text.cardinal(next), text.unit(read.end) != nil { (count, next) = (read.amount, read.end) }
        if let unit = text.unit(next) { return DateMatch(index..<next + 1, .set(Duration(count, unit).value)) }
        if let weekday = text.weekday(next) {
            if let part = text.part(next + 1) { return DateMatch(index..<next + 2, .set("XXXX-WXX-\(weekday)T\(part.rawValue)")) }
            return DateMatch(index..<next + 1, .set("XXXX-WXX-\(weekday)"))
        }
        if let month = text.month(next) { return DateMatch(index..<next + 1, .set("XXXX-\(padded(month, 2))")) }
        if let season = text.season(next) { return DateMatch(index..<next + 1, .set("XXXX-\(season.rawValue)")) }
        return text.part(next).map { DateMatch(index..<next + 1, .set("XXXX-XX-XXT\($0.rawValue)")) }
    }

    /// The weekday of `every second Tuesday`, and with a month behind it that of `every third Friday of the month`.
    private static func monthly(_ index: Int, _ weekday: Int, _ text: DateText) -> DateMatch? {
        if text.role(weekday + 1) == .of, let article = text.role(weekday + 2), article == .the || article == .each || article == .a,
            text.unit(weekday + 3) == .month, !text.isPlural(weekday + 3)
        {
            return DateMatch(index..<weekday + 4, .set("P1M"))
        }
        return text.weekday(weekday).map { DateMatch(index..<weekday + 1, .set("XXXX-WXX-\($0)")) }
    }

    /// `twice a week`, `per day`: a unit after `a`, `per` or `each`; a speed is none, such as `miles an hour`.
    private static func rate(_ index: Int, from start: Int, _ text: DateText) -> DateMatch? {
        guard let role = text.role(start), role == .a || role == .per || role == .each, let unit = text.unit(start + 1), !text.isPlural(start + 1),
            unit != .second, !unit.isClock || !text.has(.unit, at: start - 1)
        else { return nil }
        return DateMatch(index..<start + 2, .set(Duration(.one, unit).value))
    }

    /// `24 hours a day`, `three days each month`: so much of every one of a longer unit.
    private static func share(_ index: Int, _ next: Int, _ text: DateText) -> DateMatch? {
        guard let unit = text.unit(next), text.isPlural(next), let longer = text.unit(next + 2), longer.rank > unit.rank else { return nil }
        return rate(index, from: next + 1, text)
    }

    /// Whether an amount of money, a percentage or a number stands before `a year`.
    private static func isRated(_ index: Int, _ text: DateText) -> Bool {
        guard let token = text.token(index), text.unit(index + 2) != nil, !isShift(index + 3, text) else { return false }
        if token.kind == .word, token.shape == .lower, text.role(index) == nil, isCounted(index, text) { return true }
        return token.kind == .number || token.classes.intersects(WordClasses([.number, .multiplier, .currency])) || text.isByte("%", at: index)
            || text.role(index) == .counted || token.classes.contains(.timeUnit) && text.isPlural(index)
    }

    /// Whether a number stands close before a plural noun: `four flights a week`, `880 metric tons a month`.
    private static func isCounted(_ index: Int, _ text: DateText) -> Bool {
        for place in stride(from: index - 1, through: index - 4, by: -1) {
            guard let token = text.token(place), text.role(place) == nil || text.role(place) == .counted || text.role(place) == .of else {
                return false
            }
            if token.kind == .number || token.classes.intersects(WordClasses([.number, .multiplier])) { return true }
        }
        return false
    }

    /// `a year ago`, `a year earlier`.
    private static func isShift(_ index: Int, _ text: DateText) -> Bool {
        switch text.role(index) {
        case .ago, .earlier, .later, .before, .after, .from, .or: return true
        default: return text.half(index) != nil
        }
    }

    /// `Mondays`, `Tuesday nights`, `Mon-Fri`.
    private static func plural(_ index: Int, _ text: DateText) -> DateMatch? {
        if let weekday = text.weekday(index) {
            if text.isDash(index + 1), text.isGlued(index + 1), text.isGlued(index + 2), let last = text.weekday(index + 2), last > weekday {
                return DateMatch(index..<index + 3, .set("XXXX-WXX-\(weekday)/\(last)"))
            }
            if text.isPlural(index), text.bytes(index).count > 5 { return DateMatch(index..<index + 1, .set("XXXX-WXX-\(weekday)")) }
            guard let part = text.part(index + 1), text.isPlural(index + 1) else { return nil }
            return DateMatch(index..<index + 2, .set("XXXX-WXX-\(weekday)T\(part.rawValue)"))
        }
        return nil
    }

    /// Whether an adjective of that period names a kind rather than a frequency: `annual report`, `quarterly dividend`.
    private static func isKind(_ period: String) -> Bool { ["P3M", "P6M", "P1Y", "P2Y"].contains(period) }

    /// `daily`, `annually`; not in a title such as `the Daily News`.
    private static func word(_ index: Int, _ text: DateText) -> DateMatch? {
        guard let value = text.value(.setWord, at: index), let token = text.token(index) else { return nil }
        guard !token.shape.isCapitalized || index == text.sentence.lowerBound && text.token(index + 1)?.shape.isCapitalized != true else {
            return nil
        }
        guard token.shape == .lower || text.token(index + 1)?.gap != .space || text.token(index + 1)?.shape.isCapitalized != true else { return nil }
        guard !isKind(value) || text.token(index + 1)?.kind != .word || text.role(index + 1) != nil else { return nil }
        return DateMatch(index..<index + 1, .set(value))
    }
}
