/// Reads cardinals, ordinals, fractions, mixed numbers and orders of magnitude.
struct NumeralReader {
    let text: NumberText
    let cardinals: CardinalReader

    init(text: NumberText) {
        self.text = text
        cardinals = CardinalReader(text: text)
    }

    /// The numeral that begins at a piece with a number's class, or at the article or sign before it.
    func read(at start: Int, acceptsAnd: Bool = true) -> Numeral? {
        guard var numeral = unsigned(at: start, acceptsAnd) else { return nil }
        if text[numeral.pieces.upperBound].mark == "(", let end = restatementEnd(of: numeral) { numeral.pieces = numeral.pieces.lowerBound..<end }
        if let sign = signStart(before: numeral.pieces.lowerBound) {
            numeral.pieces = sign..<numeral.pieces.upperBound
            if text[sign].mark != "+" { numeral.value = numeral.value.negated }
            numeral.isPlainDigits = false
        }
        return numeral
    }

    private func unsigned(at start: Int, _ acceptsAnd: Bool) -> Numeral? {
        if text[start].isDigits { return short(text[start].value, at: start) ?? counted(from: start, acceptsAnd) }
        let classes = text[start].classes
        if text.has(.group, at: start) { return group(at: start) }
        if text.isUnitArticle(start) { return Numeral(pieces: start..<start + 1, value: .one) }
        if classes.contains(.number) { return short(text.decimal(.number, at: start), at: start) ?? counted(from: start, acceptsAnd) }
        if classes.contains(.fraction), let fraction = fraction(at: start) { return fraction }
        if classes.contains(.ordinal), !isSecondOfTime(at: start), let value = text.decimal(.ordinal, at: start) {
            return Numeral(pieces: start..<start + 1, value: value, kind: .ordinal)
        }
        if classes.contains(.vagueNumber) { return vague(at: start) }
        return classes.contains(.multiplier) ? bareMultiplier(at: start) : nil
    }

    // MARK: Numbers of one piece or two

    /// Whether nothing behind a number, a hyphen or dash in between, makes a longer numeral with it. Most numbers are such.
    private func isAlone(_ start: Int) -> Bool {
        let next = text[start + 1]
        if next.isDigits || (next.isDash ? text[start + 2] : next).continuesNumerals { return false }
        switch next.mark {
        case "/", "^", "(": return false
        default: return !text[start].isDigits || !ScientificNotation.mayFollow(in: text.bytes, at: Int(text[start].range.end))
        }
    }

    /// A number of one piece, or one with a multiplier and nothing behind it; nil where there is more to read, or no value.
    private func short(_ value: ExactDecimal?, at start: Int) -> Numeral? {
        guard let value else { return nil }
        if isAlone(start) { return Numeral(pieces: start..<start + 1, value: value, isPlainDigits: text[start].isDigits) }
        return multiple(of: value, at: start)
    }

    /// `5 million`, `two hundred`.
    private func multiple(of value: ExactDecimal, at start: Int) -> Numeral? {
        guard text[start + 1].has(.multiplier), !text[start + 1].has(.number), text[start + 1].gap == .space, isAlone(start + 1), !text.asksAllRules,
            let factor = text.decimal(.multiplier, at: start + 1)
        else { return nil }
        var sum = CardinalSum()
        sum.add(value, isWord: !text[start].isDigits)
        return sum.multiply(by: factor) ? Numeral(pieces: start..<start + 2, value: sum.value, scale: factor) : nil
    }

    /// `half a |second|`, `a |tenth| of a |second|`; `wait a |second|.`, with nothing behind it that it could count.
    private func isSecondOfTime(at index: Int) -> Bool {
        guard text.has(.article, at: index - 1) else { return false }
        if text[index].has(.timeUnit), !text[index + 1].isWord, !text[index + 1].isHyphen { return true }
        return isTime(at: index)
            || text[index].has(.timeUnit) && (text[index - 2].has(.fraction) || text.has(.of, at: index - 2) && text[index - 3].has(.fraction))
    }

