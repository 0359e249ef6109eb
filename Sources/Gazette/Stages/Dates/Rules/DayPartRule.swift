/// Parts of days: `Friday night`, `this morning`, `last night`, `tomorrow afternoon`, `the next morning`, `the night of Jan. 3`, `the eve of Easter`, `in the morning`,
/// `overnight`. Not parts of a day: `the night shift`, `an evening newspaper`, `morning sickness`.
enum DayPartRule: DateRule {
    static let name: StaticName = "day-part"
    static let opening = DateGrammar.pointOpening.union(DateOpening([.dayPart]))
    static let behindArticle = DateGrammar.pointBehindArticle.union(DateOpening([.dayPart], roles: [.next, .following, .previous, .that]))

    static func isPossible(_ signs: DateSigns) -> Bool { signs.has(.dayPart) }

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        if let known = text.memo.pointee.knownPart(at: index) { return known }
        let match = read(index, text)
        text.memo.pointee.keepPart(match, at: index)
        return match
    }

    private static func read(_ index: Int, _ text: DateText) -> DateMatch? {
        if let role = text.role(index), let match = afterRole(index, role, text) { return match }
        if let part = text.part(index), !text.isPlural(index), let match = partFirst(index, part, text) { return match }
        guard let token = text.token(index), token.kind == .number || token.classes.intersects(days) || text.role(index) != nil,
            let day = DateGrammar.point(at: index, in: text), day.meaning.isDayLike, let part = part(after: day.end, text)
        else { return nil }
        return DateMatch(index..<part.end, .part(part.part, on: day.meaning), part.modifier)
    }

    private static let days = WordClasses([.weekday, .dateWord, .month, .holiday])

    /// `night`, `early morning`, `in the morning`, `early in the morning`, `at lunchtime`, behind a day.
    private static func part(after index: Int, _ text: DateText) -> (part: DayPart, modifier: TemporalExpression.Modifier?, end: Int)? {
        var (next, modifier) = (index, text.modifier(index))
        if modifier != nil { next = text.skippingHyphen(next + 1) }
        if text.role(next) == .in, text.bytes(next).count == 2, text.role(next + 1) == .the {
            next += 2
        } else if text.role(next) == .at {
            next += 1
        }
        if modifier == nil, next > index, let inner = text.modifier(next) { (modifier, next) = (inner, text.skippingHyphen(next + 1)) }
        guard let part = text.part(next), !text.isPlural(next) else { return nil }
        return (part, modifier, next + 1)
    }

    /// `morning of the 15th of February`; a part alone where the text is nothing else.
    private static func partFirst(_ index: Int, _ part: DayPart, _ text: DateText) -> DateMatch? {
        if text.role(index + 1) == .of, let day = DateGrammar.point(at: index + 2, in: text), day.meaning.isDayLike {
            return DateMatch(index..<day.end, meaning(index, part, day.meaning, text))
        }
        return text.isWhole(index..<index + 1) ? DateMatch(index..<index + 1, .part(part, on: .shift(.day, 0, .document))) : nil
    }

    private static func afterRole(_ index: Int, _ role: DateRole, _ text: DateText) -> DateMatch? {
        let target: Int
        switch role {
        case .this, .last, .that: target = index + 1
        case .the: target = afterArticle(index + 1, text)
        default: return nil
        }
        guard let part = text.part(target), !text.isPlural(target) else { return nil }
        if text.role(target + 1) == .of, let inner = DateGrammar.point(at: target + 2, in: text), inner.meaning.isDayLike {
            return DateMatch(index..<inner.end, meaning(target, part, inner.meaning, text))
        }
        guard role != .the || target > index + 1 || text.role(index - 1) == .in else { return nil }
        return DateMatch(index..<target + 1, .part(part, on: day(role, text.role(index + 1))))
    }

    /// A part of a day; of an eve the day before.
    private static func meaning(_ index: Int, _ part: DayPart, _ day: Meaning, _ text: DateText) -> Meaning {
        text.role(index) == .eve ? .nextTo(-1, day) : .part(part, on: day)
    }

    /// Past `next`, `previous`, `same`.
    private static func afterArticle(_ index: Int, _ text: DateText) -> Int {
        switch text.role(index) {
        case .next, .following, .previous, .that: return index + 1
        default: return index
        }
    }

    /// The day of `this morning`, `last night`, `that evening`, `the next morning`, `the previous night`, `the same evening`, `the morning`.
    private static func day(_ role: DateRole, _ next: DateRole?) -> Meaning {
        switch (role, next) {
        case (.this, _): return .shift(.day, 0, .document)
        case (.last, _): return .shift(.day, -1, .document)
        case (.the, .next), (.the, .following): return .shift(.day, 1, .discourse)
        case (.the, .previous): return .shift(.day, -1, .discourse)
        default: return .mentioned(.day, .current)
        }
    }
}
