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

    let queue = WordQueue()
    var queued = QueueState()
    let comma: FoundWord
    private let stop: FoundWord
    /// Tokens of plain text before which no sentence begins.
    var plainTokens: [TokenRange] = []

    private let isTraced: Bool
    private(set) var trace: [AppliedRefinement] = []

    init(lexicon: Lexicon, isTraced: Bool) {
        self.lexicon = lexicon
        self.isTraced = isTraced
        finder = WordFinder(lexicon: lexicon)
        comma = finder.find([UInt8(ascii: ",")], 0..<1)
        stop = finder.find([UInt8(ascii: ".")], 0..<1)
    }

    mutating func appendTokens(to document: inout Document, icu: borrowing Boundaries) {
        self.icu = copy icu
        text = document.text
        swap(&tokens, &document.tokens)
        trace.removeAll(keepingCapacity: true)
        (segment, start, gap, queued) = (0, 0, .none, QueueState())
        plainTokens.removeAll(keepingCapacity: true)
        let (bytes, boundaries) = (text, self.icu)
        bytes.withUnsafeBufferPointer { text in
            boundaries.ends.withUnsafeBufferPointer { ends in
                boundaries.statuses.withUnsafeBufferPointer {
                    takeAll(Plain(text: text, ends: UnsafeBufferPointer(rebasing: ends[..<boundaries.count]), statuses: $0))
                }
            }
        }
        swap(&tokens, &document.tokens)
        (self.icu, text) = (Boundaries(), [])
    }

    private mutating func takeAll(_ plain: Plain) {
        while segment < icu.count {
            takeRemembered(plain)
            if segment == icu.count { return }
            if status == 0 { takeMark() } else { takeWord() }
        }
    }

    // MARK: What no rule looks at

    /// The text and ICU's words of the document in work.
    struct Plain {
        let text: UnsafeBufferPointer<UInt8>
        let ends: UnsafeBufferPointer<Int32>
        let statuses: UnsafeBufferPointer<Int32>
    }

    /// Takes plain text, and beside it words that are remembered, spaces, commas and full stops, up to the first place where a rule may apply: the same as
    /// the rules would do. Most of a text is taken here.
    ///
    /// SAFETY: every index into the boundaries is below their count, and every one into the text is a boundary, or is checked.
    private mutating func takeRemembered(_ plain: Plain) {
        if tokens.isEmpty { return }
        let (text, ends, statuses, count) = (plain.text, plain.ends, plain.statuses, icu.count)
        while segment < count, start &+ 16 <= text.count {
            let (end, status) = (Int(ends[segment]), statuses[segment])
            if status == Boundaries.plain {
                if text[start].isLetter {
                    takePlainText(plain, to: end)
                    if start < end { return }
                } else {
                    guard takeCommonMark(text) else { return }
                    start &+= 1
                }
                if start == end { segment &+= 1 }
            } else if status == Boundaries.letters {
                guard end &- start <= 16, end < text.count, isQueued(plain), let found = recallQueued(to: end), found.isPlain,
                    !Self.mayJoin(text[end]) || isBeforeStop(text, end, found)
                else { return }
                append(start, end, .word, found, gap)
                (start, segment, gap) = (end, segment &+ 1, .none)
            } else {
                guard end &- start == 1, status == 0, takeCommonMark(text) else { return }
                (start, segment) = (end, segment &+ 1)
            }
        }
    }

    /// What is remembered of the queue's next word, which must end at an offset.
    @inline(__always)
    private func recallQueued(to end: Int) -> FoundWord? {
        let word = queue.words[queued.next]
        guard Int(word.count) == end &- start else { return nil }
        return finder.remembered(word.low, word.high, count: Int(word.count), at: word.place)?.pointee.found
    }

    /// Takes a space, a line feed, or a comma or full stop that is no part of anything longer.
    @inline(__always)
    private mutating func takeCommonMark(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch text[start] {
        case UInt8(ascii: " "):
            gap = max(gap, .space)
            return true
        case UInt8(ascii: "\n"):
            gap = gap >= .newline ? .paragraph : .newline
            return true
        case UInt8(ascii: ","): append(start, start &+ 1, .punctuation, comma, gap)
        case UInt8(ascii: ".") where gap == .none && Self.endsStop(text[start &+ 1]): append(start, start &+ 1, .punctuation, stop, gap)
        default: return false
        }
        gap = .none
        return true
    }

    /// Whether a full stop before a byte stands by itself: one before no other stop, and no mark that could combine with it.
    @inline(__always)
    private static func endsStop(_ byte: UInt8) -> Bool {
        byte < 0x80 && byte != UInt8(ascii: ".") && byte != UInt8(ascii: "!") && byte != UInt8(ascii: "?")
    }

    /// Whether behind a plain word in work that ends at an offset a full stop stands that is no part of an abbreviation, an address or an initial.
    @inline(__always)
    private func isBeforeStop(_ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ word: FoundWord) -> Bool {
        guard text[end] == UInt8(ascii: "."), 2...15 ~= end &- start, text[start].isLetter,
            end &- start != 3 || text[start] | 0x20 != UInt8(ascii: "w")
        else { return false }
        if word.word != .unknown { return !word.classes.intersects(.abbreviated) }
        return finder.recall(text, start, count: end &+ 1 &- start).map { !$0.classes.contains(.abbreviation) } ?? false
    }

    /// Whether a rule may join a word with what begins with a byte: one of `. - / : & (`.
    static func mayJoin(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "&"), UInt8(ascii: "("): return true
        default: return false
        }
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

    /// Appends tokens that plain text is made of and stands behind them.
    @inline(__always)
    mutating func take(_ more: UnsafeBufferPointer<Token>, to offset: Int, _ gap: TokenGap) {
        tokens.append(contentsOf: more)
        (start, self.gap) = (offset, gap)
    }

    @inline(__always)
    private mutating func append(_ start: Int, _ end: Int, _ kind: TokenKind, _ found: FoundWord, _ gap: TokenGap) {
        tokens.append(
            Token(
                range: ByteRange(start, end), word: found.word, classes: found.classes, kind: kind, shape: found.shape, gap: gap, role: found.role))
    }

    /// Passes over bytes that are in no token.
    mutating func move(to offset: Int) {
        start = offset
        while segment < icu.count, Int(icu.ends[segment]) <= offset { segment += 1 }
    }

    /// Takes the last token back, so that it becomes part of the next.
    mutating func takeBack() {
        guard let last = tokens.popLast() else { return }
        if let plain = plainTokens.last, plain.upperBound > tokens.count { plainTokens.removeLast() }
        start = Int(last.range.start)
        gap = last.gap
    }

    /// Notes that a rule has moved a boundary between two offsets.
    mutating func note(_ rule: Refinement, _ from: Int, _ to: Int) {
        if isTraced { trace.append(AppliedRefinement(rule: rule, range: ByteRange(from, to))) }
    }
}
