/// The surfaces of two and more words of a document that tell of time, as matching has found them, by start, then shortest first.
struct DateSurfaces {
    private(set) var surfaces: [Surface] = []

    /// The classes of which they may be.
    private static let classes = DatePhrases.classes.union(WordClasses([.tense]))

    /// Gathers a document's. Their tokens become those that parting the numbers leaves; a surface with a parted number in it is left out.
    mutating func gather(_ found: [Surface], _ parted: borrowing PartedNumbers) {
        surfaces.removeAll(keepingCapacity: true)
        for surface in found where surface.isWord(of: Self.classes) {
            guard let shift = parted.shift(of: surface.tokens) else { continue }
            surfaces.append(surface.moved(by: Int32(shift)))
        }
    }

    /// Marks the tokens at which surfaces begin and end.
    func mark(_ facts: UnsafeMutableBufferPointer<DateFacts>) {
        for surface in surfaces { DateFacts.mark(surface, in: facts) }
    }

    /// Empties what is known of the tokens that have been marked.
    func unmark(_ facts: UnsafeMutableBufferPointer<DateFacts>) {
        for surface in surfaces { (facts[Int(surface.start)], facts[Int(surface.end) - 1]) = (DateFacts(), DateFacts()) }
    }
}

extension Surface {
    fileprivate func moved(by shift: Int32) -> Surface {
        Surface(start: start + shift, end: end + shift, reading: reading, kind: kind, detail: detail)
    }
}
