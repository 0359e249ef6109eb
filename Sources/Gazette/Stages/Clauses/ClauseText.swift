/// A document's tokens as the rules of clauses see them, a sentence at a time. A document must have been read by a `ClauseReader`.
///
/// SAFETY: the buffers are those of the document that lends them, and nothing keeps a text behind that call. An index is one of the sentence's, or beside
/// one that has been told to be inside of the tokens.
struct ClauseText: ~Copyable {
    /// No rule looks further than this from where it starts, so that a stage stays linear on sentences that never end.
    static let mostReach = 192
    /// No noun phrase is longer.
    static let longestPhrase = 24

    let tokens: UnsafeBufferPointer<Token>
    let bytes: UnsafeBufferPointer<UInt8>
    private let clauses: UnsafeBufferPointer<ClauseToken>
    /// The tokens at which what a cue covers may end.
    let breaks: UnsafeBufferPointer<Int>
    /// The place of the first one that may be asked for.
    private var nextBreak = 0
    /// The tokens that negate, and the place of the first one that may be asked for.
    private let negators: UnsafeBufferPointer<Int>
    private var nextNegator = 0
    /// Outside of it nothing is seen.
    var sentence: TokenRange = 0..<0 { didSet { sentenceCount = UInt(sentence.count) } }
    private var sentenceCount: UInt = 0

    fileprivate init(
        _ tokens: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>, _ clauses: UnsafeBufferPointer<ClauseToken>,
        _ breaks: UnsafeBufferPointer<Int>, _ negators: UnsafeBufferPointer<Int>
    ) {
        (self.tokens, self.bytes, self.clauses, self.breaks, self.negators) = (tokens, bytes, clauses, breaks, negators)
    }

    /// The part at an index, whatever the sentence.
    subscript(index: Int) -> ClausePart { clauses[index].part }

    /// The part at an index of the sentence; a stop outside of it.
    func part(_ index: Int) -> ClausePart { isInside(index) ? clauses[index].part : .stop }

    /// What a word of the sentence does; outside of it, what a content word does.
    @inline(__always)
    func roles(_ index: Int) -> GrammarRoles { isInside(index) ? clauses[index].roles : GrammarRoles(number: GrammarRoles.contentNumber) }

    /// What a word does that is known to stand in the sentence.
    @inline(__always)
    func rolesInside(_ index: Int) -> GrammarRoles { clauses[index].roles }

    /// Whether a word of the sentence has an exact role.
    func isWord(_ index: Int, _ role: GrammarRole) -> Bool { isInside(index) && clauses[index].role == role }

    func isInside(_ index: Int) -> Bool { UInt(bitPattern: index &- sentence.lowerBound) < sentenceCount }

    /// The place in `breaks` of the first one at a token or behind it. Tokens are asked about from left to right.
    mutating func firstBreak(from index: Int) -> Int {
        while nextBreak < breaks.count, breaks[nextBreak] < index { nextBreak += 1 }
        return nextBreak
    }

    /// The last token before another that negates, be it in a sentence before. Tokens are asked about from left to right.
    @inline(__always)
    mutating func lastNegator(before index: Int) -> Int? {
        while nextNegator < negators.count, negators[nextNegator] < index { nextNegator += 1 }
        return nextNegator > 0 ? negators[nextNegator - 1] : nil
    }

    /// From the first token's start to the last one's end; `range` must not be empty.
    func byteRange(of range: TokenRange) -> ByteRange { ByteRange(tokens[range.lowerBound].range.start, tokens[range.upperBound - 1].range.end) }

    // MARK: Words

    /// A listed adverb or a small-letter word in -ly.
    @inline(__always)
    func isAdverb(_ index: Int) -> Bool {
        let part = part(index)
        return part == .word ? tokens[index].shape == .lower && tokens[index].isAdverbial(in: bytes) : part == .adverb
    }

    /// Whether something stands before an ending of small letters.
    func ends(_ index: Int, with suffix: StaticString) -> Bool {
        let range = tokens[index].range
        guard range.count > suffix.utf8CodeUnitCount else { return false }
        return suffix.withUTF8Buffer { has($0, at: Int(range.end) - $0.count) }
    }

    private func has(_ wanted: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        for index in wanted.indices where bytes[start + index] != wanted[index] { return false }
        return true
    }
}

extension Document {
    /// Lends its tokens to the rules of clauses.
    func withClauseText<Result>(_ body: (consuming ClauseText) -> Result) -> Result {
        tokens.withUnsafeBufferPointer { tokens in
            text.withUnsafeBufferPointer { bytes in
                clauses.tokens.withUnsafeBufferPointer { parts in
                    clauses.breaks.withUnsafeBufferPointer { breaks in
                        clauses.negators.withUnsafeBufferPointer { negators in body(ClauseText(tokens, bytes, parts, breaks, negators)) }
                    }
                }
            }
        }
    }
}

extension Token {
    /// Whether it ends in -ly, with more than one letter before it, and is no noun that names stand beside: `the family`.
    @inline(__always)
    func isAdverbial<Bytes: RandomAccessCollection>(in bytes: Bytes) -> Bool where Bytes.Element == UInt8, Bytes.Index == Int {
        range.count > 3 && !classes.contains(.nameNoun) && bytes[Int(range.end) - 1] == UInt8(ascii: "y")
            && bytes[Int(range.end) - 2] == UInt8(ascii: "l")
    }

    /// Whether it ends in -ed, with more than one letter before it.
    func isPastForm(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        range.count > 3 && bytes[Int(range.end) - 1] == UInt8(ascii: "d") && bytes[Int(range.end) - 2] == UInt8(ascii: "e")
    }
}
