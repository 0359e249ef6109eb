/// Money: a currency's sign, code or name on either side of a number. Units are ISO 4217 codes, `XXX` for names that several countries use alike.
struct MoneyRule {
    let text: NumberText
    let numerals: NumeralReader

    func read(_ numeral: Numeral) -> Amount? {
        if let amount = prefixed(numeral) { return amount }
        if let minor = minor(after: numeral) {
            guard let value = numeral.value.multiplied(by: .hundredth) else { return nil }
            var result = Amount(numeral).with(.money, unit: text.values.currency(minor.value), end: minor.end, rule: .moneyMinor)
            result.value = value
            return result
        }
        if let million = millions(numeral) { return million }
        guard let suffix = suffix(after: numeral) else { return nil }
        let amount = Amount(numeral).with(.money, unit: text.values.currency(suffix.value), end: suffix.end, rule: .moneySuffix)
        return shared(withMinor(withMultiplier(amount)), at: suffix.end - 1)
    }

    /// An amount behind its currency: `$5`, `USD 20 million`.
    func prefixed(_ numeral: Numeral) -> Amount? {
        guard let prefix = prefix(of: numeral) else { return nil }
        var amount = Amount(numeral)
        if text[prefix.start].has(.multiplierSign), amount.scale == nil, let factor = text.decimal(.multiplierSign, at: prefix.start) {
            (amount.value, amount.scale) = (amount.value.multiplied(by: factor) ?? amount.value, factor)
        }
        return shared(completed(prefixed(amount, prefix), numeral), at: prefix.start)
    }

    /// Notes what else a name of one word may mean.
    private func shared(_ amount: Amount, at index: Int) -> Amount {
        guard text[index].has(.sharedCurrency), let code = text.value(.currency, at: index), text.values.currency(code) == amount.unit else {
            return amount
        }
        var result = amount
        result.sharedCurrencies = text.value(.sharedCurrency, at: index)
        return result
    }

    // MARK: Before the number

    private func prefix(of numeral: Numeral) -> (start: Int, code: UnitCode)? {
        let start = numeral.pieces.lowerBound
        guard text[start].isNear, let found = text.longest(.currency, endingAt: start, within: 4) else { return nil }
        let (first, last) = (text[found.start], text[start - 1])
        guard isCurrency(found.start..<start, code: found.value) else { return nil }
        if last.isWord, last.shape == .lower { return isNameBefore(first, numeral) ? (found.start, text.values.currency(found.value)) : nil }
        if last.isWord, first.isJoined, text[found.start - 1].isWord || text[found.start - 1].mark == "/" { return nil }
        return (found.start, text.values.currency(found.value))
    }

    /// `ringgit 42`: a name in small letters counts before digits that no noun follows.
    private func isNameBefore(_ name: NumberPiece, _ numeral: Numeral) -> Bool {
        text[numeral.pieces.lowerBound].isDigits && text.longest(.unit, at: numeral.pieces.upperBound) == nil
            && text.longest(.currency, at: numeral.pieces.upperBound) == nil && name.range.count > 2
            && !text.has(.suffixOnly, at: numeral.pieces.lowerBound - 1)
    }

    /// `ALL` and `TOP` are codes, `All` and `Top` are words.
    private func isCurrency(_ pieces: Range<Int>, code: Int) -> Bool {
        let piece = text[pieces.lowerBound]
        guard pieces.count == 1, piece.isWord, piece.range.count == 3, piece.shape == .title else { return true }
        return text.lexicon.text(of: piece.word) != text.string(code).lowercased()
    }

    private func prefixed(_ amount: Amount, _ prefix: (start: Int, code: UnitCode)) -> Amount {
        var result = amount.with(.money, unit: prefix.code, end: amount.pieces.upperBound, rule: .moneyPrefix)
        result.hasPrefix = true
        var start = prefix.start
        if text[start - 1].isMinus, text[start].isJoined, !text[start - 1].isJoined || text[start - 1].mark == "\u{2212}" {
            start -= 1
            result.value = result.value.negated
        } else if text.has(.minus, at: start - 1), text[start].isNear, !text.has(.or, at: start - 2) {
            start -= 1
            result.value = result.value.negated
        }
        result.pieces = start..<result.pieces.upperBound
        return result
    }

