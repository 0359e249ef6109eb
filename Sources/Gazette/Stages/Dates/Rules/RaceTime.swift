/// How long a race took, in digits behind `in`, where no time of day stands: `in 2:14:04`, `in 1:43.20`.
extension DurationRule {
    static func raceTime(_ index: Int, _ text: DateText) -> (duration: Duration, end: Int)? {
        guard text.role(index - 1) == .in, let whole = text.digits(index), whole.count <= 2, let second = sixtieths(index + 1, text) else {
            return nil
        }
        let first = UnitCount(whole: whole.value)
        if second.thousandths == 0, let third = sixtieths(index + 3, text) {
            return (Duration(first, .hour).appending(Duration(second, .minute)).appending(Duration(third, .second)), index + 5)
        }
        return second.thousandths > 0 ? (Duration(first, .minute).appending(Duration(second, .second)), index + 3) : nil
    }

    /// The `14` of `:14`, the `43.20` of `:43.20`.
    private static func sixtieths(_ colon: Int, _ text: DateText) -> UnitCount? {
        guard text.isByte(":", at: colon), text.isGlued(colon), text.isGlued(colon + 1), let read = text.cardinal(colon + 1), read.end == colon + 2,
            let whole = read.amount.whole, whole < 60, text.bytes(colon + 1).prefix(while: \.isDigit).count == 2
        else { return nil }
        return read.amount
    }
}
