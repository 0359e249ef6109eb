/// The facts of a document's tokens, read when a rule asks for them. Words come again and again, so that the facts of the last ones are remembered.
struct DateFactTable {
    /// By token, as far as they are known; those behind the last token are of documents before.
    private(set) var facts: [DateFacts] = []
    private var known = [Known](repeating: Known(), count: 1024)

    private struct Known: BitwiseCopyable {
        /// A word and a case; 0 where the place is free.
        var key: UInt64 = 0
        var facts = DateFacts()
    }

    /// Forgets the facts of the document before.
    ///
    /// SAFETY: the array is as long as the count, or longer.
    mutating func reset(count: Int) {
        if facts.count < count { facts.append(contentsOf: repeatElement(DateFacts(), count: count - facts.count)) }
        facts.withUnsafeMutableBufferPointer { facts in
            for index in 0..<count { facts[index] = DateFacts() }
        }
    }

    /// The facts of a token that are not known yet.
    mutating func read(_ token: Token, at index: Int, _ lexicon: Lexicon) -> DateFacts {
        let key = UInt64(token.word.rawValue) << 8 | UInt64(token.shape.rawValue) << 1 | 1
        let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54)
        if known[place].key != key {
            let facts = DateFacts(word: token.word, classes: token.classes, shape: token.shape, lexicon: lexicon)
            known[place] = Known(key: key, facts: facts)
        }
        facts[index] = known[place].facts
        return known[place].facts
    }
}
