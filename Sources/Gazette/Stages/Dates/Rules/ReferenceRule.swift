/// Words for the past, the present and the future without a place on the calendar: `now`, `recently`, `the future`, `in the past`, `soon`.
enum ReferenceRule: DateRule {
    static let name: StaticName = "reference"

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        let start = text.role(index) == .the ? index + 1 : index
        if start > index, let read = text.phrase(.dateWord, at: index), let reference = Reference(rawValue: read.value) {
            return DateMatch(index..<read.end, .reference(reference))
        }
        guard let read = text.phrase(.dateWord, at: start), let reference = Reference(rawValue: read.value) else { return nil }
        let isPrepositional = read.end > start + 1 && text.role(start)?.isPreposition == true
        return DateMatch((isPrepositional ? start + 1 : index)..<read.end, .reference(reference))
    }
}
