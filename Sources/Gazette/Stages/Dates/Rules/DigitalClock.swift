/// Times in digits: `10:30`, `8pm`, `16h00`, `1400 GMT`; not `in 2:14:04`, which is how long a race took.
extension ClockReader {
    func numeric(_ index: Int) -> ClockReading? {
        guard text.startsWithDigit(index) else { return nil }
        if let glued = glued(index) ?? dotted(index) ?? compact(index) { return glued }
        guard let hour = text.digits(index), hour.count <= 2, hour.value <= 24 else { return nil }
        var read = ClockReading(time: ClockTime(hour: hour.value), end: index + 1, evidence: .bare)
        if let minute = minutes(index + 1) {
            if minute.second != nil, text.role(index - 1) == .in { return nil }
            (read.time.minute, read.time.second, read.end, read.evidence) = (minute.value, minute.second, minute.end, .written)
            if let half = minute.half, !apply(half, &read) { return nil }
        }
        return finished(read)
    }

    /// A time with a.m., p.m. or o'clock behind it, if the hour allows that.
    func finished(_ read: ClockReading) -> ClockReading? {
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
    func halfOfDay(_ index: Int) -> (isAfterNoon: Bool, end: Int)? {
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
        let digits = bytes.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
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
        guard let point = digits.firstIndex(of: UInt8(ascii: ".")) else {
            guard let number = DateText.decimal(digits) else { return nil }
            return digits.count <= 2 ? time(number, 0, index) : time(number / 100, number % 100, index)
        }
        guard let hour = DateText.decimal(digits[..<point]), digits.endIndex - point == 3 else { return nil }
        return time(hour, DateText.decimal(digits[(point + 1)...]), index)
    }

    private static func time(_ hour: Int, _ minute: Int?, _ index: Int) -> ClockReading? {
        guard let minute, hour <= 12, minute < 60 else { return nil }
        return ClockReading(time: ClockTime(hour: hour, minute: minute == 0 ? nil : minute), end: index + 1, evidence: .bare)
    }

    /// `9.30 a.m.`, which ICU keeps as one number; without a.m. only a bare one.
    private func dotted(_ index: Int) -> ClockReading? {
        guard text.points(index) == 1 else { return nil }
        let bytes = text.bytes(index)
        guard let read = Self.time(bytes[...], index) ?? twentyFourDotted(bytes, index) else { return nil }
        return finished(read)
    }

    private func twentyFourDotted(_ bytes: DateText.Bytes, _ index: Int) -> ClockReading? {
        guard bytes.count == 5, bytes[2] == UInt8(ascii: "."), let hour = DateText.decimal(bytes[..<2]), let minute = DateText.decimal(bytes[3...]),
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
        if read.count == 4, text.timeZone(index + 1) != nil { return plain }
        return part(index + 1) != nil || read.count == 4 && read.value < 1000 ? plain : nil
    }
}
