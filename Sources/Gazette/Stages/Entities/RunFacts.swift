/// What the tokens of a run of capitals are, all together: a rule asks this before it looks at each.
struct RunFacts: BitwiseCopyable {
    /// The classes that any of them has.
    private(set) var classes = WordClasses()
    /// Whether any of them is in the dictionary.
    private(set) var isListed = false
    /// Whether any of them is used in small letters more often.
    private(set) var isCommon = false
    /// Whether any of them has no small letter.
    private(set) var hasCapitals = false

    mutating func add(_ token: Token, _ name: NameToken) {
        classes.insert(token.classes)
        isListed = isListed || name.isListed
        isCommon = isCommon || name.isCommon
        hasCapitals = hasCapitals || token.shape == .upper
    }
}
