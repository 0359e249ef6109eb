/// A temporal expression in the text, before it is placed on the calendar.
struct DateMatch {
    var tokens: TokenRange
    var meaning: Meaning
    var modifier: TemporalExpression.Modifier?
    var rule: StaticName = "date"
    /// Whether the document is nothing but it.
    var isWhole = false

    var end: Int { tokens.upperBound }

    init(_ tokens: TokenRange, _ meaning: Meaning, _ modifier: TemporalExpression.Modifier? = nil) {
        (self.tokens, self.meaning, self.modifier) = (tokens, meaning, modifier)
    }
}

/// A family of temporal expressions.
protocol DateRule: Sendable {
    static var name: StaticName { get }
    /// What its expressions begin with.
    static var opening: DateOpening { get }
    /// What stands behind `the` where its expressions begin with that.
    static var behindArticle: DateOpening { get }
    /// Whether one of its expressions may be somewhere, by what stands around there. A rule is asked only where this holds.
    static func isPossible(_ signs: DateSigns) -> Bool
    /// The longest expression of the family that begins at a token.
    static func match(at index: Int, in text: DateText) -> DateMatch?
}

extension DateRule {
    static var behindArticle: DateOpening { DateOpening() }

    static func isPossible(_ signs: DateSigns) -> Bool { true }
}
