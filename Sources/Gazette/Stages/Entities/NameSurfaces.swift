/// What the lexicon has for a text that the rules for names ask for, as indices into the document's surfaces and in their order.
struct NameSurfaces {
    private var entryList: [Int32] = []
    private var wordList: [Int32] = []
    private var counts = (entries: 0, words: 0)

    /// Entries of the lexicons.
    var entries: ArraySlice<Int32> { entryList[..<counts.entries] }
    /// Titles and head words of two and more words.
    var words: ArraySlice<Int32> { wordList[..<counts.words] }

    private static let classes = HeadWords.classes.union(WordClasses([.title]))

    mutating func reset(_ surfaces: [Surface]) {
        entryList.makeRoom(for: surfaces.count, 0)
        wordList.makeRoom(for: surfaces.count, 0)
        counts = Self.gather(surfaces, &entryList, &wordList)
    }

    /// Gathers by counting: a branch would often be guessed wrong. Gives the numbers.
    ///
    /// SAFETY: every list has room for as many as there are surfaces, and no pointer outlives the call.
    private static func gather(_ surfaces: [Surface], _ entries: inout [Int32], _ words: inout [Int32]) -> (entries: Int, words: Int) {
        entries.withUnsafeMutableBufferPointer { entries in
            words.withUnsafeMutableBufferPointer { words in
                var (entryCount, wordCount) = (0, 0)
                for index in surfaces.indices {
                    let (place, surface) = (Int32(truncatingIfNeeded: index), surfaces[index])
                    entries[entryCount] = place
                    words[wordCount] = place
                    entryCount &+= surface.kind == .entry ? 1 : 0
                    wordCount &+= (surface.kind == .word ? 1 : 0) & Int(truncatingIfNeeded: classes.bits &>> UInt64(surface.detail))
                }
                return (entryCount, wordCount)
            }
        }
    }
}
