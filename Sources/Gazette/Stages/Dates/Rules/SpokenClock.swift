/// Times in words: `noon`, `ten o'clock`, `half past three`, `a quarter to noon`.
extension ClockReader {
    /// `noon`, `midnight`.
    func word(_ index: Int) -> ClockReading? {
        guard let read = text.dateWord(index), case .hour(let hour) = read.value else { return nil }
        var reading = ClockReading(time: ClockTime(hour: hour), end: read.end, evidence: .marked)
        reading.isSettled = true
        return reading
    }

    /// `ten o'clock`, `seven thirty p.m.`, `nine fifty-nine`, `twelve oh three`.
    func spelled(_ index: Int) -> ClockReading? {
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

    /// `half past three`, `a quarter to noon`, `20 minutes past eight`, `ten past 9 in the evening`.
    func relative(_ index: Int) -> ClockReading? {
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
}
