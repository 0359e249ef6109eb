/// A unit of time; the values of the `time-unit` class.
enum TimeUnit: String, Sendable, CaseIterable {
    case second = "S", minute = "MIN", hour = "H", day = "D", week = "W", month = "M", quarter = "Q", year = "Y"
    case decade = "DE", century = "CE", millennium = "MI", fortnight = "FN", weekend = "WE"

    /// Whether ISO 8601 writes it after the `T`.
    var isClock: Bool { self == .second || self == .minute || self == .hour }

    /// What a stretch of one unit is on the calendar; nil below a day.
    var grain: Grain? {
        switch self {
        case .second, .minute, .hour: return nil
        case .day: return .day
        case .week, .fortnight: return .week
        case .weekend: return .weekend
        case .month: return .month
        case .quarter: return .quarter
        case .year: return .year
        case .decade: return .decade
        case .century: return .century
        case .millennium: return .millennium
        }
    }

    /// Its code in the lexicon.
    var code: Int {
        switch self {
        case .second: return 1
        case .minute: return 2
        case .hour: return 3
        case .day: return 4
        case .week: return 5
        case .month: return 6
        case .quarter: return 7
        case .year: return 8
        case .decade: return 9
        case .century: return 10
        case .millennium: return 11
        case .fortnight: return 12
        case .weekend: return 13
        }
    }

    /// How many grains one unit is.
    var grains: Int { self == .fortnight ? 2 : 1 }
}

/// The values of the `season` class, as TIMEX3 writes them.
enum Season: String, Sendable, CaseIterable {
    case spring = "SP", summer = "SU", autumn = "FA", winter = "WI"

    var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The values of the `day-part` class, as TIMEX3 writes them.
enum DayPart: String, Sendable, CaseIterable {
    case morning = "MO", midday = "MI", afternoon = "AF", evening = "EV", night = "NI", daytime = "DT"

    /// Whether the twelve-hour clock is past noon in it.
    var isAfterNoon: Bool { self == .afternoon || self == .evening || self == .night }
}

extension TimeUnit: CodedValue { static let byCode = allCases }
extension Season: CodedValue { static let byCode = allCases }
extension DayPart: CodedValue { static let byCode = allCases }
