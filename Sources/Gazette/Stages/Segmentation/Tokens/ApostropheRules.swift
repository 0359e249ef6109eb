extension Tokenizer {
    /// Parts the clitics from a word such as `don't`, `Taliban’s`, `they're` or `I'd've` (UD English: "Tokenization and Word Segmentation").
    mutating func takeClitic(_ end: Int) -> Bool {
        guard let cut = cliticStart(start..<end) else { return false }
        note(.clitic, start, end)
        if let first = cliticStart(start..<cut) {
            take(to: first, .word)
            take(to: cut, .clitic)
        } else {
            take(to: cut, .word)
        }
        take(to: end, .clitic)
        return true
    }

    func cliticStart(_ range: Range<Int>) -> Int? {
        var index = range.upperBound - 1
        while index > range.lowerBound, text.apostropheLength(at: index) == 0 { index -= 1 }
        let length = text.apostropheLength(at: index)
        guard index > range.lowerBound, length > 0 else { return nil }
        let tail = index + length
        if tail + 1 == range.upperBound, text[tail] | 0x20 == UInt8(ascii: "t") {
            return index - 1 > range.lowerBound && text[index - 1] | 0x20 == UInt8(ascii: "n") ? index - 1 : nil
        }
        return isClitic(tail, range.upperBound) ? index : nil
    }

    /// Whether what follows an apostrophe is s, d, m, re, ve or ll.
    func isClitic(_ tail: Int, _ end: Int) -> Bool {
        switch end - tail {
        case 1: return text.has("s", at: tail) || text.has("d", at: tail) || text.has("m", at: tail)
        case 2: return text.has("re", at: tail) || text.has("ve", at: tail) || text.has("ll", at: tail)
        default: return false
        }
    }

    /// Takes words that the lexicon parts though no mark shows it: `cannot`, `gonna`, `dont`.
    mutating func takeContraction(_ found: FoundWord, _ end: Int) -> Bool {
        guard found.classes.contains(.contraction), let parts = lexicon.value(of: .contraction, for: found.word) else { return false }
        let lengths = parts.utf8.split(separator: 0x20).map(\.count)
        guard lengths.reduce(0, +) == end - start else { return false }
        note(.contraction, start, end)
        for (index, length) in lengths.enumerated() { take(to: start + length, index == 0 ? .word : .clitic) }
        return true
    }

    /// An apostrophe that is no part of ICU's word: `U.S.'s`, `'em`, `'90s`, or a quotation mark, of which two make one: `''We go,''`.
    mutating func takeApostrophe(_ length: Int) {
        let after = start + length
        guard byte(after).isLetter || byte(after).isDigit, let wordEnd = end(ofWordAt: after), !byte(wordEnd).isWordByte else {
            if length == 1, byte(after) == UInt8(ascii: "'"), !byte(after + 1).isWordByte || mayOpen {
                note(.run, start, after + 1)
                return take(to: after + 1, .punctuation)
            }
            return take(to: end, .punctuation)
        }
        if isAttached, isClitic(after, wordEnd), let last = tokens.last, last.kind != .punctuation {
            note(.clitic, start, wordEnd)
            return take(to: wordEnd, .clitic)
        }
        if mayOpen, isElision(after, wordEnd) {
            note(.elision, start, wordEnd)
            return take(to: wordEnd, byte(after).isDigit ? .number : .word)
        }
        take(to: after, .punctuation)
    }

    /// Whether no word stands before: a mark may open a quotation here.
    private var mayOpen: Bool { !isAttached || tokens.last?.kind == .punctuation }

    /// `'90s` and `'71`, or a word that the lexicon knows with its apostrophe.
    private mutating func isElision(_ after: Int, _ wordEnd: Int) -> Bool {
        let digits = text.endOfDigits(from: after)
        if digits == after + 2 { return wordEnd == digits || wordEnd == digits + 1 && text[digits] == UInt8(ascii: "s") }
        return finder.find(text, start..<wordEnd).classes.contains(.whole)
    }
}
