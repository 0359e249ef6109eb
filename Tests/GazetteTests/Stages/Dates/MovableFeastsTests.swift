import Testing

@testable import Gazette

@Suite struct MovableFeastsTests {
    @Test(arguments: [(1998, "1998-04-12"), (2000, "2000-04-23"), (2024, "2024-03-31"), (2025, "2025-04-20")])
    func westernEaster(year: Int, day: String) { #expect(Easter.western(year).description == day) }

    @Test(arguments: [(2021, "2021-05-02"), (2023, "2023-04-16"), (2024, "2024-05-05")])
    func orthodoxEaster(year: Int, day: String) { #expect(Easter.orthodox(year).description == day) }

    @Test(arguments: [(2000, "2000-02-05"), (2012, "2012-01-23"), (2023, "2023-01-22"), (2024, "2024-02-10")])
    func chineseNewYear(year: Int, day: String) { #expect(MoonFeast.chinese.day(in: year)?.description == day) }

    /// Four of these new moons come by day, so that the feast is on the evening before.
    @Test(arguments: [(2012, "2012-11-13"), (2019, "2019-10-27"), (2020, "2020-11-14"), (2022, "2022-10-24"), (2023, "2023-11-12")])
    func diwali(year: Int, day: String) { #expect(MoonFeast.diwali.day(in: year)?.description == day) }

    /// Arithmetic months may differ by a day from sighted ones.
    @Test(arguments: [(2022, 10, 1, "2022-05-02"), (2024, 10, 1, "2024-04-10"), (2024, 12, 10, "2024-06-16")])
    func islamicFeasts(year: Int, month: Int, day: Int, expected: String) throws {
        let found = try #require(IslamicCalendar.day(month: month, day: day, inGregorian: year))
        let wanted = try #require(CalendarDate(iso8601: expected))
        #expect(abs(found.dayNumber - wanted.dayNumber) <= 1)
    }
}
