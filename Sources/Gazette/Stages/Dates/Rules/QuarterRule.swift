/// Quarters and halves of years: `the third quarter of 1989`, `third-quarter`, `the fiscal first quarter`, `the 1988 second quarter`, `Q3 2012`,
/// `2012 Q3`, `the first half of 2023`, `the last half of 2023`, `H1`, `the January–March quarter`. Not halves of years: `the first half` of a match.
enum QuarterRule: DateRule {
    static let name: StaticName = "quarter"
    static let opening = DateOpening([.ordinal, .month], roles: [.the, .fiscal, .last], digits: true, tens: true)
    static let behindArticle = DateOpening([.ordinal, .month], roles: [.fiscal, .last], digits: true, tens: true)

    static func isPossible(_ signs: DateSigns) -> Bool {
        if signs.shows(.quarterCode) { return true }
        let hasQuarter = signs.has(unit: .quarter)
        return (hasQuarter || signs.has(.half)) && (signs.has(.ordinal) || signs.shows(.lettered) || signs.has(.last))
            || (hasQuarter || signs.has(.period)) && signs.has(.month)
    }

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        var start = text.role(index) == .the ? index + 1 : index
        let year = text.fourDigitYear(start)
        if year != nil { start += 1 }
        let isFiscal = text.role(start) == .fiscal
        if isFiscal { start += 1 }
        let code = text.skippingHyphen(start)
        guard let read = written(start, text) ?? coded(code, text, isSure: year != nil) ?? months(start, text) else { return wholeCode(start, text) }
        if let year { return DateMatch(index..<read.end, .within(read.recurring, .period(.year(year)))) }
        if let inner = yearAfter(read.end, text) { return DateMatch(index..<inner.end, .within(read.recurring, inner.meaning)) }
        if case .half = read.recurring, !isFiscal { return nil }
        let isAdjective = text.isHyphen(read.end - 2)
        return DateMatch((isAdjective ? start : index)..<read.end, .recurring(read.recurring, .byTense))
    }

    /// `third quarter`, `second-quarter`, `first half`.
    private static func written(_ index: Int, _ text: DateText) -> (recurring: Recurring, end: Int)? {
        if text.role(index) == .last, text.role(index + 1) == .half { return (.half(2), index + 2) }
        guard let ordinal = text.ordinal(index) else { return nil }
        var next = text.skippingHyphen(ordinal.end)
        if text.role(next) == .fiscal { next += 1 }
        if text.unit(next) == .quarter, (1...4).contains(ordinal.value) { return (.quarter(ordinal.value), next + 1) }
        return text.role(next) == .half && (1...2).contains(ordinal.value) ? (.half(ordinal.value), next + 1) : nil
    }

    /// `January–March quarter`.
    private static func months(_ index: Int, _ text: DateText) -> (recurring: Recurring, end: Int)? {
        guard let first = text.month(index), text.isDash(index + 1) || text.role(index + 1) == .to, let last = text.month(index + 2),
            last == first + 2,
            first % 3 == 1, text.unit(index + 3) == .quarter || text.role(index + 3) == .period, !text.isPlural(index + 3)
        else { return nil }
        return (.quarter(first / 3 + 1), index + 4)
    }

    /// `Q3`, `3Q`, `H1`.
    private static func coded(_ index: Int, _ text: DateText, isSure: Bool = false) -> (recurring: Recurring, end: Int)? {
        let bytes = text.bytes(index)
        guard bytes.count == 2, bytes[0].isDigit != bytes[1].isDigit else { return nil }
        let (letter, digit) = bytes[0].isDigit ? (bytes[1], bytes[0]) : (bytes[0], bytes[1])
        let number = Int(digit) - 48
        switch letter & 0xDF {
        case UInt8(ascii: "Q") where (1...4).contains(number): break
        case UInt8(ascii: "H") where (1...2).contains(number) && bytes[0] == letter: break
        default: return nil
        }
        guard letter < 0x60 || isSure || yearAfter(index + 1, text) != nil else { return nil }
        return (letter & 0xDF == UInt8(ascii: "Q") ? .quarter(number) : .half(number), index + 1)
    }

    /// One word: `2018Q4`, `18q4`.
    private static func wholeCode(_ index: Int, _ text: DateText) -> DateMatch? {
        let bytes = text.bytes(index)
        guard bytes.count == 4 || bytes.count == 6, bytes[bytes.count - 2] | 0x20 == UInt8(ascii: "q"),
            (0x31...0x34).contains(bytes[bytes.count - 1]),
            let year = DateText.decimal(bytes.dropLast(2))
        else { return nil }
        let full = bytes.count == 4 ? DateText.fullYear(year) : year
        return DateMatch(index..<index + 1, .period(.quarter(full, Int(bytes[bytes.count - 1]) - 48)))
    }

    private static func yearAfter(_ index: Int, _ text: DateText) -> DateMatch? {
        let next = text.role(index) == .of || text.role(index) == .in ? index + 1 : text.skippingHyphen(text.skippingComma(index))
        guard let inner = DateGrammar.point(at: next, in: text), inner.meaning.isYearLike else { return nil }
        return inner
    }
}
