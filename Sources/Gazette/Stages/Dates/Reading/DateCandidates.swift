/// The tokens of a document that an expression may hang on, by themselves: words of the date lexicons, numbers, words that may hold digits, ends of
/// longer surfaces. They are one in forty of a speech's, so that no sentence without one is looked at.
struct DateCandidates {
    /// Their indices in order; behind `count` those of documents before.
    private var places: [Int32] = []
    private var moved: [Int32] = []
    private var ends: [Int32] = []
    private(set) var count = 0

    static let triggers = WordClasses([
        .month, .weekday, .season, .timeUnit, .dayPart, .dateWord, .setWord, .era, .decade, .holiday, .timeZone,
    ])
    private static let classes = triggers.union(WordClasses([.number]))
    private static let possible = classes.union(.mayHoldDigits)

    subscript(number: Int) -> Int { Int(places[number]) }

    /// Gathers a document's.
    ///
    /// SAFETY: there is room for as many places as there are tokens. Places are counted, not branched on, as a branch would be guessed wrong.
    mutating func gather(_ tokens: [Token]) {
        places.makeRoom(for: tokens.count, 0)
        count = places.withUnsafeMutableBufferPointer { places in
            tokens.withUnsafeBufferPointer { tokens in
                var (index, count) = (0, 0)
                while index < tokens.count {
                    places[count] = Int32(truncatingIfNeeded: index)
                    count &+= tokens[index].classes.intersects(Self.possible) ? 1 : 0
                    index &+= 1
                }
                return Self.select(places, count, tokens)
            }
        }
    }

    /// Keeps those of the first places whose tokens are candidates: marks may hold digits too, or bytes that look like some.
    private static func select(_ places: UnsafeMutableBufferPointer<Int32>, _ count: Int, _ tokens: UnsafeBufferPointer<Token>) -> Int {
        var (number, kept) = (0, 0)
        while number < count {
            let (place, token) = (places[number], tokens[Int(truncatingIfNeeded: places[number])])
            places[kept] = place
            kept &+= (token.classes.intersects(classes) ? 1 : 0) | (token.kind.rawValue <= TokenKind.number.rawValue ? 1 : 0)
            number &+= 1
        }
        return kept
    }

    /// Goes along where numbers have been parted: each part of one is a candidate.
    mutating func follow(_ parted: borrowing PartedNumbers) {
        moved.removeAll(keepingCapacity: true)
        var (next, shift) = (0, 0)
        for number in 0..<count {
            let place = self[number]
            moved.append(Int32(truncatingIfNeeded: place + shift))
            guard next < parted.places.count, parted.places[next] == place else { continue }
            for part in shift..<parted.added[next] { moved.append(Int32(truncatingIfNeeded: place + part + 1)) }
            shift = parted.added[next]
            next += 1
        }
        swap(&places, &moved)
        count = places.count
    }

    /// Adds the tokens with which longer surfaces end, where they are no candidates by themselves.
    ///
    /// - Parameter tokens: those of the text with its numbers parted.
    mutating func add(endsOf surfaces: borrowing DateSurfaces, _ tokens: [Token]) {
        ends.removeAll(keepingCapacity: true)
        for surface in surfaces.surfaces where Self.isEnd(tokens[Int(surface.end) - 1]) { ends.append(surface.end - 1) }
        guard !ends.isEmpty else { return }
        ends.sort()
        var last: Int32 = -1
        ends.removeAll { end in
            defer { last = end }
            return end == last
        }
        merge()
    }

    private static func isEnd(_ token: Token) -> Bool { token.classes.intersects(.phraseEnd) && !token.classes.intersects(classes) }

    /// Takes the ends in among the places, from the last one on.
    private mutating func merge() {
        var (from, to) = (count, count + ends.count)
        places.makeRoom(for: to, 0)
        count = to
        for end in ends.reversed() {
            while from > 0, places[from - 1] > end {
                (from, to) = (from - 1, to - 1)
                places[to] = places[from]
            }
            to -= 1
            places[to] = end
        }
    }
}
