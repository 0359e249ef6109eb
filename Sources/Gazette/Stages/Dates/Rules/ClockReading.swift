/// A time on the clock as a text has it.
struct ClockReading {
    var time: ClockTime
    var end: Int
    var evidence: Evidence

    /// What proves that it is one.
    enum Evidence: Int, Comparable {
        /// A number that may be an hour: `at 7`, `seven thirty`.
        case bare
        /// Digits with a colon: `7:30`.
        case written
        /// a.m., p.m., o'clock, a zone, a part of the day, or words such as `noon`.
        case marked

        static func < (left: Evidence, right: Evidence) -> Bool { left.rawValue < right.rawValue }
    }

    /// The time in the second half of the day, where the twelve-hour clock leaves it open.
    mutating func setPart(_ part: DayPart) {
        evidence = .marked
        guard time.hour <= 12, !isSettled else { return }
        isSettled = true
        time.hour = Self.twentyFour(time.hour, isAfterNoon: part.isAfterNoon && !(part == .night && time.hour < 5))
    }

    /// Whether a.m. or p.m. has been said.
    var isSettled = false

    static func twentyFour(_ hour: Int, isAfterNoon: Bool) -> Int { isAfterNoon ? (hour < 12 ? hour + 12 : 12) : hour % 12 }
}

/// Reads clock times: `10:30 a.m. EST`, `8pm`, `9.30am`, `3p`, `16h00`, `1140 a.m.`, `1400 GMT`, `ten o'clock`, `seven thirty p.m.`, `noon`, `midnight`,
/// `11ish`, `half past three`, `a quarter to noon`, `20 minutes past eight`, `4 in the morning`.
struct ClockReader {
    let text: DateText

    /// The longest time at a token, with all that belongs to it.
    func read(_ index: Int) -> ClockReading? {
        guard let token = text.token(index), token.kind == .number || token.classes.intersects(Self.heads) || text.startsWithDigit(index) else {
            return nil
        }
        guard let read = relative(index) ?? word(index) ?? numeric(index) ?? spelled(index) else { return nil }
        return zoned(withPart(read))
    }

    private static let heads = WordClasses([.number, .dateWord, .dateRole, .timeUnit])

    // MARK: Digits

    private func numeric(_ index: Int) -> ClockReading? {
        if let glued = glued(index) ?? dotted(index) ?? compact(index) { return glued }
        guard let hour = text.digits(index), hour.count <= 2, hour.value <= 24 else { return nil }
        var read = ClockReading(time: ClockTime(hour: hour.value), end: index + 1, evidence: .bare)
        if let minute = minutes(index + 1) {
            (read.time.minute, read.time.second, read.end, read.evidence) = (minute.value, minute.second, minute.end, .written)
            if let half = minute.half, !apply(half, &read) { return nil }
        }
        return finished(read)
    }

    /// A time with a.m., p.m. or o'clock behind it, if the hour allows that.
    private func finished(_ read: ClockReading) -> ClockReading? {
        var read = read
        if text.role(read.end) == .oclock { (read.end, read.evidence) = (read.end + 1, .marked) }
        guard let half = halfOfDay(read.end) else { return read }
        read.end = half.end
        return apply(half.isAfterNoon, &read) ? read : nil
    }

    private func apply(_ isAfterNoon: Bool, _ read: inout ClockReading) -> Bool {
        guard read.time.hour <= 12 else { return false }
        read.time.hour = ClockReading.twentyFour(read.time.hour, isAfterNoon: isAfterNoon)
        (read.evidence, read.isSettled) = (.marked, true)
        return true
    }

    /// `:30`, `:30:15`, `:00a`.
    private func minutes(_ index: Int) -> (value: Int, second: Int?, half: Bool?, end: Int)? {
        guard text.isByte(":", at: index), text.isGlued(index), text.isGlued(index + 1), let minute = sixtieth(index + 1) else { return nil }
        guard minute.half == nil, text.isByte(":", at: index + 2), text.isGlued(index + 2), let second = sixtieth(index + 3) else {
            return (minute.value, nil, minute.half, index + 2)
        }
        return (minute.value, second.value, second.half, index + 4)
    }

