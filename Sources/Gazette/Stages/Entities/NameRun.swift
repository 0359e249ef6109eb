/// A run of name tokens, and what they are all together: a rule asks this before it looks at each.
struct NameRun: BitwiseCopyable {
    private let first: Int32
    private var length: Int32 = 0
    /// The classes that any of them has.
    private(set) var classes = WordClasses()
    /// Whether any of them is in the dictionary.
    private(set) var isListed = false
    /// Whether any of them is used in small letters more often.
    private(set) var isCommon = false
    /// Whether any of them has no small letter.
    private(set) var hasCapitals = false
    /// Whether any of them has two and more capitals.
    private(set) var mayAbbreviate = false

    /// A run without tokens as yet.
    /// A run without tokens as yet.
    init(from start: Int) { first = Int32(truncatingIfNeeded: start) }

    var count: Int { Int(length) }

    var end: Int { Int(first) &+ count }

    var tokens: TokenRange { Int(first)..<end }

    /// Takes up the next token.
    mutating func append(_ token: Token, _ name: NameToken) {
        length &+= 1
        classes.insert(token.classes)
        isListed = isListed || name.isListed
        isCommon = isCommon || name.isCommon
        hasCapitals = hasCapitals || token.shape == .upper
        mayAbbreviate = mayAbbreviate || token.mayAbbreviate
    }
}
