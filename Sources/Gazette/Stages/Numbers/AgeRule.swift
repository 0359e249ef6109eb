/// Ages: `46 years old`, `a 46-year-old`, `aged 46`. The unit is UCUM's `a`, `mo`, `wk` or `d`.
struct AgeRule {
    let text: NumberText

    func read(_ numeral: Numeral) -> Amount? {
        if let index = text.afterJoint(numeral.pieces.upperBound), let phrase = text.longest(.numberPart, at: index),
            let unit = unit(NumberRoles(value: phrase.value))
        {
            return Amount(numeral).with(.age, unit: unit, end: phrase.end, rule: "age")
        }
        let start = numeral.pieces.lowerBound
        guard numeral.isPlainDigits || text[start].isWord, text.has(.aged, at: start - 1), text[start].isNear else { return nil }
        return Amount(numeral).with(.age, unit: "a", end: numeral.pieces.upperBound, rule: "aged")
    }

    private func unit(_ roles: NumberRoles) -> String? {
        if roles.contains(.age) { return "a" }
        if roles.contains(.ageMonth) { return "mo" }
        if roles.contains(.ageWeek) { return "wk" }
        return roles.contains(.ageDay) ? "d" : nil
    }
}
