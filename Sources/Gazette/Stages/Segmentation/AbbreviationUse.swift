/// What follows an abbreviation's period; the value of class `abbreviation` in the lexicon.
enum AbbreviationUse: String {
    /// A name: Mr., Gen.
    case name
    /// A number: No., Jan.
    case number
    /// The sentence goes on unless it clearly ends: approx., Calif.
    case any
    /// Often the sentence's end: a.m., Inc., U.S.
    case end
}

extension Lexicon {
    /// How the lexicon uses an abbreviation, given with its period; nil where the case does not fit its surface.
    func abbreviation(_ word: WordID, _ shape: TokenShape) -> AbbreviationUse? {
        let range = readings(of: word)
        for index in range.first..<range.first + range.count {
            let reading = reading(index)
            if case .word(.abbreviation, let value) = reading.meaning, reading.accepts(shape, at: 0) {
                return AbbreviationUse(rawValue: self.value(at: value))
            }
        }
        return nil
    }

    /// Whether a capitalised word is most likely an ordinary word at a sentence's start: its small form is at least twice as frequent.
    func isFunctionWord(_ word: WordID, _ classes: WordClasses) -> Bool {
        guard classes.contains(.common), let ratio = value(of: .common, for: word).flatMap(Double.init) else { return false }
        return ratio >= 0.3
    }
}
