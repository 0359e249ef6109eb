/// What the first token of an expression may be. A rule is asked only where a token fits its opening.
struct DateOpening: Sendable {
    private(set) var classes: WordClasses
    /// Bits of roles, by their codes.
    private(set) var roles: UInt64
    /// Whether it may begin with digits, or with the apostrophe before them.
    private(set) var digits: Bool
    /// Whether it may be a word in capitals: `FY`.
    private(set) var capitals: Bool
    /// Whether it may be the tens of an ordinal: the `twenty` of `twenty-first`.
    private(set) var tens: Bool

    /// - Parameter phrases: whether it may begin with a surface of several words.
    init(
        _ classes: [WordClass] = [], roles: [DateRole] = [], digits: Bool = false, phrases: Bool = false, capitals: Bool = false, tens: Bool = false
    ) {
        self.classes = WordClasses(classes)
        if phrases { self.classes.insert(.phrase) }
        self.roles = roles.reduce(0) { $0 | $1.bit }
        (self.digits, self.capitals, self.tens) = (digits, capitals, tens)
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
        capitals = capitals || other.capitals
        tens = tens || other.tens
    }
}

extension DateRole {
    fileprivate var bit: UInt64 { 1 << UInt64(rawValue) }
}
