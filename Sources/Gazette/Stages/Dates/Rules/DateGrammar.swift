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

    /// The rules whose expressions may be somewhere, by what stands around there. It is asked at every trigger, so that it calls no rule by its place in
    /// the list.
    static func possible(_ signs: DateSigns) -> RuleSet {
        var (found, number): (RuleSet, UInt32) = ([], 0)
        found.add(CalendarDateRule.self, signs, &number)
        found.add(NumericDateRule.self, signs, &number)
        found.add(YearRule.self, signs, &number)
        found.add(QuarterRule.self, signs, &number)
        found.add(RelativeRule.self, signs, &number)
        found.add(AnaphorRule.self, signs, &number)
        found.add(HolidayRule.self, signs, &number)
        found.add(SeasonRule.self, signs, &number)
        found.add(DayWordRule.self, signs, &number)
        found.add(ListedDayRule.self, signs, &number)
        found.add(DayOfMonthRule.self, signs, &number)
        found.add(ShortDateRule.self, signs, &number)
        found.add(ModifiedRule.self, signs, &number)
        found.add(WithinRule.self, signs, &number)
        found.add(AgoRule.self, signs, &number)
        found.add(SetRule.self, signs, &number)
        found.add(DurationRule.self, signs, &number)
        found.add(TimeOfDayRule.self, signs, &number)
        found.add(DayPartRule.self, signs, &number)
        found.add(YearRangeRule.self, signs, &number)
        found.add(ReferenceRule.self, signs, &number)
        found.add(DayRangeRule.self, signs, &number)
        return found
    }

    /// The rules that a word opens, and those that it opens behind the article.
    static func opened(by classes: WordClasses, _ facts: DateFacts) -> (first: RuleSet, behindArticle: RuleSet) {
        index.opened(by: classes, facts)
    }

    /// The rules that may match at a token by what it is.
    static func opened(at place: Int, in text: DateText) -> RuleSet { index.rules(at: place, in: text) }

    /// The longest expression at a token; of equally long ones the first rule's.
    static func match(at index: Int, in text: DateText) -> DateMatch? { self.index.match(at: index, in: text) }

    /// The longest expression at a token that names a point of the calendar. Rules ask for it in the course of their own match, to a bounded depth.
    static func point(at index: Int, in text: DateText, isWide: Bool = false) -> DateMatch? {
        guard text.memo.pointee.depth < deepest, text.token(index) != nil else { return nil }
        if isWide { return self.index.nested(wideRules, at: index, in: text) }
        if let known = text.memo.pointee.knownPoint(at: index) { return known }
        return self.index.point(at: index, in: text)
    }

    /// How deep rules may ask for points inside points.
    private static let deepest = 3
}

extension RuleIndex {
    /// The longest expression at a token. Points are found first, and kept where other rules are left that may ask for them.
    fileprivate func match(at index: Int, in text: DateText) -> DateMatch? {
        let fitting = possibleRules(at: index, in: text)
        let others = fitting.subtracting(DateGrammar.pointRules)
        guard !others.isEmpty else { return fitting.isEmpty ? nil : nested(fitting, at: index, in: text) }
        let points = fitting.intersection(DateGrammar.pointRules)
        var best: DateMatch?
        if !points.isEmpty {
            best = nested(points, at: index, in: text)
            text.memo.pointee.keepPoint(best, at: index)
        }
        find(others, at: index, in: text, best: &best)
        return best
    }

    /// The longest point at a token.
    fileprivate func point(at index: Int, in text: DateText) -> DateMatch? {
        let fitting = possibleRules(at: index, in: text).intersection(DateGrammar.pointRules)
        let best = fitting.isEmpty ? nil : nested(fitting, at: index, in: text)
        text.memo.pointee.keepPoint(best, at: index)
        return best
    }

    /// The longest expression of some rules at a token, which are one deeper than who asks for them.
    fileprivate func nested(_ rules: RuleSet, at index: Int, in text: DateText) -> DateMatch? {
        text.memo.pointee.depth += 1
        var best: DateMatch?
        find(rules, at: index, in: text, best: &best)
        text.memo.pointee.depth -= 1
        return best
    }

    /// The rules that may match at a token.
    private func possibleRules(at index: Int, in text: DateText) -> RuleSet {
        let possible = text.memo.pointee.possible
        return possible.isEmpty ? [] : rules(at: index, in: text).intersection(possible)
    }
}
