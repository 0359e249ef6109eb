/// Finds the surfaces of a lexicon in a document: one walk of the trie from every token at which one may begin.
///
/// Reading the lexicon is waiting for memory. A first pass over some tokens asks their bits alone, a second one the trie's filter, which leaves one in ten as
/// places, further ones over all of these where they lead to and what is read there; each asks for the memory that the next one needs. They pass over a token
/// by not counting it, as a branch would be guessed wrong every other time. What words are by themselves is remembered. What is found is what
/// `Lexicon.appendMatches` finds.
///
/// SAFETY: every index into the buffer of tokens is a place that was taken from its indices, or one that was checked against its count; there is room for
/// as many places as there are tokens.
struct SurfaceFinder {
    private typealias Tokens = UnsafeMutableBufferPointer<Token>
    private typealias Words = UnsafeMutableBufferPointer<Int32>
    private typealias Places = UnsafeMutableBufferPointer<Place>

    /// How many tokens the first two passes take at once, and how many words ahead it is asked what they are by themselves.
    private static let (block, ahead) = (128, 8)

    private let lexicon: Lexicon
    private let memory = WordSurfaces()
    /// The tokens whose words may be surfaces.
    private var words: [Int32] = []
    private var places: [Place] = []

    /// A token at which longer surfaces may begin.
    private struct Place {
        var token: Int32 = 0
        /// The token that is a longer surface's second word.
        var second: Int32 = 0
        /// The bit of the trie's filter for the two words; then where they lead in the trie, 0 where they do not.
        var node: UInt32 = 0
    }

    /// How many words and places have been gathered. Of the places the filter has been asked for so many, and has left so many in front.
    private struct Counts {
        var (words, places, asked, left) = (0, 0, 0, 0)
    }

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// Replaces the surfaces, and narrows the bits `longer`, `listed` and `cue` of the tokens to where one begins.
    mutating func find(in tokens: inout [Token], into surfaces: inout [Surface]) {
        surfaces.removeAll(keepingCapacity: true)
        places.makeRoom(for: tokens.count, Place())
        words.makeRoom(for: tokens.count, 0)
        let (lexicon, memory) = (lexicon, memory)
        tokens.withUnsafeMutableBufferPointer { tokens in
            words.withUnsafeMutableBufferPointer { words in
                places.withUnsafeMutableBufferPointer { places in
                    let counts = Self.gather(lexicon, tokens, words, places)
                    let count = Self.lead(lexicon, tokens, places, counts.left)
                    Self.prepareReadings(lexicon, tokens, places, count)
                    Self.append(lexicon, memory, tokens, UnsafeBufferPointer(rebasing: words[..<counts.words]), places[..<count], to: &surfaces)
                }
            }
            for surface in surfaces { tokens[Int(surface.start)].classes.insert(surface.mark) }
        }
    }

    // MARK: Gathering

    /// Gathers the tokens whose word may be a surface by itself and those that, as far as the filter knows, begin a longer one. The filter is asked for the
    /// tokens before, whose bits have come meanwhile.
    private static func gather(_ lexicon: Lexicon, _ tokens: Tokens, _ words: Words, _ places: Places) -> Counts {
        var (counts, start) = (Counts(), 0)
        while start < tokens.count {
            let (end, before) = (min(start &+ block, tokens.count), counts.places)
            pair(tokens, start..<end, words, places, &counts)
            for index in before..<counts.places {
                let (first, second) = (tokens[Int(places[index].token)].word, tokens[Int(places[index].second)].word)
                places[index].node = lexicon.filter.prepare(from: lexicon.node(after: first), by: second)
            }
            filter(lexicon, tokens, places, to: before, &counts)
            start = end
        }
        filter(lexicon, tokens, places, to: counts.places, &counts)
        return counts
    }

    /// Takes those of some tokens that by their bits may be surfaces or may begin them.
    private static func pair(_ tokens: Tokens, _ range: Range<Int>, _ words: Words, _ places: Places, _ counts: inout Counts) {
        var (wordCount, placeCount, token) = (counts.words, counts.places, tokens[range.lowerBound])
        for index in range.lowerBound..<min(range.upperBound, tokens.count &- 1) {
            tokens[index].classes = token.classes.without(.found)
            words[wordCount] = Int32(truncatingIfNeeded: index)
            wordCount &+= token.isAlone
            let following = tokens[index &+ 1]
            var (place, second) = (index &+ 1, (classes: following.classes, gap: following.gap))
            if following.isHyphen {
                place = behind(index, tokens)
                second = (tokens[place].classes, tokens[place].gap)
            }
            places[placeCount].token = Int32(truncatingIfNeeded: index)
            places[placeCount].second = Int32(truncatingIfNeeded: place)
            placeCount &+= token.classes.goesOn(with: second.classes, gap: second.gap)
            token = following
        }
        if range.upperBound == tokens.count {
            tokens[range.upperBound &- 1].classes = token.classes.without(.found)
            words[wordCount] = Int32(truncatingIfNeeded: range.upperBound &- 1)
            wordCount &+= token.isAlone
        }
        (counts.words, counts.places) = (wordCount, placeCount)
    }

    /// Leaves those of the next places, up to an index, that the filter does, and asks for the memory that tells where their words lead.
    private static func filter(_ lexicon: Lexicon, _ tokens: Tokens, _ places: Places, to end: Int, _ counts: inout Counts) {
        let (filter, first) = (lexicon.filter, counts.left)
        var left = first
        for index in counts.asked..<end {
            let place = places[index]
            places[left] = place
            left &+= filter.mark(place.node)
        }
        (counts.asked, counts.left) = (end, left)
        for place in places[first..<left] {
            lexicon.prepareEdge(from: lexicon.node(after: tokens[Int(place.token)].word), by: tokens[Int(place.second)].word)
        }
    }

