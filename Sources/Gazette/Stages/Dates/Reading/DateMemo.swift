/// What has just been found out about a place, so that the rules that ask for the same do not look twice. It is a worker's; what it knows of
/// places holds for one sentence.
///
/// It is asked through a pointer, by methods that are mutating so that they work in place: others would be given a copy of it.
struct DateMemo {
    /// How many rules have asked for an expression inside theirs.
    var depth = 0
    /// What stands around the place that is looked at, and the rules whose expressions may be there.
    private(set) var signs = DateSigns()
    private(set) var possible: RuleSet = []
    /// Counts sentences; what was found in another one is forgotten.
    private var sentence = 0
    /// The tokens of the document whose facts have been read.
    private(set) var read: [Int32] = []
    private var phrases = [(place: Place, found: DatePhrases)](repeating: (Place(), DatePhrases()), count: 4)
    private var cardinals = [(place: Place, found: (amount: UnitCount, end: Int)?)](repeating: (Place(), nil), count: 4)
    private var lengths = [(place: Place, found: (duration: Duration, end: Int)?)](repeating: (Place(), nil), count: 4)
    private var points = [Slot](repeating: Slot(), count: 4)
    private var parts = [Slot](repeating: Slot(), count: 4)
    /// The days of holidays by their values in the lexicon, for all sentences.
    private var holidays = [(value: Int, days: Holiday?)](repeating: (-1, nil), count: 16)
    private var tense = (place: Place(), end: 0, found: TenseReader.Tense.unknown)

    private struct Place: Equatable {
        var sentence = -1
        var index = 0
    }

    /// A match, or that there is none.
    private struct Slot {
        var place = Place()
        var depth = 0
        var match: DateMatch?

        /// Writes none over none without touching the storage of a match.
        mutating func keep(_ match: DateMatch?, at place: Place, _ depth: Int) {
            (self.place, self.depth) = (place, depth)
            if match == nil, self.match == nil { return }
            self.match = match
        }
    }

    /// Forgets what it knows of places, for the next sentence.
    mutating func reset() { sentence += 1 }

    mutating func noteRead(_ index: Int) { read.append(Int32(truncatingIfNeeded: index)) }

    /// Forgets which tokens were read, for the next document.
    mutating func forgetRead() { read.removeAll(keepingCapacity: true) }

    /// Takes note of what stands around the place that is looked at next.
    mutating func note(_ signs: DateSigns) { (self.signs, possible) = (signs, DateGrammar.possible(signs)) }

    private func place(_ index: Int) -> Place { Place(sentence: sentence, index: index) }

    mutating func knownPhrases(at index: Int) -> DatePhrases? { phrases[index & 3].place == place(index) ? phrases[index & 3].found : nil }

    mutating func keep(_ found: DatePhrases, at index: Int) { phrases[index & 3] = (place(index), found) }

    mutating func knownCardinal(at index: Int) -> (amount: UnitCount, end: Int)?? {
        cardinals[index & 3].place == place(index) ? .some(cardinals[index & 3].found) : nil
    }

    mutating func keep(_ found: (amount: UnitCount, end: Int)?, at index: Int) { cardinals[index & 3] = (place(index), found) }

    mutating func knownLength(at index: Int) -> (duration: Duration, end: Int)?? {
        lengths[index & 3].place == place(index) ? .some(lengths[index & 3].found) : nil
    }

    mutating func keep(_ found: (duration: Duration, end: Int)?, at index: Int) { lengths[index & 3] = (place(index), found) }

    /// The point of the calendar at a token, if it was found by a rule that was nested as deep or less.
    mutating func knownPoint(at index: Int) -> DateMatch?? {
        points[index & 3].place == place(index) && points[index & 3].depth <= depth ? .some(points[index & 3].match) : nil
    }

    mutating func keepPoint(_ match: DateMatch?, at index: Int) { points[index & 3].keep(match, at: place(index), depth) }

    /// The part of a day at a token, if it was found by a rule that was nested as deep.
    mutating func knownPart(at index: Int) -> DateMatch?? {
        parts[index & 3].place == place(index) && parts[index & 3].depth == depth ? .some(parts[index & 3].match) : nil
    }

    mutating func keepPart(_ match: DateMatch?, at index: Int) { parts[index & 3].keep(match, at: place(index), depth) }

    /// The holiday of a value's index in the lexicon.
    mutating func holiday(_ value: Int, _ lexicon: Lexicon) -> Holiday? {
        if holidays[value & 15].value != value { holidays[value & 15] = (value, Holiday(value: lexicon.value(at: value))) }
        return holidays[value & 15].days
    }

    /// The tense around an expression's tokens.
    mutating func knownTense(around tokens: TokenRange) -> TenseReader.Tense? {
        tense.place == place(tokens.lowerBound) && tense.end == tokens.upperBound ? tense.found : nil
    }

    mutating func keep(_ found: TenseReader.Tense, around tokens: TokenRange) { tense = (place(tokens.lowerBound), tokens.upperBound, found) }
}
