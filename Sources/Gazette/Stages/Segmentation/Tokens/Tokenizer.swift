/// Makes tokens of ICU's words: white space drops out, and the rules of this folder join and part what Universal Dependencies does.
///
/// Every character that is not White_Space (Unicode's PropList) belongs to exactly one token. Marks that combine with a white space make a token
/// of their own, as does a byte order mark. A rule looks at the bytes around it and at word classes; it takes a stretch from `start` on or leaves
/// it to the next rule. No rule looks back or ahead further than it takes, so that the whole is linear.
struct Tokenizer {
    let lexicon: Lexicon
    var finder: WordFinder
    private(set) var text: [UInt8] = []
    var tokens: [Token] = []

    private var icu = Boundaries()
    /// The ICU word in work.
    var segment = 0
    /// Where the next token begins: at the segment's start or, where a rule has taken a part of it, inside.
    var start = 0
    /// The white space before the next token.
    var gap = TokenGap.none

    let comma: FoundWord
    let stop: FoundWord
    let queue = WordQueue()
    var queued = QueueState()
    let plainTokens: PlainTokens
    /// Tokens of plain text before which no sentence begins, in order.
    var joined: [TokenRange] = []
    /// The tokens that begin lines, but perhaps the first; the text's last line may have none.
    var lines: [Int] = []

    private let isTraced: Bool
    private(set) var trace: [AppliedRefinement] = []

    init(lexicon: Lexicon, isTraced: Bool) {
        self.lexicon = lexicon
        self.isTraced = isTraced
        finder = WordFinder(lexicon: lexicon)
        comma = finder.find([UInt8(ascii: ",")], 0..<1)
        stop = finder.find([UInt8(ascii: ".")], 0..<1)
        plainTokens = PlainTokens(&finder)
    }

    mutating func appendTokens(to document: inout Document, icu: borrowing Boundaries, _ map: PlainMap) {
        self.icu = copy icu
        text = document.text
        swap(&tokens, &document.tokens)
        trace.removeAll(keepingCapacity: true)
        (segment, start, gap, queued) = (0, 0, .none, QueueState())
        joined.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        let (bytes, boundaries) = (text, self.icu)
        bytes.withUnsafeBufferPointer { text in
            boundaries.ends.withUnsafeBufferPointer { ends in
                boundaries.statuses.withUnsafeBufferPointer { statuses in
                    map.lend { map in
                        takeAll(Plain(text: text, ends: UnsafeBufferPointer(rebasing: ends[..<boundaries.count]), statuses: statuses, map: map))
                    }
                }
            }
        }
        swap(&tokens, &document.tokens)
        (self.icu, text) = (Boundaries(), [])
    }

    private mutating func takeAll(_ plain: Plain) {
        while segment < icu.count {
            takeCommon(plain)
            if segment == icu.count { return }
            if status == 0 { takeMark() } else { takeWord() }
        }
    }

    /// The text and ICU's words of the document in work.
    struct Plain {
        let text: UnsafeBufferPointer<UInt8>
        let ends: UnsafeBufferPointer<Int32>
        let statuses: UnsafeBufferPointer<Int32>
        let map: PlainMap.Lent
    }

    // MARK: What rules see

    /// Where ICU's word ends.
    var end: Int { end(of: segment, at: start) }

    /// Where the word of ICU's ends that holds an offset in an element of the boundaries.
    private func end(of segment: Int, at offset: Int) -> Int {
        let end = Int(icu.ends[segment])
        guard icu.statuses[segment] == Boundaries.plain else { return end }
        return text[offset].isLetter ? text.withUnsafeBufferPointer { $0.endOfLetters(from: offset) } : offset + 1
    }

    /// ICU's rule status of the word in work.
    var status: Int32 { icu.statuses[segment] == Boundaries.plain && !text[start].isLetter ? 0 : icu.statuses[segment] }

    /// Whether what stands behind ICU's word begins another that is no mark.
    var isBeforeWord: Bool { segment + 1 < icu.count && icu.statuses[segment + 1] >= 100 }

    /// The end of the ICU word that holds a byte offset at or behind `start`, or the narrow no-break space in it; nil at the text's end.
    func end(ofWordAt offset: Int) -> Int? {
        var index = segment
        while index < icu.count, Int(icu.ends[index]) <= offset { index += 1 }
        return index < icu.count ? endOfPiece(from: offset, to: end(of: index, at: offset)) : nil
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
        append(start, offset, kind, found, tokens.isEmpty ? .paragraph : gap)
        gap = .none
        move(to: offset)
    }

    @inline(__always)
    mutating func append(_ start: Int, _ end: Int, _ kind: TokenKind, _ found: FoundWord, _ gap: TokenGap) {
        tokens.append(
            Token(
                range: ByteRange(start, end), word: found.word, classes: found.classes, kind: kind, shape: found.shape, gap: gap, role: found.role))
    }

    /// Passes over bytes that are in no token.
    mutating func move(to offset: Int) {
        start = offset
        while segment < icu.count, Int(icu.ends[segment]) <= offset { segment += 1 }
    }

    /// Notes that a line break stands before the next token.
    mutating func breakLine() {
        gap = gap >= .newline ? .paragraph : .newline
        if lines.last != tokens.count { lines.append(tokens.count) }
    }

    /// Takes the last token back, so that it becomes part of the next.
    mutating func takeBack() {
        guard let last = tokens.popLast() else { return }
        if let last = joined.last, last.upperBound > tokens.count { joined.removeLast() }
        start = Int(last.range.start)
        gap = last.gap
    }

    /// Notes that a rule has moved a boundary between two offsets.
    mutating func note(_ rule: Refinement, _ from: Int, _ to: Int) {
        if isTraced { trace.append(AppliedRefinement(rule: rule, range: ByteRange(from, to))) }
    }
}
