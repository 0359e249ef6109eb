extension Period {
    /// The TIMEX3 value (TimeML 1.2.1 §2.2.2): `1998-02-06`, `1998-W06`, `1998-W06-WE`, `1998-02`, `1998-Q1`, `1998-H1`, `1998-SU`, `1998`,
    /// `199X`, `19XX`, `BC0044`, `BC02XX`.
    var value: String {
        if let length = grain.isoLength, case let first = first, (1..<10_000).contains(first.year) { return first.start(length) }
        switch grain {
        case .day: return first.year > 0 ? first.description : yearValue + "-" + padded(first.month, 2) + "-" + padded(first.day, 2)
        case .week, .weekend:
            let week = CalendarDate(dayNumber: index * 7).isoWeek
            return padded(max(0, week.year), 4) + "-W" + padded(week.week, 2) + (grain == .weekend ? "-WE" : "")
        case .month: return yearValue + "-" + padded(first.month, 2)
        case .quarter: return "\(yearValue)-Q\(index - first.year * 4 + 1)"
        case .season: return "\(padded(max(0, floorDivide(index, 4)), 4))-\(Season.allCases[index - floorDivide(index, 4) * 4].rawValue)"
        case .half: return "\(yearValue)-H\(index - first.year * 2 + 1)"
        case .year: return yearValue
        case .decade: return index > 0 ? padded(index, 3) + "X" : yearValue
        case .century: return index >= 0 ? padded(index, 2) + "XX" : "BC" + padded(-index - 1, 2) + "XX"
        case .millennium: return "\(max(0, index))XXX"
        }
    }

    private var yearValue: String { first.year > 0 ? padded(first.year, 4) : "BC" + padded(1 - first.year, 4) }
}

extension Grain {
    /// How many characters ISO 8601 has for a day, a month and a year.
    fileprivate var isoLength: Int? {
        switch self {
        case .day: return 10
        case .month: return 7
        case .year: return 4
        default: return nil
        }
    }
}
