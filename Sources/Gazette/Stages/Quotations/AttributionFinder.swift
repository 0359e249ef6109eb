/// Finds the words and phrases in a document that attribute.
struct AttributionFinder {
    private let lexicon: Lexicon
    /// What the values that were read last say, by the lowest bits of their index.
    private var known = [(value: Int, traits: AttributionTraits)](repeating: (-1, []), count: 256)

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// Appends the longest surface at every token, those inside of longer ones too.
    mutating func find(in document: borrowing Document, into cues: inout [AttributionCue]) {
        for sentence in document.sentenceTokens {
            for index in sentence where document.tokens[index].classes.contains(.attribution) {
                if let cue = cue(at: index, document), cue.tokens.upperBound <= sentence.upperBound { cues.append(cue) }
            }
        }
    }

    private mutating func cue(at index: Int, _ document: borrowing Document) -> AttributionCue? {
        var found: AttributionCue?
        lexicon.forEachSurface(at: index, document.tokens, document.text) { readings, tokens in
            for place in readings.first..<readings.first + readings.count where lexicon.isWord(place, of: .attribution) {
                let reading = lexicon.reading(place)
                guard !reading.isOverridden, lexicon.accepts(reading, tokens, document.tokens, document.text) else { continue }
                let traits = traits(of: reading)
                if traits != .start { found = AttributionCue(tokens: tokens, traits: traits, row: reading.row) }
            }
        }
        return found
    }

    private mutating func traits(of reading: Lexicon.Reading) -> AttributionTraits {
        guard case .word(_, let value) = reading.meaning else { return [] }
        let slot = value & (known.count - 1)
        if known[slot].value != value { known[slot] = (value, AttributionTraits(value: lexicon.valueBytes(at: value))) }
        return known[slot].traits
    }
}
