/// A reading of the lexicon whose surface stands in a document, its case accepted and its row not overridden.
///
/// A document has one for every entry and stance cue, and for every class of a surface of two or more words. The classes of single words are bits of their
/// tokens.
struct Surface: Sendable, Hashable {
    /// The first token, and the one behind the last.
    let start: Int32
    let end: Int32
    /// The index of the reading; of a stance cue that of the cue, which tells all that is asked of it.
    let reading: UInt32
    let kind: Lexicon.Reading.Kind
    /// The label, word class or stance category.
    let detail: UInt8

    var tokens: TokenRange { Int(start)..<Int(end) }

    /// 1 where it is a stance cue, otherwise 0: shifted, which no branch takes the place of.
    var cueCount: Int { Int(truncatingIfNeeded: ((1 as UInt32) &<< UInt32(Lexicon.Reading.Kind.cue.rawValue)) &>> UInt32(kind.rawValue) & 1) }

    /// What it stands for, where it is one.
    var cue: CueID { CueID(rawValue: reading) }

    /// Whether its reading is a word's, of a class.
    func isWord(of wordClass: WordClass) -> Bool { (kind.rawValue ^ Lexicon.Reading.Kind.word.rawValue) | (detail ^ wordClass.rawValue) == 0 }

    /// Likewise of one of some classes.
    func isWord(of classes: WordClasses) -> Bool { kind == .word && classes.bits >> UInt64(detail) & 1 != 0 }
}

extension [Surface] {
    /// Writes the places of the wanted ones, for which a number is 1 and not 0, to an array of at least as many, and gives how many they are.
    @inline(__always)
    func gather(into places: inout [Int32], where isWanted: (Surface) -> Int) -> Int {
        var count = 0
        for place in indices {
            places[count] = Int32(truncatingIfNeeded: place)
            count &+= isWanted(self[place])
        }
        return count
    }
}

extension Document {
    /// The surfaces that begin at a token, shortest first, as indices into `surfaces`.
    func surfaces(at token: Int) -> Range<Int> {
        guard tokens[token].classes.intersects(.found) else { return 0..<0 }
        let first = surfaces.partitioningIndex { $0.start >= token }
        var end = first
        while end < surfaces.count, surfaces[end].start == token { end += 1 }
        return first..<end
    }
}

extension Lexicon {
    /// Appends the readings of one kind, other than stance cues, whose surfaces begin at a token, shortest first.
    func appendSurfaces(at token: Int, in document: Document, of kind: Reading.Kind, to matches: inout [LexicalMatch]) {
        for index in document.surfaces(at: token) where document.surfaces[index].kind == kind { matches.append(match(document.surfaces[index])) }
    }

    /// The match that a surface is, other than a stance cue.
    func match(_ surface: Surface) -> LexicalMatch { LexicalMatch(tokens: surface.tokens, reading: reading(Int(surface.reading))) }
}
