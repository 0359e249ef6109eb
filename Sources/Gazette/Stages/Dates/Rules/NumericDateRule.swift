/// Dates in digits: `2024-01-03`, `2024/01/03`, `01/03/2024`, `1/3/24`, `19-Nov-12`, `03.01.2024`, `2024-01-03T10:00Z`.
///
/// `03/04/2024` follows the day-first policy, unless only one order is a date. Not dates: `3/4`, `9/11` without more.
enum NumericDateRule: DateRule {
    static let name: StaticName = "numeric-date"
    static let opening = DateOpening(digits: true)

    static func isPossible(_ signs: DateSigns) -> Bool { signs.shows(.digits) && signs.shows([.joined, .point]) }

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        guard text.token(index)?.kind == .number || text.digits(index) != nil, isFree(index, text) else { return nil }
        if let dotted = dotted(index, text) { return dotted }
        guard let first = text.digits(index), text.isGlued(index + 1), text.isGlued(index + 2) else { return nil }
        let isSlash = text.isByte("/", at: index + 1)
        guard isSlash || text.isHyphen(index + 1), text.bytes(index + 3).elementsEqual(text.bytes(index + 1)), text.isGlued(index + 3) else {
            return nil
        }
        if first.count == 4, let month = text.month(index + 2) ?? text.monthName(index + 2), let day = text.digits(index + 4), day.count <= 2,
            text.isGlued(index + 4)
        {
            return date(index..<index + 5, first.value, month, day.value)
        }
        if let month = text.month(index + 2), let year = text.digits(index + 4), text.isGlued(index + 4) {
            return date(index..<index + 5, fullYear(year), month, first.value)
        }
        guard let second = text.digits(index + 2), text.isGlued(index + 4) else { return nil }
        if first.count == 4 { return yearFirst(index, first.value, second.value, text) }
        guard first.count <= 2, second.count <= 2, let third = text.digits(index + 4), third.count == 2 || third.count == 4 else { return nil }
        return ordered(index..<index + 5, first.value, second.value, fullYear(third), text)
    }

    /// Whether no sign or digit is glued to its front.
    private static func isFree(_ index: Int, _ text: DateText) -> Bool {
        !(text.isGlued(index) && (text.isHyphen(index - 1) || text.isByte("/", at: index - 1) || text.token(index - 1)?.kind == .number))
    }

    private static func fullYear(_ read: (value: Int, count: Int)) -> Int { read.count == 2 ? DateText.fullYear(read.value) : read.value }

    private static func yearFirst(_ index: Int, _ year: Int, _ month: Int, _ text: DateText) -> DateMatch? {
        let bytes = text.bytes(index + 4)
        let length = bytes.prefix(2).prefix { $0.isDigit }.count
        guard let day = DateText.decimal(bytes.prefix(length)) else { return nil }
        let marker = bytes.dropFirst(length)
        guard marker.isEmpty || marker.first.map({ $0 | 0x20 == UInt8(ascii: "t") }) == true, var match = date(index..<index + 5, year, month, day)
        else { return nil }
        guard let hour = DateText.decimal(marker.dropFirst()), hour <= 24 else { return match }
        let clock = isoClock(index + 5, hour, text)
        match.tokens = index..<clock.end
        match.meaning = .clock(clock.time, on: match.meaning)
        return match
    }

    /// The rest of `T10:00Z`, `T10:00:15+05:00`.
    private static func isoClock(_ index: Int, _ hour: Int, _ text: DateText) -> (time: ClockTime, end: Int) {
        var (time, end) = (ClockTime(hour: hour), index)
        if text.isByte(":", at: end), let minute = DateText.decimal(text.bytes(end + 1).prefix(2)) {
            time.minute = minute
            if text.bytes(end + 1).last.map({ $0 | 0x20 }) == UInt8(ascii: "z") { time.zone = "Z" }
            end += 2
        }
        if text.isByte(":", at: end), let second = DateText.decimal(text.bytes(end + 1).prefix(2)) {
            time.second = second
            if text.bytes(end + 1).last.map({ $0 | 0x20 }) == UInt8(ascii: "z") { time.zone = "Z" }
            end += 2
        }
        return (time, end)
    }

    /// `03.01.2024`, which ICU keeps as one number; dots mean day first.
    private static func dotted(_ index: Int, _ text: DateText) -> DateMatch? {
        guard text.points(index) == 2 else { return nil }
        let parts = text.bytes(index).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let first = DateText.decimal(parts[0]), let second = DateText.decimal(parts[1]),
            let third = DateText.decimal(parts[2])
        else { return nil }
        if parts[0].count == 4 { return date(index..<index + 1, first, second, third) }
        guard parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4 else { return nil }
        return second > 12 && first <= 12 ? date(index..<index + 1, third, first, second) : date(index..<index + 1, third, second, first)
    }

    private static func ordered(_ tokens: TokenRange, _ first: Int, _ second: Int, _ year: Int, _ text: DateText) -> DateMatch? {
        let isDayFirst = first > 12 || text.dayFirst && second <= 12
        return isDayFirst ? date(tokens, year, second, first) : date(tokens, year, first, second)
    }

    private static func date(_ tokens: TokenRange, _ year: Int, _ month: Int, _ day: Int) -> DateMatch? {
        guard (1...12).contains(month), (1...31).contains(day), (1000..<2200).contains(year) else { return nil }
        guard let date = CalendarDate(year: year, month: month, day: day) else {
            return DateMatch(tokens, .impossible("\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"))
        }
        return DateMatch(tokens, .period(.day(date)))
    }
}
