/// A document's tokens with those numbers parted that segmentation leaves whole: `7:30`, `2024-01-03`, `'98`, `80's`.
///
/// Date rules read digits and the marks between them one by one; the ranges of what they find do not depend on it.
struct PartedNumbers {
    private(set) var tokens: [Token] = []
    /// For every sentence its tokens.
    private(set) var sentences: [TokenRange] = []

    /// Where the numbers to part stand.
    private(set) var places: [Int] = []
    /// For every place how many tokens have been added up to its end.
    private(set) var added: [Int] = []

    /// Parts a document's numbers, which are among the candidates; false where there is none to part.
    mutating func part(_ document: borrowing Document, _ candidates: borrowing DateCandidates) -> Bool {
        find(document.tokens, document.text, candidates)
        guard !places.isEmpty else { return false }
        part(document.tokens, document.text)
        align(document.sentenceTokens)
        return true
    }

    /// How many tokens have been added before those of a range; nil where a number in it has been parted.
    func shift(of range: TokenRange) -> Int? {
        let next = places.partitioningIndex { $0 >= range.lowerBound }
        if next < places.count, places[next] < range.upperBound { return nil }
        return next > 0 ? added[next - 1] : 0
    }

    private mutating func find(_ tokens: [Token], _ text: [UInt8], _ candidates: borrowing DateCandidates) {
        places.removeAll(keepingCapacity: true)
        for number in 0..<candidates.count {
            let index = candidates[number]
            if tokens[index].kind == .number, Self.isCompound(tokens[index], text) { places.append(index) }
        }
    }

    private mutating func part(_ whole: [Token], _ text: [UInt8]) {
        tokens.removeAll(keepingCapacity: true)
        added.removeAll(keepingCapacity: true)
        var start = 0
        for place in places {
            tokens.append(contentsOf: whole[start..<place])
            Self.appendParts(of: whole[place], text, to: &tokens)
            added.append(tokens.count - place - 1)
            start = place + 1
        }
        tokens.append(contentsOf: whole[start...])
    }

    /// Moves the sentences by what has been added before them and inside of them.
    private mutating func align(_ whole: [TokenRange]) {
        sentences.removeAll(keepingCapacity: true)
        var (next, shift) = (0, 0)
        for sentence in whole {
            let start = sentence.lowerBound + shift
            while next < places.count, places[next] < sentence.upperBound {
                shift = added[next]
                next += 1
            }
            sentences.append(start..<sentence.upperBound + shift)
        }
    }

    private static func isCompound(_ token: Token, _ text: [UInt8]) -> Bool {
        guard token.range.count > 2 else { return false }
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
