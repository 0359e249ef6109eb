/// Seasons: `the winter of 1994`, `the winter of 1994–95`, `summer 2024`, `in the fall`, `in spring`. Not seasons: `a fall in prices`, `the spring of the lock`, `prices began to fall`, `Winter Olympics`.
enum SeasonRule: DateRule {
    static let name: StaticName = "season"
    static let opening = DateOpening([.season], roles: [.the])
    static let behindArticle = DateOpening([.season])

    static func isPossible(_ signs: DateSigns) -> Bool { signs.has(.season) }

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        let start = text.role(index) == .the ? index + 1 : index
        guard let season = text.season(start), !text.isPlural(start) else { return nil }
        let next = text.role(start + 1) == .of ? start + 2 : text.skippingComma(start + 1)
        if let years = YearRangeRule.match(at: next, in: text), let first = text.fourDigitYear(next) {
            return DateMatch(index..<years.end, .within(.season(season), .period(.year(first))))
        }
        if let inner = DateGrammar.point(at: next, in: text), inner.meaning.isYearLike {
            return DateMatch(index..<inner.end, .within(.season(season), inner.meaning))
        }
        guard text.role(index - 1)?.isPreposition == true, !isVerb(season, index, text),
            isClosed(start + 1, text) || isUnambiguous(season, start + 1, text)
        else { return nil }
        return DateMatch(index..<start + 1, .recurring(.season(season), .byTense))
    }

    /// `to fall`, `to spring`, unless a range of seasons ends with it: `from winter to spring`.
    private static func isVerb(_ season: Season, _ index: Int, _ text: DateText) -> Bool {
        (season == .autumn || season == .spring) && text.role(index - 1) == .to && text.season(index - 2) == nil && text.month(index - 2) == nil
    }

    /// `summer` and `winter` are nothing but seasons, unless a name goes on with them.
    private static func isUnambiguous(_ season: Season, _ next: Int, _ text: DateText) -> Bool {
        (season == .summer || season == .winter) && text.token(next)?.shape == .lower
    }

    /// The name alone, for rules that have the evidence before it.
    static func name(_ index: Int, _ text: DateText) -> DateMatch? {
        guard let season = text.season(index), !text.isPlural(index) else { return nil }
        return DateMatch(index..<index + 1, .recurring(.season(season), .byTense))
    }

    /// Whether no noun follows: a mark, a function word, or the sentence's end.
    private static func isClosed(_ index: Int, _ text: DateText) -> Bool {
        guard let token = text.token(index) else { return true }
        return token.kind == .punctuation && !text.isHyphen(index) || text.role(index) != nil && text.role(index) != .of
    }
}
