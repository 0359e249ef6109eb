/// Finds the surfaces of a lexicon in a document: one walk of the trie from every token at which one may begin.
///
/// Reading the lexicon is waiting for memory. A first pass over some tokens asks their bits alone, a second one the trie's filter, which leaves one in ten as
/// places, further ones over all of these where they lead to; each asks for the memory that the next one needs. They pass over a token by not counting it,
/// as a branch would be guessed wrong every other time. What words are by themselves is remembered. What is found is what `Lexicon.appendMatches` finds.
///
/// SAFETY: every index into the buffer of tokens is a place that was taken from its indices, or one that was checked against its count; there is room for
/// as many places as there are tokens.
struct SurfaceFinder {
    private typealias Tokens = UnsafeMutableBufferPointer<Token>
    private typealias Places = UnsafeMutableBufferPointer<Place>

    /// How many tokens the first two passes take at once.
    private static let block = 64

    private let lexicon: Lexicon
    private var pairs = [Pair](repeating: Pair(), count: block)
    private let memory = WordSurfaces()
    /// The tokens whose words may be surfaces.
    private var words: [Int32] = []
    private var places: [Place] = []

    /// What a token and the one behind it may begin.
    private struct Pair {
        /// The bit of the trie's filter for the two words.
        var bit = 0
        /// 1 where by their classes a surface may go on from one with the other.
        var goesOn: Int32 = 0
        /// 1 where the word may be a surface by itself.
        var isAlone: Int32 = 0
    }

    /// A token at which longer surfaces may begin.
    private struct Place {
        var token: Int32 = 0
        /// The token that is a longer surface's second word.
        var second: Int32 = 0
        /// Where the two words lead in the trie, 0 where they do not.
        var node: UInt32 = 0
    }

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// Replaces the surfaces, and narrows the bits `longer`, `listed` and `cue` of the tokens to where one begins.
    mutating func find(in text: [UInt8], _ tokens: inout [Token], into surfaces: inout [Surface]) {
        surfaces.removeAll(keepingCapacity: true)
        places.makeRoom(for: tokens.count, Place())
        words.makeRoom(for: tokens.count, 0)
        let (lexicon, memory) = (lexicon, memory)
        tokens.withUnsafeMutableBufferPointer { tokens in
            places.withUnsafeMutableBufferPointer { places in
                var next = 0
                let gathered = pairs.withUnsafeMutableBufferPointer { pairs in
                    words.withUnsafeMutableBufferPointer { Self.gather(lexicon.filter, tokens, text, pairs, words: $0, places) }
                }
                for word in words[..<gathered.words] { memory.prepare(tokens[Int(word)].word, tokens[Int(word)].shape) }
                Self.prepare(lexicon, tokens, text, places, gathered.places)
                for index in 0..<Self.lead(lexicon, tokens, places, gathered.places) {
                    while next < gathered.words, words[next] <= places[index].token {
                        Self.appendWord(Int(words[next]), tokens, lexicon, memory, to: &surfaces)
                        next &+= 1
                    }
                    Self.appendLonger(lexicon, places[index], tokens, text, to: &surfaces)
                }
                while next < gathered.words {
                    Self.appendWord(Int(words[next]), tokens, lexicon, memory, to: &surfaces)
                    next &+= 1
                }
                for surface in surfaces { tokens[Int(surface.start)].classes.insert(surface.mark) }
            }
        }
    }

    private static func appendWord(_ token: Int, _ tokens: Tokens, _ lexicon: Lexicon, _ memory: WordSurfaces, to surfaces: inout [Surface]) {
        memory.append(token, tokens[token].word, tokens[token].shape, lexicon, to: &surfaces)
    }

