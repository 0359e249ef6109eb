/// The facts of a document's tokens. Words come again and again, so that the facts of the last ones are remembered.
struct DateFactTable {
    /// At least as many as there are tokens; those behind them are of documents before.
    private(set) var facts: [DateFacts] = []
    private var known = [Known](repeating: Known(), count: 1024)

    private struct Known: BitwiseCopyable {
        /// A word and a case; 0 where the place is free.
        var key: UInt64 = 0
        var facts = DateFacts()
    }

    /// Finds the facts of all tokens anew.
    ///
    /// SAFETY: the buffers are lent for this call; an index is a token's, has ten bits, or is of a byte of a token, which lies in the text.
    mutating func read(_ tokens: [Token], _ text: [UInt8], _ lexicon: Lexicon) {
        if facts.count < tokens.count { facts.append(contentsOf: repeatElement(DateFacts(), count: tokens.count - facts.count)) }
        let (classes, triggers) = (DateFacts.classes, DateFinder.candidates)
        facts.withUnsafeMutableBufferPointer { facts in
            known.withUnsafeMutableBufferPointer { known in
                text.withUnsafeBufferPointer { text in
                    for (index, token) in tokens.enumerated() {
                        var found = token.classes.intersects(classes) ? Self.facts(of: token, lexicon, known) : DateFacts()
                        if token.classes.intersects(triggers) || token.kind == .number || token.kind == .word && token.hasDigit(in: text) {
                            found.isTrigger = true
                        }
                        facts[index] = found
                    }
                }
            }
        }
    }

    private static func facts(of token: Token, _ lexicon: Lexicon, _ known: UnsafeMutableBufferPointer<Known>) -> DateFacts {
        let key = UInt64(token.word.rawValue) << 8 | UInt64(token.shape.rawValue) << 1 | 1
        let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54)
        if known[place].key == key { return known[place].facts }
        let facts = DateFacts(word: token.word, classes: token.classes, shape: token.shape, lexicon: lexicon)
        known[place] = Known(key: key, facts: facts)
        return facts
    }
}

extension Token {
    /// Whether its first or last byte is a digit.
    fileprivate func hasDigit(in text: UnsafeBufferPointer<UInt8>) -> Bool { text[Int(range.start)].isDigit || text[Int(range.end) - 1].isDigit }
}
