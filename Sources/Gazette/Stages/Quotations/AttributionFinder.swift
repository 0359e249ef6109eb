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
        let token = document.tokens[index]
        let readings = lexicon.readings(of: token.word)
        for place in readings.first..<readings.first + readings.count where lexicon.isWord(place, of: .attribution) {
            let record = lexicon.readingRecord(place)
            if !record.isOverridden, record.accepts(token.shape, at: 0) { found = cue(record, index..<index + 1) ?? found }
        }
        guard token.classes.intersects(.longer) else { return found }
        for place in document.surfaces(at: index) where document.surfaces[place].isWord(of: .attribution) {
            let surface = document.surfaces[place]
            found = cue(lexicon.readingRecord(Int(surface.reading)), surface.tokens) ?? found
        }
        return found
    }

    private mutating func cue(_ record: ImageFormat.Reading, _ tokens: TokenRange) -> AttributionCue? {
        let traits = traits(ofValue: Int(record.target))
        return traits == .start ? nil : AttributionCue(tokens: tokens, traits: traits, row: RowReference(file: record.file, line: record.line))
    }

    private mutating func traits(ofValue value: Int) -> AttributionTraits {
        let slot = value & (known.count - 1)
        if known[slot].value != value { known[slot] = (value, AttributionTraits(value: lexicon.valueBytes(at: value))) }
        return known[slot].traits
    }
}
