/// A word, mark or run of digits, as the number rules read it: a token, or a part of one where digits and letters share it (`3.4bn`, `RM42`).
struct NumberPiece {
    enum Form { case word, digits, mark }

    var range: ByteRange
    var word: WordID
    /// The first scalar of a mark.
    var mark: Unicode.Scalar = "\0"
    var classes: WordClasses
    /// What the word is to the rules.
    var roles = NumberRoles()
    private var significand = 0
    private var exponent: Int32 = 0
    private(set) var hasValue = false
    var form: Form
    var shape: TokenShape
    var gap: TokenGap
    /// The number of the sentence for which it has been made.
    var sentence = 0

    /// A piece that is no number.
    @inline(__always)
    init(range: ByteRange, word: WordID, classes: WordClasses, shape: TokenShape, gap: TokenGap, form: Form) {
        (self.range, self.word, self.classes, self.shape, self.gap, self.form) = (range, word, classes, shape, gap, form)
    }

    /// Digits with their value.
    init(digits range: ByteRange, value: ExactDecimal?, gap: TokenGap) {
        self.init(range: range, word: .unknown, classes: WordClasses(), shape: .none, gap: gap, form: .digits)
        guard let value else { return }
        (significand, exponent, hasValue) = (value.significand, Int32(clamping: value.exponent), true)
    }

    /// The value of digits; nil where they are no number (`1.2.3`) or too long for one.
    var value: ExactDecimal? { hasValue ? ExactDecimal(reduced: significand, exponent: Int(exponent)) : nil }

    /// Stands for what is before the first piece and after the last.
    static let none = NumberPiece(
        range: ByteRange(0, 0), word: .unknown, classes: WordClasses(), shape: .none, gap: .paragraph, form: .mark)

    var isDigits: Bool { form == .digits }
    var isWord: Bool { form == .word }

    /// Whether it stands right behind the piece before it.
    var isJoined: Bool { gap == .none }

    /// Whether it follows the piece before it in the same line.
    var isNear: Bool { gap <= .space }

    /// Whether it names a unit in a word long enough to mean nothing else most of the time.
    var isMeasure: Bool { has(.unit) && form == .word && range.count > 3 && shape == .lower && !has(.currency) && !has(.timeUnit) }

    @inline(__always) func has(_ wordClass: WordClass) -> Bool { classes.contains(wordClass) }

    @inline(__always) func has(_ role: NumberRole) -> Bool { roles.contains(role) }

    /// Any of the hyphens and dashes that ranges, scores and compounds are written with.
    var isDash: Bool {
        switch mark {
        case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}": return true
        default: return false
        }
    }

    /// Whether no rule reads on with it alone behind a number: a plain word, a comma, the sentence's end. What a number counts is no part of it.
    @inline(__always)
    var endsNumbers: Bool {
        if classes.intersects(Self.behindNumbers) || roles.intersects(Self.rolesBehindNumbers) { return false }
        return form == .mark ? !isLink : form == .word && !isJoined
    }

    /// Whether no unit, currency or age behind a cardinal without a multiplier begins with it alone.
    @inline(__always)
    var endsAmounts: Bool {
        if classes.intersects(Self.behindAmounts) || roles.intersects(Self.rolesBehindAmounts) { return false }
        return form == .mark ? !isLink : form == .word && !isJoined
    }

    private static let behindAmounts = WordClasses([.unit, .currency, .minorCurrency])
    private static let rolesBehindAmounts = NumberRoles([.points, .age, .ageMonth, .ageWeek, .ageDay, .belowZero, .fold, .timesSign])

    /// Classes and roles of words that a number goes on with.
    private static let behindNumbers = WordClasses([.unit, .currency, .minorCurrency, .multiplier, .comparatorAfter])
    private static let rolesBehindNumbers = NumberRoles([
        .and, .of, .article, .point, .points, .over, .age, .ageMonth, .ageWeek, .ageDay, .belowZero, .fold, .timesSign, .inside, .outOf, .to, .or,
        .forWord,
    ])

    /// Whether it can tie a number to what stands behind it: a dash, a slash, an opening bracket, a sign of powers.
    var isLink: Bool {
        switch mark {
        case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", "~", "/", "^", "(", "[", "{", "<": return true
        default: return false
        }
    }

    /// Whether it may continue the number before it as a numeral: `twenty |two|`, `two |million|`, `5|k|`, `one |half|`.
    @inline(__always)
    var continuesNumerals: Bool { classes.intersects(Self.inNumerals) || roles.intersects(Self.rolesInNumerals) }

    private static let inNumerals = WordClasses([.number, .multiplier, .multiplierSign, .ordinal, .fraction])
    private static let rolesInNumerals = NumberRoles([.and, .point, .over, .ordinalSuffix])

    /// A hyphen inside a word.
    var isHyphen: Bool { mark == "-" || mark == "\u{2010}" || mark == "\u{2011}" }

    var isMinus: Bool { mark == "-" || mark == "\u{2212}" || mark == "\u{2013}" }
}