    /// `twenty (20) workers`: the same number once more in brackets.
    private func restatementEnd(of numeral: Numeral) -> Int? {
        let next = numeral.pieces.upperBound
        guard numeral.kind == .cardinal, let again = cardinals.read(at: next + 1), again.value == numeral.value,
            text[again.end].mark == ")"
        else { return nil }
        return again.end + 1
    }

    /// `minus`, or a minus sign that is joined to the number and to nothing before it.
    private func signStart(before start: Int) -> Int? {
        if text[start - 1].isWord { return text.has(.minus, at: start - 1) && text[start].isNear && !text.has(.or, at: start - 2) ? start - 1 : nil }
        let sign = text[start - 1]
        if sign.mark == "+" {
            let before = text[start - 2]
            return text[start].isDigits && text[start].isJoined && (!sign.isJoined || before.mark == "(" || before.mark == "[") ? start - 1 : nil
        }
        if sign.isMinus {
            let before = text[start - 2]
            guard text[start].isJoined, text[start - 2].mark != "/",
                !sign.isJoined || before.form == .mark && (before.has(.comparator) || before.mark == "(" || before.mark == "[")
            else { return nil }
            return before.isDigits && sign.isNear ? nil : start - 1
        }
        return nil
    }

    /// `a couple of`, `a pair of`.
    private func group(at start: Int) -> Numeral? {
        guard text.has(.article, at: start - 1), text[start].isNear, text.has(.of, at: start + 1) || !text[start + 1].isWord,
            let value = text.decimal(.number, at: start)
        else { return nil }
        return Numeral(pieces: start - 1..<start + 1, value: value, isRough: text.has(.rough, at: start))
    }

    // MARK: From a cardinal on

    private func counted(from start: Int, _ acceptsAnd: Bool) -> Numeral? {
        guard let cardinal = cardinals.read(at: start, acceptsAnd: acceptsAnd) else { return nil }
        return extended(cardinal, from: start, acceptsAnd)
    }

    /// Reads on after a cardinal: an ordinal's end, a denominator, a fraction added.
    private func extended(_ cardinal: CardinalReader.Cardinal, from start: Int, _ acceptsAnd: Bool) -> Numeral {
        var numeral = Numeral(
            pieces: start..<cardinal.end, value: cardinal.value, scale: cardinal.scale, isPlainDigits: cardinal.isPlainDigits)
        if let ordinal = ordinalEnd(of: cardinal) {
            return Numeral(pieces: start..<ordinal.end, value: ordinal.value, kind: .ordinal)
        }
        if let (value, end) = quotient(cardinal) {
            return withMultiplier(Numeral(pieces: start..<end, value: value, kind: .fraction))
        }
        if let (value, end) = mixed(cardinal, acceptsAnd) {
            (numeral.value, numeral.pieces, numeral.isPlainDigits) = (value, start..<end, false)
            if cardinal.scale == nil { numeral = withMultiplier(numeral) }
        }
        return numeral
    }

    /// `21|st`, `twenty-|first`, `two hundred|th`.
    private func ordinalEnd(of cardinal: CardinalReader.Cardinal) -> (value: ExactDecimal, end: Int)? {
        if cardinal.isPlainDigits {
            let isSuffixed = text[cardinal.end].isJoined && cardinal.value.exponent >= 0 && text.has(.ordinalSuffix, at: cardinal.end)
            return isSuffixed ? (cardinal.value, cardinal.end + 1) : nil
        }
        var next = cardinal.end
        if cardinal.hasDigits { return nil }
        if cardinal.sum.endsWithMultiplier, text.has(.and, at: next) { next += 1 }
        guard let index = text[next].isDash && text[next].isJoined && text[next + 1].isJoined ? next + 1 : text.afterJoint(next),
            let number = text.decimal(.ordinal, at: index)
        else { return nil }
        var sum = cardinal.sum
        if sum.accepts(number) {
            sum.add(number, isWord: true)
            return (sum.value, index + 1)
        }
        let isPower = number.significand == 1 && number.exponent >= 2
        guard isPower, cardinal.value != .one, sum.multiply(by: number) else { return nil }
        return (sum.value, index + 1)
    }

