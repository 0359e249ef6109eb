/// A surface of the lexicon found in a document.
public struct LexicalMatch: Sendable {
    public let tokens: TokenRange
    public let reading: Lexicon.Reading
}

extension Lexicon {
    /// Appends every reading, or those of one kind, of every surface that begins at a token, shortest first.
    ///
    /// Hyphens between words without white space are passed over, on both sides: `Soviet-Afghan War` is `Soviet Afghan War`.
    /// White space of any kind and length parts words; a paragraph's end parts surfaces. Rows that a user's row has taken the place of are left
    /// out, unless they are asked for.
    public func appendMatches(
        at start: Int, in document: Document, of kind: Reading.Kind? = nil, withOverridden: Bool = false, to matches: inout [LexicalMatch]
    ) {
        forEachSurface(at: start, document.tokens) { readings, tokens in
            append(readings, kind, withOverridden, tokens, document, to: &matches)
        }
    }

    /// Calls `body` with the readings and the tokens of every surface that begins at a token, shortest first, whatever its case.
    @inline(__always)
    func forEachSurface(at start: Int, _ tokens: [Token], _ body: (ReadingRange, TokenRange) -> Void) {
        let word = tokens[start].word
        guard word != .unknown else { return }
        body(readings(of: word), start..<start + 1)
        var (node, next) = (0 as UInt32, start + 1)
        repeat {
            if next + 1 < tokens.count, tokens[next].gap == .none, tokens[next + 1].gap == .none, tokens[next].isHyphen { next += 1 }
            guard next < tokens.count, tokens[next].classes.intersects(.inner), tokens[next].gap != .paragraph else { return }
            node = node == 0 ? self.node(after: word, tokens[next].word) : self.node(from: node, by: tokens[next].word)
            next += 1
            if node != 0 { body(readings(at: node), start..<next) }
        } while node != 0
    }

    private func append(
        _ range: ReadingRange, _ kind: Reading.Kind?, _ withOverridden: Bool, _ tokens: TokenRange, _ document: Document,
        to matches: inout [LexicalMatch]
    ) {
        for index in range.first..<range.first + range.count where kind == nil || isReading(index, of: kind) {
            let reading = reading(index)
            if reading.isOverridden, !withOverridden { continue }
            if accepts(reading, tokens, document) { matches.append(LexicalMatch(tokens: tokens, reading: reading)) }
        }
    }

    /// Whether the tokens, hyphens not counted, may stand for the surface's words by their case.
    private func accepts(_ reading: Reading, _ range: TokenRange, _ document: Document) -> Bool {
        let tokens = document.tokens
        if range.count == 1 { return reading.accepts(tokens[range.lowerBound].shape, at: 0) }
        return reading.accepts(range) { tokens[$0].isHyphen ? nil : tokens[$0].shape }
    }
}

extension Document {
    /// Whether the token is `-`, or one of the typographic hyphens U+2010 and U+2011.
    package func isHyphen(at index: Int) -> Bool { tokens[index].isHyphen }
}

extension Token {
    /// Whether it is `-`, or one of the typographic hyphens U+2010 and U+2011.
    var isHyphen: Bool { classes.intersects(.hyphen) }
}
