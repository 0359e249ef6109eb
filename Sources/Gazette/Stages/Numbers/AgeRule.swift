/// Ages: `46 years old`, `a 46-year-old`, `aged 46`. In years, unless a unit says months, weeks or days (UCUM's `mo`, `wk`, `d`).
struct AgeRule {
    let text: NumberText

    func read(_ numeral: Numeral) -> Amount? {
        if let index = text.afterJoint(numeral.pieces.upperBound), let phrase = text.longest(.numberPart, at: index),
            let unit = unit(text.values.roles(phrase.value))
        {
            return age(numeral, unit: unit, end: phrase.end, rule: .age)
        }
        return bare(numeral)
    }

    /// An age in years that nothing behind it tells.
    func bare(_ numeral: Numeral) -> Amount? {
        let before = text[numeral.pieces.lowerBound - 1]
        let mayBe =
            before.roles.intersects(Self.before) || before.has(.comparator) || before.mark == ","
            || text.follows(.aged, at: numeral.pieces.lowerBound)
        guard mayBe, isAge(numeral) || isLimit(numeral) || isApposition(numeral) else { return nil }
        return age(numeral, unit: .year, end: numeral.pieces.upperBound, rule: .aged)
    }

    /// What stands right before an age but for `aged`, comparators and commas: `a boy |of| six`, `he |is| 46`.
    private static let before = NumberRoles([.of, .be])

    private enum Unit { case year, month, week, day }

    /// Years are the unit that is not said.
    private func age(_ numeral: Numeral, unit: Unit, end: Int, rule: NumberRule) -> Amount {
        let code: UnitCode = unit == .week ? .week : unit == .day ? .day : .month
        var amount = Amount(numeral).with(.age, unit: code, end: end, rule: rule)
        if unit == .year { amount.unit = nil }
        return amount
    }

    /// `aged 46`, `he is 46`, `a boy of six`: a plain number up to 120 that nothing follows.
    private func isAge(_ numeral: Numeral) -> Bool {
        let (start, next) = (numeral.pieces.lowerBound, text[numeral.pieces.upperBound])
        guard numeral.kind == .cardinal, numeral.scale == nil, !(numeral.value > 120), text[start].isNear else { return false }
        if text.follows(.aged, at: start) { return !next.isJoined || next.form == .mark }
        guard !next.isWord || text.isEnd(numeral.pieces.upperBound), !next.isDash, next.mark != "%" else { return false }
        if text.has(.of, at: start - 1) { return text.has(.personNoun, at: start - 2) }
        return numeral.isPlainDigits && text.has(.be, at: start - 1) && text.has(.person, at: start - 2)
    }

    /// `voters under 30`, `children under five`, `those over 60`.
    private func isLimit(_ numeral: Numeral) -> Bool {
        let (start, end) = (numeral.pieces.lowerBound, numeral.pieces.upperBound)
        guard isYears(numeral), text[start - 1].has(.comparator), text.has(.personNoun, at: start - 2), text[start].isNear else { return false }
        return (text.endsPhrase(at: end)) && text[end].mark != "%" && !text[end].isDash
    }

    /// `a firefighter, 29, died`, `her husband, 46.`: between marks, behind one person in small letters.
    private func isApposition(_ numeral: Numeral) -> Bool {
        let (start, end) = (numeral.pieces.lowerBound, numeral.pieces.upperBound)
        guard isYears(numeral), numeral.isPlainDigits, numeral.pieces.count == 1, numeral.value > 9, text[start - 1].mark == ",",
            text[start].gap == .space, text[end].mark == "," || text[end].mark == "." && end + 1 == text.count, text[end].isJoined,
            text[start - 2].isWord, text[start - 2].shape == .lower, !text.endsLikePlural(at: start - 2), !text.isEnd(start - 2)
        else { return false }
        if text[end].mark == ",", text[end + 1].isDigits { return false }
        return (max(0, start - 6)..<start - 2).contains { text.has(.article, at: $0) || text.has(.notOne, at: $0) }
    }

    /// A whole number of years that people reach.
    private func isYears(_ numeral: Numeral) -> Bool {
        numeral.kind == .cardinal && numeral.scale == nil && !(numeral.value > 120) && numeral.value.exponent >= 0
    }

    private func unit(_ roles: NumberRoles) -> Unit? {
        if roles.contains(.age) { return .year }
        if roles.contains(.ageMonth) { return .month }
        if roles.contains(.ageWeek) { return .week }
        return roles.contains(.ageDay) ? .day : nil
    }
}
