/// What has been made of a document's words, to weigh the same words elsewhere.
struct MentionMemory {
    /// Mentions by group, as many as a byte counts.
    typealias Counts = SIMD8<UInt8>

    /// Where in a mention a word stands.
    private enum Place { case whole, first, last }

    /// What is known of a word or a row of words.
    struct Record {
        fileprivate var key: UInt64 = 0
        var whole = Counts()
        var first = Counts()
        var last = Counts()
    }

    /// Open addressing, half full at most; key 0 is an empty slot.
    private var slots: [Record] = []
    /// By token the index of the mention that covers it, -1 outside.
    private(set) var covering: [Int32] = []
    private(set) var mentions: [Candidate] = []

    /// Takes up what was chosen.
    mutating func learn(_ chosen: [Candidate], _ document: Document) {
        covering.removeAll(keepingCapacity: true)
        covering += repeatElement(-1, count: document.tokens.count)
        clear(for: chosen.count * 3)
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

    private mutating func clear(for count: Int) {
        var size = 4
        while size < count * 2 { size *= 2 }
        slots.removeAll(keepingCapacity: true)
        slots += repeatElement(Record(), count: size)
    }

    private mutating func note(_ key: UInt64, _ place: Place, _ group: NameGroup) {
        let slot = slot(of: key)
        slots[slot].key = key
        switch place {
        case .whole: Self.count(group, in: &slots[slot].whole)
        case .first: Self.count(group, in: &slots[slot].first)
        case .last: Self.count(group, in: &slots[slot].last)
        }
    }

    private static func count(_ group: NameGroup, in counts: inout Counts) {
        if counts[group.rawValue] < .max { counts[group.rawValue] += 1 }
    }

    private func slot(of key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: key >> 20) & (slots.count - 1)
        while slots[slot].key != key, slots[slot].key != 0 { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    /// Empty for words of which nothing is known.
    func record(of key: UInt64) -> Record { slots[slot(of: key)] }

    /// Names the words of a span, never 0; FNV-1a over word ids, over letters where no vocabulary has the word.
    static func key(_ tokens: TokenRange, _ document: Document) -> UInt64 {
        if tokens.count == 1 { return key(tokens.lowerBound, document) }
        return tokens.reduce(0) { $0 &* 0x100_0000_01B3 ^ key($1, document) } | 1
    }

    static func key(_ index: Int, _ document: Document) -> UInt64 {
        let token = document.tokens[index]
        guard token.word == .unknown else { return UInt64(token.word.rawValue) &* 0x9E37_79B9_7F4A_7C15 | 1 }
        return document.text[token.range.indices].reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } | 1
    }
}
