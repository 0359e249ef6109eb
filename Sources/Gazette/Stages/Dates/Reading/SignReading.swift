extension DateText {
    /// What stands around a token, and where: in the run of telling tokens that it is in or beside, as no expression goes on across others.
    /// All tokens from an earlier one on to it belong to the run.
    func readSigns(from first: Int, through last: Int) -> (signs: DateSigns, run: TokenRange) {
        var start = first
        while start > sentence.lowerBound, isTelling(start - 1) { start -= 1 }
        var (signs, index, end, before) = (DateSigns(), start, last + 1, DateNeighbour())
        while index < sentence.upperBound {
            let token = tokens[index]
            let (hasMark, startsPhrase) = (hasMark(token), facts[index].startsPhrase)
            guard index < end || hasMark || startsPhrase || isTelling(token) else { break }
            let facts = facts(at: index)
            var (neighbour, isLink) = (facts.neighbour, false)
            signs.insert(token.classes)
            signs.insert(facts)
            if hasMark {
                let marks = marks(of: token)
                signs.insert(marks)
                neighbour.add(marks)
                isLink = !marks.isDisjoint(with: [.dash, .slash])
                if token.kind == .clitic, index > start { signs.insert(.clitic) }
            }
            if facts.unit > 0, isPlural(index) {
                signs.insert(.plural)
                neighbour.setPlural()
            }
            if token.classes.intersects(Self.marked) { signs.insert(marksAlone(token)) }
            signs.insert(before.first.intersection(neighbour.second))
            before = isLink ? before.linked : neighbour
            signs.end(at: canEnd(token, facts) ? index + 1 : signs.end)
            if startsPhrase { end = max(end, index + insertPhrases(at: index, in: &signs)) }
            index += 1
        }
        if sentence.count == tokens.count { signs.insert(.whole) }
        if signs.shows([.letterM, .clock]) || signs.has(.timeZone) { signs.end(at: index) }
        return (signs, start..<index)
    }

    /// Whether an expression can end with a token: no function word that something must follow, and no punctuation, with which only times end
    /// (`9 p. m.`, `10 a.m. (EST)`). It is counted, as each branch would be guessed wrong.
    private func canEnd(_ token: Token, _ facts: DateFacts) -> Bool {
        let opens = (facts.has(Self.opening) ? 1 : 0) & (token.classes.intersects(Self.content) ? 0 : 1)
        let goesOn = opens | (token.kind == .punctuation ? 1 : 0)
        return (facts.endsPhrase ? 1 : 0) | (goesOn ^ 1) == 1
    }

    private static let opening = DateRoles([.the, .a, .of, .and, .or, .in, .from, .between, .at, .to, .per, .preposition])
    /// What telling words may be but function words.
    private static let content = DateSigns.telling.without(WordClasses([.dateRole]))

    /// Whether a token tells the rules anything: whether it may be part of an expression.
    private func isTelling(_ index: Int) -> Bool {
        isTelling(tokens[index]) || hasMark(tokens[index]) || facts[index].startsPhrase
    }

    /// The same of a word without digits.
    @inline(__always)
    private func isTelling(_ token: Token) -> Bool { token.classes.intersects(DateSigns.telling) || token.shape == .upper }

    /// Whether a token is no plain word: it may be one of the marks, or a number.
    @inline(__always)
    private func hasMark(_ token: Token) -> Bool { token.kind != .word || token.range.count == 1 || hasDigit(token) }

    /// Whether a token begins or ends with a digit.
    @inline(__always)
    private func hasDigit(_ token: Token) -> Bool {
        utf8[Int(truncatingIfNeeded: token.range.start)].isDigit || utf8[Int(truncatingIfNeeded: token.range.end) &- 1].isDigit
    }

    private static let marked = WordClasses([.dateWord, .comparator])

    /// Takes note of the longer surfaces that begin at a token; how many tokens the longest one has.
    private func insertPhrases(at index: Int, in signs: inout DateSigns) -> Int {
        let found = phrases(at: index)
        if found.comparator.length > 0 { signs.insert(WordClasses([.comparator])) }
        if found.comparator.length > 1, comparator(found)?.value == .about { signs.insert(.about) }
        if found.holiday.length > 0 { signs.insert(WordClasses([.holiday])) }
        if found.setWord.length > 0 { signs.insert(WordClasses([.setWord])) }
        if found.timeZone.length > 0 { signs.insert(WordClasses([.timeZone])) }
        if found.dateWord.length > 0 { signs.insert(WordClasses([.dateWord])) }
        if found.dateWord.length > 1, let word = dateWord(found) { signs.insert(DateSigns.Marks(word)) }
        return found.longest
    }

    private func marks(of token: Token) -> DateSigns.Marks {
        if token.kind == .clitic { return [] }
        let bytes = utf8[token.range.indices]
        let first = bytes[bytes.startIndex]
        if token.kind != .punctuation, token.kind == .number || hasDigit(token) { return Self.marks(ofNumber: bytes) }
        guard bytes.count == 1 else { return first == 0xE2 && bytes.count == 3 ? [.dash, .apostrophe] : first == 0xC2 ? .cardinal : [] }
        switch first {
        case UInt8(ascii: ":"): return .colon
        case UInt8(ascii: "/"): return .slash
        case UInt8(ascii: "-"): return .dash
        case UInt8(ascii: "'"): return .apostrophe
        case UInt8(ascii: "@"): return .at
        case UInt8(ascii: "m"), UInt8(ascii: "M"): return .letterM
        default: return []
        }
    }

    private static func marks(ofNumber bytes: Slice<UnsafeBufferPointer<UInt8>>) -> DateSigns.Marks {
        var (marks, digits): (DateSigns.Marks, Int) = (.digits, 0)
        for byte in bytes {
            if byte.isDigit { digits += 1 }
            if byte == UInt8(ascii: ".") { marks.insert(.point) }
            guard byte.isLetter || byte >= 0x80 else { continue }
            if !marks.contains(.lettered), beginsClock(byte) { marks.insert(.clock) }
            if byte | 0x20 == UInt8(ascii: "q") || byte | 0x20 == UInt8(ascii: "h") && bytes.count == 2 { marks.insert(.quarterCode) }
            marks.insert(.lettered)
        }
        if digits == 4, bytes.count == 4 { marks.insert(.fourDigits) }
        return marks.contains(.lettered) ? marks : marks.union(.cardinal)
    }

    /// Whether what stands behind the digits of a time begins with a letter: `am`, `pm`, `h`, `ish`.
    private static func beginsClock(_ letter: UInt8) -> Bool {
        switch letter | 0x20 {
        case UInt8(ascii: "a"), UInt8(ascii: "p"), UInt8(ascii: "h"), UInt8(ascii: "i"): return true
        default: return false
        }
    }
}
