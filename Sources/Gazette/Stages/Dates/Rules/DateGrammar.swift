/// The rules, and which of them name a point of the calendar that other rules may build on.
enum DateGrammar {
    static let points: [any DateRule.Type] = [
        CalendarDateRule.self, NumericDateRule.self, YearRule.self, QuarterRule.self, RelativeRule.self, AnaphorRule.self, HolidayRule.self,
        SeasonRule.self, DayWordRule.self, ListedDayRule.self, DayOfMonthRule.self, ShortDateRule.self,
    ]
    /// What with points may be built on: what a time of day may be of, or a part may be part of.
    static let around: [any DateRule.Type] = [ModifiedRule.self, WithinRule.self, AgoRule.self]
    private static let others: [any DateRule.Type] = [
        SetRule.self, DurationRule.self, TimeOfDayRule.self, DayPartRule.self, YearRangeRule.self, ReferenceRule.self, DayRangeRule.self,
    ]

    /// All rules, in the order in which they are asked.
    static let rules = points + around + others

    /// What points begin with, and what stands behind the article before them.
    static let pointOpening = points.reduce(into: DateOpening()) { $0.formUnion($1.opening) }
    static let pointBehindArticle = points.reduce(into: DateOpening()) { $0.formUnion($1.behindArticle) }

    private static let index = RuleIndex(rules)
    /// Points are the first of all rules, what may be built on with them comes next. As numbers they are constants.
    static let pointRules = RuleSet(first: 12)
    static let wideRules = RuleSet(first: 15)

    /// The longest expression at a token; of equally long ones the first rule's.
    static func match(at index: Int, in text: DateText) -> DateMatch? {
        let fitting = self.index.rules(at: index, in: text)
        var best = point(at: index, fitting.intersection(pointRules), in: text)
        self.index.find(fitting.subtracting(pointRules), at: index, in: text, best: &best)
        return best
    }

    /// The longest expression at a token that names a point of the calendar. Rules ask for it in the course of their own match, to a bounded depth.
    static func point(at index: Int, in text: DateText, isWide: Bool = false) -> DateMatch? {
        guard text.memo.pointee.depth < deepest, text.token(index) != nil else { return nil }
        guard isWide else {
            if let known = text.memo.pointee.knownPoint(at: index) { return known }
            return point(at: index, self.index.rules(at: index, in: text).intersection(pointRules), in: text)
        }
        text.memo.pointee.depth += 1
        defer { text.memo.pointee.depth -= 1 }
        var best: DateMatch?
        self.index.find(self.index.rules(at: index, in: text).intersection(wideRules), at: index, in: text, best: &best)
        return best
    }

    private static func point(at index: Int, _ fitting: RuleSet, in text: DateText) -> DateMatch? {
        guard text.memo.pointee.depth < deepest else { return nil }
        guard !fitting.isEmpty else {
            text.memo.pointee.keepPoint(nil, at: index)
            return nil
        }
        if let known = text.memo.pointee.knownPoint(at: index) { return known }
        text.memo.pointee.depth += 1
        defer { text.memo.pointee.depth -= 1 }
        var best: DateMatch?
        self.index.find(fitting, at: index, in: text, best: &best)
        text.memo.pointee.keepPoint(best, at: index)
        return best
    }

    /// How deep rules may ask for points inside points.
    private static let deepest = 3
}
