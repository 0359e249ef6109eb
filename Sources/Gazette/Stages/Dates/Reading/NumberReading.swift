/// A number read from tokens: whole and thousandths, or an unknown plurality (`several`).
struct UnitCount: Sendable, Hashable {
    /// Nil for `several`, `a few`, and for a bare plural.
    var whole: Int?
    var thousandths = 0

    static let some = UnitCount(whole: nil)
    static let one = UnitCount(whole: 1)
}

/// Numbers inside dates and durations, in digits and words.
extension DateText {
    /// A number in digits without separators or sign: value and how many digits it has.
    func digits(_ index: Int) -> (value: Int, count: Int)? {
        guard startsWithDigit(index) else { return nil }
        let bytes = bytes(index)
        guard bytes.count <= 8, let value = Self.decimal(bytes) else { return nil }
        return (value, bytes.count)
    }

    static func decimal(_ bytes: some Collection<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 12 else { return nil }
        var value = 0
        for byte in bytes {
            guard byte.isDigit else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }

    /// A cardinal: `15`, `1,000`, `2.5`, `2 1/2`, `2½`, `twenty-five`, `a hundred`, `two and a half`, `10 million`.
    func cardinal(_ index: Int) -> (amount: UnitCount, end: Int)? {
        guard mayBeCardinal(index) else { return nil }
        if let known = memo.pointee.knownCardinal(at: index) { return known }
        let read = readCardinal(index)
        memo.pointee.keep(read, at: index)
        return read
    }

    /// Whether a token may begin a cardinal: a digit, a word for a number, an article before one.
    private func mayBeCardinal(_ index: Int) -> Bool {
        guard let token = token(index) else { return false }
        return token.classes.intersects(Self.cardinals) || startsWithDigit(index) || has(.multiplier, at: index + 1) && role(index) == .a
    }

    private static let cardinals = WordClasses([.number, .multiplier])

    private func readCardinal(_ index: Int) -> (amount: UnitCount, end: Int)? {
        guard var read = digitCardinal(index) ?? wordCardinal(index) else { return nil }
        while let scale = multiplier(read.end), let whole = read.amount.whole {
            let (product, overflow) = whole.multipliedReportingOverflow(by: scale)
            guard !overflow, product < Self.limit else { return nil }
            read = (UnitCount(whole: product + read.amount.thousandths * scale / 1000), read.end + 1)
        }
        return withFraction(read)
    }

    private func multiplier(_ index: Int) -> Int? { has(.multiplier, at: index) ? value(.multiplier, at: index).flatMap { Int($0) } : nil }

    /// `2 1/2`, `two and a half`, `2½`.
    private func withFraction(_ read: (amount: UnitCount, end: Int)) -> (amount: UnitCount, end: Int) {
        var (amount, end) = read
        if amount.thousandths != 0 { return read }
        if let upper = digits(end), isByte("/", at: end + 1), let lower = digits(end + 2), upper.value < lower.value, lower.value < 100 {
            amount.thousandths = upper.value * 1000 / lower.value
            end += 3
        } else if isHalfSign(end) {
            amount.thousandths = 500
            end += 1
        } else if let after = half(end) {
            amount.thousandths = 500
            end = after
        }
        return (amount, end)
    }

    /// The end of `and a half`, with hyphens or without.
    func half(_ index: Int) -> Int? {
        let and = skippingHyphen(index)
        guard role(and) == .and else { return nil }
        let article = skippingHyphen(and + 1)
        guard role(article) == .a, role(skippingHyphen(article + 1)) == .half else { return nil }
        return skippingHyphen(article + 1) + 1
    }

    /// `15`, `1,000`, `2.5`.
    private func digitCardinal(_ index: Int) -> (amount: UnitCount, end: Int)? {
        let bytes = bytes(index)
        guard let first = bytes.first, first.isDigit, bytes.count <= 12 else { return nil }
        var (whole, thousandths, scale) = (0, 0, 0)
        for byte in bytes {
            if byte == UInt8(ascii: ",") { continue }
            if byte == UInt8(ascii: "."), scale == 0 {
                scale = 1000
                continue
            }
            guard byte.isDigit else { return nil }
            if scale == 0 {
                whole = whole * 10 + Int(byte - 48)
            } else {
                scale /= 10
                thousandths += Int(byte - 48) * scale
            }
        }
        return (UnitCount(whole: whole, thousandths: thousandths), index + 1)
    }

    /// `twenty-five`, `a hundred and ten`, `two thousand`.
    private func wordCardinal(_ index: Int) -> (amount: UnitCount, end: Int)? {
        var (total, current, end) = (0, 0, index)
        if role(end) == .a, multiplier(end + 1) != nil { (current, end) = (1, end + 1) }
        var last = 0
        while end < index + Self.longest, let next = numberWord(after: end, isFirst: end == index, last: last) {
            if let scale = next.scale {
                guard let product = Self.scaled(&current, &total, scale) else { return nil }
                last = product
            } else {
                current += next.value
                last = next.value
            }
            end = next.end
        }
        return end > index && last > 0 ? (UnitCount(whole: total + current), end) : nil
    }

    /// Multiplies what has been read so far; nil where it grows beyond a million millions.
    private static func scaled(_ current: inout Int, _ total: inout Int, _ scale: Int) -> Int? {
        let (product, overflow) = max(1, current).multipliedReportingOverflow(by: scale)
        guard !overflow, product < limit else { return nil }
        if scale <= 100 { current = product } else { (total, current) = (total + product, 0) }
        return total + current < limit ? scale : nil
    }

    /// How many tokens a spelled number has at most.
    private static let longest = 24

    /// What numbers in dates stay below, so that arithmetic on them cannot overflow.
    private static let limit = 1_000_000_000_000

    /// The next word of a spelled number: units only after tens, anything after a multiplier.
    private func numberWord(after end: Int, isFirst: Bool, last: Int) -> (value: Int, scale: Int?, end: Int)? {
        var index = isFirst ? end : skippingHyphen(end)
        if !isFirst, last >= 100, role(index) == .and, has(.number, at: index + 1) { index += 1 }
        if let scale = multiplier(index) { return isFirst && last == 0 && isPlural(index) ? nil : (0, scale, index + 1) }
        guard let value = numberWord(index) else { return nil }
        let fits = last == 0 || last >= 100 || last >= 20 && last < 100 && last % 10 == 0 && value < 10
        return fits ? (value, nil, index + 1) : nil
    }

    /// An ordinal: `3rd`, `third`, `twenty-first`, and in the older American way `22d`.
    func ordinal(_ index: Int) -> (value: Int, end: Int)? {
        if let value = ordinalWord(index) { return (value, index + 1) }
        if isTens(index), let tens = numberWord(index) {
            let next = skippingHyphen(index + 1)
            if let unit = ordinalWord(next), unit < 10 { return (tens + unit, next + 1) }
        }
        let bytes = bytes(index)
        guard bytes.count > 1, bytes.count < 6 else { return nil }
        if bytes[bytes.count - 1] == UInt8(ascii: "d"), let value = Self.decimal(bytes.dropLast()), value % 10 == 2 || value % 10 == 3 {
            return (value, index + 1)
        }
        guard bytes.count > 2, let value = Self.decimal(bytes.dropLast(2)) else { return nil }
        return Self.isOrdinalEnd(bytes[bytes.count - 2] | 0x20, bytes[bytes.count - 1] | 0x20) ? (value, index + 1) : nil
    }

    /// Whether a token is a word for tens, which an ordinal may begin with.
    func isTens(_ index: Int) -> Bool { facts(at: index).isTens }

    /// Whether two small letters are `st`, `nd`, `rd` or `th`.
    private static func isOrdinalEnd(_ first: UInt8, _ last: UInt8) -> Bool {
        switch (first, last) {
        case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")), (UInt8(ascii: "r"), UInt8(ascii: "d")),
            (UInt8(ascii: "t"), UInt8(ascii: "h")):
            return true
        default: return false
        }
    }

    /// How many of a unit: a cardinal, `a`, `several`, `a few`, `a couple of`, `half a`, `dozens of`.
    func amount(_ index: Int) -> (amount: UnitCount, end: Int)? {
        guard mayBeAmount(index) else { return nil }
        if let part = partOfUnit(index) { return part }
        if role(index) != .couple, let read = cardinal(index) {
            let end = skippingExtra(read.end)
            return (read.amount, end)
        }
        switch role(index) {
        case .a: return amountAfterArticle(index + 1)
        case .several: return (.some, skippingExtra(skippingOf(index + 1)))
        case .couple: return (UnitCount(whole: 2), skippingExtra(skippingOf(index + 1)))
        case .half: return role(index + 1) == .a ? (UnitCount(whole: 0, thousandths: 500), index + 2) : nil
        default:
            guard multiplier(index) != nil, isPlural(index), role(index + 1) == .of else { return nil }
            return (.some, index + 2)
        }
    }

    /// Whether a token may begin an amount.
    func mayBeAmount(_ index: Int) -> Bool {
        switch role(index) {
        case .a, .several, .couple, .half: return true
        default: return mayBeCardinal(index) || isHalfSign(index)
        }
    }

    /// Whether a token is `½`.
    private func isHalfSign(_ index: Int) -> Bool {
        let bytes = bytes(index)
        return bytes.count == 2 && bytes[0] == 0xC2 && bytes[1] == 0xBD
    }

    /// `3/4` before a unit, `½`, a `quarter of an`, `three-quarters of an`.
    private func partOfUnit(_ index: Int) -> (amount: UnitCount, end: Int)? {
        if isHalfSign(index) { return (UnitCount(whole: 0, thousandths: 500), index + 1) }
        if let upper = digits(index), isByte("/", at: index + 1), isGlued(index + 1), isGlued(index + 2), let lower = digits(index + 2),
            upper.value < lower.value, lower.value <= 8, unit(index + 3)?.isClock == true
        {
            return (UnitCount(whole: 0, thousandths: upper.value * 1000 / lower.value), index + 3)
        }
        let start = role(index) == .a ? index + 1 : index
        let count = numberWord(start).flatMap { (2...3).contains($0) ? $0 : nil }
        let quarter = count == nil ? start : skippingHyphen(start + 1)
        guard unit(quarter) == .quarter, role(quarter + 1) == .of, role(quarter + 2) == .a, unit(quarter + 3)?.isClock == true else { return nil }
        return (UnitCount(whole: 0, thousandths: 250 * (count ?? 1)), quarter + 3)
    }

    private func amountAfterArticle(_ index: Int) -> (amount: UnitCount, end: Int) {
        switch role(index) {
        case .several: return (.some, skippingExtra(index + 1))
        case .couple: return (UnitCount(whole: 2), skippingExtra(skippingOf(index + 1)))
        case .half: return (UnitCount(whole: 0, thousandths: 500), skippingHyphen(index + 1))
        case .extra: return amount(index + 1) ?? (.one, skippingExtra(index))
        default: return (.one, index)
        }
    }

    private func skippingOf(_ index: Int) -> Int { role(index) == .of ? index + 1 : index }

    private func skippingExtra(_ index: Int) -> Int { role(index) == .extra ? index + 1 : index }
}
