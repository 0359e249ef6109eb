/// A run of name tokens, and what they are all together: a rule asks this before it looks at each.
struct NameRun: BitwiseCopyable {
    private let first: Int32
    private var length: Int32 = 0
    /// The classes that any of them has.
    private(set) var classes = WordClasses()
    /// A bit for each of their shapes.
    private var shapes: UInt8 = 0
    /// The highest code of how common one of them is.
    private var common: UInt8 = 0
    private var neighbours = Neighbours()

    private struct Neighbours: OptionSet, BitwiseCopyable {
        let rawValue: UInt8

        static let head = Neighbours(rawValue: 1)
        static let tail = Neighbours(rawValue: 2)
    }

    /// A run without tokens as yet.
    init(from start: Int) { first = Int32(truncatingIfNeeded: start) }

    var count: Int { Int(length) }

    var end: Int { Int(first) &+ count }

    var tokens: TokenRange { Int(first)..<end }

    /// Whether any of them is in the dictionary.
    var isListed: Bool { common > 0 }
    /// Whether any of them is used in small letters more often.
    var isCommon: Bool { Int(common) >= ValueCode.commonZero }
    /// Whether any of them has no small letter.
    var hasCapitals: Bool { has(.upper) }
    /// Whether any of them has two and more capitals.
    var mayAbbreviate: Bool { has(.upper) || has(.mixed) }
    /// Whether a number or a word with a capital stands before them that may belong to a name.
    var hasHead: Bool { neighbours.contains(.head) }
    /// Whether a number or a hyphen stands behind them that may belong to a name.
    var mayHaveTail: Bool { neighbours.contains(.tail) }

    private func has(_ shape: TokenShape) -> Bool { shapes &>> shape.rawValue & 1 != 0 }

    /// Takes up the next token.
    @inline(__always)
    mutating func append(_ token: Token, _ name: NameToken) {
        length &+= 1
        classes.insert(token.classes)
        shapes |= 1 &<< token.shape.rawValue
        common = max(common, name.common)
    }

    /// Notes whether a token before the first one may be the head of a name with them: `Roots Party` at a sentence's start, `11th National Assembly`, but not
    /// `USD50 Cards`.
    @inline(__always)
    mutating func noteHead(_ before: Token, _ name: NameToken) {
        let isOther = before.classes.bits & Self.links.bits | (before.kind == .word ? 0 : 1) | (before.shape.isCapitalized ? 0 : 1)
        if isOther | UInt64(name.count(.initial) ^ 1) == 0 { neighbours.insert(.head) }
        if before.kind == .number, before.shape != .upper { neighbours.insert(.head) }
    }

    private static let links = WordClasses([.nameLink, .placePreposition, .month, .weekday, .grammar])

    /// Notes whether a token behind the last one may go on with a name: `Terminal 5`, `Covid-19`.
    @inline(__always)
    mutating func noteTail(_ behind: Token) {
        let isNumber = (behind.kind == .number ? 1 : 0) & (behind.gap <= .space ? 1 : 0)
        let isHyphen = (behind.isHyphen ? 1 : 0) & (behind.gap == .none ? 1 : 0)
        if isNumber | isHyphen != 0 { neighbours.insert(.tail) }
    }
}
