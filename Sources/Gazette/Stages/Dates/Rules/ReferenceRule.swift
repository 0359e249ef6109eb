/// Words for the past, the present and the future without a place on the calendar: `now`, `recently`, `the future`, `in the past`,
/// `will one day be`. Not references: `in the past three months`, `took one day`, `most recently last June`, `year-to-date`.
enum ReferenceRule: DateRule {
    static let name: StaticName = "reference"
    static let opening = DateOpening([.dateWord, .number], roles: [.the], phrases: true)
    static let behindArticle = DateOpening([.dateWord], phrases: true)

    static func isPossible(_ signs: DateSigns) -> Bool {
        signs.shows(.reference) || signs.has(.number) && signs.has(unit: .day) && signs.shows(.measured)
    }

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        if let someday = someday(index, text) { return someday }
        let start = text.role(index) == .the ? index + 1 : index
        if start > index, let read = text.dateWord(index), case .reference(let reference) = read.value {
            return isOpen(read.end, text) ? nil : DateMatch(index..<read.end, .reference(reference))
        }
        guard let read = text.dateWord(start), case .reference(let reference) = read.value, !isOpen(read.end, text) else { return nil }
        if reference == .past, DateGrammar.point(at: read.end, in: text) != nil { return nil }
        let isPrepositional = read.end > start + 1 && text.role(start)?.isPreposition == true
        if isPrepositional, text.isHyphen(start + 1) { return nil }
        return DateMatch((isPrepositional ? start + 1 : index)..<read.end, .reference(reference))
    }

    /// `will one day be`, `may one day return`.
    static func someday(_ index: Int, _ text: DateText) -> DateMatch? {
        guard text.numberWord(index) == 1, text.unit(index + 1) == .day, !text.isPlural(index + 1), text.tense(index - 1) == .future,
            text.token(index + 2)?.kind == .word
        else { return nil }
        return DateMatch(index..<index + 2, .reference(.future))
    }

    /// Whether a length or a unit follows, as in `in the past three months`.
    private static func isOpen(_ index: Int, _ text: DateText) -> Bool {
        let facts = text.facts(at: index)
        return facts.unit > 0 || facts.role == .fiscal || facts.role == .several || facts.role == .couple || text.cardinal(index) != nil
    }
}
