/// What a head word makes of the names beside it.
struct HeadWord {
    /// The row that has it.
    let row: RowReference
    var label: EntityLabel
    var takesBefore: Bool
    var takesAfter: Bool
    /// Whether the name may follow without `of`: `Lake X`, `Operation X`.
    var isBeforeName = false
    var rule: NameRule

    /// Nil for a reading that makes its surface no head. The codes are those of `ValueCode`.
    init?(_ record: ImageFormat.Reading) {
        guard record.kind == Lexicon.Reading.Kind.word.rawValue else { return nil }
        row = RowReference(file: record.file, line: record.line)
        let code = Int(record.weight)
        switch WordClass(rawValue: record.detail) {
        case .orgHead: (label, takesBefore, takesAfter, rule) = (.organization, code != 1, code != 2, .orgHead)
        case .orgSuffix: (label, takesBefore, takesAfter, rule) = (.organization, true, false, .orgSuffix)
        case .placeHead:
            (label, rule) = (EntityLabel(placeHead: code), .placeHead)
            (takesBefore, takesAfter, isBeforeName) = (code <= 3 || code > 6, true, code > 3)
        case .eventHead: (label, takesBefore, takesAfter, isBeforeName, rule) = (.event, code != 2, true, code == 2, .eventHead)
        case .lawHead: (label, takesBefore, takesAfter, rule) = (.law, true, true, .lawHead)
        default: return nil
        }
    }
}

/// The heads that single words are, by those that were last asked for, which come again and again.
struct HeadWords {
    /// A word in one case, and where its heads lie.
    private struct Known {
        /// The unknown word is no head.
        var word = WordID.unknown
        var shape = TokenShape.none
        var first: Int32 = 0
        var count: Int32 = 0
    }

    static let classes = WordClasses([.orgHead, .orgSuffix, .placeHead, .eventHead, .lawHead])

    private(set) var heads: [HeadWord] = []
    private var known = [Known](repeating: Known(), count: 1 << Self.bits)

    private static let bits: UInt32 = 9
    /// When there are so many heads all are forgotten.
    private static let mostHeads = 1 << 12

    private static func slot(of token: Token) -> Int { Int((token.word.rawValue &* 0x9E37_79B9) >> (32 - bits)) }

    /// Asks for the memory in which it is noted what heads a word is.
    func prepare(_ token: Token) { known.prepare(Self.slot(of: token)) }

    /// The heads that a word is in its case, as indices into `heads`.
    mutating func heads(of token: Token, _ lexicon: Lexicon) -> Range<Int> {
        let slot = Self.slot(of: token)
        if known[slot].word != token.word || known[slot].shape != token.shape { known[slot] = read(token, lexicon) }
        let first = Int(known[slot].first)
        return first..<first + Int(known[slot].count)
    }

    private mutating func read(_ token: Token, _ lexicon: Lexicon) -> Known {
        if heads.count > Self.mostHeads { forget() }
        let first = heads.count
        let range = lexicon.readings(of: token.word)
        for index in range.first..<range.first + range.count where lexicon.isWord(index, of: Self.classes) {
            let record = lexicon.readingRecord(index)
            if !record.isOverridden, record.accepts(token.shape, at: 0), let head = HeadWord(record) { heads.append(head) }
        }
        return Known(
            word: token.word, shape: token.shape, first: Int32(truncatingIfNeeded: first), count: Int32(truncatingIfNeeded: heads.count - first))
    }

    private mutating func forget() {
        heads.removeAll(keepingCapacity: true)
        for slot in known.indices { known[slot] = Known() }
    }
}

extension EntityLabel {
    /// What a place's head word makes of a name, by its code among the values of `place-head`.
    init(placeHead code: Int) {
        switch (max(code, 1) - 1) % 3 {
        case 0: self = .location
        case 1: self = .geopolitical
        default: self = .facility
        }
    }
}
