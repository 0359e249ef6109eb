/// The notes on a document's tokens, and the memory in which they are made.
struct NameMarks {
    /// How many tokens the document has.
    private(set) var count = 0
    /// By token; there is room for more.
    var tokens: [NameToken] = []
    /// The tokens with capitals and the marks, and how many they are.
    private(set) var places: [Int32] = []
    private(set) var placeCount = 0
    private(set) var runs: [TokenRange] = []
    private(set) var facts: [RunFacts] = []

    mutating func reset(_ document: Document, _ words: inout NameWords, _ lexicon: Lexicon) {
        count = document.tokens.count
        tokens.makeRoom(for: count, NameToken())
        places.makeRoom(for: count, 0)
        runs.removeAll(keepingCapacity: true)
        facts.removeAll(keepingCapacity: true)
        placeCount = Self.mark(document, &words, lexicon, &tokens, &places, &runs, &facts)
    }

    /// Lends the memory to a marker, and returns how many places it has found.
    ///
    /// SAFETY: each buffer is an array's that has room for as many elements as there are tokens, and no pointer outlives the call.
    private static func mark(
        _ document: Document, _ words: inout NameWords, _ lexicon: Lexicon, _ tokens: inout [NameToken], _ places: inout [Int32],
        _ runs: inout [TokenRange], _ facts: inout [RunFacts]
    ) -> Int {
        document.tokens.withUnsafeBufferPointer { source in
            tokens.withUnsafeMutableBufferPointer { tokens in
                places.withUnsafeMutableBufferPointer { places in
                    var marker = NameMarker(document, source, tokens, lexicon)
                    let found = UnsafeBufferPointer(rebasing: places[..<marker.gather(into: places)])
                    words.read(source, at: found, into: tokens)
                    marker.mark(document.sentenceTokens, found, &runs, &facts)
                    return found.count
                }
            }
        }
    }
}
