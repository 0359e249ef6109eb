/// What a token is to the one behind it, as far as two that stand side by side tell more than that both are there.
struct DateNeighbour: OptionSet {
    let rawValue: UInt32

    private static let number = DateNeighbour(rawValue: 1 << 0)
    private static let half = DateNeighbour(rawValue: 1 << 1)
    /// `minutes`, `quarter`.
    private static let clockUnit = DateNeighbour(rawValue: 1 << 2)
    private static let unit = DateNeighbour(rawValue: 1 << 3)
    private static let weekday = DateNeighbour(rawValue: 1 << 4)
    private static let month = DateNeighbour(rawValue: 1 << 5)
    /// What may stand behind the unit of a length: the `so` of `a week or so`, the `old` of `year-old`.
    private static let closing = DateNeighbour(rawValue: 1 << 6)
    /// `third`, `3rd`, `last`.
    private static let ordinal = DateNeighbour(rawValue: 1 << 7)
    private static let announcing = DateNeighbour(rawValue: 1 << 8)
    private static let article = DateNeighbour(rawValue: 1 << 9)
    /// `several`, and what may stand between a number and what it counts.
    private static let counting = DateNeighbour(rawValue: 1 << 10)
    /// `the`, `that`, `latest`, and what may stand between them and a unit.
    private static let head = DateNeighbour(rawValue: 1 << 11)
    /// What may stand behind others alone.
    private static let side = DateNeighbour(rawValue: 1 << 12)
    private static let clockSide = DateNeighbour(rawValue: 1 << 13)
    private static let period = DateNeighbour(rawValue: 1 << 14)
    private static let numberWord = DateNeighbour(rawValue: 1 << 15)
    /// A dash or a slash.
    private static let link = DateNeighbour(rawValue: 1 << 16)
}

extension DateNeighbour {
    init(_ token: Token, _ facts: DateFacts, _ marks: DateSigns.Marks) {
        var found = DateNeighbour()
        let (classes, unit) = (token.classes, facts.unit)
        found.add(.number, !marks.isDisjoint(with: [.digits, .cardinal]) || token.kind == .number || classes.intersects(Self.numbers))
        found.add(.numberWord, classes.intersects(Self.numbers) || classes.contains(.decade))
        found.add(.month, classes.contains(.month))
        found.add(.ordinal, classes.contains(.ordinal) || marks.contains(.lettered) || facts.has(Self.last))
        found.add(.link, !marks.isDisjoint(with: [.dash, .slash]))
        found.add(.unit, unit > 0)
        found.add(.clockUnit, unit == TimeUnit.minute.code || unit == TimeUnit.quarter.code)
        found.add(.weekday, facts.weekday > 0)
        found.add(.half, facts.has(Self.halves))
        found.add(.closing, facts.has(Self.closings))
        found.add(.announcing, facts.has(Self.announcers) || marks.contains(.at))
        found.add(.article, facts.has(Self.articles))
        found.add(.counting, facts.has(Self.counters))
        found.add(.head, facts.has(Self.heads))
        found.add(.side, facts.has(Self.sides))
        found.add(.clockSide, facts.has(Self.clockSides))
        found.add(.period, facts.has(Self.periods))
        self = found
    }

    private static let numbers = WordClasses([.number, .multiplier])
    private static let last = DateRoles([.last])
    private static let halves = DateRoles([.half])
    private static let closings = DateRoles([.so, .old, .long])
    private static let announcers = DateRoles([.at, .from, .between])
    private static let articles = DateRoles([.a])
    private static let counters = DateRoles([.several, .couple, .extra, .of, .fiscal])
    private static let heads = DateRoles([.the, .that, .latest, .extra, .fiscal])
    private static let sides = DateRoles([.ago, .hence, .earlier, .later, .before, .after, .on, .from])
    private static let clockSides = DateRoles([.past, .after, .from, .to, .before])
    private static let periods = DateRoles([.period])

    @inline(__always)
    private mutating func add(_ other: DateNeighbour, _ isThere: Bool) { self = DateNeighbour(rawValue: rawValue | (isThere ? other.rawValue : 0)) }

    /// Goes on to the token behind, and takes note of what the two are beside each other.
    mutating func go(to next: DateNeighbour, isPlural: Bool, _ signs: inout DateSigns) {
        var marks: DateSigns.Marks = []
        func add(_ mark: DateSigns.Marks, _ isThere: Bool) { marks.formUnion(DateSigns.Marks(rawValue: isThere ? mark.rawValue : 0)) }
        add(.nth, contains(.ordinal) && next.isAny([.unit, .weekday]))
        add(.measured, isAny([.number, .half, .clockUnit, .article, .counting]) && next.contains(.unit))
        add(.article, contains(.article) && next.contains(.unit) && !isPlural)
        add(.headed, contains(.head) && next.isAny([.unit, .period]) && !isPlural)
        add(.side, isAny([.unit, .weekday, .half, .number, .closing]) && next.contains(.side))
        add(.clockSide, isAny([.number, .half, .clockUnit]) && next.contains(.clockSide))
        add(.announced, contains(.announcing) && next.contains(.number))
        add(.numbers, contains(.numberWord) && next.contains(.numberWord))
        add(.joined, contains(.link) && isAny([.number, .month]) && next.isAny([.number, .month]))
        signs.insert(marks)
        self = next.contains(.link) ? union(.link) : next
    }

    @inline(__always)
    private func isAny(_ others: DateNeighbour) -> Bool { !isDisjoint(with: others) }
}
