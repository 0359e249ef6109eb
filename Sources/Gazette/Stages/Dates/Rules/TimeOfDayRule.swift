/// Times on the clock: `10:30 a.m. EST`, `9 a.m. Tuesday`, `5 p.m. EST, Nov. 6`, `10 o'clock`, `1400 GMT`, `8pm`, `9.30am`, `noon Thursday`,
/// `midnight`, `4 in the morning`, `Tuesday at 9 a.m.`, `between 3 and 5 p.m.`
enum TimeOfDayRule: DateRule {
    static let name: StaticName = "time-of-day"
    static let opening = DateOpening([.comparator, .weekday, .dateWord, .month, .number], digits: true, phrases: true)

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        if let dayFirst = dayFirst(index, text) { return dayFirst }
        let comparator = text.phrase(.comparator, at: index)
        let start = comparator?.value == "~" ? comparator?.end ?? index : index
        guard let read = range(start, text) ?? clock(start, text).map({ (Meaning.clock($0.time, on: nil), $0.end) }) else { return nil }
        let modifier: TemporalExpression.Modifier? = start > index ? .approx : nil
        guard case .clock(let time, _) = read.0 else { return DateMatch(index..<read.1, read.0, modifier) }
        guard let day = day(after: read.1, text) else { return DateMatch(index..<read.1, read.0, modifier) }
        return DateMatch(index..<day.end, .clock(time, on: day.meaning), modifier)
    }

    /// The day after a time: `Tuesday`, `, Nov. 6`, `on Jan. 3`.
    private static func day(after index: Int, _ text: DateText) -> DateMatch? {
        let comma = text.skippingComma(index)
        let next = text.role(comma) == .on ? comma + 1 : comma
        guard let day = DateGrammar.point(at: next, in: text), day.meaning.isDayLike else { return nil }
        return day
    }

    /// `Tuesday at 9 a.m.`, `Jan. 3, 10:30`.
    private static func dayFirst(_ index: Int, _ text: DateText) -> DateMatch? {
        guard text.has(.weekday, at: index) || text.has(.dateWord, at: index) || text.has(.month, at: index) || text.token(index)?.kind == .number,
            let day = DateGrammar.point(at: index, in: text), day.meaning.isDayLike
        else { return nil }
        let comma = text.skippingComma(day.end)
        let next = text.role(comma) == .at ? comma + 1 : comma
        guard let read = clock(next, text) else { return nil }
        return DateMatch(index..<read.end, .clock(read.time, on: day.meaning))
    }

    /// `3 to 5 p.m.`, `3-5 p.m.`, and after `between`, `3 and 5 p.m.`
    private static func range(_ index: Int, _ text: DateText) -> (Meaning, Int)? {
        guard let first = text.digits(index), first.count <= 2, first.value <= 24 else { return nil }
        let minute = minutes(index + 1, text)
        let link = minute?.end ?? index + 1
        guard text.isDash(link) || text.role(link) == .to || text.role(link) == .and && text.role(index - 1) == .between,
            let last = clock(link + 1, text), last.isMarked
        else { return nil }
        let isLater = last.time.hour > 12 && first.value < 12 && first.value + 12 <= last.time.hour
        let start = ClockTime(hour: isLater ? first.value + 12 : first.value, minute: minute?.value, zone: last.time.zone)
        return (.interval(.clock(start, on: nil), .clock(last.time, on: nil)), last.end)
    }

    // MARK: The clock

    /// A time with what proves it is one; `isMarked` where it has a.m., p.m., a zone or o'clock.
    static func clock(_ index: Int, _ text: DateText) -> (time: ClockTime, end: Int, isMarked: Bool)? {
        if let word = word(index, text) { return zoned(word, text) }
        if let glued = glued(index, text) ?? dotted(index, text) { return zoned(glued, text) }
        guard let hour = text.digits(index), hour.count <= 2, hour.value <= 24 else { return militaryTime(index, text) ?? spelled(index, text) }
        var (time, end) = (ClockTime(hour: hour.value), index + 1)
        if let minute = minutes(end, text) {
            (time.minute, time.second, end) = (minute.value, minute.second, minute.end)
        }
        if let half = halfOfDay(end, text) {
            guard hour.value <= 12 else { return nil }
            time.hour = twentyFour(hour.value, isAfterNoon: half.isAfterNoon)
            return zoned((time, half.end, true), text)
        }
        if text.role(end) == .oclock { return zoned(dayPart((time, end + 1, true), text), text) }
        let plain = dayPart((time, end, false), text)
        if plain.isMarked { return zoned(plain, text) }
        guard time.minute != nil else { return nil }
        return zoned(plain, text)
    }

    /// `:30`, `:30:15`; `.30` of `9.30` stays in ICU's number and is read by `glued`.
    private static func minutes(_ index: Int, _ text: DateText) -> (value: Int, second: Int?, end: Int)? {
        guard text.isByte(":", at: index), text.isGlued(index), text.isGlued(index + 1), let minute = text.digits(index + 1), minute.count == 2,
            minute.value < 60
        else { return nil }
        guard text.isByte(":", at: index + 2), text.isGlued(index + 2), let second = text.digits(index + 3), second.count == 2, second.value < 60
        else {
            return (minute.value, nil, index + 2)
        }
        return (minute.value, second.value, index + 4)
    }

    private static func halfOfDay(_ index: Int, _ text: DateText) -> (isAfterNoon: Bool, end: Int)? {
        switch text.role(index) {
        case .am: return (false, index + 1)
        case .pm: return (true, index + 1)
        default: return nil
        }
    }

    private static func twentyFour(_ hour: Int, isAfterNoon: Bool) -> Int { isAfterNoon ? (hour < 12 ? hour + 12 : 12) : hour % 12 }

    /// `4 in the morning`, `10 at night`.
    private static func dayPart(_ read: (time: ClockTime, end: Int, isMarked: Bool), _ text: DateText) -> (time: ClockTime, end: Int, isMarked: Bool)
    {
        var target = read.end
        if text.role(target) == .in, text.role(target + 1) == .the {
            target += 2
        } else if text.role(target) == .at {
            target += 1
        } else {
            return read
        }
        guard let part = text.part(target), !text.isPlural(target), read.time.hour <= 12 else { return read }
        var time = read.time
        time.hour = twentyFour(time.hour, isAfterNoon: part.isAfterNoon && !(part == .night && time.hour < 5))
        return (time, target + 1, true)
    }

    /// `8pm`, `9:30am` is three tokens, `9.30am`, `10h30`.
    private static func glued(_ index: Int, _ text: DateText) -> (time: ClockTime, end: Int, isMarked: Bool)? {
        let bytes = text.bytes(index).map { $0 | 0x20 }
        guard bytes.count >= 3, bytes.count <= 7, bytes[0] &- 48 < 10, bytes[bytes.count - 1] == UInt8(ascii: "m") else { return nil }
        let isAfterNoon = bytes[bytes.count - 2] == UInt8(ascii: "p")
        guard isAfterNoon || bytes[bytes.count - 2] == UInt8(ascii: "a") else { return nil }
        let parts = text.bytes(index).dropLast(2).split(separator: UInt8(ascii: "."))
        guard let hour = parts.first.flatMap(DateText.decimal), (1...12).contains(hour), parts.count <= 2 else { return nil }
        let minute = parts.count == 2 ? DateText.decimal(parts[1]) : nil
        guard parts.count == 1 || minute.map({ $0 < 60 }) == true else { return nil }
        return (ClockTime(hour: twentyFour(hour, isAfterNoon: isAfterNoon), minute: minute), index + 1, true)
    }

    /// `9.30 a.m.`, which ICU keeps as one number.
    private static func dotted(_ index: Int, _ text: DateText) -> (time: ClockTime, end: Int, isMarked: Bool)? {
        let parts = text.bytes(index).split(separator: UInt8(ascii: "."))
        guard parts.count == 2, parts[1].count == 2, let hour = DateText.decimal(parts[0]), let minute = DateText.decimal(parts[1]),
            (1...12).contains(hour),
            minute < 60, let half = halfOfDay(index + 1, text)
        else { return nil }
        return (ClockTime(hour: twentyFour(hour, isAfterNoon: half.isAfterNoon), minute: minute), half.end, true)
    }

    /// `1400 GMT`, `0735 GMT`.
    private static func militaryTime(_ index: Int, _ text: DateText) -> (time: ClockTime, end: Int, isMarked: Bool)? {
        guard let read = text.digits(index), read.count == 4, read.value % 100 < 60, read.value <= 2400, text.phrase(.timeZone, at: index + 1) != nil
        else { return nil }
        return zoned((ClockTime(hour: read.value / 100, minute: read.value % 100), index + 1, true), text)
    }

    /// `ten o'clock`, `five p.m.`, `four in the morning`.
    private static func spelled(_ index: Int, _ text: DateText) -> (time: ClockTime, end: Int, isMarked: Bool)? {
        guard let hour = text.numberWord(index), (1...12).contains(hour) else { return nil }
        if let half = halfOfDay(index + 1, text), text.token(index + 1)?.kind == .abbreviation {
            return zoned((ClockTime(hour: twentyFour(hour, isAfterNoon: half.isAfterNoon)), half.end, true), text)
        }
        if text.role(index + 1) == .oclock { return zoned(dayPart((ClockTime(hour: hour), index + 2, true), text), text) }
        let read = dayPart((ClockTime(hour: hour), index + 1, false), text)
        return read.isMarked ? zoned(read, text) : nil
    }

    /// `noon`, `midnight`.
    private static func word(_ index: Int, _ text: DateText) -> (time: ClockTime, end: Int, isMarked: Bool)? {
        guard let value = text.value(.dateWord, at: index), value.first == "T", let hour = Int(value.dropFirst().prefix(2)) else { return nil }
        return (ClockTime(hour: hour), index + 1, true)
    }

    private static func zoned(_ read: (time: ClockTime, end: Int, isMarked: Bool), _ text: DateText) -> (time: ClockTime, end: Int, isMarked: Bool) {
        let isBracketed = text.isByte("(", at: read.end)
        guard let zone = text.phrase(.timeZone, at: isBracketed ? read.end + 1 : read.end) else { return read }
        if isBracketed, !text.isByte(")", at: zone.end) { return read }
        var time = read.time
        time.zone = zone.value == "+00:00" ? "Z" : zone.value == "local" ? nil : zone.value
        return (time, isBracketed ? zone.end + 1 : zone.end, true)
    }
}
