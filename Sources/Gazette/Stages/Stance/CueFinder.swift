/// A reading of the stance lexicon whose surface stands in a document.
struct ListedCue {
    var start: Int32
    var end: Int32
    var id: CueID
    var row: RowReference
    var category: UInt8
    var partOfSpeech: PartOfSpeech
    /// 1-based, 0 for none.
    var uncertainty: UInt8
    var flags: CueFlags

    var tokens: TokenRange { Int(start)..<Int(end) }
}

/// Finds the stance cues that the lexicon has for a document.
///
/// To read them is to wait for the lexicon's memory. No reading asks for another here, so that the processor can wait for several at once.
struct CueFinder {
    private let lexicon: Lexicon
    private var places: [Int32] = []
    /// In the order of the document's surfaces.
    private(set) var cues: [ListedCue] = []

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    mutating func find(in surfaces: [Surface]) {
        places.makeRoom(for: surfaces.count, 0)
        let count = Self.gather(surfaces, &places)
        cues.removeAll(keepingCapacity: true)
        for index in 0..<count {
            let surface = surfaces[Int(places[index])]
            let reading = lexicon.readingRecord(Int(surface.reading))
            let id = CueID(rawValue: reading.target)
            let cue = lexicon.cueRecord(id)
            cues.append(
                ListedCue(
                    start: surface.start, end: surface.end, id: id, row: RowReference(file: reading.file, line: reading.line),
                    category: cue.category, partOfSpeech: PartOfSpeech(rawValue: cue.partOfSpeech) ?? .phrase, uncertainty: cue.uncertainty,
                    flags: CueFlags(rawValue: cue.flags)))
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
