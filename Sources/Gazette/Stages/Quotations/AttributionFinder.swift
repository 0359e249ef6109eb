/// Finds the words and phrases in a document that attribute.
struct AttributionFinder {
    private let lexicon: Lexicon
    /// The places of the surfaces of two and more words that attribute.
    private var longer: [Int32] = []
    /// What is known of the words that were met last, in pairs of places: the first of a pair is the one that was met last.
    private var known = [KnownWord](repeating: KnownWord(), count: 1 << (Self.slotBits + 1))

    private static let slotBits: UInt32 = 11

    /// What a word attributes in one case of its letters; nothing where it has no traits. Sixteen bytes, so that no pair lies in two lines of the cache.
    private struct KnownWord {
        var word = WordID.unknown
        var traits: AttributionTraits = []
        var row = RowReference(file: 0, line: 0)
        var shape = TokenShape.none

        func isOf(_ token: Token) -> Bool { word == token.word && shape == token.shape }
    }

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// Appends the longest surface at every token, those inside of longer ones too. `tokens` are those whose word is of the class.
    mutating func find(in document: borrowing Document, at tokens: ArraySlice<Int32>, into cues: inout [AttributionCue]) {
        for token in tokens { known.prepare(Self.slot(document.tokens[Int(token)])) }
        longer.makeRoom(for: document.surfaces.count, 0)
        let count = document.surfaces.gather(into: &longer) { $0.isWord(of: .attribution) ? 1 : 0 }
        var next = 0
        for place in 0..<count {
            let surface = document.surfaces[Int(longer[place])]
            while next < tokens.endIndex, tokens[next] <= surface.start {
                appendWord(at: Int(tokens[next]), document.tokens, to: &cues)
                next += 1
            }
            appendLonger(surface, document.sentenceTokens, to: &cues)
        }
        for token in tokens[next...] { appendWord(at: Int(token), document.tokens, to: &cues) }
    }

    private mutating func appendWord(at index: Int, _ tokens: [Token], to cues: inout [AttributionCue]) {
        let slot = Self.slot(tokens[index])
        if !known[slot].isOf(tokens[index]) { meet(tokens[index], slot) }
        let word = known[slot]
        if !word.traits.isEmpty { cues.append(AttributionCue(tokens: index..<index + 1, traits: word.traits, row: word.row)) }
    }

    /// Puts what is known of a word to the first place of a pair, read anew where it is not in the second.
    @inline(never)
    private mutating func meet(_ token: Token, _ slot: Int) {
        let word = known[slot + 1].isOf(token) ? known[slot + 1] : read(token.word, token.shape)
        (known[slot], known[slot + 1]) = (word, known[slot])
    }

    /// The first place of a pair.
    @inline(__always)
    private static func slot(_ token: Token) -> Int {
        Int(truncatingIfNeeded: ((token.word.rawValue &+ UInt32(token.shape.rawValue)) &* 0x9E37_79B1) &>> (32 &- slotBits)) &<< 1
    }

    /// Its last reading counts.
    private func read(_ word: WordID, _ shape: TokenShape) -> KnownWord {
        var known = KnownWord(word: word, shape: shape)
        let readings = lexicon.readings(of: word)
        for place in readings.first..<readings.first + readings.count where lexicon.isWord(place, of: .attribution) {
            let record = lexicon.readingRecord(place)
            guard !record.isOverridden, record.accepts(shape, at: 0) else { continue }
            (known.traits, known.row) = (traits(of: record), RowReference(file: record.file, line: record.line))
        }
        return known
    }

    /// Takes the place of a shorter cue. What goes on in the next sentence is no cue, nor is what it begins with.
    private func appendLonger(_ surface: Surface, _ sentences: [TokenRange], to cues: inout [AttributionCue]) {
        let tokens = surface.tokens
        if cues.last?.tokens.lowerBound == tokens.lowerBound { cues.removeLast() }
        let sentence = sentences.partitioningIndex { $0.upperBound > tokens.lowerBound }
        guard sentence < sentences.count, tokens.upperBound <= sentences[sentence].upperBound else { return }
        let record = lexicon.readingRecord(Int(surface.reading))
        cues.append(AttributionCue(tokens: tokens, traits: traits(of: record), row: RowReference(file: record.file, line: record.line)))
    }

    private func traits(of record: ImageFormat.Reading) -> AttributionTraits { AttributionTraits(value: lexicon.valueBytes(at: Int(record.target))) }
}