    // MARK: Reading

    /// Goes to the nodes of the places, and returns how many places are left.
    private static func lead(_ lexicon: Lexicon, _ tokens: Tokens, _ places: Places, _ count: Int) -> Int {
        var kept = 0
        for index in 0..<count {
            var place = places[index]
            place.node = lexicon.edge(from: lexicon.node(after: tokens[Int(place.token)].word), by: tokens[Int(place.second)].word)
            lexicon.prepareReadings(at: place.node)
            places[kept] = place
            kept &+= place.node != 0 ? 1 : 0
        }
        return kept
    }

    /// Asks for the memory of what is read at the places' nodes, and of what tells whether surfaces go on there.
    private static func prepareReadings(_ lexicon: Lexicon, _ tokens: Tokens, _ places: Places, _ count: Int) {
        for place in places[..<count] {
            lexicon.prepareReading(lexicon.readings(at: place.node).first)
            let second = Int(place.second)
            if second &+ 1 < tokens.count { _ = lexicon.filter.prepare(from: place.node, by: tokens[behind(second, tokens)].word) }
        }
    }

    /// Appends what begins at the words and at the places, in order.
    private static func append(
        _ lexicon: Lexicon, _ memory: WordSurfaces, _ tokens: Tokens, _ words: UnsafeBufferPointer<Int32>, _ places: Slice<Places>,
        to surfaces: inout [Surface]
    ) {
        var next = 0
        for place in places {
            appendWords(lexicon, memory, tokens, words, &next, through: place.token, to: &surfaces)
            appendLonger(lexicon, place, tokens, to: &surfaces)
        }
        appendWords(lexicon, memory, tokens, words, &next, through: .max, to: &surfaces)
    }

    @inline(__always)
    private static func appendWords(
        _ lexicon: Lexicon, _ memory: WordSurfaces, _ tokens: Tokens, _ words: UnsafeBufferPointer<Int32>, _ next: inout Int, through last: Int32,
        to surfaces: inout [Surface]
    ) {
        while next < words.count, words[next] <= last {
            let (token, later) = (Int(words[next]), tokens[Int(words[min(next &+ ahead, words.count &- 1)])])
            memory.prepare(later.word, later.shape)
            memory.append(token, tokens[token].word, tokens[token].shape, lexicon, to: &surfaces)
            next &+= 1
        }
    }

    /// The token behind another that is not the last; a hyphen without white space is passed over.
    @inline(__always)
    private static func behind(_ index: Int, _ tokens: Tokens) -> Int {
        let next = index &+ 1
        guard tokens[next].isHyphen, tokens[next].gap == .none, next &+ 1 < tokens.count, tokens[next &+ 1].gap == .none else { return next }
        return next &+ 1
    }

    private static func appendLonger(_ lexicon: Lexicon, _ place: Place, _ tokens: Tokens, to surfaces: inout [Surface]) {
        let first = Int(place.token)
        var (node, next) = (place.node, Int(place.second))
        while node != 0 {
            let (range, found) = (lexicon.readings(at: node), first..<next + 1)
            for index in range.first..<range.first + range.count {
                let record = lexicon.readingRecord(index)
                if !record.isOverridden, accepts(record, found, tokens) { append(record, index, found, to: &surfaces) }
            }
            guard next + 1 < tokens.count else { return }
            next = behind(next, tokens)
            if !tokens[next].classes.intersects(.inner) || tokens[next].gap == .paragraph { return }
            node = lexicon.node(from: node, by: tokens[next].word)
        }
    }

    private static func append(_ record: ImageFormat.Reading, _ index: Int, _ place: TokenRange, to surfaces: inout [Surface]) {
        guard let kind = Lexicon.Reading.Kind(rawValue: record.kind) else { return }
        surfaces.append(Surface(place, index, record, kind))
    }

    /// Whether the tokens, hyphens not counted, may stand for the surface's words by their case.
    private static func accepts(_ record: ImageFormat.Reading, _ place: TokenRange, _ tokens: Tokens) -> Bool {
        record.accepts(place) { tokens[$0].isHyphen ? nil : tokens[$0].shape }
    }
}

extension Surface {
    /// Of a reading at an index.
    init(_ tokens: TokenRange, _ index: Int, _ record: ImageFormat.Reading, _ kind: Lexicon.Reading.Kind) {
        self.init(tokens, reading: kind == .cue ? record.target : UInt32(truncatingIfNeeded: index), kind: kind, detail: record.detail)
    }

    init(_ tokens: TokenRange, reading: UInt32, kind: Lexicon.Reading.Kind, detail: UInt8) {
        self.init(
            start: Int32(truncatingIfNeeded: tokens.lowerBound), end: Int32(truncatingIfNeeded: tokens.upperBound), reading: reading, kind: kind,
            detail: detail)
    }

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
    fileprivate func goesOn(with next: WordClasses, gap: TokenGap) -> Int {
        Int(truncatingIfNeeded: bits &>> Self.longerBit & next.bits &>> Self.innerBit) & (gap == .paragraph ? 0 : 1)
    }
}

extension Token {
    /// 1 where its word may be a surface by itself.
    @inline(__always)
    fileprivate var isAlone: Int {
        let isSmall: UInt64 = shape == .lower ? 1 : 0
        let (small, listed) = (classes.bits &>> WordClasses.smallBit & isSmall, classes.bits &>> WordClasses.listedBit & (isSmall ^ 1))
        return Int(truncatingIfNeeded: (classes.bits &>> WordClasses.cueBit | small | listed) & 1)
    }
}
