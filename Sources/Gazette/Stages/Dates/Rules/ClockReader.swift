/// Reads clock times: `10:30 a.m. EST`, `8pm`, `9.30am`, `3p`, `16h00`, `1140 a.m.`, `1400 GMT`, `ten o'clock`, `seven thirty p.m.`, `noon`, `midnight`,
/// `11ish`, `half past three`, `a quarter to noon`, `20 minutes past eight`, `4 in the morning`.
struct ClockReader {
    let text: DateText

    /// The longest time at a token, with all that belongs to it.
    func read(_ index: Int) -> ClockReading? {
        guard mayBegin(index), let read = relative(index) ?? word(index) ?? numeric(index) ?? spelled(index) else { return nil }
        return zoned(withPart(read))
    }

    /// Whether a time may begin with a token: a number, `noon`, `half`, `a quarter`.
    private func mayBegin(_ index: Int) -> Bool {
        guard let token = text.token(index) else { return false }
        if token.kind == .number || token.classes.intersects(Self.heads) || text.startsWithDigit(index) { return true }
        guard token.classes.intersects(Self.links) else { return false }
        switch text.role(index) {
        case .half, .a: return true
        default: return text.unit(index) == .quarter || text.beginsPhrase(index)
        }
    }

    private static let heads = WordClasses([.number, .dateWord])
    private static let links = WordClasses([.dateRole, .timeUnit])

    /// `in the morning`, `at night`, `early morning`, behind an hour.
    func part(_ index: Int, isBare: Bool = true) -> (part: DayPart, end: Int)? {
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
        guard let zone = text.timeZone(isBracketed ? read.end + 1 : read.end) else { return read }
        if isBracketed, !text.isByte(")", at: zone.end) { return read }
        var read = read
        read.time.zone = zone.value == "+00:00" ? "Z" : zone.value == "local" ? nil : zone.value
        (read.end, read.evidence) = (isBracketed ? zone.end + 1 : zone.end, .marked)
        return read
    }
}
