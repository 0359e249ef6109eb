extension Tokenizer {
    /// Takes what ICU counts as a word, or the part of it that is left.
    mutating func takeWord() {
        var end = end
        if end - start > 16 { end = endOfPiece(from: start, to: end) }
        var found = finder.find(text, start..<end)
        if found.marks.isEmpty, !Self.mayJoin(byte(end)) { return takePlain(found, end) }
        if found.marks.contains(.narrowSpace) {
            end = endOfPiece(from: start, to: end)
            found = finder.find(text, start..<end)
        }
        if end < self.end { note(.whiteSpace, start, self.end) }
        if takeInnerMark() { return }
        if found.marks.contains(.at) { return takeAt(end) }
        if takeURL(found, end) || takeNumber(found, end) { return }
        if takeUnspacedStop(found, end) || takeAbbreviation(found, end) { return }
        if found.marks.contains(.apostrophe), takeClitic(end) { return }
        if takeFileName(found, end) || takeHyphenated(found, end) || takeSlashed(end) || takeAmpersand(found, end) || takePlural(end) { return }
        takePlain(found, end)
    }

    private mutating func takePlain(_ found: FoundWord, _ end: Int) {
        if found.marks.contains(.contraction), takeContraction(found, end) { return }
        let status = status
        take(to: end, status >= 300 ? .ideographic : status < 200 ? .number : .word, found)
    }

    /// Takes a mark that stands inside of ICU's word, at which a rule has cut it.
    private mutating func takeInnerMark() -> Bool {
        let byte = text[start]
        if byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "@") { return false }
        let apostrophe = text.apostropheLength(at: start)
        if apostrophe > 0 {
            let isClitic = isAttached && isClitic(start + apostrophe, end)
            take(to: isClitic ? end : start + apostrophe, isClitic ? .clitic : .punctuation)
            return true
        }
        if byte >= 0x80 { return passWhiteSpace() }
        take(to: start + 1, .punctuation)
        return true
    }

    /// `AT&T`, `R&D`: short groups of capitals.
    private mutating func takeAmpersand(_ found: FoundWord, _ end: Int) -> Bool {
        guard byte(end) == UInt8(ascii: "&"), end - start <= 3, isCapitals(start..<end), let wordEnd = self.end(ofWordAt: end + 1)
        else { return false }
        var stop = end + 1
        while byte(stop).isUpper { stop += 1 }
        guard 2...4 ~= stop - end, stop == wordEnd || text.apostropheLength(at: stop) > 0 else { return false }
        note(.ampersand, start, wordEnd)
        take(to: stop, .word)
        return true
    }

    private func isCapitals(_ range: Range<Int>) -> Bool { !range.isEmpty && text[range].allSatisfy(\.isUpper) }

    /// `w/o`, `b/c`, `s/he`: what the lexicon knows with its slash.
    private mutating func takeSlashed(_ end: Int) -> Bool {
        guard byte(end) == UInt8(ascii: "/"), end - start <= 2, text[start].isLower else { return false }
        let stops = [self.end(ofWordAt: end + 1), end + 1].compactMap { $0 }
        guard let stop = stops.first(where: { $0 - start <= 8 && finder.find(text, start..<$0).classes.contains(.whole) }) else { return false }
        note(.slash, start, stop)
        take(to: stop, .abbreviation)
        return true
    }

    /// `friend(s)`.
    private mutating func takePlural(_ end: Int) -> Bool {
        guard byte(end) == UInt8(ascii: "("), text.has("s)", at: end + 1), !byte(end + 3).isWordByte else { return false }
        note(.plural, start, end + 3)
        take(to: end + 3, .word)
        return true
    }

    // MARK: Hyphens

    private static let numberWords = WordClasses([.number, .multiplier])

    /// `e-mail`, `non-violent`: a prefix of the lexicon stays with the small word behind it, as in UD; before a capital or a number it is parted, so
    /// that the name in `pro-Kabul` is found, and the amount in `multi-billion`. `th- that`: the broken-off word keeps its hyphen.
    private mutating func takeHyphenated(_ found: FoundWord, _ end: Int) -> Bool {
        guard byte(end) == UInt8(ascii: "-") else { return false }
        if found.classes.contains(.prefix), found.shape != .upper, byte(end + 1).isLower, let stop = self.end(ofWordAt: end + 1),
            !isAttached || tokens.last?.kind == .punctuation, !finder.find(text, end + 1..<stop).classes.intersects(Self.numberWords)
        {
            note(.prefix, start, stop)
            take(to: stop, .word)
            return true
        }
        guard byte(end + 1).isBlank, end + 1 < text.count, found.shape == .lower,
            end - start < 3 || !found.classes.contains(.common) || found.classes.contains(.prefix)
        else { return false }
        note(.fragment, start, end + 1)
        take(to: end + 1, .word)
        return true
    }
}
