/// Of which pairs a token may be the first and the second part: what two that stand side by side tell is what the one may begin and the other end.
struct DateNeighbour: BitwiseCopyable {
    private(set) var first: DateSigns.Marks = []
    private(set) var second: DateSigns.Marks = []

    init() {}

    /// What the lexicons say of a word.
    init(_ classes: WordClasses, _ facts: DateFacts) {
        if classes.intersects(Self.numbers) { addNumber() }
        if classes.intersects(Self.numberWords) { add([.numbers], [.numbers]) }
        if classes.contains(.month) { add([.joinable], [.joined]) }
        if classes.contains(.ordinal) { add([.nth], []) }
        if facts.unit > 0 { add([.side], [.nth, .measured, .article, .headed]) }
        if facts.unit == TimeUnit.minute.code || facts.unit == TimeUnit.quarter.code { add([.measured, .clockSide], []) }
        if facts.weekday > 0 { add([.side], [.nth]) }
        if let role = facts.role { add(role) }
    }

    private static let numbers = WordClasses([.number, .multiplier])
    private static let numberWords = WordClasses([.number, .multiplier, .decade])

    private mutating func add(_ role: DateRole) {
        switch role {
        case .half: add([.measured, .side, .clockSide], [])
        case .last: add([.nth], [])
        case .a: add([.measured, .article], [])
        case .several, .couple, .of: add([.measured], [])
        case .extra, .fiscal: add([.measured, .headed], [])
        case .the, .that, .latest: add([.headed], [])
        case .so, .old, .long: add([.side], [])
        case .at, .between: add([.announced], [])
        case .period: add([], [.headed])
        case .ago, .hence, .earlier, .later, .on: add([], [.side])
        case .before, .after: add([], [.side, .clockSide])
        case .from: add([.announced], [.side, .clockSide])
        case .past, .to: add([], [.clockSide])
        default: break
        }
    }

    /// Takes note of what is seen by characters.
    mutating func add(_ marks: DateSigns.Marks) {
        if !marks.isDisjoint(with: [.digits, .cardinal]) { addNumber() }
        if marks.contains(.lettered) { add([.nth], []) }
        if marks.contains(.at) { add([.announced], []) }
    }

    private mutating func addNumber() { add([.measured, .side, .clockSide, .joinable], [.announced, .joined]) }

    private mutating func add(_ first: DateSigns.Marks, _ second: DateSigns.Marks) {
        self.first.formUnion(first)
        self.second.formUnion(second)
    }

    /// Takes note that it is a plural.
    mutating func setPlural() { second.subtract([.article, .headed]) }

    /// The same with a dash or a slash behind it, which is passed over.
    var linked: DateNeighbour {
        var linked = self
        if first.contains(.joinable) { linked.add([.joined], []) }
        return linked
    }
}
