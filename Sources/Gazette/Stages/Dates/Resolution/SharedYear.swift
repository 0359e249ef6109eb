/// Gives the first of two dates that are named together the year of the second: `from March to May 2021`, `between June and November of 2024`,
/// `from November to February 2020`. Not shared: `in March, and in May 2021`.
enum SharedYear {
    /// - Parameter text: a reader whose sentence is the whole text.
    static func share(_ found: inout [FoundDate], _ text: DateText) {
        for index in found.indices.dropLast() where found[index + 1].match.tokens.lowerBound == found[index].match.end + 1 {
            guard found[index].sentence == found[index + 1].sentence, let link = link(found[index].match.end, text),
                case .recurring(let recurring, .byTense) = found[index].match.meaning, let month = month(recurring),
                let year = year(found[index + 1].match.meaning)
            else { continue }
            let isBefore = link == .range && month > (self.month(found[index + 1].match.meaning) ?? 12)
            found[index].match.meaning = .within(recurring, isBefore ? .period(.year(year - 1)) : .period(.year(year)))
        }
    }

    private enum Link { case list, range }

    /// What joins two dates.
    private static func link(_ index: Int, _ text: DateText) -> Link? {
        if text.isDash(index) { return .range }
        switch text.role(index) {
        case .to: return .range
        case .and, .or: return .list
        default: return nil
        }
    }

    private static func month(_ recurring: Recurring) -> Int? {
        switch recurring {
        case .month(let month), .day(let month, _): return month
        default: return nil
        }
    }

    private static func month(_ meaning: Meaning) -> Int? {
        switch meaning {
        case .period(let period): return period.first.month
        case .within(let recurring, _): return month(recurring)
        default: return nil
        }
    }

    private static func year(_ meaning: Meaning) -> Int? {
        switch meaning {
        case .period(let period) where period.grain == .day || period.grain == .month: return period.year
        case .within(let recurring, .period(let period)) where month(recurring) != nil && period.grain == .year: return period.year
        default: return nil
        }
    }
}
