/// Some of a document's tokens or other numbers, a bit each.
struct TokenSet {
    private var words: [UInt64] = []

    /// Empties it and makes room for so many tokens.
    mutating func reset(count: Int) {
        words.removeAll(keepingCapacity: true)
        words += repeatElement(0, count: (count + 63) / 64)
    }

    func contains(_ token: Int) -> Bool { bit(token) != 0 }

    /// 1 where it contains a token, otherwise 0: of several tokens that is added up where branches would be guessed wrong.
    @inline(__always)
    func bit(_ token: Int) -> UInt64 { words[token >> 6] >> UInt64(token & 63) & 1 }

    mutating func insert(_ token: Int) { words[token >> 6] |= 1 << UInt64(token & 63) }
}
