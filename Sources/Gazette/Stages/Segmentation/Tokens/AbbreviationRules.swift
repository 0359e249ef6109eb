extension Tokenizer {
    /// Takes a word together with the period that belongs to it: an initial, letters parted by periods, or an abbreviation of the lexicon.
    mutating func takeAbbreviation(_ found: FoundWord, _ end: Int) -> Bool {
        guard byte(end) == UInt8(ascii: "."), byte(end + 1) != UInt8(ascii: ".") || byte(end + 2) != UInt8(ascii: "."), keepsPeriod(found, end) else {
            return false
        }
        note(.abbreviation, start, end + 1)
        take(to: end + 1, .abbreviation)
        return true
    }

    private mutating func keepsPeriod(_ word: FoundWord, _ end: Int) -> Bool {
        let count = end - start
        if count == 1, text[start].isUpper { return isInitial(end) }
        if count >= 3, isDotted(start..<end) { return true }
        guard count <= 15 else { return false }
        let whole = finder.find(text, start..<end + 1)
        guard whole.classes.contains(.abbreviation), let use = lexicon.abbreviation(whole.word, whole.shape) else { return false }
        return fits(use, word, end)
    }

    private func isDotted(_ range: Range<Int>) -> Bool {
        guard range.count % 2 == 1 else { return false }
        for index in range {
            if (index - range.lowerBound) % 2 == 0 ? !text[index].isLetter : text[index] != UInt8(ascii: ".") { return false }
        }
        return true
    }

    /// Whether a single capital before a period is a name's: not at a paragraph's end, nor before a word that begins a sentence.
    private mutating func isInitial(_ end: Int) -> Bool {
        guard let next = nextWord(behind: end + 1) else { return false }
        if text[start] == UInt8(ascii: "I"), !byte(end + 1).isUpper, tokens.last?.classes.contains(.given) != true {
            return byte(next.upperBound) == UInt8(ascii: ".") && next.count == 1
        }
        guard byte(next.lowerBound).isUpper, next.count > 1 else { return true }
        return !beginsSentence(next)
    }

    /// Whether a capitalised word is an ordinary one and no name.
    private mutating func beginsSentence(_ range: Range<Int>) -> Bool {
        let found = finder.find(text, range)
        if found.classes.contains(.surname) || found.classes.contains(.given) { return false }
        return lexicon.isFunctionWord(found.word, found.classes)
    }

    /// Whether a word that is also an ordinary one (`no`, `art`, `mass`) is an abbreviation here.
    private mutating func fits(_ use: AbbreviationUse, _ word: FoundWord, _ end: Int) -> Bool {
        guard let next = nextWord(behind: end + 1) else {
            return use == .end || !word.classes.contains(.common) || use == .any && word.shape == .title && end - start >= 4
        }
        if use == .any, word.shape == .lower, text[next.lowerBound].isUpper { return !beginsSentence(next) }
        if use == .end || !word.classes.contains(.common) { return true }
        switch use {
        case .number:
            let following = finder.find(text, next)
            return text[next.lowerBound].isDigit || following.classes.contains(.month) || following.classes.contains(.number)
        case .name: return text[next.lowerBound].isUpper || text[next.lowerBound] >= 0x80
        default: return word.shape == .lower ? !text[next.lowerBound].isUpper : true
        }
    }

    /// The letters or digits that follow in the same paragraph, nothing but white space and opening marks before them.
    private func nextWord(behind offset: Int) -> Range<Int>? {
        var (index, lines) = (offset, 0)
        while index < text.count, index - offset < 8, !text[index].isWordByte {
            if text[index] == 0x0A { lines += 1 }
            index += 1
        }
        guard index < text.count, text[index].isWordByte, lines < 2 else { return nil }
        var stop = index
        while stop < text.count, stop - index < 24, text[stop].isWordByte { stop += 1 }
        return index..<stop
    }

    /// `there.The`, `lunch.we`: two words of the lexicon with a stop between them that ICU takes for a name's.
    mutating func takeUnspacedStop(_ found: FoundWord, _ end: Int) -> Bool {
        guard found.marks.contains(.period), let stop = text[start..<end].firstIndex(of: UInt8(ascii: ".")),
            stop - start >= 2, end - stop >= 3, !text[(stop + 1)..<end].contains(UInt8(ascii: ".")), byte(end) != UInt8(ascii: "/")
        else { return false }
        let (left, right) = (finder.find(text, start..<stop), finder.find(text, stop + 1..<end))
        guard left.shape == .lower, right.classes.contains(.common),
            right.shape == .title && text[stop + 1].isUpper || right.shape == .lower && left.classes.contains(.common) && end - stop > 2
        else { return false }
        note(.stop, start, end)
        take(to: stop, .word, left)
        take(to: stop + 1, .punctuation)
        return true
    }
}
