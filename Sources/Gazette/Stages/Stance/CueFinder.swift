/// A reading of the stance lexicon whose surface stands in a document.
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
/// To read them is to wait for the lexicon's memory. No reading asks for another here, so that the processor can wait for several at once.
struct CueFinder {
    private let lexicon: Lexicon
    private var places: [Int32] = []
    /// In the order of the document's surfaces; there may be more than `count`.
    private(set) var cues: [ListedCue] = []
    private(set) var count = 0

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    mutating func find(in surfaces: [Surface]) {
        places.makeRoom(for: surfaces.count, 0)
        count = Self.gather(surfaces, &places)
        cues.makeRoom(for: count, ListedCue())
        Self.read(lexicon, surfaces, places, count, &cues)
    }

    /// Reads the readings before what they refer to.
    private static func read(_ lexicon: Lexicon, _ surfaces: [Surface], _ places: [Int32], _ count: Int, _ cues: inout [ListedCue]) {
        for index in 0..<count {
            let surface = surfaces[Int(places[index])]
            let reading = lexicon.readingRecord(Int(surface.reading))
            cues[index].start = surface.start
            cues[index].end = surface.end
            cues[index].id = CueID(rawValue: reading.target)
            cues[index].row = RowReference(file: reading.file, line: reading.line)
        }
        for index in 0..<count {
            let cue = lexicon.cueRecord(cues[index].id)
            cues[index].category = cue.category
            cues[index].partOfSpeech = PartOfSpeech(rawValue: cue.partOfSpeech) ?? .phrase
            cues[index].uncertainty = cue.uncertainty
            cues[index].flags = CueFlags(rawValue: cue.flags)
        }
    }

    private static func gather(_ surfaces: [Surface], _ places: inout [Int32]) -> Int {
        var count = 0
        for place in surfaces.indices {
            places[count] = Int32(truncatingIfNeeded: place)
            count &+= surfaces[place].kind == .cue ? 1 : 0
        }
        return count
    }
}
