/// The notes on a document's tokens, and the memory in which they are made.
struct NameMarks {
    /// How many tokens the document has.
    private(set) var count = 0
    /// By token; there is room for more.
    private(set) var tokens: [NameToken] = []
    /// The tokens with capitals, and how many they are.
    private(set) var capitals: [Int32] = []
    private(set) var capitalCount = 0
    /// What is gathered on the way: see `NameMarker`.
    private var places: [Int32] = []
    private var ranks: [Int32] = []
    private(set) var runs: [NameRun] = []
    private(set) var surfaces = NameSurfaces()

    mutating func reset(_ document: Document, _ words: inout NameWords) {
        count = document.tokens.count
        tokens.makeRoom(for: count, NameToken())
        capitals.makeRoom(for: count, 0)
        places.makeRoom(for: count, 0)
        ranks.makeRoom(for: count, 0)
        runs.removeAll(keepingCapacity: true)
        capitalCount = Self.mark(document, &words, &tokens, &capitals, &places, &ranks, &runs)
        surfaces.reset(document.surfaces)
        for place in surfaces.words where document.surfaces[Int(place)].isWord(of: .title) { markTitle(document.surfaces[Int(place)].tokens) }
    }

    /// `Prime Minister |Sheikh Hasina`: marks a title of two and more words that begins in a run.
    private mutating func markTitle(_ title: TokenRange) {
        let run = tokens[title.lowerBound].run
        guard run >= 0 else { return }
        tokens[title.lowerBound].insert(.title)
        if title.upperBound < runs[Int(run)].end { tokens[title.upperBound].insert(.titled) }
    }

    /// Lends the memory to a marker, and returns how many capitals it has found.
    ///
    /// SAFETY: each buffer is an array's that has room for as many elements as there are tokens, and no pointer outlives the call.
    private static func mark(
        _ document: Document, _ words: inout NameWords, _ tokens: inout [NameToken], _ capitals: inout [Int32], _ places: inout [Int32],
        _ ranks: inout [Int32], _ runs: inout [NameRun]
    ) -> Int {
        document.tokens.withUnsafeBufferPointer { source in
            tokens.withUnsafeMutableBufferPointer { tokens in
                capitals.withUnsafeMutableBufferPointer { capitals in
                    places.withUnsafeMutableBufferPointer { places in
                        ranks.withUnsafeMutableBufferPointer { ranks in
                            var marker = NameMarker(document, source, tokens, places, ranks)
                            return marker.mark(document.sentenceTokens, &words, into: capitals, &runs)
                        }
                    }
                }
            }
        }
    }
}
