extension Duration {
    /// The TIMEX3 value: `P2W`, `PT90M`, `P2Y6M`, `PXM`; decades and centuries are counted in years (`P20Y`), a vague number of decades or centuries is `PXDE`, `PXCE`.
    var value: String {
        if others.isEmpty, let simple = Self.simple(first.amount, first.unit) { return simple }
        var (days, clock) = ("", "")
        for part in [first] + others {
            for piece in Self.pieces(part.amount, part.unit) {
                let text = Self.number(piece.amount) + Self.letter(piece.unit)
                if piece.unit.isClock { clock += text } else { days += text }
            }
        }
        return "P" + days + (clock.isEmpty ? "" : "T" + clock)
    }

    /// The value of a whole or unknown number of one unit that ISO 8601 has: `P2W`.
    private static func simple(_ amount: UnitCount, _ unit: TimeUnit) -> String? {
        guard let whole = amount.whole else { return vague(unit) }
        guard amount.thousandths == 0, years(unit) == nil, scale(unit) == 1 else { return nil }
        let letter = letter(unit)
        if (0..<100).contains(whole), letter.utf8.count == 1, let byte = letter.utf8.first { return short(whole, byte, isClock: unit.isClock) }
        return (unit.isClock ? "PT" : "P") + String(whole) + letter
    }

    /// The value of fewer than a hundred of a unit of one letter. It is put together in place, as most lengths are such.
    ///
    /// SAFETY: as many bytes are read as were written.
    private static func short(_ count: Int, _ letter: UInt8, isClock: Bool) -> String {
        var (text, end): (UInt64, UInt64) = (0, 0)
        func add(_ byte: UInt8) {
            text |= UInt64(byte) << (8 * end)
            end += 1
        }
        add(UInt8(ascii: "P"))
        if isClock { add(UInt8(ascii: "T")) }
        if count >= 10 { add(UInt8(48 + count / 10)) }
        add(UInt8(48 + count % 10))
        add(letter)
        return withUnsafeBytes(of: text.littleEndian) { String(decoding: UnsafeRawBufferPointer(rebasing: $0.prefix(Int(end))), as: UTF8.self) }
    }

    private static func vague(_ unit: TimeUnit) -> String {
        switch unit {
        case .decade: return "PXDE"
        case .century: return "PXCE"
        case .millennium: return "PXMI"
        case .quarter: return "PXQ"
        default: return (unit.isClock ? "PTX" : "PX") + letter(unit)
        }
    }

    private static func letter(_ unit: TimeUnit) -> String {
        switch unit {
        case .second: return "S"
        case .minute: return "M"
        case .hour: return "H"
        case .day: return "D"
        case .weekend: return "WE"
        case .week, .fortnight: return "W"
        case .month, .quarter: return "M"
        case .year: return "Y"
        case .decade: return "DE"
        case .century: return "CE"
        case .millennium: return "MI"
        }
    }

    /// In units that ISO 8601 has; halves go down a unit where it divides.
    private static func pieces(_ amount: UnitCount, _ unit: TimeUnit) -> [(amount: UnitCount, unit: TimeUnit)] {
        if amount.whole != nil, let years = years(unit) { return pieces(amount.times(years), .year) }
        let scaled = amount.times(scale(unit))
        guard scaled.thousandths != 0, let lower = lower(unit), scaled.thousandths * lower.count % 1000 == 0 else { return [(scaled, unit)] }
        let rest = (UnitCount(whole: scaled.thousandths * lower.count / 1000), lower.unit)
        return scaled.whole == 0 ? [rest] : [(UnitCount(whole: scaled.whole), unit), rest]
    }

    /// How many years a unit has that ISO 8601 lacks.
    private static func years(_ unit: TimeUnit) -> Int? {
        switch unit {
        case .decade: return 10
        case .century: return 100
        case .millennium: return 1000
        default: return nil
        }
    }

    private static func scale(_ unit: TimeUnit) -> Int {
        switch unit {
        case .fortnight: return 2
        case .quarter: return 3
        default: return 1
        }
    }

    private static func lower(_ unit: TimeUnit) -> (unit: TimeUnit, count: Int)? {
        switch unit {
        case .year: return (.month, 12)
        case .day: return (.hour, 24)
        case .hour: return (.minute, 60)
        case .minute: return (.second, 60)
        default: return nil
        }
    }

    private static func number(_ amount: UnitCount) -> String {
        guard let whole = amount.whole else { return "X" }
        guard amount.thousandths != 0 else { return String(whole) }
        var decimals = padded(amount.thousandths, 3)
        while decimals.last == "0" { decimals.removeLast() }
        return "\(whole).\(decimals)"
    }
}

extension UnitCount {
    func times(_ factor: Int) -> UnitCount {
        guard let whole, whole < 1_000_000_000_000 else { return self }
        let total = (whole * 1000 + thousandths) * factor
        return UnitCount(whole: total / 1000, thousandths: total % 1000)
    }
}

extension Duration {
    /// How many seconds it has, if it is counted in seconds, minutes and hours alone.
    var seconds: Int? {
        guard var total = Self.seconds(first) else { return nil }
        for part in others {
            guard let seconds = Self.seconds(part) else { return nil }
            total += seconds
        }
        return total
    }

    private static func seconds(_ part: Part) -> Int? {
        guard part.unit.isClock, let whole = part.amount.whole, whole < 1_000_000 else { return nil }
        let unit = part.unit == .hour ? 3600 : part.unit == .minute ? 60 : 1
        return whole * unit + part.amount.thousandths * unit / 1000
    }

    /// The days that it covers before or after a day, which itself is left out; those of a clock's units are that day.
    func days(beside day: CalendarDate, isAhead: Bool) -> ClosedRange<CalendarDate>? {
        guard others.isEmpty, let count = first.amount.whole, (1..<10_000).contains(count), first.amount.thousandths == 0 else { return nil }
        guard let grain = first.unit.grain, grain != .weekend else { return first.unit.isClock ? day...day : nil }
        let sign = isAhead ? 1 : -1
        let other: CalendarDate
        switch grain {
        case .day: other = day.adding(days: sign * count)
        case .week: other = day.adding(days: sign * 7 * count * first.unit.grains)
        case .month: other = day.adding(months: sign * count)
        case .quarter:
            let current = Period(.quarter, containing: day)
            return isAhead ? current.shifted(1).first...current.shifted(count).last : current.shifted(-count).first...current.shifted(-1).last
        case .year: other = day.adding(months: sign * 12 * count)
        case .decade: other = day.adding(months: sign * 120 * count)
        default: return nil
        }
        return isAhead ? day.adding(days: 1)...other : other...day.adding(days: -1)
    }
}
