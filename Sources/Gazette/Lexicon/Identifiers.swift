/// A folded word of the lexicon's vocabulary.
public struct WordID: Sendable, Hashable, BitwiseCopyable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A word that no lexicon holds.
    public static let unknown = WordID(rawValue: 0)
}

/// A thing that entries name; several surfaces share one.
public struct EntryID: Sendable, Hashable, BitwiseCopyable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A row of the stance lexicon.
public struct CueID: Sendable, Hashable, BitwiseCopyable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A row of a lexicon file.
public struct RowReference: Sendable, Hashable, BitwiseCopyable {
    /// 1-based; the header is line 1.
    public let line: UInt32
    /// An index into the lexicon's files.
    public let file: UInt16

    public init(file: UInt16, line: UInt32) {
        self.file = file
        self.line = line
    }
}
