/// A number as it is written, without unit, currency or comparator.
struct Numeral {
    enum Kind { case cardinal, ordinal, fraction, multiple }

    /// Indices of pieces.
    var pieces: Range<Int>
    var value: ExactDecimal
    var kind = Kind.cardinal
    /// The multiplier at its end, which the first number of a range may share: `5 to 7 million`.
    var scale: ExactDecimal?
    /// No more than an order of magnitude: `dozens`, `tens of thousands`.
    var isVague = false
    /// Meant roughly without a word of comparison: `a couple`.
    var isRough = false
    /// Digits alone, as identifiers and scores have them.
    var isPlainDigits = false
}

/// Adds up the words of a cardinal: each takes the sum a step further or ends it.
struct CardinalSum {
    private var total = ExactDecimal.zero
    /// What stands before the next multiplier.
    private(set) var group: ExactDecimal?
    /// The group can take numbers below this.
    private(set) var room = ExactDecimal.zero
    private(set) var multiplier: ExactDecimal?
    private(set) var endsWithMultiplier = false
    private(set) var isEmpty = true
    /// Whether the group is a single number as yet.
    private var isSimple = true

    var value: ExactDecimal { group.flatMap { total == .zero ? $0 : total.adding($0) } ?? total }

    /// Whether a number can be added: any at the start, a smaller one after tens, hundreds and multipliers.
    func accepts(_ number: ExactDecimal) -> Bool {
        if isEmpty { return true }
        if number == .zero { return false }
        guard group == nil else { return number < room }
        return multiplier.map { number < $0 } ?? true
    }

    mutating func add(_ number: ExactDecimal, isWord: Bool) {
        guard accepts(number) else { return }
        isSimple = group == nil
        group = group.flatMap { $0.adding(number) } ?? number
        let isTens = isWord && number.exponent == 1 && number.significand > 1 && number.significand < 10
        room = isTens ? .ten : .zero
        (isEmpty, endsWithMultiplier) = (false, false)
    }

    /// Multiplies what stands before; false where the words make no number.
    mutating func multiply(by factor: ExactDecimal) -> Bool {
        let isHundred = factor == .hundred
        if let before = group {
            guard let product = before.multiplied(by: factor) else { return false }
            if isHundred {
                guard before < factor || isSimple && !endsWithMultiplier && total == .zero else { return false }
                (group, room) = (product, factor)
            } else {
                guard multiplier.map({ factor < $0 }) ?? true, let sum = total.adding(product) else { return false }
                (total, group, multiplier) = (sum, nil, factor)
            }
        } else {
            guard !isEmpty, endsWithMultiplier, let before = multiplier, before < factor, let product = total.multiplied(by: factor) else {
                return false
            }
            (total, multiplier) = (product, factor)
        }
        endsWithMultiplier = true
        return true
    }

    /// Puts decimals behind a number: `two point two`.
    mutating func append(decimals: ExactDecimal) {
        group = (group ?? .zero).adding(decimals)
        (room, isEmpty, endsWithMultiplier) = (.zero, false, false)
    }
}
