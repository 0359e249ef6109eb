/// A word, number, punctuation mark or symbol of the text.
public struct Token: Sendable, Hashable {
    /// Where it stands, in UTF-8 bytes.
    public var range: ByteRange
    /// Its folded form in the lexicon's vocabulary, or `WordID.unknown`.
    public var word: WordID
    public var kind: TokenKind
    public var shape: TokenShape
    /// What parts it from the token before.
    public var gap: TokenGap
    /// What its word does in a clause; nil for a content word.
    var role: GrammarRole?
    /// Every class that the lexicons give to its folded form alone.
    public var classes: WordClasses

    init(
        range: ByteRange, word: WordID, classes: WordClasses, kind: TokenKind, shape: TokenShape, gap: TokenGap, role: GrammarRole? = nil
    ) {
        (self.range, self.word, self.classes, self.kind) = (range, word, classes, kind)
        (self.shape, self.gap, self.role) = (shape, gap, role)
    }
}

/// What a token is made of, from ICU's rule status and the segmentation rules.
public enum TokenKind: UInt8, Sendable, CaseIterable {
    case word, number, punctuation, symbol, clitic, abbreviation, url, email, mention, hashtag, emoji, ideographic
}

/// The case of a token's letters.
public enum TokenShape: UInt8, Sendable, CaseIterable {
    /// No letters.
    case none
    /// No capital: `taliban`.
    case lower
    /// A capital and nothing but small letters after it: `Taliban`; a single capital letter too.
    case title
    /// Two or more capitals and no small letter: `TTP`, `U.S.`.
    case upper
    /// Anything else: `LeT`, `iPhone`, `McDonald`.
    case mixed

    /// Whether its first letter may be a capital.
    public var isCapitalized: Bool { rawValue >= Self.title.rawValue }
}

/// The white space before a token.
public enum TokenGap: UInt8, Sendable, Comparable {
    case none, space, newline, paragraph

    public static func < (left: TokenGap, right: TokenGap) -> Bool { left.rawValue < right.rawValue }
}

/// A half-open range of indices into a document's tokens.
public typealias TokenRange = Range<Int>
