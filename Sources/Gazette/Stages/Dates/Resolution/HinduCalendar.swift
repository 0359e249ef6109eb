/// The lunisolar calendar of India: months that end with the new moon, each of thirty lunar days (tithi).
///
/// A tithi is a twelfth part of a sign that the moon gains on the sun. A month is named for the sign into which the sun goes in it, with the signs
/// counted from Lahiri's equinox; one in which it goes into none is a leap month and has no feasts (Reingold & Dershowitz, "Calendrical Calculations",
/// ch. 20, with true positions).
enum HinduCalendar {
    /// The day in India by a certain hour of which a month's tithi has come: 6 for sunrise, 18 for sunset. Months count from Chaitra, tithis from the
    /// new moon to 30, the next one; 15 is the full moon.
    static func day(month: Int, tithi: Int, hour: Int, inGregorian year: Int) -> CalendarDate? {
        guard (1800...2200).contains(year) else { return nil }
        let first = NewMoon.lunation(before: Double(CalendarDate(unchecked: year, 1, 1).dayNumber)) - 1
        for lunation in first..<first + 15 {
            let (start, end) = (NewMoon.instant(lunation), NewMoon.instant(lunation + 1))
            guard Sky.sign(start) != Sky.sign(end), (Sky.sign(start) + 1) % 12 + 1 == month else { continue }
            let date = CalendarDate(dayNumber: day(of: tithi, from: start, hour))
            if date.year == year { return date }
        }
        return nil
    }

    /// How far India's clock is ahead of UTC, in days.
    private static let zone = 5.5 / 24

    private static func day(of tithi: Int, from start: Double, _ hour: Int) -> Int {
        let offset = Double(hour) / 24 - zone
        var day = Int((start - offset).rounded(.up))
        while day < Int(start) + 32, Sky.gain(Double(day) + offset, since: start) < Double(tithi - 1) * 12 { day += 1 }
        return day
    }
}

/// Conjunctions of moon and sun.
enum NewMoon {
    private static let month = 29.530588861
    /// The mean new moon of January 2000, in days since 1970.
    private static let epoch = 10_962.59766

    /// The number of the last lunation that begins before a day, counted from January 2000.
    static func lunation(before day: Double) -> Int { Int(((day - epoch) / month).rounded(.down)) - 1 }

    /// The instant at which a lunation begins, in days since 1970.
    static func instant(_ lunation: Int) -> Double {
        var instant = epoch + month * Double(lunation)
        for _ in 0..<6 { instant -= Sky.wrapped(Sky.elongation(instant)) / 12.190749 }
        return instant
    }
}

/// Where sun and moon stand, in degrees along the ecliptic, to about a tenth of one (Meeus, "Astronomical Algorithms", ch. 25 and 47, greatest terms).
/// Instants are days since 1970.
enum Sky {
    private static func centuries(_ instant: Double) -> Double { (instant - 10_957.5) / 36_525 }

    static func sun(_ instant: Double) -> Double {
        let t = centuries(instant)
        let anomaly = 357.5291 + 35_999.0503 * t
        return 280.4665 + 36_000.7698 * t + 1.9146 * sine(anomaly) + 0.0200 * sine(2 * anomaly)
    }

    static func moon(_ instant: Double) -> Double {
        let t = centuries(instant)
        let (d, m) = (297.8502 + 445_267.1115 * t, 357.5291 + 35_999.0503 * t)
        let (n, f) = (134.9634 + 477_198.8676 * t, 93.2721 + 483_202.0175 * t)
        let great = 6.289 * sine(n) + 1.274 * sine(2 * d - n) + 0.658 * sine(2 * d) + 0.214 * sine(2 * n) - 0.185 * sine(m) - 0.114 * sine(2 * f)
        let middle = 0.059 * sine(2 * d - 2 * n) + 0.057 * sine(2 * d - m - n) + 0.053 * sine(2 * d + n) + 0.046 * sine(2 * d - m)
        let small = -0.041 * sine(m - n) - 0.035 * sine(d) - 0.030 * sine(m + n)
        return 218.3165 + 481_267.8813 * t + great + middle + small
    }

    static func elongation(_ instant: Double) -> Double { moon(instant) - sun(instant) }

    /// What the moon has gained on the sun since a new moon less than two months ago: 0 to 360 and on.
    static func gain(_ instant: Double, since newMoon: Double) -> Double {
        let mean = (instant - newMoon) * 12.190749
        return mean + wrapped(elongation(instant) - mean)
    }

    /// The sidereal sign of the sun, 0 for Aries.
    static func sign(_ instant: Double) -> Int {
        let degrees = sun(instant) - (23.85306 + 1.39698 * centuries(instant))
        return Int((degrees - 360 * (degrees / 360).rounded(.down)) / 30) % 12
    }

    /// An angle between −180 and 180.
    static func wrapped(_ degrees: Double) -> Double { degrees - 360 * (degrees / 360).rounded() }

    /// The sine of an angle in degrees by its Taylor series; good to 1e-8, and independent of any C library.
    private static func sine(_ degrees: Double) -> Double {
        let x = wrapped(degrees) * .pi / 180
        var (term, sum) = (x, x)
        for n in stride(from: 2.0, through: 22.0, by: 2.0) {
            term *= -x * x / (n * (n + 1))
            sum += term
        }
        return sum
    }
}
