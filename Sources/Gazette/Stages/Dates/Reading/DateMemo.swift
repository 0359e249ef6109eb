/// What has just been found out about a place, so that the rules that ask for the same do not look twice. It belongs to one document's reading.
struct DateMemo {
    /// How many rules have asked for an expression inside theirs.
    var depth = 0
    private var phrase = (index: -1, begins: false)
    private var found = (index: -1, depth: 0, match: DateMatch?.none)

    /// Forgets everything; for the next sentence, whose end is another.
    mutating func reset() {
        phrase.index = -1
        found.index = -1
    }

    /// Whether a longer surface may begin at a token.
    mutating func beginsPhrase(_ index: Int, look: () -> Bool) -> Bool {
        if phrase.index != index { phrase = (index, look()) }
        return phrase.begins
    }

    /// The point of the calendar at a token, if it was found by a rule that was nested as deep or less.
    func point(at index: Int) -> DateMatch?? { found.index == index && found.depth <= depth ? .some(found.match) : nil }

    /// Keeps the point that a rule has found which asked from inside another.
    mutating func keep(_ match: DateMatch?, at index: Int) { found = (index, depth - 1, match) }
}
