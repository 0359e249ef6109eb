/// The notes on a document's tokens, and the memory in which they are made.
struct NameMarks {
    /// How many tokens the document has.
    private(set) var count = 0
    /// By token; there is room for more.
    private(set) var tokens: [NameToken] = []
    private(set) var found = Found()
    private(set) var surfaces = NameSurfaces()
    /// Lists of tokens, each with room for all: those with capitals, the names among them, those that may be head words, and two for what is gathered on
    /// the way.
    private var lists: [Int32] = []

    /// What a marker finds in a text, in its order.
    struct Found {
        var runs: [NameRun] = []
        /// The tokens with a capital that stand behind an opening mark.
        var opened: [Int32] = []
        /// How many tokens have capitals, how many of them are names, and how many in runs may be head words.
        var (capitals, parts, heads) = (0, 0, 0)
    }

    private static let listCount = 5

    /// The tokens with capitals.
    var capitals: ArraySlice<Int32> { lists[..<found.capitals] }

    /// Those of them that are names by themselves.
    var parts: ArraySlice<Int32> { lists[count..<count + found.parts] }

    /// The tokens of runs that may be head words.
    var heads: ArraySlice<Int32> { lists[2 * count..<2 * count + found.heads] }

    mutating func reset(_ document: Document, _ words: inout NameWords) {
        count = document.tokens.count
        tokens.makeRoom(for: count, NameToken())
        lists.makeRoom(for: Self.listCount * count, 0)
        found.runs.removeAll(keepingCapacity: true)
        found.opened.removeAll(keepingCapacity: true)
        (found.capitals, found.parts, found.heads) = (0, 0, 0)
        Self.mark(document, &words, &tokens, &lists, &found)
        surfaces.reset(document.surfaces)
        for place in surfaces.words where document.surfaces[Int(place)].isWord(of: .title) { markTitle(document.surfaces[Int(place)].tokens) }
    }

    /// `Prime Minister |Sheikh Hasina`: marks a title of two and more words that begins in a run.
    private mutating func markTitle(_ title: TokenRange) {
        let run = tokens[title.lowerBound].run
        guard run >= 0 else { return }
        tokens[title.lowerBound].insert(.title)
        if title.upperBound < found.runs[Int(run)].end { tokens[title.upperBound].insert(.titled) }
    }

    /// Lends the memory to a marker.
    ///
    /// SAFETY: there is room for as many notes as there are tokens, and for as many in each list; no pointer outlives the call.
    private static func mark(
        _ document: Document, _ words: inout NameWords, _ tokens: inout [NameToken], _ lists: inout [Int32], _ found: inout Found
    ) {
        document.tokens.withUnsafeBufferPointer { source in
            tokens.withUnsafeMutableBufferPointer { tokens in
                lists.withUnsafeMutableBufferPointer { lists in
                    var marker = NameMarker(document, source, tokens, lists)
                    swap(&marker.found, &found)
                    marker.mark(document.sentenceTokens, &words)
                    swap(&marker.found, &found)
                }
            }
        }
    }
}