    /// Takes in `million`, a repeated name (`$5 million dollars`) and cents (`$20 and 43c`).
    private func completed(_ amount: Amount, _ numeral: Numeral) -> Amount {
        var result = withMultiplier(amount)
        if let next = text.afterJoint(result.pieces.upperBound), text[next].isWord,
            let name = text.longest(.currency, at: next), text.values.currency(name.value) == result.unit
        {
            result.pieces = result.pieces.lowerBound..<name.end
        }
        return withMinor(result)
    }

    // MARK: After the number

    /// `30 MUSD`: the sign of a million is part of the currency's code.
    func millions(_ numeral: Numeral) -> Amount? {
        let last = numeral.pieces.upperBound - 1
        guard text[last].has(.multiplierSign), text[last].has(.currency), let code = text.value(.currency, at: last) else { return nil }
        return Amount(numeral).with(.money, unit: text.values.currency(code), end: last + 1, rule: .moneySuffix)
    }

    private func suffix(after numeral: Numeral) -> NumberText.Phrase? {
        let end = numeral.pieces.upperBound
        var next = text.afterJoint(end)
        if numeral.scale != nil, text.has(.of, at: end) { next = end + 1 }
        guard let index = next, let found = text.longest(.currency, at: index), isCurrency(index..<found.end, code: found.value) else { return nil }
        let last = text[found.end - 1]
        if text[index].form == .mark, text[index - 1].isHyphen { return nil }
        if text[index].isWord, text[index].range.count == 1, !text[index].isJoined { return nil }
        if !text[index].isJoined, text[found.end].isDigits, text[found.end].isJoined || isPrice(at: found.end) { return nil }
        if found.end == index + 1, last.has(.unit), !isMoney(numeral, index) { return nil }
        return found
    }

    /// `an underground one Rs |550|`: no cents.
    private func isPrice(at index: Int) -> Bool { text[index].isNear && text[index].value.map { ExactDecimal(99) < $0 } ?? false }

    /// Pounds are money in millions and a mass otherwise.
    private func isMoney(_ numeral: Numeral, _ index: Int) -> Bool {
        numeral.scale != nil || !(numeral.value < 5000) || text[index].form == .mark
    }

    private func minor(after numeral: Numeral) -> NumberText.Phrase? {
        guard let index = text.afterJoint(numeral.pieces.upperBound), let found = text.longest(.minorCurrency, at: index) else { return nil }
        let isLetter = text[index].isWord && text[index].range.count == 1
        if isLetter, text[index].shape != .lower { return nil }
        let next = text[found.end]
        let isPrice = text[index].isJoined && text[index - 1].isDigits && !(next.isJoined && next.form != .mark) && numeral.value < 1000
        return isLetter && !isPrice ? nil : found
    }

    /// `75 USD million`, `LE 1.29 billion`.
    private func withMultiplier(_ amount: Amount) -> Amount {
        guard amount.scale == nil, let index = text.afterJoint(amount.pieces.upperBound), let factor = text.decimal(.multiplier, at: index),
            let value = amount.value.multiplied(by: factor)
        else { return amount }
        var result = amount
        (result.value, result.scale, result.pieces) = (value, factor, amount.pieces.lowerBound..<index + 1)
        return result
    }

    /// `3 dollars 50 cents`, `3 dollars and 50 cents`, `15 dollars 50`.
    private func withMinor(_ amount: Amount) -> Amount {
        let end = amount.pieces.upperBound
        let joins = text.has(.and, at: end) || text[end].mark == ","
        let next = joins ? end + 1 : end
        guard amount.scale == nil, text[next].isNear, text[next].isDigits || text[next].has(.number),
            let numeral = numerals.read(at: next, acceptsAnd: false), numeral.pieces.lowerBound == next, numeral.kind == .cardinal,
            numeral.value < 100, let cents = numeral.value.multiplied(by: .hundredth),
            let sum = amount.value.adding(cents)
        else { return amount }
        var result = amount
        result.value = sum
        if let minor = minor(after: numeral) {
            result.pieces = amount.pieces.lowerBound..<minor.end
        } else if text[end].mark != ",", !amount.hasPrefix, !(numeral.value < 10), amount.value.exponent >= 0,
            !text[numeral.pieces.upperBound].isWord,
            !text[numeral.pieces.upperBound].isJoined || text[numeral.pieces.upperBound].mark == "."
        {
            result.pieces = amount.pieces.lowerBound..<numeral.pieces.upperBound
        } else {
            return amount
        }
        return result
    }
}
