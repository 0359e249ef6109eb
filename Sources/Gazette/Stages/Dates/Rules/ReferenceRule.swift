/// Words for the past, the present and the future without a place on the calendar: `now`, `recently`, `the future`, `in the past`, `soon`.
enum ReferenceRule: DateRule {
    static let name: StaticName = "reference"
    static let opening = DateOpening([.dateWord], roles: [.the], phrases: true)

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        let start = text.role(index) == .the ? index + 1 : index
        if start > index, let read = text.phrase(.dateWord, at: index), let reference = Reference(rawValue: read.value) {
            return isOpen(read.end, text) ? nil : DateMatch(index..<read.end, .reference(reference))
        }
        guard let read = text.phrase(.dateWord, at: start), let reference = Reference(rawValue: read.value), !isOpen(read.end, text) else {
            return nil
        }
        let isPrepositional = read.end > start + 1 && text.role(start)?.isPreposition == true
        return DateMatch((isPrepositional ? start + 1 : index)..<read.end, .reference(reference))
    }

    /// Whether a length or a unit follows, as in `in the past three months`.
    private static func isOpen(_ index: Int, _ text: DateText) -> Bool {
        text.unit(index) != nil || text.role(index) == .fiscal || text.role(index) == .several || text.role(index) == .couple
            || text.cardinal(index) != nil
    }
}
