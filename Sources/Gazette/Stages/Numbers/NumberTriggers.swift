/// Tells in which sentences a number may begin, so that the others are left at once.
enum NumberTriggers {
    /// Classes of words that a number can begin with.
    static let starts = WordClasses([.number, .multiplier, .vagueNumber, .ordinal, .fraction])

    /// Replaces the sentences by those of a document with a token that a number may begin with.
    static func gather(_ document: Document, into sentences: inout [TokenRange]) {
        sentences.removeAll(keepingCapacity: true)
        document.text.withUnsafeBufferPointer { text in
            document.tokens.withUnsafeBufferPointer { tokens in
                for sentence in document.sentenceTokens {
                    for index in sentence where isTrigger(index, tokens, text) {
                        sentences.append(sentence)
                        break
                    }
                }
            }
        }
    }

    /// Whether a number may begin with a token: a word of a number's class, one with digits, or a unit behind an article.
    @inline(__always)
    private static func isTrigger(_ index: Int, _ tokens: UnsafeBufferPointer<Token>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let classes = tokens[index].classes
        if classes.intersects(starts) || classes.contains(.unit) && isMeasured(index, tokens) { return true }
        if isASCIIDigit(text[Int(tokens[index].range.start)]) { return tokens[index].kind.mayHoldNumbers }
        return tokens[index].word == .unknown ? mayHoldDigits(tokens[index], text) : tokens[index].kind == .number
    }

    /// `a |kilo| of`: a unit that an article and `of` make a number of one.
    private static func isMeasured(_ index: Int, _ tokens: UnsafeBufferPointer<Token>) -> Bool {
        tokens[index].range.count > 3 && tokens[index].shape == .lower && index > 0 && tokens[index - 1].classes.contains(.numberPart)
            && index + 1 < tokens.count && tokens[index + 1].classes.contains(.numberPart)
    }

    /// Whether a token that does not begin with a digit and that no lexicon knows may have some.
    private static func mayHoldDigits(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if token.kind == .number { return true }
        guard token.kind.mayHoldNumbers else { return false }
        let start = Int(token.range.start)
        return (start..<min(start + 5, Int(token.range.end))).contains { isASCIIDigit(text[$0]) }
    }
}
