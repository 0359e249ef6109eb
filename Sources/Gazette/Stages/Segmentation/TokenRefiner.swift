/// Makes tokens of ICU's word segments: white space drops out, clitics are parted, abbreviations keep their period, runs of one mark join.
struct TokenRefiner {
    let lexicon: Lexicon
    let folder: WordFolder

    func appendTokens(from segments: [Segment], to document: inout Document) {
        let text = document.text
        var tokens = document.tokens
        var (index, gap) = (0, TokenGap.none)
        while index < segments.count {
            let segment = segments[index]
            if let space = gapOf(segment, text) {
                gap = gap >= .newline && space == .newline ? .paragraph : max(gap, space)
                index += 1
                continue
            }
            if tokens.isEmpty { gap = .paragraph }
            let used = append(segments, index, text, gap, to: &tokens)
            (index, gap) = (index + used, .none)
        }
        document.tokens = tokens
    }

    /// Appends the token or tokens that begin with a segment and returns how many segments they take.
    private func append(_ segments: [Segment], _ index: Int, _ text: [UInt8], _ gap: TokenGap, to tokens: inout [Token]) -> Int {
        let segment = segments[index]
        if !segment.isWord {
            let count = runLength(segments, index, text)
            let range = ByteRange(segment.range.start, segments[index + count - 1].range.end)
            tokens.append(token(range, .punctuation, gap))
            return count
        }
        if segment.isNumber || segment.isIdeographic {
            tokens.append(token(segment.range, segment.isNumber ? .number : .ideographic, gap))
            return 1
        }
        if index + 1 < segments.count, isPeriod(segments[index + 1], text), keepsPeriod(segment.range, text) {
            tokens.append(token(ByteRange(segment.range.start, segments[index + 1].range.end), .abbreviation, gap))
            return 2
        }
        if let cut = cliticStart(segment.range, text) {
            tokens.append(token(ByteRange(segment.range.start, cut), .word, gap))
            tokens.append(token(ByteRange(cut, segment.range.end), .clitic, .none))
        } else {
            tokens.append(token(segment.range, .word, gap))
        }
        return 1
    }

    private func token(_ range: ByteRange, _ kind: TokenKind, _ gap: TokenGap) -> Token {
        Token(range: range, word: .unknown, classes: WordClasses(), kind: kind, shape: .none, gap: gap)
    }

    // MARK: White space

    /// Nil for a segment that is not white space. Every character of White_Space, and the byte order mark, counts.
    private func gapOf(_ segment: Segment, _ text: [UInt8]) -> TokenGap? {
        if segment.isWord { return nil }
        var gap = TokenGap.space
        var index = Int(segment.range.start)
        while index < Int(segment.range.end) {
            guard let length = whiteSpaceLength(text, index) else { return nil }
            if text[index] == 0x0A || text[index] == 0x0D && !(index + 1 < text.count && text[index + 1] == 0x0A) { gap = .newline }
            if length == 3, text[index] == 0xE2, text[index + 2] == 0xA8 || text[index + 2] == 0xA9 { gap = .newline }
            index += length
        }
        return gap
    }

    // MARK: Punctuation

    /// `...`, `--`, `!!`: how many segments of the same mark stand side by side.
    private func runLength(_ segments: [Segment], _ index: Int, _ text: [UInt8]) -> Int {
        let first = text[segments[index].range.indices]
        guard let byte = first.first, ".-!?*=_~".utf8.contains(byte) else { return 1 }
        var count = 1
        while index + count < segments.count, text[segments[index + count].range.indices] == first { count += 1 }
        return count
    }

    private func isPeriod(_ segment: Segment, _ text: [UInt8]) -> Bool {
        segment.range.count == 1 && text[Int(segment.range.start)] == UInt8(ascii: ".")
    }

    // MARK: Abbreviations

    /// Whether the word before a period owns it: an initial, letters parted by periods, or an abbreviation of the lexicon.
    private func keepsPeriod(_ range: ByteRange, _ text: [UInt8]) -> Bool {
        let bytes = text[range.indices]
        if bytes.count == 1, let only = bytes.first, only &- 65 < 26, only != UInt8(ascii: "I") { return true }
        if bytes.count >= 3, bytes.count % 2 == 1, isDotted(bytes) { return true }
        return isAbbreviation(ByteRange(range.start, range.end + 1), text)
    }

    private func isDotted(_ bytes: ArraySlice<UInt8>) -> Bool {
        for (offset, byte) in bytes.enumerated() {
            if offset % 2 == 0 ? (byte | 0x20) &- 97 >= 26 : byte != UInt8(ascii: ".") { return false }
        }
        return true
    }

    private func isAbbreviation(_ range: ByteRange, _ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { bytes in
            guard range.count <= 16, folder.fold(UnsafeBufferPointer(rebasing: bytes[range.indices])) else { return false }
            return lexicon.word(folder).classes.contains(.abbreviation)
        }
    }

    // MARK: Clitics

    /// Where the clitic of a word such as `don't`, `Taliban’s` or `they're` begins.
    private func cliticStart(_ range: ByteRange, _ text: [UInt8]) -> Int32? {
        let bytes = text[range.indices]
        guard bytes.count > 2 else { return nil }
        if equalsIgnoringCase(bytes, "cannot") { return range.end - 3 }
        guard let apostrophe = lastApostrophe(bytes) else { return nil }
        let tail = bytes[(apostrophe.index + apostrophe.length)...]
        if equalsIgnoringCase(tail, "t") {
            let start = apostrophe.index - 1
            return start > bytes.startIndex && bytes[start] | 0x20 == UInt8(ascii: "n") ? Int32(start) : nil
        }
        let isClitic = ["s", "re", "ve", "ll", "d", "m"].contains { equalsIgnoringCase(tail, $0) }
        return isClitic && apostrophe.index > bytes.startIndex ? Int32(apostrophe.index) : nil
    }

    /// The last `'` or `’` of a word.
    private func lastApostrophe(_ bytes: ArraySlice<UInt8>) -> (index: Int, length: Int)? {
        for index in bytes.indices.reversed() {
            if bytes[index] == UInt8(ascii: "'") { return (index, 1) }
            if bytes[index] == 0x99, index >= bytes.startIndex + 2, bytes[index - 1] == 0x80, bytes[index - 2] == 0xE2 { return (index - 2, 3) }
        }
        return nil
    }

    private func equalsIgnoringCase(_ bytes: ArraySlice<UInt8>, _ lower: String) -> Bool {
        bytes.count == lower.utf8.count && zip(bytes, lower.utf8).allSatisfy { $0 | 0x20 == $1 }
    }
}

/// The length in bytes of a white-space character (Unicode's White_Space and U+FEFF) at an offset, nil for any other.
func whiteSpaceLength(_ text: [UInt8], _ index: Int) -> Int? {
    switch text[index] {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2: return text[index + 1] == 0x85 || text[index + 1] == 0xA0 ? 2 : nil
    case 0xE1: return text[index + 1] == 0x9A && text[index + 2] == 0x80 ? 3 : nil
    case 0xE2:
        let (second, third) = (text[index + 1], text[index + 2])
        let isSpace = second == 0x80 && (0x80...0x8A ~= third || 0xA8...0xA9 ~= third || third == 0xAF) || second == 0x81 && third == 0x9F
        return isSpace ? 3 : nil
    case 0xE3: return text[index + 1] == 0x80 && text[index + 2] == 0x80 ? 3 : nil
    case 0xEF: return text[index + 1] == 0xBB && text[index + 2] == 0xBF ? 3 : nil
    default: return nil
    }
}
