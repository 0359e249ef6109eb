/// What finds a text's word and sentence boundaries; the boundaries are the same.
public enum Segmenter: String, Sendable, CaseIterable {
    /// A state machine made of ICU's rules, and ICU itself where a dictionary parts words.
    case machine
    /// ICU's iterators alone.
    case icu
}

/// ICU's word and sentence boundaries (UAX #29) of one text after the other, in UTF-8 bytes. It belongs to one worker.
struct BoundaryFinder {
    private static let batch = 4096

    private let words: BreakIterator
    private let sentences: BreakIterator
    private let wordMachine: RuleMachine?
    private let sentenceMachine: RuleMachine?
    private var units = UTF16Text()
    /// The text whose words were found last.
    private(set) var map = PlainMap()

    /// Nil where ICU has no rules at all.
    init?(locale: String, segmenter: Segmenter) {
        guard let words = BreakIterator(.words, locale: locale), let sentences = BreakIterator(.sentences, locale: locale) else { return nil }
        (self.words, self.sentences) = (words, sentences)
        (wordMachine, sentenceMachine) = segmenter == .machine ? (words.machine(), sentences.machine()) : (nil, nil)
    }

    /// Whether rules and not iterators part texts.
    var hasMachines: Bool { wordMachine != nil && sentenceMachine != nil }

    /// Replaces the boundaries by those of a text's words, with their statuses.
    mutating func findWords(in text: [UInt8], into boundaries: inout Boundaries) {
        if wordMachine == nil || sentenceMachine == nil { units.reset(text: text) }
        if wordMachine != nil || sentenceMachine != nil { map.reset(text: text) }
        find(in: text, into: &boundaries, wordMachine, words)
    }

    /// Replaces the boundaries by those of the sentences of the text whose words were found last, and closes them.
    mutating func findSentences(in text: [UInt8], into boundaries: inout Boundaries) {
        if wordMachine != nil && sentenceMachine == nil { units.reset(text: text) }
        find(in: text, into: &boundaries, sentenceMachine, sentences)
        boundaries.close()
    }

    private mutating func find(in text: [UInt8], into boundaries: inout Boundaries, _ machine: RuleMachine?, _ icu: BreakIterator) {
        boundaries.count = 0
        guard let machine else {
            icu.appendBoundaries(of: units, to: &boundaries)
            return units.convertToBytes(&boundaries)
        }
        var place = 0
        while place < text.count {
            boundaries.makeRoom(for: Self.batch)
            let first = boundaries.count
            text.withUnsafeBufferPointer { text in
                map.lend { map in boundaries.append { machine.run(text, &place, $0, $1, from: first, map) } }
            }
            if place == text.count || boundaries.count == boundaries.ends.count { continue }
            let end = text.withUnsafeBufferPointer { text in map.lend { machine.endOfDictionary(text, from: place, $0) } }
            appendWithICU(icu, text, place..<end, &boundaries)
            place = end
        }
    }

    /// A boundary's place depends on nothing before the boundary before it, so that a stretch between two of them can be parted by itself.
    private mutating func appendWithICU(_ icu: BreakIterator, _ text: [UInt8], _ range: Range<Int>, _ boundaries: inout Boundaries) {
        let first = boundaries.count
        units.reset(text: text, range)
        icu.appendBoundaries(of: units, to: &boundaries)
        units.convertToBytes(&boundaries, from: first)
    }
}
