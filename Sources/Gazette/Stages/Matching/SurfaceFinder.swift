/// Finds the surfaces of a lexicon in a document: one walk of the trie from every token at which one may begin.
///
/// Reading the lexicon is waiting for memory. A first pass over the tokens asks their bits alone, a second one the trie's filter, which leaves one in four
/// as places, further ones the words of these places and where they lead to; each asks for the memory that the next one needs. They pass over a token by
/// not counting it, as a branch would be guessed wrong every other time. What is found is what `Lexicon.appendMatches` finds.
///
/// SAFETY: every index into the buffer of tokens is a place that was taken from its indices, or one that was checked against its count; there is room for
/// as many places as there are tokens.
struct SurfaceFinder {
    private typealias Tokens = UnsafeMutableBufferPointer<Token>
    private typealias Places = UnsafeMutableBufferPointer<Place>

    private let lexicon: Lexicon
    private var pairs: [Pair] = []
    private var places: [Place] = []

    /// What a token and the one behind it may begin.
    private struct Pair {
        /// The bit of the trie's filter for the two words.
        var bit = 0
        /// 1 where by their classes a surface may go on from one with the other.
        var goesOn: UInt32 = 0
        /// 1 where the word may be a surface by itself.
        var isAlone: UInt32 = 0
    }

    /// A token at which surfaces may begin.
    private struct Place {
        var token: Int32 = 0
        /// The token that is a longer surface's second word, 0 where none can be.
        var second: Int32 = 0
        /// Where the two words lead in the trie, 0 where they do not.
        var node: UInt32 = 0
        /// Whether its word may be a surface.
        var isAlone = false
    }

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// Replaces the surfaces, and narrows the bits `longer`, `listed` and `cue` of the tokens to where one begins.
    mutating func find(in text: [UInt8], _ tokens: inout [Token], into surfaces: inout [Surface]) {
        surfaces.removeAll(keepingCapacity: true)
        if places.count < tokens.count {
            places += repeatElement(Place(), count: tokens.count - places.count)
            pairs += repeatElement(Pair(), count: tokens.count - pairs.count)
        }
        let lexicon = lexicon
        tokens.withUnsafeMutableBufferPointer { tokens in
            pairs.withUnsafeMutableBufferPointer { Self.pair(lexicon, tokens, text, $0) }
            places.withUnsafeMutableBufferPointer { places in
                var count = pairs.withUnsafeBufferPointer { Self.gather(lexicon, tokens.count, $0, places) }
                Self.prepare(lexicon, tokens, text, places, count)
                count = Self.lead(lexicon, tokens, places, count)
                for index in 0..<count {
                    let (place, first) = (places[index], surfaces.count)
                    let token = Int(place.token)
                    if place.isAlone { Self.appendAlone(lexicon, token, tokens, to: &surfaces) }
                    if place.node != 0 { Self.appendLonger(lexicon, place, tokens, text, to: &surfaces) }
                    for index in first..<surfaces.count { tokens[token].classes.insert(surfaces[index].mark) }
                }
            }
        }
    }

    /// Asks the bits of all tokens, and takes from them those that are to tell what stands there.
    private static func pair(_ lexicon: Lexicon, _ tokens: Tokens, _ text: [UInt8], _ pairs: UnsafeMutableBufferPointer<Pair>) {
        guard var token = tokens.first else { return }
        for index in 0..<tokens.count &- 1 {
            let following = tokens[index &+ 1]
            var second = (word: following.word, classes: following.classes, gap: following.gap)
            if following.gap == .none, following.isHyphen(in: text) {
                let token = tokens[behind(index, tokens, text)]
                second = (token.word, token.classes, token.gap)
            }
            pairs[index] = Pair(
                bit: lexicon.prepareFilter(from: lexicon.node(after: token.word), by: second.word),
                goesOn: token.classes.goesOn(with: second.classes, gap: second.gap), isAlone: token.isAlone)
            tokens[index].classes = token.classes.without(.found)
            token = following
        }
        pairs[tokens.count &- 1] = Pair(isAlone: token.isAlone)
        tokens[tokens.count &- 1].classes = token.classes.without(.found)
    }

    /// Gathers the tokens that may be a surface by themselves or, as far as the filter knows, begin a longer one, and returns how many there are.
    private static func gather(_ lexicon: Lexicon, _ tokens: Int, _ pairs: UnsafeBufferPointer<Pair>, _ places: Places) -> Int {
        var count = 0
        for index in 0..<tokens {
            let pair = pairs[index]
            let goesOn = pair.goesOn & lexicon.filterMark(pair.bit)
            places[count] = Place(
                token: Int32(truncatingIfNeeded: index), second: Int32(truncatingIfNeeded: index &+ 1) &* Int32(truncatingIfNeeded: goesOn),
                isAlone: pair.isAlone != 0)
            count &+= Int(pair.isAlone | goesOn)
        }
        return count
    }