    /// Two digits below 60, with or without the letter of a.m. or p.m. behind them.
    private func sixtieth(_ index: Int) -> (value: Int, half: Bool?)? {
        let bytes = text.bytes(index)
        guard bytes.count == 2 || bytes.count == 3, let value = DateText.decimal(bytes.prefix(2)), value < 60 else { return nil }
        if bytes.count == 2 { return (value, nil) }
        guard let last = bytes.last.map({ $0 | 0x20 }), last == UInt8(ascii: "a") || last == UInt8(ascii: "p") else { return nil }
        return (value, last == UInt8(ascii: "p"))
    }

    /// `a.m.`, `PM`, `p m`, `p . m .`, and with `in the` before it.
    private func halfOfDay(_ index: Int) -> (isAfterNoon: Bool, end: Int)? {
        switch text.role(index) {
        case .am: return (false, index + 1)
        case .pm: return (true, index + 1)
        case .in where text.role(index + 1) == .the && (text.role(index + 2) == .am || text.role(index + 2) == .pm):
            return (text.role(index + 2) == .pm, index + 3)
        default: break
        }
        guard text.isLetter("a", at: index) || text.isLetter("p", at: index) else { return nil }
        var next = text.isByte(".", at: index + 1) ? index + 2 : index + 1
        guard text.isLetter("m", at: next) else { return nil }
        next = text.isByte(".", at: next + 1) && text.isByte(".", at: index + 1) ? next + 2 : next + 1
        return (text.isLetter("p", at: index), next)
    }

    /// One word: `9.30am`, `3p`, `16h00`, `16h`, `11ish`, `150ish`.
    private func glued(_ index: Int) -> ClockReading? {
        let bytes = text.bytes(index)
        guard bytes.count >= 2, bytes.count <= 7, bytes[0].isDigit, bytes.contains(where: { $0 | 0x20 > 0x60 }) else {
            return nil
        }
        let digits = bytes.prefix { $0 &- 48 < 10 || $0 == UInt8(ascii: ".") }
        let rest = bytes.dropFirst(digits.count).map { $0 | 0x20 }
        switch String(decoding: rest, as: UTF8.self) {
        case "am", "a": return Self.time(digits, index).flatMap { half($0, false, rest.count) }
        case "pm", "p": return Self.time(digits, index).flatMap { half($0, true, rest.count) }
        case "ish": return Self.time(digits, index).flatMap { finished($0) }
        default: return withH(digits, rest, index)
        }
    }

    /// A single letter is evidence for an hour, but a weak one: `Section 3a`.
    private func half(_ read: ClockReading, _ isAfterNoon: Bool, _ letters: Int) -> ClockReading? {
        var read = read
        guard apply(isAfterNoon, &read), read.time.hour > 0 || isAfterNoon || letters == 2 else { return nil }
        if letters == 1 {
            read.evidence = .bare
            if text.isByte(".", at: read.end), text.isGlued(read.end), text.token(read.end + 1) != nil { read.end += 1 }
        }
        return read
    }

    /// `16h00`, `16h`.
    private func withH(_ digits: Slice<DateText.Bytes>, _ rest: [UInt8], _ index: Int) -> ClockReading? {
        guard rest.first == UInt8(ascii: "h"), let hour = DateText.decimal(digits), hour <= 24, digits.count <= 2 else { return nil }
        if rest.count == 1 { return ClockReading(time: ClockTime(hour: hour), end: index + 1, evidence: .bare) }
        guard rest.count == 3, let minute = DateText.decimal(rest[1...]), minute < 60 else { return nil }
        return ClockReading(time: ClockTime(hour: hour, minute: minute), end: index + 1, evidence: .written)
    }

