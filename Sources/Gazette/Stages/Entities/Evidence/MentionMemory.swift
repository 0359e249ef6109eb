/// What the first choice has made of a document's words, to weigh the same words elsewhere.
struct MentionMemory {
    /// Mentions by group, as many as a byte counts.
    typealias Counts = SIMD8<UInt8>

    /// Where in a mention a word stands.
    enum Place: UInt64, CaseIterable { case whole, first, last }

    private var counts: [UInt64: Counts] = [:]
    /// By token the index of the first choice's mention that covers it, -1 outside.
    private(set) var covering: [Int32] = []
    private(set) var mentions: [Candidate] = []

    /// Takes up what was chosen.
    mutating func learn(_ chosen: [Candidate], _ document: Document) {
        counts.removeAll(keepingCapacity: true)
        covering.removeAll(keepingCapacity: true)
        covering += repeatElement(-1, count: document.tokens.count)
        mentions = chosen
        for (index, mention) in chosen.enumerated() {
            let group = NameGroup(mention.label)
            for token in mention.tokens { covering[token] = Int32(index) }
            note(Self.key(mention.tokens, document), .whole, group)
            if mention.tokens.count > 1 {
                note(Self.key(mention.tokens.lowerBound, document), .first, group)
                note(Self.key(mention.tokens.upperBound - 1, document), .last, group)
            }
        }
    }

    private mutating func note(_ key: UInt64, _ place: Place, _ group: NameGroup) {
        let slot = key &+ place.rawValue &* 0x9E37_79B9_7F4A_7C15
        var count = counts[slot] ?? Counts()
        if count[group.rawValue] < .max { count[group.rawValue] += 1 }
        counts[slot] = count
    }

    func counts(of key: UInt64, _ place: Place) -> Counts { counts[key &+ place.rawValue &* 0x9E37_79B9_7F4A_7C15] ?? Counts() }

    /// Names the words of a span; FNV-1a over word ids, over letters where no vocabulary has the word.
    static func key(_ tokens: TokenRange, _ document: Document) -> UInt64 {
        tokens.reduce(0) { $0 &* 0x100_0000_01B3 ^ key($1, document) }
    }

    static func key(_ index: Int, _ document: Document) -> UInt64 {
        let token = document.tokens[index]
        guard token.word == .unknown else { return UInt64(token.word.rawValue) &* 0x9E37_79B9_7F4A_7C15 }
        return document.text[token.range.indices].reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