    /// Gathers the tokens whose word may be a surface by itself and those that, as far as the filter knows, begin a longer one, and returns how many there
    /// are.
    private static func gather(
        _ filter: EdgeFilter, _ tokens: Tokens, _ text: [UInt8], _ pairs: UnsafeMutableBufferPointer<Pair>, words: UnsafeMutableBufferPointer<Int32>,
        _ places: Places
    ) -> (words: Int, places: Int) {
        var (wordCount, placeCount, start) = (0, 0, 0)
        while start < tokens.count {
            let end = min(start &+ block, tokens.count)
            pair(filter, tokens, text, start..<end, pairs)
            for index in start..<end {
                let pair = pairs[index &- start]
                places[placeCount].token = Int32(truncatingIfNeeded: index)
                placeCount &+= Int(pair.goesOn) & filter.mark(pair.bit)
                words[wordCount] = Int32(truncatingIfNeeded: index)
                wordCount &+= Int(pair.isAlone)
            }
            start = end
        }
        return (wordCount, placeCount)
    }

    /// Asks the bits of some tokens, and takes from them those that are to tell what stands there.
    private static func pair(
        _ filter: EdgeFilter, _ tokens: Tokens, _ text: [UInt8], _ range: Range<Int>, _ pairs: UnsafeMutableBufferPointer<Pair>
    ) {
        var token = tokens[range.lowerBound]
        for index in range {
            tokens[index].classes = token.classes.without(.found)
            if index &+ 1 == tokens.count {
                pairs[index &- range.lowerBound] = Pair(isAlone: token.isAlone)
                return
            }
            let following = tokens[index &+ 1]
            var second = (word: following.word, classes: following.classes, gap: following.gap)
            if following.gap == .none, following.isHyphen(in: text) {
                let token = tokens[behind(index, tokens, text)]
                second = (token.word, token.classes, token.gap)
            }
            pairs[index &- range.lowerBound] = Pair(
                bit: filter.prepare(from: ImageFormat.firstNode(token.word.rawValue), by: second.word),
                goesOn: token.classes.goesOn(with: second.classes, gap: second.gap), isAlone: token.isAlone)
            token = following
        }
    }

    /// Passes over hyphens, and asks for the memory that tells where the places' words lead.
    private static func prepare(_ lexicon: Lexicon, _ tokens: Tokens, _ text: [UInt8], _ places: Places, _ count: Int) {
        for index in 0..<count {
            let token = Int(places[index].token)
            let second = behind(token, tokens, text)
            places[index].second = Int32(truncatingIfNeeded: second)
            lexicon.prepareEdge(from: lexicon.node(after: tokens[token].word), by: tokens[second].word)
        }
    }

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

    /// The token behind another that is not the last; a hyphen without white space is passed over.
    @inline(__always)
    private static func behind(_ index: Int, _ tokens: Tokens, _ text: [UInt8]) -> Int {
        let next = index &+ 1
        guard tokens[next].gap == .none, next &+ 1 < tokens.count, tokens[next &+ 1].gap == .none, tokens[next].isHyphen(in: text) else {
            return next
        }
        return next &+ 1
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
        surfaces.append(Surface(place, reading: UInt32(truncatingIfNeeded: index), kind: kind, detail: record.detail))
    }

    /// Whether the tokens, hyphens not counted, may stand for the surface's words by their case.
    private static func accepts(_ record: ImageFormat.Reading, _ place: TokenRange, _ tokens: Tokens, _ text: [UInt8]) -> Bool {
        record.accepts(place) { tokens[$0].isHyphen(in: text) ? nil : tokens[$0].shape }
    }
}

extension Surface {
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
    fileprivate func goesOn(with next: WordClasses, gap: TokenGap) -> Int32 {
        Int32(truncatingIfNeeded: bits &>> Self.longerBit & next.bits &>> Self.innerBit) & (gap == .paragraph ? 0 : 1)
    }
}

extension Token {
    /// 1 where its word may be a surface by itself.
    @inline(__always)
    fileprivate var isAlone: Int32 {
        let wanted = shape == .lower ? WordClasses.smallAlone : .alone
        return classes.intersects(wanted) ? 1 : 0
    }
}
