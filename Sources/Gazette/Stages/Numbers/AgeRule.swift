/// Ages: `46 years old`, `a 46-year-old`, `aged 46`. In years, unless a unit says months, weeks or days (UCUM's `mo`, `wk`, `d`).
struct AgeRule {
    let text: NumberText

    func read(_ numeral: Numeral) -> Amount? {
        if let index = text.afterJoint(numeral.pieces.upperBound), let phrase = text.longest(.numberPart, at: index),
            let unit = unit(NumberRoles(value: phrase.value))
        {
            return age(numeral, unit: unit, end: phrase.end, rule: "age")
        }
        guard isAge(numeral) else { return nil }
        return age(numeral, unit: "", end: numeral.pieces.upperBound, rule: "aged")
    }

    private func age(_ numeral: Numeral, unit: String, end: Int, rule: StaticName) -> Amount {
        var amount = Amount(numeral).with(.age, unit: unit, end: end, rule: rule)
        if unit.isEmpty { amount.unit = nil }
        return amount
    }

    /// `aged 46`, `he is 46`, `a boy of six`: a plain number up to 120 that nothing follows.
    private func isAge(_ numeral: Numeral) -> Bool {
        let (start, next) = (numeral.pieces.lowerBound, text[numeral.pieces.upperBound])
        guard numeral.kind == .cardinal, numeral.scale == nil, !(ExactDecimal(120) < numeral.value), text[start].isNear else { return false }
        if text.follows(.aged, at: start) { return !next.isJoined || next.form == .mark }
        guard !next.isWord || text.value(.nounPhrase, at: numeral.pieces.upperBound) == "end", !next.isDash, next.mark != "%" else { return false }
        if text.has(.of, at: start - 1) { return text.has(.personNoun, at: start - 2) }
        return numeral.isPlainDigits && text.has(.be, at: start - 1) && text.has(.person, at: start - 2)
    }

    private func unit(_ roles: NumberRoles) -> String? {
        if roles.contains(.age) { return "" }
        if roles.contains(.ageMonth) { return "mo" }
        if roles.contains(.ageWeek) { return "wk" }
        return roles.contains(.ageDay) ? "d" : nil
    }
}