    /// Asks for the memory that tells of the places' words, and passes over hyphens.
    private static func prepare(_ lexicon: Lexicon, _ tokens: Tokens, _ text: [UInt8], _ places: Places, _ count: Int) {
        for index in 0..<count {
            let (token, word) = (Int(places[index].token), tokens[Int(places[index].token)].word)
            if places[index].isAlone { lexicon.prepare(word) }
            guard places[index].second > 0 else { continue }
            let second = behind(token, tokens, text)
            places[index].second = Int32(truncatingIfNeeded: second)
            lexicon.prepareEdge(from: lexicon.node(after: word), by: tokens[second].word)
        }
    }

    /// Goes to the nodes of the places that have a second word, and returns how many places are left.
    private static func lead(_ lexicon: Lexicon, _ tokens: Tokens, _ places: Places, _ count: Int) -> Int {
        var kept = 0
        for index in 0..<count {
            var place = places[index]
            let word = tokens[Int(place.token)].word
            if place.isAlone { lexicon.prepareReadings(of: word) }
            if place.second > 0 {
                place.node = lexicon.edge(from: lexicon.node(after: word), by: tokens[Int(place.second)].word)
                lexicon.prepareReadings(at: place.node)
            }
            places[kept] = place
            kept &+= place.isAlone || place.node != 0 ? 1 : 0
        }
        return kept
    }

    /// The token behind another that is not the last; a hyphen without white space is passed over.
    @inline(__always)
    private static func behind(_ index: Int, _ tokens: Tokens, _ text: [UInt8]) -> Int {
        let next = index &+ 1
        guard tokens[next].gap == .none, next &+ 1 < tokens.count, tokens[next &+ 1].gap == .none, tokens[next].isHyphen(in: text) else {
            return next
        }
        return next &+ 1
    }

    /// Appends what the word alone is, but for its classes.
    private static func appendAlone(_ lexicon: Lexicon, _ token: Int, _ tokens: Tokens, to surfaces: inout [Surface]) {
        let (range, shape) = (lexicon.readings(of: tokens[token].word), tokens[token].shape)
        for index in range.first..<range.first + range.count {
            let record = lexicon.readingRecord(index)
            if record.kind == Lexicon.Reading.Kind.word.rawValue || record.isOverridden || !record.accepts(shape, at: 0) { continue }
            append(record, index, token..<token + 1, to: &surfaces)
        }
    }

    private static func appendLonger(
        _ lexicon: Lexicon, _ place: Place, _ tokens: Tokens, _ text: [UInt8], to surfaces: inout [Surface]
    ) {
        let first = Int(place.token)
        var (node, next) = (place.node, Int(place.second))
        while node != 0 {
            let (range, found) = (lexicon.readings(at: node), first..<next + 1)
            for index in range.first..<range.first + range.count {
                let record = lexicon.readingRecord(index)
                if !record.isOverridden, accepts(record, found, tokens, text) { append(record, index, found, to: &surfaces) }
            }
            guard next + 1 < tokens.count else { return }
            next = behind(next, tokens, text)
            if !tokens[next].classes.intersects(.inner) || tokens[next].gap == .paragraph { return }
            node = lexicon.node(from: node, by: tokens[next].word)
        }
    }

    private static func append(_ record: ImageFormat.Reading, _ index: Int, _ place: TokenRange, to surfaces: inout [Surface]) {
        guard let kind = Lexicon.Reading.Kind(rawValue: record.kind) else { return }
        surfaces.append(
            Surface(
                start: Int32(truncatingIfNeeded: place.lowerBound), end: Int32(truncatingIfNeeded: place.upperBound),
                reading: UInt32(truncatingIfNeeded: index), kind: kind, detail: record.detail))
    }

    /// Whether the tokens, hyphens not counted, may stand for the surface's words by their case.
    private static func accepts(_ record: ImageFormat.Reading, _ place: TokenRange, _ tokens: Tokens, _ text: [UInt8]) -> Bool {
        record.accepts(place) { tokens[$0].isHyphen(in: text) ? nil : tokens[$0].shape }
    }
}

extension Surface {
    /// What it says of the token with which it begins.
    fileprivate var mark: WordClasses {
        let longer = end - start > 1 ? WordClasses.longer : WordClasses()
        switch kind {
        case .entry: return longer.union(.listed)
        case .cue: return longer.union(.cue)
        case .word: return longer
        }
    }
}

extension WordClasses {
    /// 1 where a surface of several words may go on from one of these classes, its first, with one of others.
    @inline(__always)
    fileprivate func goesOn(with next: WordClasses, gap: TokenGap) -> UInt32 {
        UInt32(truncatingIfNeeded: bits &>> Self.longerBit & next.bits &>> Self.innerBit) & (gap == .paragraph ? 0 : 1)
    }
}

extension Token {
    /// 1 where its word may be a surface by itself.
    @inline(__always)
    fileprivate var isAlone: UInt32 {
        let wanted = shape == .lower ? WordClasses.smallAlone : .alone
        return classes.intersects(wanted) ? 1 : 0
    }
}
