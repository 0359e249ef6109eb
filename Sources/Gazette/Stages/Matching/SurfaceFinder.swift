/// Finds the surfaces of a lexicon in a document: one walk of the trie from every token at which one may begin.
///
/// Reading the lexicon is waiting for memory. A first pass over the tokens asks their bits alone and gathers places, a second one the trie's filter and the
/// words of these places, a third one what the few that are left lead to; each asks for the memory that the next one needs. What is found is what
/// `Lexicon.appendMatches` finds.
///
/// SAFETY: every index into the buffer of tokens is a place that was taken from its indices, or one that was checked against its count.
struct SurfaceFinder {
    private typealias Tokens = UnsafeMutableBufferPointer<Token>

    private let lexicon: Lexicon
    private var places: [Place] = []

    /// A token at which surfaces may begin.
    private struct Place {
        let token: Int
        /// Whether its word may be a surface.
        let isAlone: Bool
        /// The token that is a longer surface's second word, 0 where none can be.
        var second: Int
        /// The bit of the trie's filter for the two words.
        let bit: Int
    }

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// Replaces the surfaces, and narrows the bits `longer`, `listed` and `cue` of the tokens to where one begins.
    mutating func find(in text: [UInt8], _ tokens: inout [Token], into surfaces: inout [Surface]) {
        surfaces.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        let lexicon = lexicon
        tokens.withUnsafeMutableBufferPointer { tokens in
            gather(lexicon, tokens, text)
            filter(lexicon, tokens)
            for place in places where place.isAlone || place.second > 0 {
                let first = surfaces.count
                if place.isAlone { Self.appendAlone(lexicon, place.token, tokens, to: &surfaces) }
                if place.second > 0 { Self.appendLonger(lexicon, place, tokens, text, to: &surfaces) }
                for index in first..<surfaces.count { tokens[place.token].classes.insert(surfaces[index].mark) }
            }
        }
    }

    /// Gathers the places, and takes the bits from all tokens.
    @inline(__always)
    private mutating func gather(_ lexicon: Lexicon, _ tokens: Tokens, _ text: [UInt8]) {
        for index in 0..<tokens.count {
            let token = tokens[index]
            guard token.classes.intersects(.found) else { continue }
            tokens[index].classes = token.classes.without(.found)
            var (second, bit) = (0, 0)
            if token.classes.intersects(.longer), let next = Self.next(behind: index, tokens, text) {
                second = next
                bit = lexicon.prepareFilter(from: lexicon.node(after: token.word), by: tokens[next].word)
            }
            let isAlone = token.classes.intersects(token.shape == .lower ? .smallAlone : .alone)
            if isAlone { lexicon.prepare(token.word) }
            if isAlone || second > 0 { places.append(Place(token: index, isAlone: isAlone, second: second, bit: bit)) }
        }
    }

    /// Gives up the second words with which no surface goes on.
    @inline(__always)
    private mutating func filter(_ lexicon: Lexicon, _ tokens: Tokens) {
        for index in places.indices {
            let place = places[index]
            if place.isAlone { lexicon.prepareReadings(of: tokens[place.token].word) }
            if place.second == 0 { continue }
            if lexicon.passesFilter(place.bit) {
                lexicon.prepareEdge(from: lexicon.node(after: tokens[place.token].word), by: tokens[place.second].word)
            } else {
                places[index].second = 0
            }
        }
    }

    /// The token that may be the next word of a surface: a hyphen without white space is passed over.
    @inline(__always)
    private static func next(behind index: Int, _ tokens: Tokens, _ text: [UInt8]) -> Int? {
        var next = index + 1
        guard next < tokens.count else { return nil }
        if tokens[next].gap == .none, next + 1 < tokens.count, tokens[next + 1].gap == .none, tokens[next].isHyphen(in: text) { next += 1 }
        return tokens[next].classes.intersects(.inner) && tokens[next].gap != .paragraph ? next : nil
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

    private static func appendLonger(_ lexicon: Lexicon, _ place: Place, _ tokens: Tokens, _ text: [UInt8], to surfaces: inout [Surface]) {
        var (node, next) = (lexicon.node(after: tokens[place.token].word), place.second)
        while true {
            node = lexicon.node(from: node, by: tokens[next].word)
            if node == 0 { return }
            let (range, found) = (lexicon.readings(at: node), place.token..<next + 1)
            for index in range.first..<range.first + range.count {
                let record = lexicon.readingRecord(index)
                if !record.isOverridden, accepts(record, found, tokens, text) { append(record, index, found, to: &surfaces) }
            }
            guard let further = Self.next(behind: next, tokens, text) else { return }
            next = further
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
        var word = 0
        for index in place where !tokens[index].isHyphen(in: text) {
            if !record.accepts(tokens[index].shape, at: word) { return false }
            word += 1
        }
        return true
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
