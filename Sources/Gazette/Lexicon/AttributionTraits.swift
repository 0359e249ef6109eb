/// What a word of the `attribution` class is and with which complements it attributes; lexicons/SCHEMA.md defines each.
package struct AttributionTraits: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    // Forms.
    package static let base = AttributionTraits(rawValue: 1 << 0)
    package static let third = AttributionTraits(rawValue: 1 << 1)
    package static let past = AttributionTraits(rawValue: 1 << 2)
    package static let participle = AttributionTraits(rawValue: 1 << 3)
    package static let gerund = AttributionTraits(rawValue: 1 << 4)
    package static let noun = AttributionTraits(rawValue: 1 << 5)
    package static let adjective = AttributionTraits(rawValue: 1 << 6)
    package static let adjunct = AttributionTraits(rawValue: 1 << 7)
    /// A surface that hides the words in it.
    package static let blank = AttributionTraits(rawValue: 1 << 8)
    /// A form that is more often another word.
    package static let guarded = AttributionTraits(rawValue: 1 << 15)
    // Complements.
    package static let quote = AttributionTraits(rawValue: 1 << 9)
    package static let clause = AttributionTraits(rawValue: 1 << 10)
    package static let always = AttributionTraits(rawValue: 1 << 11)
    package static let object = AttributionTraits(rawValue: 1 << 12)
    package static let infinitive = AttributionTraits(rawValue: 1 << 13)
    package static let hearer = AttributionTraits(rawValue: 1 << 14)
    package static let role = AttributionTraits(rawValue: 1 << 16)

    /// The forms of a verb.
    static let verb: AttributionTraits = [.base, .third, .past, .participle, .gerund]
    static let pastForms: AttributionTraits = [.past, .participle]

    /// Their names in the `value` column, by bit.
    package static let names = [
        "base", "third", "past", "participle", "gerund", "noun", "adjective", "adjunct", "blank", "quote", "clause", "always", "object", "to",
        "hearer", "guard", "as",
    ]

    /// The last eight letters of each name as a number.
    private static let keys = names.map { key(of: $0.utf8) }

    private static func key(of name: some Sequence<UInt8>) -> UInt64 { name.reduce(0) { $0 << 8 | UInt64($1) } }

    /// The traits that a value names, comma-separated.
    init(value: UnsafeBufferPointer<UInt8>) {
        self = []
        var first = 0
        while first < value.count {
            let end = value[first...].firstIndex(of: UInt8(ascii: ",")) ?? value.count
            if let bit = Self.keys.firstIndex(of: Self.key(of: value[first..<end])) { formUnion(Self(rawValue: 1 << UInt32(bit))) }
            first = end + 1
        }
    }

    package init?(name: String) {
        guard let bit = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: 1 << UInt32(bit))
    }
}
