/// The Sundays of Easter.
enum Easter {
    /// The anonymous Gregorian algorithm (Nature, 1876; Meeus, "Astronomical Algorithms", ch. 8).
    static func western(_ year: Int) -> CalendarDate {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7
        let f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114
        return CalendarDate(unchecked: year, f / 31, f % 31 + 1)
    }

    /// Meeus' Julian algorithm, moved to the Gregorian calendar.
    static func orthodox(_ year: Int) -> CalendarDate {
        let (a, b, c) = (year % 4, year % 7, year % 19)
        let d = (19 * c + 15) % 30
        let e = (2 * a + 4 * b - d + 34) % 7
        let f = d + e + 114
        return CalendarDate(unchecked: year, f / 31, f % 31 + 1).adding(days: year / 100 - year / 400 - 2)
    }
}
