/// A run of name tokens, and what they are all together: a rule asks this before it looks at each.
struct NameRun: BitwiseCopyable {
    private let first: Int32
    private var length: Int32 = 0
    /// The classes that any of them has.
    private(set) var classes = WordClasses()
    private var traits = Traits()

    private struct Traits: OptionSet, BitwiseCopyable {
        let rawValue: UInt8

        static let listed = Traits(rawValue: 1)
        static let common = Traits(rawValue: 2)
        static let capitals = Traits(rawValue: 4)
        static let abbreviating = Traits(rawValue: 8)
        static let headed = Traits(rawValue: 16)
        static let tailed = Traits(rawValue: 32)
    }

    /// A run without tokens as yet.
    init(from start: Int) { first = Int32(truncatingIfNeeded: start) }

    var count: Int { Int(length) }

    var end: Int { Int(first) &+ count }

    var tokens: TokenRange { Int(first)..<end }

    /// Whether any of them is in the dictionary.
    var isListed: Bool { traits.contains(.listed) }
    /// Whether any of them is used in small letters more often.
    var isCommon: Bool { traits.contains(.common) }
    /// Whether any of them has no small letter.
    var hasCapitals: Bool { traits.contains(.capitals) }
    /// Whether any of them has two and more capitals.
    var mayAbbreviate: Bool { traits.contains(.abbreviating) }
    /// Whether a number or a word with a capital stands before them that may belong to a name.
    var mayHaveHead: Bool { traits.contains(.headed) }
    /// Whether a number or a mark stands behind them that may belong to a name.
    var mayHaveTail: Bool { traits.contains(.tailed) }

    /// Takes up the next token.
    @inline(__always)
    mutating func append(_ token: Token, _ name: NameToken) {
        length &+= 1
        classes.insert(token.classes)
        traits.formUnion(name.isListed ? .listed : [])
        traits.formUnion(name.isCommon ? .common : [])
        traits.formUnion(token.shape == .upper ? .capitals : [])
        traits.formUnion(token.mayAbbreviate ? .abbreviating : [])
    }

    /// Notes what stands before the first token, and what stands behind the last one.
    @inline(__always)
    mutating func noteNeighbours(before: Token?, gap: TokenGap, behind: Token?) {
        if let before, gap == .space, before.kind == .number || before.kind == .word && before.shape.isCapitalized { traits.insert(.headed) }
        if let behind, behind.kind != .word, behind.gap <= .space { traits.insert(.tailed) }
    }
}