    /// `9`, `9.30`, `930`.
    private static func time(_ digits: Slice<DateText.Bytes>, _ index: Int) -> ClockReading? {
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let first = parts.first.flatMap(DateText.decimal), parts.count <= 2 else { return nil }
        if parts.count == 2 { return time(first, parts[1].count == 2 ? DateText.decimal(parts[1]) : nil, index) }
        return digits.count <= 2 ? time(first, 0, index) : time(first / 100, first % 100, index)
    }

    private static func time(_ hour: Int, _ minute: Int?, _ index: Int) -> ClockReading? {
        guard let minute, hour <= 12, minute < 60 else { return nil }
        return ClockReading(time: ClockTime(hour: hour, minute: minute == 0 ? nil : minute), end: index + 1, evidence: .bare)
    }

    /// `9.30 a.m.`, which ICU keeps as one number; without a.m. only a bare one.
    private func dotted(_ index: Int) -> ClockReading? {
        let bytes = text.bytes(index)
        guard bytes.contains(UInt8(ascii: ".")), let read = Self.time(bytes[...], index) ?? twentyFourDotted(bytes, index) else { return nil }
        return finished(read)
    }

    private func twentyFourDotted(_ bytes: DateText.Bytes, _ index: Int) -> ClockReading? {
        let parts = bytes.split(separator: UInt8(ascii: "."))
        guard parts.count == 2, parts[0].count == 2, parts[1].count == 2, let hour = DateText.decimal(parts[0]),
            let minute = DateText.decimal(parts[1]),
            hour < 24, minute < 60
        else { return nil }
        return ClockReading(time: ClockTime(hour: hour, minute: minute), end: index + 1, evidence: .bare)
    }

    /// `1400 GMT`, `1140 a.m.`, `730 in the evening`.
    private func compact(_ index: Int) -> ClockReading? {
        guard let read = text.digits(index), read.count == 3 || read.count == 4, read.value % 100 < 60, read.value <= 2400 else { return nil }
        let plain = ClockReading(time: ClockTime(hour: read.value / 100, minute: read.value % 100), end: index + 1, evidence: .bare)
        if let half = halfOfDay(index + 1) {
            var read = plain
            read.end = half.end
            return apply(half.isAfterNoon, &read) ? read : nil
        }
        if read.count == 4, text.phrase(.timeZone, at: index + 1) != nil { return plain }
        return part(index + 1) != nil || read.count == 4 && read.value < 1000 ? plain : nil
    }

    // MARK: Words

    /// `noon`, `midnight`.
    private func word(_ index: Int) -> ClockReading? {
        guard let read = text.phrase(.dateWord, at: index), read.value.first == "T", let hour = Int(read.value.dropFirst().prefix(2)) else {
            return nil
        }
        var reading = ClockReading(time: ClockTime(hour: hour), end: read.end, evidence: .marked)
        reading.isSettled = true
        return reading
    }

    /// `ten o'clock`, `seven thirty p.m.`, `nine fifty-nine`, `twelve oh three`.
    private func spelled(_ index: Int) -> ClockReading? {
        guard let hour = text.numberWord(index), (1...24).contains(hour), hour <= 15 else { return nil }
        var read = ClockReading(time: ClockTime(hour: hour), end: index + 1, evidence: .bare)
        if let minute = spelledMinutes(text.skippingHyphen(index + 1)) { (read.time.minute, read.end) = (minute.value, minute.end) }
        if hour > 12 {
            guard read.time.minute != nil, let half = halfOfDay(read.end), half.isAfterNoon else { return nil }
            (read.end, read.evidence, read.isSettled) = (half.end, .marked, true)
            return read
        }
        return finished(read)
    }

    private func spelledMinutes(_ index: Int) -> (value: Int, end: Int)? {
        guard let read = text.numberWord(index), (10..<60).contains(read) else { return nil }
        let unit = text.skippingHyphen(index + 1)
        if read % 10 == 0, read >= 20, let rest = text.numberWord(unit), (1...9).contains(rest) {
            return (read + rest, unit + 1)
        }
        return (read, index + 1)
    }

