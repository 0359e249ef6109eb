/// What has just been found out about a place, so that the rules that ask for the same do not look twice. It is a worker's, and holds for one sentence.
struct DateMemo {
    /// How many rules have asked for an expression inside theirs.
    var depth = 0
    private var phrase = (index: -1, begins: false)
    private var phrases = Slots<DatePhrases>()
    private var cardinals = Slots<(amount: UnitCount, end: Int)?>()
    private var points = Slots<(depth: Int, match: DateMatch?)>()
    private var parts = Slots<(depth: Int, match: DateMatch?)>()

    /// The last things that were found at neighbouring places.
    private struct Slots<Value> {
        private var indices = [Int](repeating: -1, count: 4)
        private var values: [Value?] = [nil, nil, nil, nil]

        subscript(index: Int) -> Value? {
            get { indices[index & 3] == index ? values[index & 3] : nil }
            set { (indices[index & 3], values[index & 3]) = (index, newValue) }
        }

        mutating func forget() { for place in 0..<4 { indices[place] = -1 } }
    }

    /// Forgets everything; for the next sentence, whose end is another.
    mutating func reset() {
        phrase.index = -1
        phrases.forget()
        cardinals.forget()
        points.forget()
        parts.forget()
    }

    /// Whether a longer surface may begin at a token.
    mutating func beginsPhrase(_ index: Int, look: () -> Bool) -> Bool {
        if phrase.index != index { phrase = (index, look()) }
        return phrase.begins
    }

    mutating func knownPhrases(at index: Int) -> DatePhrases? { phrases[index] }

    mutating func keep(_ found: DatePhrases, at index: Int) { phrases[index] = found }

    mutating func knownCardinal(at index: Int) -> (amount: UnitCount, end: Int)?? { cardinals[index] }

    mutating func keep(_ found: (amount: UnitCount, end: Int)?, at index: Int) { cardinals[index] = .some(found) }

    /// The point of the calendar at a token, if it was found by a rule that was nested as deep or less.
    mutating func knownPoint(at index: Int) -> DateMatch?? {
        guard let known = points[index], known.depth <= depth else { return nil }
        return .some(known.match)
    }

    /// Keeps the point that a rule has found which asked from inside another.
    mutating func keepPoint(_ match: DateMatch?, at index: Int) { points[index] = (depth - 1, match) }

    /// The part of a day at a token, if it was found by a rule that was nested as deep.
    mutating func knownPart(at index: Int) -> DateMatch?? {
        guard let known = parts[index], known.depth == depth else { return nil }
        return .some(known.match)
    }

    mutating func keepPart(_ match: DateMatch?, at index: Int) { parts[index] = (depth, match) }
}
