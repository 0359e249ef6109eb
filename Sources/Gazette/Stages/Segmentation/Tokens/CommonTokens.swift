/// What no rule has to look at.
extension Tokenizer {
    /// Takes plain text, and beside it words, numbers and marks whose bytes and what is remembered of them tell that no rule has more to do, up to the first
    /// place where one may: the same as the rules would do. Most of a text is taken here.
    ///
    /// SAFETY: every index into the boundaries is below their count, and every one into the text is a boundary, or is checked.
    mutating func takeCommon(_ plain: Plain) {
        if tokens.isEmpty { return }
        let (text, ends, statuses, count) = (plain.text, plain.ends, plain.statuses, plain.ends.count)
        while segment < count, start &+ 16 <= text.count {
            let (end, status) = (Int(ends[segment]), statuses[segment])
            if status == Boundaries.plain {
                if text[start].isLetter {
                    takePlainText(plain, to: end)
                    if start < end { return }
                } else {
                    guard takeCommonMark(text) || takeSingleMark(text, to: start &+ 1) else { return }
                    start &+= 1
                }
                if start == end { segment &+= 1 }
            } else if status == Boundaries.letters {
                guard end &- start <= WordKey.most, end < text.count, let found = finder.recall(text, start, count: end &- start) else { return }
                if found.isPlain {
                    guard !Self.mayJoin(text[end]) || standsAlone(text, end, found) else { return }
                    append(start, end, .word, found, gap)
                } else {
                    guard takeClitic(text, to: end, found) else { return }
                }
                (start, segment, gap) = (end, segment &+ 1, .none)
            } else if status == 0 {
                guard end &- start == 1 && takeCommonMark(text) || takeSingleMark(text, to: end) else { return }
                (start, segment) = (end, segment &+ 1)
            } else {
                guard status < Boundaries.letters, takeNumber(text, to: end) else { return }
                (start, segment, gap) = (end, segment &+ 1, .none)
            }
        }
    }

    /// Takes a space, a line feed, or a comma or full stop that is no part of anything longer.
    @inline(__always)
    private mutating func takeCommonMark(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch text[start] {
        case UInt8(ascii: " "):
            gap = max(gap, .space)
            return true
        case UInt8(ascii: "\n"):
            breakLine()
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

    /// Takes a mark of one character that is no part of anything longer.
    ///
    /// SAFETY: sixteen bytes from `start` on lie in the text.
    private mutating func takeSingleMark(_ text: UnsafeBufferPointer<UInt8>, to end: Int) -> Bool {
        guard end &- start <= 3 else { return false }
        let (mark, next) = (text[start], text[end])
        switch mark {
        case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "%"): break
        case UInt8(ascii: "?"), UInt8(ascii: "!"): if !Self.endsStop(next) { return false }
        case UInt8(ascii: "$"), UInt8(ascii: "/"): if next >= 0x80 || next == mark { return false }
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "-"):
            guard next == 0x20 || gap == .none && tokens[tokens.count &- 1].kind != .punctuation else { return false }
            if next >= 0x80 || next == mark || mark == UInt8(ascii: "-") && Self.isSeparator(next) { return false }
        case 0xE2 where text[start &+ 1] == 0x80 && end &- start == 3: return takeTypographicMark(text, text[start &+ 2], before: next)
        default: return false
        }
        guard end &- start == 1 else { return false }
        append(start, end, Self.kind(of: mark), recall(text, start, end), gap)
        gap = .none
        return true
    }

    /// Takes `“`, `”` or `‘`, or a dash that is not followed by another, by the last of its three bytes.
    private mutating func takeTypographicMark(_ text: UnsafeBufferPointer<UInt8>, _ last: UInt8, before next: UInt8) -> Bool {
        switch last {
        case 0x98, 0x9C, 0x9D: break
        case 0x93, 0x94: if next == 0xE2 { return false }
        default: return false
        }
        append(start, start &+ 3, .punctuation, recall(text, start, start &+ 3), gap)
        gap = .none
        return true
    }

    /// Takes a word with an apostrophe, in one token or two.
    private mutating func takeClitic(_ text: UnsafeBufferPointer<UInt8>, to end: Int, _ found: FoundWord) -> Bool {
        guard found.marks == .apostrophe, text[start].isLetter, !Self.mayJoin(text[end]), end &+ 16 <= text.count else { return false }
        guard let cut = cliticStart(start..<end) else {
            append(start, end, .word, found, gap)
            return true
        }
        note(.clitic, start, end)
        append(start, cut, .word, recall(text, start, cut), gap)
        append(cut, end, .clitic, recall(text, cut, end), .none)
        return true
    }

    /// Takes a number that is written in one of ICU's words and no part of anything longer.
    private mutating func takeNumber(_ text: UnsafeBufferPointer<UInt8>, to end: Int) -> Bool {
        guard end &- start <= WordKey.most, end < text.count, text[start].isDigit, Self.endsNumber(text[end]) || isBeforePeriod(text[end]) else {
            return false
        }
        let found = recall(text, start, end)
        guard found.shape == .none, found.marks.isSubset(of: [.digit, .period]) else { return false }
        append(start, end, .number, found, gap)
        return true
    }

    /// Whether a rule takes no number together with what begins with a byte.
    private static func endsNumber(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "\n")
    }

    /// Whether a number is followed by a full stop, and is no list's, as a word stands before it in its line.
    private func isBeforePeriod(_ next: UInt8) -> Bool {
        next == UInt8(ascii: ".") && gap < .newline && tokens[tokens.count &- 1].kind == .word
    }

    /// What is remembered of 1 to `WordKey.most` bytes of the text, or the vocabulary knows of them.
    ///
    /// SAFETY: sixteen bytes from the word's start on must lie in the text.
    @inline(__always)
    private mutating func recall(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> FoundWord {
        finder.recall(text, start, count: end &- start) ?? finder.find(self.text, start..<end)
    }

    /// Whether no rule joins a plain word in work with what stands behind it, one of `. - / : & (`.
    private func standsAlone(_ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ word: FoundWord) -> Bool {
        guard text[start].isLetter, end &+ 1 < text.count else { return false }
        let next = text[end &+ 1]
        switch text[end] {
        case UInt8(ascii: "."): return isBeforeStop(text, from: start, to: end, word.word, word.classes)
        case UInt8(ascii: "-"): return !word.classes.contains(.prefix) && !next.isBlank
        case UInt8(ascii: ":"): return next != UInt8(ascii: "/")
        case UInt8(ascii: "("): return next | 0x20 != UInt8(ascii: "s")
        case UInt8(ascii: "/"): return end &- start > 2 || !text[start].isLower
        default: return end &- start > 3 || !text[start].isUpper
        }
    }

    /// Whether the full stop behind a plain word is no part of an abbreviation, an address or an initial.
    @inline(__always)
    func isBeforeStop(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ word: WordID, _ classes: WordClasses) -> Bool {
        guard 2..<WordKey.most ~= end &- start, end &- start != 3 || text[start] | 0x20 != UInt8(ascii: "w") else { return false }
        if word != .unknown { return !classes.intersects(.abbreviated) }
        return finder.recall(text, start, count: end &+ 1 &- start).map { !$0.classes.contains(.abbreviation) } ?? false
    }

    /// Whether a rule may join a word with what begins with a byte: one of `. - / : & (`.
    static func mayJoin(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "&"), UInt8(ascii: "("): return true
        default: return false
        }
    }
}
