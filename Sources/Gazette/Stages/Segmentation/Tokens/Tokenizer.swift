/// Makes tokens of ICU's words: white space drops out, and the rules of this folder join and part what Universal Dependencies does.
///
/// Every character that is not White_Space (Unicode's PropList) belongs to exactly one token. Marks that combine with a white space make a token
/// of their own, as does a byte order mark. A rule looks at the bytes around it and at word classes; it takes a stretch from `start` on or leaves
/// it to the next rule. No rule looks back or ahead further than it takes, so that the whole is linear.
struct Tokenizer {
    let lexicon: Lexicon
    var finder: WordFinder
    private(set) var text: [UInt8] = []
    private(set) var tokens: [Token] = []

    private var icu = Boundaries()
    /// The ICU word in work.
    private(set) var segment = 0
    /// Where the next token begins: at the segment's start or, where a rule has taken a part of it, inside.
    private(set) var start = 0
    /// The white space before the next token.
    var gap = TokenGap.none

    private let isTraced: Bool
    private(set) var trace: [AppliedRefinement] = []

    init(lexicon: Lexicon, isTraced: Bool) {
        self.lexicon = lexicon
        self.isTraced = isTraced
        finder = WordFinder(lexicon: lexicon)
    }

    mutating func appendTokens(to document: inout Document, icu: borrowing Boundaries) {
        self.icu = copy icu
        text = document.text
        swap(&tokens, &document.tokens)
        trace.removeAll(keepingCapacity: true)
        (segment, start, gap) = (0, 0, .none)
        finder.forget()
        let bytes = text
        bytes.withUnsafeBufferPointer { bytes in
            while segment < self.icu.count {
                takePlain(bytes)
                if segment == self.icu.count { break }
                if self.icu.statuses[segment] == 0 { takeMark() } else { takeWord() }
            }
        }
        swap(&tokens, &document.tokens)
        (self.icu, text) = (Boundaries(), [])
    }

    // MARK: What no rule looks at

    /// Takes words that are remembered, the single spaces behind them, commas and full stops, up to the first place where a rule may apply: the same as
    /// the rules would do, in one loop. Most of a text is taken here.
    private mutating func takePlain(_ text: UnsafeBufferPointer<UInt8>) {
        if tokens.isEmpty { return }
        let count = icu.count
        while segment < count, start &+ 16 <= text.count {
            let end = Int(icu.ends[segment])
            let (length, first) = (end &- start, text[start])
            if icu.statuses[segment] == Self.letters {
                guard length <= 16, end < text.count, !Self.mayJoin(text[end]), let found = finder.recall(text, start, count: length), found.isPlain
                else { return }
                append(end, .word, found)
            } else if length != 1 || icu.statuses[segment] != 0 {
                return
            } else if first == UInt8(ascii: " ") {
                gap = max(gap, .space)
            } else if first == UInt8(ascii: ",") || first == UInt8(ascii: ".") && gap == .none && text[end] == UInt8(ascii: " ") {
                guard let found = finder.recall(text, start, count: 1) else { return }
                append(end, .punctuation, found)
            } else {
                return
            }
            (start, segment) = (end, segment &+ 1)
        }
    }

    /// ICU's status of words of letters (UBRK_WORD_LETTER).
    private static let letters: Int32 = 200

    /// Whether a rule may join a word with what begins with a byte: one of `. - / : & (`.
    static func mayJoin(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "&"), UInt8(ascii: "("): return true
        default: return false
        }
    }

    // MARK: What rules see

    /// Where ICU's word ends.
    var end: Int { Int(icu.ends[segment]) }

    /// Where a word of ICU's ends.
    func end(of segment: Int) -> Int { Int(icu.ends[segment]) }

    /// How many words ICU has found.
    var segments: Int { icu.count }

    /// ICU's rule status of a word.
    func status(of segment: Int) -> Int32 { icu.statuses[segment] }

    /// The end of the ICU word that holds a byte offset at or behind `start`, or the narrow no-break space in it; nil at the text's end.
    func end(ofWordAt offset: Int) -> Int? {
        var index = segment
        while index < icu.count, Int(icu.ends[index]) <= offset { index += 1 }
        return index < icu.count ? endOfPiece(from: offset, to: Int(icu.ends[index])) : nil
    }

    /// Where the part of an ICU word ends that is one for UD: before a narrow no-break space (ExtendNumLet in UAX #29).
    func endOfPiece(from offset: Int, to end: Int) -> Int {
        var index = offset
        while true {
            index = text.firstIndex(of: 0xE2, from: index, to: end)
            if index == end || index > offset && whiteSpaceLength(text, index) != nil { return index }
            index += 1
        }
    }

    /// A byte of the text, 0 before its start and behind its end.
    func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < text.count ? text[offset] : 0 }

    /// Whether a token ends where the next one begins.
    var isAttached: Bool { gap == .none && !tokens.isEmpty }

    // MARK: What rules do

    /// Appends the token from `start` to an offset and stands behind it.
    mutating func take(to offset: Int, _ kind: TokenKind) {
        take(to: offset, kind, finder.find(text, start..<offset))
    }

    mutating func take(to offset: Int, _ kind: TokenKind, _ found: FoundWord) {
        append(offset, kind, found)
        move(to: offset)
    }

    @inline(__always)
    private mutating func append(_ end: Int, _ kind: TokenKind, _ found: FoundWord) {
        tokens.append(
            Token(
                range: ByteRange(start, end), word: found.word, classes: found.classes, kind: kind, shape: found.shape,
                gap: tokens.isEmpty ? .paragraph : gap, role: found.role))
        gap = .none
    }

    /// Passes over bytes that are in no token.
    mutating func move(to offset: Int) {
        start = offset
        while segment < icu.count, Int(icu.ends[segment]) <= offset { segment += 1 }
    }

    /// Takes the last token back, so that it becomes part of the next.
    mutating func takeBack() {
        guard let last = tokens.popLast() else { return }
        start = Int(last.range.start)
        gap = last.gap
    }

    /// Notes that a rule has moved a boundary between two offsets.
    mutating func note(_ rule: Refinement, _ from: Int, _ to: Int) {
        if isTraced { trace.append(AppliedRefinement(rule: rule, range: ByteRange(from, to))) }
    }
}
