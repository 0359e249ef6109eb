/// Numbers the words of a document and rows of its words, from 0 on, so that equal ones have equal numbers.
///
/// Words of the vocabulary are equal by their ids, others by their letters.
struct WordNumbers {
    /// By token the number of its word, -1 where nobody has asked.
    private var ofToken = TokenNotes<Int32>(blank: -1)
    /// By number where the words stand for the first time, and their hash.
    private var examples: [(tokens: TokenRange, hash: UInt64)] = []
    /// Open addressing, half full at most; -1 is an empty slot.
    private var slots: [Int32] = []

    private static let fewest = 64

    var count: Int { examples.count }

    /// Forgets all numbers.
    mutating func reset(_ document: Document) {
        ofToken.reset(count: document.tokens.count)
        examples.removeAll(keepingCapacity: true)
        slots.removeAll(keepingCapacity: true)
        slots += repeatElement(-1, count: Self.fewest)
    }

    /// The number of a token's word.
    mutating func number(at index: Int, _ document: Document) -> Int {
        let known = ofToken[index]
        if known >= 0 { return Int(known) }
        let number = number(of: index..<index + 1, hash: Self.hash(document.tokens[index], document), document)
        ofToken.note(Int32(truncatingIfNeeded: number), at: index)
        return number
    }

    /// The number of a row of words.
    mutating func number(of tokens: TokenRange, _ document: Document) -> Int {
        if tokens.count == 1 { return number(at: tokens.lowerBound, document) }
        var hash = UInt64(tokens.count)
        for index in tokens { hash = (hash ^ UInt64(number(at: index, document))) &* Self.factor }
        return number(of: tokens, hash: hash, document)
    }

    private mutating func number(of tokens: TokenRange, hash: UInt64, _ document: Document) -> Int {
        var slot = place(of: hash)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if examples[number].hash == hash, areEqual(examples[number].tokens, tokens, document) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = examples.count
        slots[slot] = Int32(truncatingIfNeeded: number)
        examples.append((tokens, hash))
        if examples.count * 2 > slots.count { grow() }
        return number
    }

    private func areEqual(_ left: TokenRange, _ right: TokenRange, _ document: Document) -> Bool {
        guard left.count == right.count else { return false }
        if left.count > 1 { return zip(left, right).allSatisfy { ofToken[$0] == ofToken[$1] } }
        let (one, other) = (document.tokens[left.lowerBound], document.tokens[right.lowerBound])
        guard one.word == other.word, one.word == .unknown else { return one.word == other.word }
        return document.text[one.range.indices].elementsEqual(document.text[other.range.indices])
    }

    private mutating func grow() {
        let size = slots.count * 2
        slots.removeAll(keepingCapacity: true)
        slots += repeatElement(-1, count: size)
        for (number, example) in examples.enumerated() {
            var slot = place(of: example.hash)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(truncatingIfNeeded: number)
        }
    }

    private func place(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1) }

    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Of the word's id, of the letters by FNV-1a where no vocabulary has it.
    private static func hash(_ token: Token, _ document: Document) -> UInt64 {
        guard token.word == .unknown else { return UInt64(token.word.rawValue) &* factor }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for offset in token.range.indices { hash = (hash ^ UInt64(document.text[offset])) &* 0x100_0000_01B3 }
        return hash &* factor
    }
}
