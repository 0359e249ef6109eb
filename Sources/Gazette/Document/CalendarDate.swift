/// A day of the proleptic Gregorian calendar; year 0 is 1 BC.
public struct CalendarDate: Sendable, Hashable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else { return nil }
        self.init(unchecked: year, month, day)
    }

    init(unchecked year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// How many days a month has, 28 to 31.
    public static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: return isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// Days since 1970-01-01 (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    public var dayNumber: Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    public init(dayNumber: Int) {
        let z = dayNumber + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        self.init(unchecked: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// ISO 8601: 1 is Monday, 7 is Sunday.
    public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

    public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

    /// The same day of a later or earlier month, or that month's last day.
    public func adding(months: Int) -> CalendarDate {
        let index = year * 12 + month - 1 + months
        let target = (year: index >= 0 ? index / 12 : (index - 11) / 12, month: ((index % 12) + 12) % 12 + 1)
        return CalendarDate(unchecked: target.year, target.month, min(day, Self.days(in: target.month, of: target.year)))
    }

    /// The ISO 8601 week that the day lies in.
    public var isoWeek: (year: Int, week: Int) {
        let thursday = adding(days: 4 - weekday)
        let first = CalendarDate(unchecked: thursday.year, 1, 1)
        return (thursday.year, (thursday.dayNumber - first.dayNumber) / 7 + 1)
    }
}

extension CalendarDate: Comparable {
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDate: CustomStringConvertible {
    /// `2024-01-03`; years before 1 carry a sign as in ISO 8601.
    public var description: String {
        guard (0..<10_000).contains(year) else {
            return (year < 0 ? "-" : "") + padded(abs(year), 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
        }
        return start(10)
    }

    /// The first characters of the text of a date from year 0 to 9999: 4 are the year, 7 the month.
    func start(_ length: Int) -> String {
        func digit(_ number: Int) -> UInt8 { UInt8(48 + number % 10) }
        let dash = UInt8(ascii: "-")
        let bytes = (
            digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), dash, digit(month / 10), digit(month), dash,
            digit(day / 10), digit(day)
        )
        // In place: an array would ask for storage.
        return withUnsafeBytes(of: bytes) { String(decoding: UnsafeRawBufferPointer(rebasing: $0.prefix(length)), as: UTF8.self) }
    }

    /// Reads the date at the start of an ISO 8601 date or date and time.
    public init?(iso8601 text: String) {
        let head = Array(text.utf8.prefix(10))
        guard head.count == 10, head[4] == UInt8(ascii: "-"), head[7] == UInt8(ascii: "-"),
            text.utf8.count == 10 || [UInt8(ascii: "T"), UInt8(ascii: " ")].contains(Array(text.utf8)[10])
        else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            head[range].reduce(0 as Int?) { sum, byte in
                sum.flatMap { byte.isDigit ? $0 * 10 + Int(byte - 48) : nil }
            }
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

/// A time of day.
public enum TimeOfDay {
    /// The seconds since midnight of an ISO 8601 date and time; nil without a time.
    public static func seconds(iso8601 text: String) -> Int? {
        let clock = text.utf8.dropFirst(11).prefix(8).map { Int($0) - 48 }
        guard clock.count >= 5, [0, 1, 3, 4].allSatisfy({ (0...9).contains(clock[$0]) }), clock[2] == 10 else { return nil }
        let hasSeconds = clock.count == 8 && clock[5] == 10 && (0...9).contains(clock[6]) && (0...9).contains(clock[7])
        let (hour, minute, second) = (clock[0] * 10 + clock[1], clock[3] * 10 + clock[4], hasSeconds ? clock[6] * 10 + clock[7] : 0)
        return hour < 24 && minute < 60 && second < 60 ? hour * 3600 + minute * 60 + second : nil
    }
}

/// The number in decimal with leading zeros up to the width.
func padded(_ number: Int, _ width: Int) -> String {
    if width == 2, twoDigits.indices.contains(number) { return twoDigits[number] }
    let digits = String(number)
    let missing = width - digits.utf8.count
    return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
}

/// `00` to `99`: what dates are mostly made of.
private let twoDigits = (0..<100).map { ($0 < 10 ? "0" : "") + String($0) }
