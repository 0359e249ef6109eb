/// A document's tokens as the rules of clauses see them, a sentence at a time. A document must have been read by a `ClauseReader`.
struct ClauseText: ~Copyable {
    /// No rule looks further than this from where it starts, so that a stage stays linear on sentences that never end.
    static let mostReach = 192
    /// No noun phrase is longer.
    static let longestPhrase = 24

    let tokens: [Token]
    let bytes: [UInt8]
    private let clauses: [ClauseToken]
    /// The tokens at which what a cue covers may end.
    let breaks: [Int]
    /// The place of the first one that may be asked for.
    private var nextBreak = 0
    /// Outside of it nothing is seen.
    var sentence: TokenRange = 0..<0 { didSet { sentenceCount = UInt(sentence.count) } }
    private var sentenceCount: UInt = 0

    init(_ document: borrowing Document) {
        (tokens, bytes) = (document.tokens, document.text)
        (clauses, breaks) = (document.clauses.tokens, document.clauses.breaks)
    }

    /// The part at an index, whatever the sentence.
    subscript(index: Int) -> ClausePart { clauses[index].part }

    /// The part at an index of the sentence; a stop outside of it.
    func part(_ index: Int) -> ClausePart { isInside(index) ? clauses[index].part : .stop }

    /// What a word of the sentence does; outside of it, what a content word does.
    @inline(__always)
    func roles(_ index: Int) -> GrammarRoles { isInside(index) ? clauses[index].roles : GrammarRoles(number: GrammarRoles.contentNumber) }

    /// Whether a word of the sentence has an exact role.
    func isWord(_ index: Int, _ role: GrammarRole) -> Bool { isInside(index) && clauses[index].role == role }

    /// Whether a token of a range, whatever the sentence, has one of some roles. No branch asks token by token.
    ///
    /// SAFETY: the range lies in the tokens.
    @inline(__always)
    func has(_ roles: GrammarRoles, in range: TokenRange) -> Bool {
        precondition(range.lowerBound >= 0 && range.upperBound <= clauses.count)
        return clauses.withUnsafeBufferPointer { clauses in
            var found: UInt32 = 0
            for index in range { found |= roles.mark(clauses[index].roleNumber) }
            return found & 1 != 0
        }
    }

    func isInside(_ index: Int) -> Bool { UInt(bitPattern: index &- sentence.lowerBound) < sentenceCount }

    /// The place in `breaks` of the first one at a token or behind it. Tokens are asked about from left to right.
    mutating func firstBreak(from index: Int) -> Int {
        while nextBreak < breaks.count, breaks[nextBreak] < index { nextBreak += 1 }
        return nextBreak
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

extension Token {
    /// Whether it ends in -ly, with more than one letter before it, and is no noun that names stand beside: `the family`.
    func isAdverbial(in bytes: [UInt8]) -> Bool {
        range.count > 3 && !classes.contains(.nameNoun) && bytes[Int(range.end) - 1] == UInt8(ascii: "y")
            && bytes[Int(range.end) - 2] == UInt8(ascii: "l")
    }

    /// Whether it ends in -ed, with more than one letter before it.
    func isPastForm(in bytes: [UInt8]) -> Bool {
        range.count > 3 && bytes[Int(range.end) - 1] == UInt8(ascii: "d") && bytes[Int(range.end) - 2] == UInt8(ascii: "e")
    }
}
