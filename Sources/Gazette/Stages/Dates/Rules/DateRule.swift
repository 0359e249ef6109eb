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
    /// The longest expression of the family that begins at a token.
    static func match(at index: Int, in text: DateText) -> DateMatch?
}

/// The rules, and which of them name a point of the calendar that other rules may build on.
enum DateGrammar {
    private typealias Family = (rule: any DateRule.Type, opening: DateOpening)

    private static let points = families([
        CalendarDateRule.self, NumericDateRule.self, YearRule.self, QuarterRule.self, RelativeRule.self, AnaphorRule.self, HolidayRule.self,
        SeasonRule.self, DayWordRule.self, ListedDayRule.self, DayOfMonthRule.self, ShortDateRule.self,
    ])
    /// What with points may be built on: what a time of day may be of, or a part may be part of.
    private static let around = families([ModifiedRule.self, WithinRule.self, AgoRule.self])
    private static let others = families([
        SetRule.self, DurationRule.self, TimeOfDayRule.self, DayPartRule.self, YearRangeRule.self, ReferenceRule.self, DayRangeRule.self,
    ])

    /// What points begin with.
    static let pointOpening = points.reduce(into: DateOpening()) { $0.formUnion($1.opening) }

    private static func families(_ rules: [any DateRule.Type]) -> [Family] { rules.map { ($0, $0.opening) } }

    /// The longest expression at a token; of equally long ones the first rule's.
    static func match(at index: Int, in text: DateText) -> DateMatch? {
        let first = DateOpening(of: index, in: text)
        let point = point(at: index, in: text)
        return longest(of: others, at: index, first, in: text, than: longest(of: around, at: index, first, in: text, than: point))
    }

    /// The longest expression at a token that names a point of the calendar. Rules ask for it in the course of their own match, to a bounded depth.
    static func point(at index: Int, in text: DateText, isWide: Bool = false) -> DateMatch? {
        guard text.memo.pointee.depth < 3, text.token(index) != nil else { return nil }
        if !isWide, let known = text.memo.pointee.point(at: index) { return known }
        let first = DateOpening(of: index, in: text)
        text.memo.pointee.depth += 1
        defer { text.memo.pointee.depth -= 1 }
        let point = longest(of: points, at: index, first, in: text, than: nil)
        if isWide { return longest(of: around, at: index, first, in: text, than: point) }
        text.memo.pointee.keep(point, at: index)
        return point
    }

    private static func longest(
        of families: [Family], at index: Int, _ first: DateOpening, in text: DateText, than best: DateMatch?
    ) -> DateMatch? {
        var best = best
        for family in families where first.fits(family.opening) {
            guard var match = family.rule.match(at: index, in: text), match.end > best?.end ?? index else { continue }
            match.rule = family.rule.name
            best = match
        }
        return best
    }
}
