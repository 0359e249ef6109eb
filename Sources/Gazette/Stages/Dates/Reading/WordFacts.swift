/// The facts of the words that were last asked for, which come again and again.
struct WordFacts {
    private var known = [Known](repeating: Known(), count: 1024)

    private struct Known: BitwiseCopyable {
        /// A word and a case; 0 where the place is free.
        var key: UInt64 = 0
        var facts = DateFacts()
    }

    mutating func facts(of token: Token, _ lexicon: Lexicon) -> DateFacts {
        let key = UInt64(token.word.rawValue) << 8 | UInt64(token.shape.rawValue) << 1 | 1
        let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54)
        if known[place].key != key {
            let facts = DateFacts(word: token.word, classes: token.classes, shape: token.shape, lexicon: lexicon)
            known[place] = Known(key: key, facts: facts)
        }
        return known[place].facts
    }
}
