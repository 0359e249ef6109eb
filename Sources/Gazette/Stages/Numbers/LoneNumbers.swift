/// Settles at once the numbers of one piece beside which stands nothing that a rule reads, as most do: `two people`, `one of the`, `the first day`.
///
/// They are what the rules would read there; a test asks the rules for every one of them.
struct LoneNumbers {
    let text: NumberText

    /// The cardinal or ordinal that a piece is by itself; nil where the rules must be asked.
    @inline(never)
    func amount(at index: Int) -> Amount? {
        let (before, piece, next) = (text[index - 1], text[index], text[index + 1])
        if piece.roles.intersects(Self.openers) || before.has(.minus) || before.isMinus || before.mark == "+" || text.asksAllRules { return nil }
        if piece.isDigits || piece.has(.number) {
            return endsCardinal(next, index + 1) && beginsCardinal(before, piece, next, index) ? cardinal(piece, at: index) : nil
        }
        return piece.has(.ordinal) && !mayBePart(before, piece, next) ? number(text.decimal(.ordinal, at: index), .ordinal, at: index) : nil
    }

    /// Roles of words that begin a number of two pieces: `a |couple|`, `|a| kilo of`.
    private static let openers = NumberRoles([.article, .group])

    private func cardinal(_ piece: NumberPiece, at index: Int) -> Amount? {
        if piece.has(.multiplierSign) || piece.isDigits && ScientificNotation.mayFollow(in: text.bytes, at: Int(piece.range.end)) { return nil }
        return number(piece.isDigits ? piece.value : text.decimal(.number, at: index), .cardinal, at: index)
    }

    private func number(_ value: ExactDecimal?, _ kind: Numeral.Kind, at index: Int) -> Amount? {
        value.map { Amount(Numeral(pieces: index..<index + 1, value: $0, kind: kind, isPlainDigits: text[index].isDigits)) }
    }

    /// Whether nothing goes on with a cardinal of one piece at the piece behind it: a plain word, `of` and a whole, a comma.
    @inline(__always)
    private func endsCardinal(_ next: NumberPiece, _ index: Int) -> Bool {
        if next.classes.intersects(Self.classesBehind) || next.roles.intersects(Self.rolesBehind) || text.goesOnWithPhrase(at: index) { return false }
        return next.form == .mark ? !next.isLink : next.isWord && !next.isJoined && !(next.has(.of) && text.has(.every, at: index + 1))
    }

    private static let classesBehind = WordClasses([
        .number, .multiplier, .multiplierSign, .ordinal, .fraction, .unit, .currency, .minorCurrency, .comparatorAfter,
    ])
    private static let rolesBehind = NumberRoles([
        .and, .or, .to, .forWord, .inside, .outOf, .point, .points, .over, .ordinalSuffix, .age, .ageMonth, .ageWeek, .ageDay, .belowZero, .fold,
        .timesSign,
    ])

    /// Whether nothing before a cardinal makes it money, a share, an age or the end of a range.
    @inline(__always)
    private func beginsCardinal(_ before: NumberPiece, _ piece: NumberPiece, _ next: NumberPiece, _ index: Int) -> Bool {
        if before.has(.currency) || before.roles.intersects(Self.rolesBefore) || text.hasPhrase(.currency, Self.rolesBefore) { return false }
        if before.has(.of) && next.form == .mark || piece.isDigits && before.mark == "," && next.form == .mark { return false }
        if before.has(.of) || before.has(.comparator), text.has(.personNoun, at: index - 2) { return false }
        return !(piece.isDigits && before.has(.be) && text.has(.person, at: index - 2))
    }

    private static let rolesBefore = NumberRoles([.between, .aged])

    /// Whether what stands beside an ordinal may make it a part or a second of time: `a third`, `third of`, `third million`. No ordinal is a half.
    @inline(__always)
    private func mayBePart(_ before: NumberPiece, _ piece: NumberPiece, _ next: NumberPiece) -> Bool {
        let isBeforePart = next.roles.intersects(Self.parts)
        if before.has(.article) { return isBeforePart || piece.has(.timeUnit) || piece.has(.fraction) }
        return piece.has(.fraction) && (isBeforePart || next.isHyphen || next.has(.multiplier))
    }

    private static let parts = NumberRoles([.of, .article])
}
