/// Most numbers: digits or a number word among plain words, of which a glance at both sides tells that every rule would leave it a cardinal.
///
/// It answers for the other rules and so must know what they look at: names and pronouns, numerals of several pieces, money, ages, units, ranges and
/// what bounds a number.
struct BareNumberRule {
    let text: NumberText

    /// The number that a piece is; nil where the rules must tell.
    func read(at index: Int) -> Amount? {
        guard !text.hasPhrasesAround, text[index].gap == .space, isPlain(before: index), isPlain(behind: index), let value = value(at: index) else {
            return nil
        }
        return Amount(Numeral(pieces: index..<index + 1, value: value, isPlainDigits: text[index].isDigits))
    }

    private func value(at index: Int) -> ExactDecimal? {
        if text[index].isDigits { return text.firstByte(at: index) == UInt8(ascii: "0") ? nil : text[index].value }
        guard text[index].has(.number), text[index].shape == .lower, !text[index].classes.intersects(Self.ambiguous),
            let value = text.decimal(.number, at: index), value != .one
        else { return nil }
        return value
    }

    /// Classes with which a number word may be something else.
    private static let ambiguous = WordClasses([.numberPart, .multiplierSign, .currency, .unit])

    /// Whether a small word stands before a number that says nothing of it.
    private func isPlain(before index: Int) -> Bool {
        let place = index - 1
        return index > 0 && text[place].isWord && text[place].shape == .lower && !text[place].classes.intersects(Self.classesBefore)
            && !text[place].roles.intersects(Self.rolesBefore)
    }

    private static let classesBefore = WordClasses([
        .comparator, .currency, .minorCurrency, .unit, .number, .multiplier, .multiplierSign, .ordinal, .fraction, .vagueNumber,
    ])
    private static let rolesBefore = NumberRoles([
        .of, .be, .minus, .between, .aged, .dial, .numbered, .identifier, .never, .neverJoined,
    ])

    /// Whether a small word or a comma stands behind a number with which no number goes on. A power of ten begins with `x` or `×`.
    private func isPlain(behind index: Int) -> Bool {
        let place = index + 1
        guard !text[place].classes.intersects(Self.classesBehind), !text.goesOnWithPhrase(at: place) else { return false }
        if text[place].isWord {
            let first = text.firstByte(at: place)
            return text[place].gap == .space && text[place].shape == .lower && first != UInt8(ascii: "x") && first != 0xC3
        }
        return text[place].mark == "," && text[place].isJoined && !text[place + 1].isDigits
    }

    private static let classesBehind = WordClasses([
        .unit, .currency, .minorCurrency, .multiplier, .multiplierSign, .comparatorAfter, .number, .ordinal, .fraction, .vagueNumber, .numberPart,
    ])
}
