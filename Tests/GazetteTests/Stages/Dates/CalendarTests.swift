import Testing

@testable import Gazette

/// What the resolution computes, against dates from published calendars.
@Suite struct CalendarTests {
    @Test(arguments: [
        (1961, "1961-04-02"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2019, "2019-04-21"), (2024, "2024-03-31"), (2038, "2038-04-25"),
    ]) func westernEaster(year: Int, expected: String) {
        #expect(Easter.western(year).description == expected)
    }

    @Test(arguments: [(2008, "2008-04-27"), (2016, "2016-05-01"), (2024, "2024-05-05"), (2025, "2025-04-20")])
    func orthodoxEaster(year: Int, expected: String) {
        #expect(Easter.orthodox(year).description == expected)
    }

    @Test(arguments: [
        (Period.month(2024, 2), "2024-02", "2024-02-01", "2024-02-29"),
        (Period.quarter(2023, 4), "2023-Q4", "2023-10-01", "2023-12-31"),
        (Period.half(2023, 1), "2023-H1", "2023-01-01", "2023-06-30"),
        (Period.year(1996), "1996", "1996-01-01", "1996-12-31"),
        (Period(.decade, 199), "199X", "1990-01-01", "1999-12-31"),
        (Period(.century, 16), "16XX", "1600-01-01", "1699-12-31"),
        (Period.season(2023, .winter), "2023-WI", "2023-12-01", "2024-02-29"),
    ]) func periods(period: Period, value: String, first: String, last: String) {
        #expect(period.value == value)
        #expect(period.first.description == first)
        #expect(period.last.description == last)
    }

    /// The first days of 2021 belong to the last week of 2020 (ISO 8601).
    @Test func weeksAcrossTheYear() throws {
        let day = try #require(CalendarDate(year: 2021, month: 1, day: 2))
        #expect(Period(.week, containing: day).value == "2020-W53")
        #expect(Period(.weekend, containing: day).value == "2020-W53-WE")
    }

    @Test(arguments: [
        (UnitCount(whole: 2), TimeUnit.week, "P2W"), (UnitCount(whole: 90), .minute, "PT90M"), (.some, .month, "PXM"), (.some, .minute, "PTXM"),
        (.some, .decade, "PXDE"), (UnitCount(whole: 3), .decade, "P30Y"), (UnitCount(whole: 2, thousandths: 500), .year, "P2Y6M"),
        (UnitCount(whole: 0, thousandths: 500), .hour, "PT30M"), (UnitCount(whole: 1), .fortnight, "P2W"),
    ]) func durations(amount: UnitCount, unit: TimeUnit, value: String) {
        #expect(Duration(amount, unit).value == value)
    }
}
