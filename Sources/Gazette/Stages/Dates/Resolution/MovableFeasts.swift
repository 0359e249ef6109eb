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

/// The arithmetical Islamic calendar (civil epoch, leap years 2 5 7 10 13 16 18 21 24 26 29); sighted months differ by a day or two.
enum IslamicCalendar {
    /// The first such day in a Gregorian year; 1 Muharram 1 is 16 July 622, Julian.
    static func day(month: Int, day: Int, inGregorian year: Int) -> CalendarDate? {
        let guess = (year - 622) * 33 / 32
        for candidate in guess - 1...guess + 2 {
            let date = CalendarDate(dayNumber: dayNumber(candidate, month, day))
            if date.year == year { return date }
        }
        return nil
    }

    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        day + (59 * (month - 1) + 1) / 2 + (year - 1) * 354 + floorDivide(3 + 11 * year, 30) - 492_149
    }
}

/// Feasts that a new moon fixes.
enum MoonFeast: String, Sendable, Hashable {
    case chinese, diwali

    /// The Chinese year begins on the day of the new moon between 21 January and 20 February, in China's time. Diwali is the evening in whose course
    /// the moon wanes to nothing: the day of the new moon, or where it comes before sunset (17:30 in India), the day before.
    func day(in year: Int) -> CalendarDate? {
        switch self {
        case .chinese: return NewMoon.first(from: CalendarDate(unchecked: year, 1, 21), hoursEast: 8)
        case .diwali: return NewMoon.first(from: CalendarDate(unchecked: year, 10, 17), hoursEast: 5.5 - 17.5)
        }
    }
}

/// New moons by their mean motion and the greatest periodic terms (Meeus, "Astronomical Algorithms", ch. 49).
enum NewMoon {
    /// The day of the first new moon on or after a day.
    static func first(from day: CalendarDate, hoursEast: Double) -> CalendarDate {
        var lunation = Int((Double(day.dayNumber) - 10_962.1) / 29.530588861) - 1
        while true {
            let date = CalendarDate(dayNumber: Int((instant(lunation) + hoursEast / 24).rounded(.down)))
            if date >= day { return date }
            lunation += 1
        }
    }

    /// Days since 1970 of the lunation-th new moon from January 2000.
    private static func instant(_ lunation: Int) -> Double {
        let k = Double(lunation)
        let sun = radians(2.5534 + 29.10535670 * k)
        let moon = radians(201.5643 + 385.81693528 * k)
        let latitude = radians(160.7108 + 390.67050284 * k)
        let terms = -0.40720 * sine(moon) + 0.17241 * sine(sun) + 0.01608 * sine(2 * moon) + 0.01039 * sine(2 * latitude) + 0.00739 * sine(moon - sun)
        return 10_962.59766 + 29.530588861 * k + terms
    }

    private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }

    /// The sine by its Taylor series after reduction to ±π; good to 1e-8, and independent of any C library.
    private static func sine(_ angle: Double) -> Double {
        let x = angle - (angle / (2 * .pi)).rounded() * 2 * .pi
        var (term, sum) = (x, x)
        for n in stride(from: 2.0, through: 22.0, by: 2.0) {
            term *= -x * x / (n * (n + 1))
            sum += term
        }
        return sum
    }
}
