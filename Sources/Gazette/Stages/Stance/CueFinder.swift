/// A cue of the stance lexicon whose surface stands in a document.
struct ListedCue {
    var start: Int32 = 0
    var end: Int32 = 0
    var id = CueID(rawValue: 0)
    var row = RowReference(file: 0, line: 0)
    var category: UInt8 = 0
    var partOfSpeech = PartOfSpeech.phrase
    /// 1-based, 0 for none.
    var uncertainty: UInt8 = 0
    var flags: CueFlags = []

    var tokens: TokenRange { Int(start)..<Int(end) }
}

/// Finds the stance cues that the lexicon has for a document.
///
/// To read them is to wait for the lexicon's memory. No cue asks for another here, so that the processor can wait for several at once.
struct CueFinder {
    private let lexicon: Lexicon
    private var places: [Int32] = []
    private var read: [ListedCue] = []
    private var count = 0

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// In the order of the document's surfaces.
    var cues: ArraySlice<ListedCue> { read[..<count] }

    mutating func find(in surfaces: [Surface]) {
        places.makeRoom(for: surfaces.count, 0)
        count = surfaces.gather(into: &places) { $0.cueCount }
        read.makeRoom(for: count, ListedCue())
        for index in 0..<count {
            let surface = surfaces[Int(places[index])]
            let record = lexicon.cueRecord(surface.cue)
            read[index] = ListedCue(
                start: surface.start, end: surface.end, id: surface.cue, row: RowReference(file: record.file, line: record.line),
                category: record.category, partOfSpeech: PartOfSpeech(rawValue: record.partOfSpeech) ?? .phrase, uncertainty: record.uncertainty,
                flags: CueFlags(rawValue: record.flags))
        }
    }
}