    /// `10 1/2`, `2½`, `one and a half`, `a million and a half`.
    private func mixed(_ cardinal: CardinalReader.Cardinal, _ acceptsAnd: Bool) -> (ExactDecimal, Int)? {
        let next = cardinal.end
        if cardinal.isPlainDigits {
            if text[next].form == .mark, text[next].has(.fraction), text[next].isNear {
                return sum(cardinal.value, text.fraction(at: next), next + 1)
            }
            if text[next].isDigits, text[next].gap == .space, let (part, end) = slashed(from: next) { return sum(cardinal.value, part, end) }
        }
        guard acceptsAnd, let and = text.afterJoint(next), text.has(.and, at: and), let start = text.afterJoint(and + 1),
            let part = addend(at: start, scaled: cardinal.scale != nil)
        else { return nil }
        let scaled = part.scale == nil ? part.value.multiplied(by: cardinal.scale ?? .one) : part.value
        return sum(cardinal.value, scaled, part.pieces.upperBound)
    }

    private func sum(_ left: ExactDecimal, _ right: ExactDecimal?, _ end: Int) -> (ExactDecimal, Int)? {
        right.flatMap { left.adding($0) }.map { ($0, end) }
    }

    /// The fraction behind `and`.
    private func addend(at start: Int, scaled: Bool) -> Numeral? {
        if text.has(.article, at: start), let index = text.afterJoint(start + 1), text[index].has(.fraction) {
            guard let value = text.fraction(at: index), value < .one else { return nil }
            let part = Numeral(pieces: start..<index + 1, value: value, kind: .fraction)
            return scaled ? withMultiplier(part) : part
        }
        guard text[start].has(.number), let cardinal = cardinals.read(at: start, acceptsAnd: false), let (value, end) = quotient(cardinal) else {
            return nil
        }
        let part = Numeral(pieces: start..<end, value: value, kind: .fraction)
        return scaled ? withMultiplier(part) : part
    }

    // MARK: Fractions without a numerator

    /// `half`, `a third`, `half a million`, `½`.
    private func fraction(at start: Int) -> Numeral? {
        guard let value = text.fraction(at: start) else { return nil }
        if ExactDecimal.one < value { return Numeral(pieces: start..<start + 1, value: value, kind: .multiple) }
        guard value < .one, !isTime(at: start) else { return nil }
        if text[start].form == .mark { return Numeral(pieces: start..<start + 1, value: value, kind: .fraction) }
        let hasArticle = text.has(.article, at: start - 1) && text[start].isNear
        let bare = Numeral(pieces: (hasArticle ? start - 1 : start)..<start + 1, value: value, kind: .fraction)
        let scaled = withMultiplier(bare)
        if scaled.scale != nil { return scaled }
        return isPart(at: start, hasArticle) ? bare : nil
    }

    /// `half an hour`, `a tenth of a second`: a length of time.
    private func isTime(at index: Int) -> Bool {
        let next = text.has(.of, at: index + 1) ? index + 2 : index + 1
        return text.has(.article, at: next) && text[next + 1].has(.timeUnit) && text[next + 1].isWord
    }

    /// Whether a word is a part and no rank, half-time or quarter of a year: `a third of`, `by a third`, `half the`, `quarter-litre`.
    private func isPart(at index: Int, _ hasArticle: Bool) -> Bool {
        let (next, start) = (text[index + 1], hasArticle ? index - 1 : index)
        if next.isHyphen { return next.isJoined && text.longest(.unit, at: index + 2) != nil }
        if text.has(.of, at: index + 1) {
            if hasArticle || text.longest(.unit, at: index + 2) != nil || text.has(.article, at: index + 2) { return true }
            return isHalf(at: index) && !text[index - 1].has(.ordinal) && !text.has(.notHalf, at: index - 1)
        }
        let isCompared = text.has(.by, at: start - 1) || text.longest(.comparator, endingAt: start, within: 5) != nil
        if hasArticle {
            let isMeasured = isCompared || isMeasured(start) || !next.isWord && (start == 0 || isHalf(at: index))
            return isDifference(at: index) || isMeasured && (text.endsPhrase(at: index + 1) || isCompared && text.endsLikeParticiple(at: index + 1))
        }
        guard isHalf(at: index), !text[index - 1].has(.ordinal), !text.has(.notHalf, at: index - 1) else { return false }
        return isCompared || text.has(.notOne, at: index + 1) || text.has(.halfOf, at: index + 1) || text.has(.article, at: index + 1)
            || text.longest(.unit, at: index + 1) != nil
    }

