/// A surface that knows the case of each of its words.
protocol CasedSurface {
    /// Whether a token of the text may stand for the surface's word at an index, by its case.
    func accepts(_ shape: TokenShape, at index: Int) -> Bool
}

extension CasedSurface {
    /// Whether the tokens of a range may stand for the surface's words by their case; those for which `shape` gives nil, hyphens, are not counted.
    @inline(__always)
    func accepts(_ range: TokenRange, shape: (Int) -> TokenShape?) -> Bool {
        var word = 0
        for index in range {
            guard let shape = shape(index) else { continue }
            if !accepts(shape, at: word) { return false }
            word += 1
        }
        return true
    }
}

extension Lexicon {
    /// One meaning of one surface, from one row.
    public struct Reading: Sendable, CasedSurface {
        public enum Kind: UInt8, Sendable { case entry, word, cue }

        public enum Meaning: Sendable, Hashable {
            case entry(EntityLabel, EntryID)
            /// A class and the index of its value.
            case word(WordClass, value: Int)
            case cue(StanceCategory, CueID)
        }

        public let meaning: Meaning
        /// Prominence of an entry, 0 to 9; of a word's class its value's code, see `ValueCode`.
        public let weight: Int
        /// Also a common word or name: needs evidence beside it.
        public let isGuarded: Bool
        /// A user's row of the same surface has taken its place: it names nothing.
        public let isOverridden: Bool
        /// A user's row that no evidence outweighs.
        public let isDecisive: Bool
        /// A decisive row that wins within a longer listed name too.
        public let winsAlways: Bool
        /// A row that says that its surface is no name.
        public let isNegative: Bool
        public let row: RowReference
        /// Its place among the lexicon's readings.
        let index: Int
        /// How many words the surface has, hyphens not counted.
        public let words: Int
        private let shapes: UInt64
        private let isExact: Bool

        init(record: ImageFormat.Reading, index: Int) {
            let flags = ReadingFlags(rawValue: record.flags)
            switch Kind(rawValue: record.kind) {
            case .entry: meaning = .entry(EntityLabel(rawValue: record.detail) ?? .person, EntryID(rawValue: record.target))
            case .cue: meaning = .cue(StanceCategory(rawValue: record.detail) ?? .hedge, CueID(rawValue: record.target))
            default: meaning = .word(WordClass(rawValue: record.detail) ?? .common, value: Int(record.target))
            }
            weight = Int(record.weight)
            isGuarded = flags.contains(.guarded)
            isExact = flags.contains(.exact)
            isOverridden = flags.contains(.overridden)
            isDecisive = flags.contains(.decisive)
            winsAlways = flags.contains(.always)
            isNegative = flags.contains(.negative)
            self.index = index
            row = RowReference(file: record.file, line: record.line)
            words = Int(record.words)
            shapes = record.shapes
        }

        func accepts(_ shape: TokenShape, at index: Int) -> Bool { ImageFormat.accepts(shape, at: index, shapes, isExact: isExact) }
    }
}

extension ImageFormat.Reading: CasedSurface {
    var isOverridden: Bool { flags & ReadingFlags.overridden.rawValue != 0 }

    func accepts(_ shape: TokenShape, at index: Int) -> Bool {
        ImageFormat.accepts(shape, at: index, shapes, isExact: flags & ReadingFlags.exact.rawValue != 0)
    }
}

extension ImageFormat {
    @inline(__always)
    fileprivate static func accepts(_ shape: TokenShape, at index: Int, _ shapes: UInt64, isExact: Bool) -> Bool {
        guard index < 21, let wanted = TokenShape(rawValue: UInt8(shapes >> UInt64(index * 3) & 7)) else { return true }
        if isExact { return shape == wanted }
        switch wanted {
        case .none, .lower: return true
        case .title: return shape.isCapitalized
        case .upper: return shape == .upper
        case .mixed: return shape == .mixed || shape == .upper
        }
    }
}
