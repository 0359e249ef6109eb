/// Numbers the words of a document and rows of its words, from 0 on, so that equal ones have equal numbers.
///
/// Words of the vocabulary are equal by their ids, others by their letters; rows are equal by the number of all but their last word, and that of the last.
struct WordNumbers {
    private struct Slot: BitwiseCopyable {
        var key: UInt64 = 0
        /// The key's number from `first` on; the slot is empty where it is lower.
        var number: Int32 = 0
        /// Where an unknown word stands for the first time.
        var example: Int32 = 0
    }

    /// By token the number of its word from `first` on, lower where nobody has asked.
    private var ofToken: [Int32] = []
    /// Open addressing, half full at most.
    private var slots = [Slot](repeating: Slot(), count: 1 << 10)
    private(set) var count = 0
    /// What is noted for the number 0 of the document in hand. Every document counts on from the one before, so that forgetting costs nothing.
    private var first: Int32 = 1

    /// What a key is of lies in its two highest bits.
    private enum Kind {
        static let known: UInt64 = 1 << 62
        static let unknown: UInt64 = 2 << 62
        static let row: UInt64 = 3 << 62
    }

    /// Forgets all numbers.
    mutating func reset(_ document: Document) {
        first &+= Int32(truncatingIfNeeded: count)
        count = 0
        if first > Int32.max / 2 || first < 1 { clear() }
        ofToken.makeRoom(for: document.tokens.count, 0)
    }

    /// Begins to count anew.
    private mutating func clear() {
        first = 1
        ofToken.removeAll(keepingCapacity: true)
        for index in slots.indices { slots[index] = Slot() }
    }

    /// The number of a token's word.
    @inline(__always)
    mutating func number(at index: Int, _ document: Document) -> Int {
        let known = ofToken[index]
        return known >= first ? Int(known &- first) : findNumber(at: index, document)
    }

    private mutating func findNumber(at index: Int, _ document: Document) -> Int {
        let word = document.tokens[index].word
        let number =
            word == .unknown
            ? number(of: Kind.unknown | Self.hash(document.tokens[index].range, document) >> 2, at: index, document)
            : number(of: Kind.known | UInt64(word.rawValue))
        ofToken[index] = first &+ Int32(truncatingIfNeeded: number)
        return number
    }

    /// The number of a row of words, that of its first word and that of its last.
    @inline(__always)
    mutating func numbers(of tokens: TokenRange, _ document: Document) -> (row: Int, first: Int, last: Int) {
        let first = number(at: tokens.lowerBound, document)
        var (row, last) = (first, first)
        for index in tokens.dropFirst() {
            last = number(at: index, document)
            row = number(of: Kind.row | UInt64(row) << 31 | UInt64(last))
        }
        return (row, first, last)
    }

    private mutating func number(of key: UInt64) -> Int {
        var place = place(of: key)
        while slots[place].number >= first {
            if slots[place].key == key { return Int(slots[place].number &- first) }
            place = (place + 1) & (slots.count - 1)
        }
        return add(key, at: place, example: 0)
    }

    /// Of a word that is known by its letters.
    private mutating func number(of key: UInt64, at index: Int, _ document: Document) -> Int {
        var place = place(of: key)
        while slots[place].number >= first {
            if slots[place].key == key, areEqual(Int(slots[place].example), index, document) { return Int(slots[place].number &- first) }
            place = (place + 1) & (slots.count - 1)
        }
        return add(key, at: place, example: Int32(truncatingIfNeeded: index))
    }

    private func areEqual(_ left: Int, _ right: Int, _ document: Document) -> Bool {
        document.text[document.tokens[left].range.indices].elementsEqual(document.text[document.tokens[right].range.indices])
    }

    /// Gives a key the next number.
    private mutating func add(_ key: UInt64, at place: Int, example: Int32) -> Int {
        let number = count
        slots[place] = Slot(key: key, number: first &+ Int32(truncatingIfNeeded: number), example: example)
        count += 1
        if count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        for slot in old where slot.number >= first {
            var place = place(of: slot.key)
            while slots[place].number >= first { place = (place + 1) & (slots.count - 1) }
            slots[place] = slot
        }
    }

    private func place(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* Self.factor) >> 32) & (slots.count - 1) }

    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// FNV-1a.
    private static func hash(_ range: ByteRange, _ document: Document) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for offset in range.indices { hash = (hash ^ UInt64(document.text[offset])) &* 0x100_0000_01B3 }
        return hash
    }
}