    /// `a fifth more`, `a quarter cheaper than`, `a third as much`.
    private func isDifference(at index: Int) -> Bool {
        text[index + 1].isNear && (text.has(.comparative, at: index + 1) || text.has(.than, at: index + 2) || text.has(.halfOf, at: index + 1))
    }

    /// `rose a third`, `took a quarter`, `of whom a tenth`.
    private func isMeasured(_ start: Int) -> Bool {
        text.has(.change, at: start - 1) || text.has(.share, at: start - 1) || text[start].isNear && text.has(.of, at: start - 2)
    }

    private func isHalf(at index: Int) -> Bool { text.fraction(at: index) == .half }

    /// Multiplies a fraction by `million`, `a million`, `of a million`.
    private func withMultiplier(_ numeral: Numeral) -> Numeral {
        var next = numeral.pieces.upperBound
        if text.has(.of, at: next), text.has(.article, at: next + 1), text[next + 2].has(.multiplier) { next += 1 }
        if text.has(.article, at: next), text[next + 1].has(.multiplier) { next += 1 }
        guard let index = text.afterJoint(next), let factor = text.decimal(.multiplier, at: index), let value = numeral.value.multiplied(by: factor)
        else { return numeral }
        return Numeral(pieces: numeral.pieces.lowerBound..<index + 1, value: value, scale: factor)
    }

    // MARK: Orders of magnitude

    /// `dozens of`, `tens of thousands`, `millions`.
    private func vague(at start: Int) -> Numeral? {
        guard var value = text.decimal(.vagueNumber, at: start) else { return nil }
        var (end, scale) = (start + 1, value)
        while end < start + 5, text.has(.of, at: end), let factor = text.decimal(.vagueNumber, at: end + 1),
            let product = value.multiplied(by: factor)
        {
            (value, end, scale) = (product, end + 2, factor)
        }
        let isBare = end == start + 1
        if isBare, !text[start].has(.multiplier), !text.has(.of, at: end) { return nil }
        if isBare, text.has(.of, at: end), text[end + 1].isDigits || text[start - 1].isDigits { return nil }
        return Numeral(pieces: start..<end, value: value, scale: scale, isVague: true)
    }

    /// `a hundred`, `several hundred`, `a billion-dollar deal`.
    private func bareMultiplier(at start: Int) -> Numeral? {
        let before = text[start - 1].roles
        if before.contains(.article), text[start].isNear {
            return read(multiple: start, from: start - 1)
        }
        let isFew = before.contains(.few) && text[start].isNear
        if !isFew, isAlone(start), !isBeforeCurrency(start), !text.asksAllRules { return nil }
        guard var numeral = read(multiple: start, from: start) else { return nil }
        if isFew {
            numeral.isVague = true
            return numeral
        }
        let end = numeral.pieces.upperBound
        return isBeforeCurrency(end - 1) || numeral.pieces.count > 1 && text.afterJoint(end) != nil ? numeral : nil
    }

    private func isBeforeCurrency(_ index: Int) -> Bool { text.afterJoint(index + 1).map { text.longest(.currency, at: $0) != nil } ?? false }

    /// A cardinal whose first multiplier stands for one of it.
    private func read(multiple index: Int, from start: Int) -> Numeral? {
        guard let factor = text.decimal(.multiplier, at: index) else { return nil }
        var sum = CardinalSum()
        sum.add(.one, isWord: false)
        guard sum.multiply(by: factor) else { return nil }
        return cardinals.read(at: index + 1, continuing: sum, scale: factor).map { extended($0, from: start, true) }
    }
}
