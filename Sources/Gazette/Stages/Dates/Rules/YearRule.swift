/// Years and what is made of them.
///
/// `1996`, `the year 2000`, `nineteen ninety-six`, `fiscal 1990`, `FY2012`, `the 1990s`, `the '90s`, `the nineties`, `the 19th century`, `44 BC`, `AD 70`.
/// Not years: `in his 30s`, `1,984`, `1984 votes`, `$2000`, `No. 1996`, `Windows 2000`, `1400 GMT`.
enum YearRule: DateRule {
    static let name: StaticName = "year"
    static let opening = DateOpening([.decade, .number, .ordinal, .era, .timeUnit], roles: [.the, .fiscal], digits: true)
    static let behindArticle = DateOpening([.decade, .number, .ordinal, .era, .timeUnit], roles: [.fiscal], digits: true, capitals: true)

    static func isPossible(_ signs: DateSigns) -> Bool {
        if signs.shows([.fourDigits, .lettered, .numbers]) || signs.hasAny(evident) { return true }
        return signs.shows(.digits) && signs.shows([.apostrophe, .clitic])
            || signs.has(.ordinal) && (signs.has(unit: .century) || signs.has(unit: .millennium))
    }

    private static let evident = WordClasses([.decade, .era])

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        let start = text.role(index) == .the ? index + 1 : index
        if text.isPlainNumber(start), !text.mayBeDecade(start) { return plain(index, start, text) }
        if let decade = text.decade(start), start > index || isFree(start, text), text.role(index - 1) != .own {
            return DateMatch(index..<decade.end, .period(Self.decade(decade.year)))
        }
        if let century = century(start, text) { return DateMatch(index..<century.end, .period(century.period)) }
        if let era = era(start, text) { return DateMatch(start..<era.end, .period(era.period)) }
        if let fiscal = fiscal(start, text) { return DateMatch(index..<fiscal.end, fiscal.meaning) }
        if text.unit(start) == .year, !text.isPlural(start), let year = text.year(start + 1) {
            return DateMatch(index..<year.end, .period(.year(year.year)))
        }
        guard start == index else { return nil }
        if let year = fourDigits(index, text) { return year }
        if let year = text.spelledYear(index), text.role(year.end) != .counted, (1000..<2000).contains(year.year) || text.role(index - 1) == .in {
            return DateMatch(index..<year.end, .period(.year(year.year)))
        }
        return apostropheYear(index, text)
    }

    /// What most numbers are asked for: whether it is a year, with an era or without.
    private static func plain(_ index: Int, _ start: Int, _ text: DateText) -> DateMatch? {
        if let era = era(start, text) { return DateMatch(start..<era.end, .period(era.period)) }
        return start == index ? fourDigits(index, text) : nil
    }

    private static func fourDigits(_ index: Int, _ text: DateText) -> DateMatch? {
        guard let year = text.fourDigitYear(index), isYear(index, year, text) else { return nil }
        return DateMatch(index..<index + 1, .period(.year(year)))
    }

    /// `the 1800s` are a century, `the 2000s` a decade.
    private static func decade(_ year: Int) -> Period {
        year % 100 == 0 && year < 2000 ? Period(.century, year / 100) : Period(.decade, year / 10)
    }

    /// `19th century`, `nineteenth-century`, `5th century BC`.
    private static func century(_ index: Int, _ text: DateText) -> (period: Period, end: Int)? {
        guard let ordinal = text.ordinal(index) else { return nil }
        let next = text.skippingHyphen(ordinal.end)
        guard let unit = text.unit(next), unit == .century || unit == .millennium, ordinal.value > 0 else { return nil }
        let grain: Grain = unit == .century ? .century : .millennium
        if text.era(next + 1) == .before { return (Period(grain, -ordinal.value), next + 2) }
        return (Period(grain, ordinal.value - 1), next + 1)
    }

    /// `44 BC`, `AD 70`, `500 A.D.`; year 0 of the calendar is 1 BC.
    private static func era(_ index: Int, _ text: DateText) -> (period: Period, end: Int)? {
        if let era = text.era(index + 1), let year = text.digits(index), year.value > 0, year.count <= 5 {
            return (.year(era == .before ? 1 - year.value : year.value), index + 2)
        }
        guard text.era(index) == .after, let year = text.digits(index + 1), year.value > 0, year.count <= 4 else { return nil }
        return (.year(year.value), index + 2)
    }

    /// `fiscal 1990`, `fiscal year 2012`; `FY2012` and `FY26` keep their names.
    private static func fiscal(_ index: Int, _ text: DateText) -> (meaning: Meaning, end: Int)? {
        if text.role(index) == .fiscal {
            return text.year(text.unit(index + 1) == .year ? index + 2 : index + 1).map { (.fiscal(.year($0.year)), $0.end) }
        }
        let bytes = text.bytes(index)
        guard bytes.count >= 2, bytes[0] == UInt8(ascii: "F"), bytes[1] == UInt8(ascii: "Y") else { return nil }
        if bytes.count == 2 { return text.year(index + 1).map { (.bookYear($0.year), $0.end) } }
        guard let value = DateText.decimal(bytes.dropFirst(2)), bytes.count == 4 || bytes.count == 6 else { return nil }
        return (.bookYear(bytes.count == 4 ? DateText.fullYear(value) : value), index + 1)
    }

    /// `in '96`.
    private static func apostropheYear(_ index: Int, _ text: DateText) -> DateMatch? {
        guard text.isApostrophe(index), text.role(index - 1)?.isPreposition == true, let year = text.year(index) else { return nil }
        return DateMatch(index..<year.end, .period(.year(year.year)))
    }

    /// Whether a number of four digits is a year, by its neighbours.
    static func isYear(_ index: Int, _ year: Int, _ text: DateText) -> Bool {
        guard isFree(index, text), !isCounting(index, text) else { return false }
        if (1700..<2100).contains(year) { return true }
        return text.role(index - 1)?.isPreposition == true || text.isByte("(", at: index - 1)
    }

    /// Whether nothing before the number says that it is an amount, a part of a code, or a name's.
    private static func isFree(_ index: Int, _ text: DateText) -> Bool {
        guard let before = text.token(index - 1) else { return true }
        if text.isGlued(index) {
            if text.isDash(index - 1) || text.isByte("/", at: index - 1) { return isPartFree(index - 2, text) }
            return text.isByte("(", at: index - 1) || text.isByte("[", at: index - 1) || before.kind == .punctuation && !isSign(index - 1, text)
        }
        if before.classes.contains(.number) || before.classes.contains(.currency) || isSign(index - 1, text) { return false }
        if text.value(.abbreviation, at: index - 1) == "number", !before.classes.intersects(.dates) { return false }
        let isNamed = before.shape.isCapitalized && before.kind == .word && index - 1 > text.sentence.lowerBound
        return !isNamed || before.classes.intersects(.dates)
    }

    /// Before a dash: words as in `post-1990`, and years as in `1996-2001`.
    private static func isPartFree(_ index: Int, _ text: DateText) -> Bool {
        text.token(index).map { $0.kind == .word || $0.kind == .abbreviation } ?? true || text.fourDigitYear(index) != nil
    }

    private static func isSign(_ index: Int, _ text: DateText) -> Bool {
        text.isByte("$", at: index) || text.isByte("#", at: index) || text.token(index)?.kind == .symbol
            || text.bytes(index).first.map { $0 >= 0xC2 } == true
                && text.has(.currency, at: index)
    }

    /// Whether what follows is counted or measured with the number.
    private static func isCounting(_ index: Int, _ text: DateText) -> Bool {
        if text.isGlued(index + 1), text.token(index + 1)?.kind == .word { return true }
        if text.role(index + 1) == .counted || text.has(.timeZone, at: index + 1) || text.has(.multiplier, at: index + 1) { return true }
        if let unit = text.unit(index + 1) { return unit != .quarter && text.isPlural(index + 1) }
        return text.isByte("%", at: index + 1) || text.isByte(":", at: index + 1) && text.isGlued(index + 1) && text.isGlued(index + 2)
    }
}
