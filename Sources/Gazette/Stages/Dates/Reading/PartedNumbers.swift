/// A document's tokens with those numbers parted that segmentation leaves whole: `7:30`, `2024-01-03`, `'98`, `80's`.
///
/// Date rules read digits and the marks between them one by one; the ranges of what they find do not depend on it.
struct PartedNumbers {
    private(set) var tokens: [Token] = []
    /// For every sentence its tokens.
    private(set) var sentences: [TokenRange] = []

    /// Parts a document's numbers; false where there is none to part.
    mutating func part(_ document: borrowing Document) -> Bool {
        let text = document.text
        guard document.tokens.contains(where: { Self.isCompound($0, text) }) else { return false }
        tokens.removeAll(keepingCapacity: true)
        sentences.removeAll(keepingCapacity: true)
        for sentence in document.sentenceTokens {
            let start = tokens.count
            var plain = sentence.lowerBound
            for index in sentence where Self.isCompound(document.tokens[index], text) {
                tokens.append(contentsOf: document.tokens[plain..<index])
                Self.appendParts(of: document.tokens[index], text, to: &tokens)
                plain = index + 1
            }
            tokens.append(contentsOf: document.tokens[plain..<sentence.upperBound])
            sentences.append(start..<tokens.count)
        }
        return true
    }

    private static func isCompound(_ token: Token, _ text: [UInt8]) -> Bool {
        guard token.kind == .number, token.range.count > 2 else { return false }
        return !text[Int(token.range.start)].isDigit || text[token.range.indices].contains { isMark($0) }
    }

    /// Whether a byte parts digits; points and commas belong to the number.
    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'") || byte == 0xE2
    }

    private static func appendParts(of token: Token, _ text: [UInt8], to tokens: inout [Token]) {
        var (start, gap) = (Int(token.range.start), token.gap)
        while start < Int(token.range.end) {
            let end = endOfPart(start, Int(token.range.end), text)
            let isWord = text[start..<end].contains { $0.isLetter }
            let kind: TokenKind = isWord ? .word : text[start].isDigit ? .number : .punctuation
            tokens.append(
                Token(range: ByteRange(start, end), word: .unknown, classes: WordClasses(), kind: kind, shape: isWord ? .lower : .none, gap: gap))
            (start, gap) = (end, .none)
        }
    }

    private static func endOfPart(_ start: Int, _ end: Int, _ text: [UInt8]) -> Int {
        if text[start] == 0xE2 { return min(start + 3, end) }
        if isMark(text[start]) || text[start] == UInt8(ascii: "+") || text[start] == UInt8(ascii: ".") { return start + 1 }
        var index = start + 1
        while index < end, !isMark(text[index]) { index += 1 }
        return index
    }
}
