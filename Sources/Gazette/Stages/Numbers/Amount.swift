/// A number with its unit or currency, if it has one.
struct Amount {
    /// Indices of pieces, unit and currency included.
    var pieces: Range<Int>
    /// The number alone.
    var number: Range<Int>
    var value: ExactDecimal
    var kind: NumericExpression.Kind
    var unit: UnitCode?
    var rule: NumberRule
    /// The multiplier that an earlier number may share.
    var scale: ExactDecimal?
    var isVague = false
    var isRough = false
    /// Digits alone, without sign, multiplier or unit.
    var isPlainDigits = false
    /// The index of the value that lists the currencies which the name may mean, where countries share it.
    var sharedCurrencies: Int?
    /// The currency stands before the number.
    var hasPrefix = false

    init(_ numeral: Numeral) {
        (pieces, number, value, scale) = (numeral.pieces, numeral.pieces, numeral.value, numeral.scale)
        (isVague, isRough) = (numeral.isVague, numeral.isRough)
        isPlainDigits = numeral.isPlainDigits
        switch numeral.kind {
        case .cardinal: (kind, rule) = (.cardinal, .cardinal)
        case .ordinal: (kind, rule) = (.ordinal, .ordinal)
        case .fraction: (kind, rule) = (.fraction, .fraction)
        case .multiple: (kind, rule) = (.ratio, .multiple)
        }
    }

    /// The bare number, where the currency before it belongs to another.
    var withoutPrefix: Amount {
        var result = self
        (result.pieces, result.kind, result.unit, result.rule, result.hasPrefix) = (number, .cardinal, nil, .cardinal, false)
        return result
    }

    /// The amount with a unit that ends before a piece.
    func with(_ kind: NumericExpression.Kind, unit: UnitCode, end: Int, rule: NumberRule) -> Amount {
        var result = self
        (result.kind, result.unit, result.rule, result.isPlainDigits) = (kind, unit, rule, false)
        result.pieces = pieces.lowerBound..<max(end, pieces.upperBound)
        return result
    }
}

/// Reads a number and what stands around it: currency, percent sign or unit.
struct AmountReader {
    let text: NumberText
    private let numerals: NumeralReader
    private let money: MoneyRule
    private let quantity: QuantityRule
    private let age: AgeRule

    init(text: NumberText) {
        self.text = text
        numerals = NumeralReader(text: text)
        money = MoneyRule(text: text, numerals: numerals)
        quantity = QuantityRule(text: text, numerals: numerals)
        age = AgeRule(text: text)
    }

    /// The amount whose number begins at a piece; a currency may stand before it.
    func read(at start: Int, acceptsAnd: Bool = true) -> Amount? {
        guard let numeral = numerals.read(at: start, acceptsAnd: acceptsAnd) else { return nil }
        guard numeral.kind == .cardinal || numeral.kind == .fraction else { return Amount(numeral) }
        if let share = quantity.shareBefore(numeral) { return share }
        let isPlain = numeral.kind == .cardinal && numeral.scale == nil
        if isPlain ? text.endsAmount(at: numeral.pieces.upperBound) : text.endsNumber(at: numeral.pieces.upperBound) {
            return money.prefixed(numeral) ?? money.millions(numeral) ?? age.bare(numeral) ?? Amount(numeral)
        }
        return multiple(numeral) ?? money.read(numeral) ?? age.read(numeral) ?? quantity.read(numeral) ?? plain(numeral)
    }

    /// `10-fold`, `3x`.
    private func multiple(_ numeral: Numeral) -> Amount? {
        guard let index = text.afterJoint(numeral.pieces.upperBound), text[index].roles.intersects(Self.multiples) else { return nil }
        let isLast = !text[index + 1].isJoined || text[index + 1].form == .mark
        guard text.has(.fold, at: index) || text[index].isJoined && text[index - 1].isDigits && isLast else { return nil }
        var amount = Amount(numeral)
        (amount.kind, amount.rule, amount.isPlainDigits, amount.pieces) = (.ratio, .multiple, false, numeral.pieces.lowerBound..<index + 1)
        return amount
    }

    private static let multiples = NumberRoles([.fold, .timesSign])

    /// A number without a unit; none where letters that mean nothing are joined to its digits (`3D`, `1080p`, `24703L202`).
    private func plain(_ numeral: Numeral) -> Amount? {
        let (last, next) = (text[numeral.pieces.upperBound - 1], text[numeral.pieces.upperBound])
        if last.isDigits, next.isJoined, next.isWord, text.firstByte(at: numeral.pieces.upperBound) < 0x80 { return nil }
        return Amount(numeral)
    }
}
