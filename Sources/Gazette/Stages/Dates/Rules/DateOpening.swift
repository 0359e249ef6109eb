/// What the first token of an expression may be. A rule is asked only where a token fits its opening.
struct DateOpening: Sendable {
    private(set) var classes: WordClasses
    /// Bits of roles, by their codes.
    private(set) var roles: UInt64
    /// Whether it may begin with digits, or with the apostrophe before them.
    private(set) var digits: Bool

    /// - Parameter phrases: whether it may begin with a surface of several words.
    init(_ classes: [WordClass] = [], roles: [DateRole] = [], digits: Bool = false, phrases: Bool = false) {
        self.classes = WordClasses(classes)
        if phrases { self.classes.insert(.phrase) }
        self.roles = roles.reduce(0) { $0 | $1.bit }
        self.digits = digits
    }

    /// What a token is.
    init(of index: Int, in text: DateText) {
        classes = text.token(index)?.classes ?? WordClasses()
        if classes.intersects(.phrase), !text.beginsPhrase(index) { classes = WordClasses(bits: classes.bits & ~WordClasses.phrase.bits) }
        roles = text.role(index)?.bit ?? 0
        digits = text.token(index)?.kind == .number || text.hasDigit(index) || text.isApostrophe(index)
    }

    func fits(_ other: DateOpening) -> Bool {
        classes.intersects(other.classes) || roles & other.roles != 0 || digits && other.digits
    }

    func union(_ other: DateOpening) -> DateOpening {
        var union = self
        union.formUnion(other)
        return union
    }

    mutating func formUnion(_ other: DateOpening) {
        classes.insert(other.classes)
        roles |= other.roles
        digits = digits || other.digits
    }
}

extension DateRole {
    fileprivate var bit: UInt64 { 1 << UInt64(rawValue) }
}
