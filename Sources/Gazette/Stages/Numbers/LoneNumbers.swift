/// Settles at once the numbers of one piece beside which stands nothing that a rule reads, as most do: `two people`, `one of the`, `the first day`.
///
/// They are what the rules would read there; a test asks the rules for every one of them.
struct LoneNumbers {
    let text: NumberText

    /// The cardinal or ordinal that a piece is by itself; nil where the rules must be asked.
    @inline(never)
    func amount(at index: Int) -> Amount? {
        let (classes, roles) = (text[index].classes, text[index].roles)
        if roles.intersects(Self.openers) || isSigned(index) || text.asksAllRules { return nil }
        if text[index].isDigits || classes.contains(.number) { return cardinal(at: index) }
        return classes.contains(.ordinal) ? ordinal(at: index) : nil
    }

    /// Roles of words that begin a number of two pieces: `a |couple|`, `|a| kilo of`.
    private static let openers = NumberRoles([.article, .group])

    /// Whether a sign or `minus` stands before a piece.
    private func isSigned(_ index: Int) -> Bool {
        text.has(.minus, at: index - 1) || text[index - 1].isMinus || text[index - 1].mark == "+"
    }

    private func number(_ value: ExactDecimal?, _ kind: Numeral.Kind, at index: Int) -> Amount? {
        value.map { Amount(Numeral(pieces: index..<index + 1, value: $0, kind: kind, isPlainDigits: text[index].isDigits)) }
    }

    // MARK: Cardinals

    private func cardinal(at index: Int) -> Amount? {
        guard endsCardinal(index + 1), beginsCardinal(index) else { return nil }
        if !text[index].isDigits {
            return text[index].has(.multiplierSign) ? nil : number(text.decimal(.number, at: index), .cardinal, at: index)
        }
        return ScientificNotation.mayFollow(in: text.bytes, at: Int(text[index].range.end)) ? nil : number(text[index].value, .cardinal, at: index)
    }

    /// Whether nothing goes on with a cardinal of one piece at the piece behind it: a plain word, `of` and a whole, a comma.
    private func endsCardinal(_ next: Int) -> Bool {
        if text[next].classes.intersects(Self.classesBehind) || text[next].roles.intersects(Self.rolesBehind) || text.goesOnWithPhrase(at: next) {
            return false
        }
        if text[next].form == .mark { return !text[next].isLink }
        return text[next].isWord && !text[next].isJoined && !(text.has(.of, at: next) && text.has(.every, at: next + 1))
    }

    private static let classesBehind = WordClasses([
        .number, .multiplier, .multiplierSign, .ordinal, .fraction, .unit, .currency, .minorCurrency, .comparatorAfter,
    ])
    private static let rolesBehind = NumberRoles([
        .and, .or, .to, .forWord, .inside, .outOf, .point, .points, .over, .ordinalSuffix, .age, .ageMonth, .ageWeek, .ageDay, .belowZero, .fold,
        .timesSign,
    ])

    /// Whether nothing before a cardinal makes it money, a share, an age or the end of a range.
    private func beginsCardinal(_ index: Int) -> Bool {
        let before = text[index - 1].roles
        if text[index - 1].has(.currency) || before.intersects(Self.rolesBefore) || text.hasPhrase(.currency, Self.rolesBefore) { return false }
        let follows = text[index + 1].form
        if before.contains(.of), follows == .mark || text.has(.personNoun, at: index - 2) { return false }
        if text[index - 1].has(.comparator), text.has(.personNoun, at: index - 2) { return false }
        guard text[index].isDigits else { return true }
        return !(text[index - 1].mark == "," && follows == .mark) && !(before.contains(.be) && text.has(.person, at: index - 2))
    }

    private static let rolesBefore = NumberRoles([.between, .aged])

    // MARK: Ordinals

    private func ordinal(at index: Int) -> Amount? {
        let isBehindArticle = text.has(.article, at: index - 1)
        if isBehindArticle, text[index].has(.timeUnit) || text[index + 1].roles.intersects(Self.parts) { return nil }
        if text[index].has(.fraction), isBehindArticle || mayBePart(index) { return nil }
        return number(text.decimal(.ordinal, at: index), .ordinal, at: index)
    }

    /// Whether what follows may make an ordinal a part: `third of`, `third million`, `quarter-litre`. No ordinal is a half.
    private func mayBePart(_ index: Int) -> Bool {
        text[index + 1].isHyphen || text[index + 1].has(.multiplier) || text[index + 1].roles.intersects(Self.parts)
    }

    private static let parts = NumberRoles([.of, .article])
}
