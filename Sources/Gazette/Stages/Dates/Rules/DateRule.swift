/// A temporal expression in the text, before it is placed on the calendar.
struct DateMatch {
    var tokens: TokenRange
    var meaning: Meaning
    var modifier: TemporalExpression.Modifier?
    var rule: StaticName = "date"

    var end: Int { tokens.upperBound }

    init(_ tokens: TokenRange, _ meaning: Meaning, _ modifier: TemporalExpression.Modifier? = nil) {
        (self.tokens, self.meaning, self.modifier) = (tokens, meaning, modifier)
    }
}

/// A family of temporal expressions.
protocol DateRule: Sendable {
    static var name: StaticName { get }
    /// The longest expression of the family that begins at a token.
    static func match(at index: Int, in text: DateText) -> DateMatch?
}

/// The rules, and which of them name a point of the calendar that other rules may build on.
enum DateGrammar {
    static let points: [any DateRule.Type] = [
        CalendarDateRule.self, NumericDateRule.self, YearRule.self, QuarterRule.self, RelativeRule.self, AnaphorRule.self, HolidayRule.self,
        SeasonRule.self, DayWordRule.self,
    ]
    static let rules: [any DateRule.Type] =
        points + [
            ModifiedRule.self, WithinRule.self, SetRule.self, DurationRule.self, AgoRule.self, TimeOfDayRule.self, DayPartRule.self,
            YearRangeRule.self, ReferenceRule.self,
        ]
    /// Points with what stands before and around them: what a time of day may be of, or a part may be part of.
    private static let wide: [any DateRule.Type] = points + [ModifiedRule.self, WithinRule.self, AgoRule.self]

    /// The longest expression at a token; of equally long ones the first rule's.
    static func match(at index: Int, in text: DateText) -> DateMatch? { longest(of: rules, at: index, in: text) }

    /// The longest expression at a token that names a point of the calendar. Rules ask for it in the course of their own match, to a bounded depth.
    static func point(at index: Int, in text: DateText, isWide: Bool = false) -> DateMatch? {
        guard text.depth < 2, text.token(index) != nil else { return nil }
        var nested = text
        nested.depth += 1
        return longest(of: isWide ? wide : points, at: index, in: nested)
    }

    private static func longest(of rules: [any DateRule.Type], at index: Int, in text: DateText) -> DateMatch? {
        var best: DateMatch?
        for rule in rules {
            guard var match = rule.match(at: index, in: text), match.end > best?.end ?? index else { continue }
            match.rule = rule.name
            best = match
        }
        return best
    }
}
