/// Some of a document's tokens or other numbers, a bit each.
struct TokenSet {
    private var words: [UInt64] = []

    /// Empties it and makes room for so many tokens.
    mutating func reset(count: Int) {
        words.removeAll(keepingCapacity: true)
        words += repeatElement(0, count: (count + 63) / 64)
    }

    func contains(_ token: Int) -> Bool { words[token >> 6] >> UInt64(token & 63) & 1 != 0 }

    mutating func insert(_ token: Int) { words[token >> 6] |= 1 << UInt64(token & 63) }
}
