import Foundation
import Testing

@testable import Gazette

@Suite struct CalendarDateTests {
    /// Foundation's proleptic calendar is the reference for day numbers, weekdays and ISO weeks.
    @Test func agreesWithFoundation() throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for number in stride(from: -80_000, through: 80_000, by: 37) {
            let date = CalendarDate(dayNumber: number)
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday, .weekOfYear, .yearForWeekOfYear], from: Date(timeIntervalSince1970: Double(number) * 86_400))
            #expect(date.dayNumber == number)
            if number < -141_427 { continue }
            #expect([date.year, date.month, date.day] == [parts.year, parts.month, parts.day])
            #expect(date.weekday == ((parts.weekday ?? 0) + 5) % 7 + 1)
            #expect(date.isoWeek == (parts.yearForWeekOfYear ?? 0, parts.weekOfYear ?? 0))
        }
    }

    @Test(arguments: [
        ("2024-02-29", true), ("2023-02-29", false), ("2024-13-01", false), ("2024-1-01", false), ("2024-01-03T10:00", true), ("2024-01-03x", false),
    ])
    func reads(text: String, isDate: Bool) { #expect((CalendarDate(iso8601: text) != nil) == isDate) }

    @Test func monthArithmeticStaysInTheMonth() {
        let date = CalendarDate(unchecked: 2024, 1, 31)
        #expect(date.adding(months: 1).description == "2024-02-29")
        #expect(date.adding(months: -2).description == "2023-11-30")
        #expect(date.adding(months: 13).description == "2025-02-28")
    }
}
