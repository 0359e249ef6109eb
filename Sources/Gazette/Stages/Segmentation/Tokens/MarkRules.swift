extension Tokenizer {
    /// Takes white space, punctuation or a symbol: what ICU counts as no word.
    mutating func takeMark() {
        if text[start] == 0x20, end == start + 1 {
            gap = max(gap, .space)
            return move(to: start + 1)
        }
        if passWhiteSpace() { return }
        switch text[start] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): takeStops()
        case UInt8(ascii: "'"): takeApostrophe(1)
        case 0xE2: takeTypographicMark()
        case UInt8(ascii: "#"): takeHash()
        case UInt8(ascii: "+") where isSign: takeSigned()
        case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "+"):
            if !takeEmoticon() { takeRun { Self.isSeparator($0) } }
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "^"), UInt8(ascii: "<"), UInt8(ascii: ">"):
            if !takeEmoticon() { takeRepeated() }
        case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "|"), UInt8(ascii: "`"): takeRepeated()
        default: takeSymbol()
        }
    }

    static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "+"): return true
        default: return false
        }
    }

    // MARK: Runs

    /// `...`, `!?`: stops that stand side by side; a number or a file name where one begins with the point.
    private mutating func takeStops() {
        if text[start] == UInt8(ascii: "."), takeLeadingPoint() { return }
        takeRun { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "?") }
    }

    /// `<<`, `$$$`, `//`: the same mark several times.
    private mutating func takeRepeated() {
        let mark = text[start]
        takeRun { $0 == mark }
    }

    private mutating func takeRun(_ belongs: (UInt8) -> Bool) {
        var index = start + 1
        while index < text.count, belongs(text[index]) { index += 1 }
        if combines(index) { return takeSymbol() }
        if index > start + 1 { note(.run, start, index) }
        take(to: index, Self.kind(of: text[start]))
    }

    /// Whether a mark that combines with the character before stands at an offset: ICU's word then ends behind it.
    private func combines(_ offset: Int) -> Bool { byte(offset) >= 0x80 && end(ofWordAt: offset - 1) != offset }

    /// `…`, `–`, `—`, `•` and quotation marks: the dashes and dots may stand several times.
    private mutating func takeTypographicMark() {
        let length = text.apostropheLength(at: start)
        if length == 3, end == start + 3 { return takeApostrophe(3) }
        let (second, third) = (byte(start + 1), byte(start + 2))
        let repeats = second == 0x80 && (0x93...0x94 ~= third || third == 0xA2 || third == 0xA6)
        guard repeats, end == start + 3 else { return takeSymbol() }
        var index = start + 3
        while byte(index) == 0xE2, byte(index + 1) == second, byte(index + 2) == third, end(ofWordAt: index) == index + 3 { index += 3 }
        if third == 0xA6, byte(index) == UInt8(ascii: ".") { index += 1 }
        if index > start + 3 { note(.run, start, index) }
        take(to: index, .punctuation)
    }

    // MARK: Single marks

    private mutating func takeSymbol() {
        let kind = text[start] < 0x80 ? Self.kind(of: text[start]) : Self.kind(of: scalar(at: start))
        let stop = endOfPiece(from: start, to: end)
        if stop < end { note(.whiteSpace, start, end) }
        take(to: stop, kind)
    }

    /// `#Kabul`: a hash mark and the word that begins with a letter.
    private mutating func takeHash() {
        guard end == start + 1, isBeforeWord, !byte(end).isDigit, whiteSpaceLength(text, end) == nil, let wordEnd = end(ofWordAt: end) else {
            return takeSymbol()
        }
        note(.hashtag, start, wordEnd)
        take(to: wordEnd, .hashtag)
    }

    /// A sequence that the lexicon calls an emoticon, with no letter or digit behind it and, if its parts are common marks, white space before it.
    private mutating func takeEmoticon() -> Bool {
        guard gap > .none || tokens.isEmpty || tokens[tokens.count - 1].kind == .punctuation else { return false }
        for length in stride(from: 4, through: 2, by: -1) where start + length <= text.count {
            let after = byte(start + length)
            if after.isWordByte || text[start..<start + length].contains(where: { $0.isBlank || $0 >= 0x80 }) { continue }
            let found = finder.find(text, start..<start + length)
            guard found.classes.contains(.emoticon) else { continue }
            note(.emoticon, start, start + length)
            take(to: start + length, .symbol, found)
            return true
        }
        return false
    }

    // MARK: Kinds

    /// Symbols are Unicode's general categories S*; control and format characters, for which nobody looks, count as symbols too.
    static func kind(of byte: UInt8) -> TokenKind {
        switch byte {
        case UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "`"),
            UInt8(ascii: "|"), UInt8(ascii: "~"):
            return .symbol
        default: return byte < 0x20 || byte == 0x7F ? .symbol : .punctuation
        }
    }

    private static func kind(of scalar: Unicode.Scalar) -> TokenKind {
        if scalar.value >= 0x231A, scalar.properties.isEmojiPresentation { return .emoji }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation:
            return .punctuation
        default: return .symbol
        }
    }

    private func scalar(at offset: Int) -> Unicode.Scalar {
        text.withUnsafeBufferPointer { Unicode.Scalar(decode($0, at: offset).scalar) ?? "\u{FFFD}" }
    }
}
