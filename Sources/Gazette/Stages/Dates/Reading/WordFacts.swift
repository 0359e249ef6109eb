/// The facts of a word that was asked for lately. Words come again and again, so that a worker keeps a table of them.
struct WordFacts: BitwiseCopyable {
    /// A word and a case; 0 where the place is free.
    private(set) var key: UInt64 = 0
    private(set) var facts = DateFacts()

    static let empty = [WordFacts](repeating: WordFacts(), count: 2048)

    init() {}

    init(of token: Token, _ lexicon: Lexicon) {
        key = Self.key(of: token)
        facts = DateFacts(of: token, lexicon)
    }

    static func key(of token: Token) -> UInt64 { UInt64(token.word.rawValue) << 8 | UInt64(token.shape.rawValue) << 1 | 1 }

    /// Where the table of `empty`'s length has a key.
    static func place(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 53) }
}