    // MARK: Minutes before and after an hour

    /// `half past three`, `a quarter to noon`, `20 minutes past eight`, `ten past 9 in the evening`.
    private func relative(_ index: Int) -> ClockReading? {
        if text.role(index) == .half, let hour = text.numberWord(index + 1), (1...12).contains(hour), text.isWhole(index..<index + 2) {
            return ClockReading(time: ClockTime(hour: hour, minute: 30), end: index + 2, evidence: .written)
        }
        guard let minutes = offset(index), let side = side(minutes.end), let hour = hour(side.end) else { return nil }
        guard minutes.isMarked || side.isPast || side.isClear && hour.evidence == .marked && minutes.value > 12 else { return nil }
        var read = hour
        let total = hour.time.hour * 60 + side.sign * minutes.value
        (read.time.hour, read.time.minute) = ((total + 1440) / 60 % 24, (total + 1440) % 60)
        read.evidence = .marked
        return read
    }

    private func offset(_ index: Int) -> (value: Int, end: Int, isMarked: Bool)? {
        if text.role(index) == .half { return (30, index + 1, true) }
        let start = text.role(index) == .a ? index + 1 : index
        if text.unit(start) == .quarter { return (15, start + 1, true) }
        guard start == index, text.has(.number, at: index) || text.token(index)?.kind == .number, let read = text.cardinal(index),
            let count = read.amount.whole, read.amount.thousandths == 0, (1..<60).contains(count)
        else { return nil }
        return text.unit(read.end) == .minute ? (count, read.end + 1, true) : (count, read.end, false)
    }

    private func side(_ index: Int) -> (sign: Int, end: Int, isPast: Bool, isClear: Bool)? {
        switch text.role(index) {
        case .past: return (1, index + 1, true, true)
        case .after: return (1, index + 1, false, true)
        case .from: return (1, index + 1, false, false)
        case .to where !text.isByte("-", at: index): return (-1, index + 1, false, true)
        case .before: return (-1, index + 1, false, false)
        default: return nil
        }
    }

    /// The full hour: `three`, `3 pm`, `noon`, `seven o'clock`.
    private func hour(_ index: Int) -> ClockReading? {
        guard let read = word(index) ?? numeric(index) ?? spelled(index), read.time.minute == nil, (1...24).contains(read.time.hour) else {
            return nil
        }
        return read
    }

    // MARK: What follows

    /// `in the morning`, `at night`, `early morning`, behind an hour.
    private func part(_ index: Int, isBare: Bool = true) -> (part: DayPart, end: Int)? {
        var target = index
        if text.role(index) == .in {
            target = text.role(index + 1) == .the ? index + 2 : index + 1
        } else if text.role(index) == .at {
            target += 1
        } else if text.modifier(index) != nil {
            target = text.skippingHyphen(index + 1)
        }
        if target > index, text.modifier(target) != nil { target = text.skippingHyphen(target + 1) }
        guard let part = text.part(target), !text.isPlural(target), target > index || !isBare else { return nil }
        return (part, target + 1)
    }

    private func withPart(_ read: ClockReading) -> ClockReading {
        guard read.time.hour <= 12, let part = part(read.end, isBare: read.evidence == .bare) else { return read }
        var read = read
        read.setPart(part.part)
        read.end = part.end
        return read
    }

    private func zoned(_ read: ClockReading) -> ClockReading {
        let isBracketed = text.isByte("(", at: read.end)
        guard let zone = text.phrase(.timeZone, at: isBracketed ? read.end + 1 : read.end) else { return read }
        if isBracketed, !text.isByte(")", at: zone.end) { return read }
        var read = read
        read.time.zone = zone.value == "+00:00" ? "Z" : zone.value == "local" ? nil : zone.value
        (read.end, read.evidence) = (isBracketed ? zone.end + 1 : zone.end, .marked)
        return read
    }
}
