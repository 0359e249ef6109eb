import Testing

@testable import Gazette

@Suite struct MovableFeastsTests {
    @Test(arguments: [(1998, "1998-04-12"), (2000, "2000-04-23"), (2024, "2024-03-31"), (2025, "2025-04-20")])
    func westernEaster(year: Int, day: String) { #expect(Easter.western(year).description == day) }

    @Test(arguments: [(2021, "2021-05-02"), (2023, "2023-04-16"), (2024, "2024-05-05")])
    func orthodoxEaster(year: Int, day: String) { #expect(Easter.orthodox(year).description == day) }

    @Test(arguments: [
        ("chinese:1/1", 2000, "2000-02-05"), ("chinese:1/1", 2023, "2023-01-22"), ("chinese:8/15", 2024, "2024-09-17"),
        ("hebrew:1/10", 2023, "2023-09-25"), ("hebrew:8/15~8", 2024, "2024-04-23"), ("hebrew:7/14", 2024, "2024-03-24"),
        ("islamic:10/1", 2024, "2024-04-10"), ("islamic:12/10", 2023, "2023-06-28"), ("islamic:9/1~islamic:10/1", 2022, "2022-04-02"),
        ("hindu:7/30/18", 2012, "2012-11-13"), ("hindu:7/30/18", 2022, "2022-10-24"), ("hindu:7/30/18", 2023, "2023-11-12"),
        ("hindu:12/15/18+1", 2024, "2024-03-25"), ("hindu:6/4/12", 2024, "2024-09-07"), ("hindu:1/9/12", 2024, "2024-04-17"),
        ("nth:11/4/4+1", 2024, "2024-11-29"), ("work:10/16", 2021, "2021-10-15"), ("work:10/16", 2022, "2022-10-17"),
    ])
    func holidaysFallByTheirRules(rule: String, year: Int, day: String) throws {
        #expect(try #require(Holiday(value: rule)).day(in: year)?.description == day)
    }

    @Test(arguments: [("islamic:9/1~islamic:10/1", 2022, 30), ("hebrew:3/25~8", 2024, 8), ("easter:-46~easter:0", 2024, 46), ("12-25", 2024, 1)])
    func holidaysHaveALength(rule: String, year: Int, days: Int) throws {
        let holiday = try #require(Holiday(value: rule))
        #expect(holiday.days(from: try #require(holiday.day(in: year))) == days)
    }

    @Test(arguments: ["", "easter", "moon:full", "1225", "islamic:9", "~8", "nth:1/2"])
    func otherRulesAreNone(rule: String) { #expect(Holiday(value: rule) == nil) }

    @Test(arguments: [-1, 0, 1, 9999, 10_000, 1_000_000])
    func farYearsAreNoDanger(year: Int) throws {
        for rule in ["islamic:9/1", "hebrew:1/10", "chinese:1/1", "hindu:7/30/18", "easter:0", "orthodox:0"] {
            _ = try #require(Holiday(value: rule)).day(in: year)
        }
    }
}
