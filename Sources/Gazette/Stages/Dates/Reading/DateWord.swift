/// A value of the `date-word` class, which the lexicon's compiler has checked.
enum DateWord {
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
    case reference(Reference)
    /// `-1D`: so many days from today.
    case days(Int)
    /// `0D-NI`: a part of such a day.
    case part(DayPart, days: Int)
    /// `END-M`: the end of the month that it is now.
    case edge(TemporalExpression.Modifier, Grain)
    /// `T12:00`.
    case hour(Int)

    /// Nil for what names no time by itself: `PERIOD`.
    init?(_ value: UnsafeBufferPointer<UInt8>) {
        guard let first = value.first else { return nil }
        switch (first, value.count) {
        case (UInt8(ascii: "P"), 8): self = .reference(.past)
        case (UInt8(ascii: "P"), 11): self = .reference(.present)
        case (UInt8(ascii: "F"), 10): self = .reference(.future)
        case (UInt8(ascii: "T"), 3...):
            guard let hour = DateText.decimal(value[1..<3]) else { return nil }
            self = .hour(hour)
        default:
            guard let read = Self.edge(value) ?? Self.days(value) else { return nil }
            self = read
        }
    }

    /// `END-M`, `START-Y`.
    private static func edge(_ value: UnsafeBufferPointer<UInt8>) -> DateWord? {
        guard value[0].isLetter, let dash = value.firstIndex(of: UInt8(ascii: "-")),
            let modifier = TemporalExpression.Modifier(rawValue: String(decoding: value[..<dash], as: UTF8.self)),
            let grain = TimeUnit(rawValue: String(decoding: value[(dash + 1)...], as: UTF8.self))?.grain
        else { return nil }
        return .edge(modifier, grain)
    }

    /// `0D`, `-1D`, `+1D`, `0D-NI`.
    private static func days(_ value: UnsafeBufferPointer<UInt8>) -> DateWord? {
        let isSigned = value[0] == UInt8(ascii: "-") || value[0] == UInt8(ascii: "+")
        guard let unit = value.firstIndex(of: UInt8(ascii: "D")), let count = DateText.decimal(value[(isSigned ? 1 : 0)..<unit]) else { return nil }
        let days = value[0] == UInt8(ascii: "-") ? -count : count
        if unit + 1 == value.count { return .days(days) }
        return DayPart(rawValue: String(decoding: value.dropFirst(unit + 2), as: UTF8.self)).map { .part($0, days: days) }
    }
}

/// A value of the `comparator` class, which the lexicon's compiler has checked.
enum DateComparator {
    case about, more, less, atLeast, atMost

    init?(_ value: UnsafeBufferPointer<UInt8>) {
        guard let first = value.first else { return nil }
        switch (first, value.count) {
        case (UInt8(ascii: "~"), _): self = .about
        case (UInt8(ascii: ">"), 1): self = .more
        case (UInt8(ascii: "<"), 1): self = .less
        case (UInt8(ascii: ">"), _): self = .atLeast
        default: self = .atMost
        }
    }

    var modifier: TemporalExpression.Modifier {
        switch self {
        case .about: return .approx
        case .more: return .moreThan
        case .less: return .lessThan
        case .atLeast: return .equalOrMore
        case .atMost: return .equalOrLess
        }
    }
}
