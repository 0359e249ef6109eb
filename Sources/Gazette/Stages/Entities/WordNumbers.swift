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
        let key = Self.key(at: index, document)
        let place = place(of: key, at: index, document)
        let number = isTaken(place) ? Int(slots[place].number &- first) : add(key, at: place, example: index)
        ofToken[index] = first &+ Int32(truncatingIfNeeded: number)
        return number
    }

    /// The number of a row of words.
    mutating func row(of tokens: TokenRange, _ document: Document) -> Int {
        var row = number(at: tokens.lowerBound, document)
        for index in tokens.dropFirst() {
            let key = Self.key(ofRow: row, and: number(at: index, document))
            let place = place(of: key)
            row = isTaken(place) ? Int(slots[place].number &- first) : add(key, at: place, example: 0)
        }
        return row
    }

    private static func key(at index: Int, _ document: Document) -> UInt64 {
        let token = document.tokens[index]
        return token.word == .unknown ? Kind.unknown | hash(token.range, document) >> 2 : Kind.known | UInt64(token.word.rawValue)
    }

    private static func key(ofRow row: Int, and word: Int) -> UInt64 { Kind.row | UInt64(row) << 31 | UInt64(word) }

    private func isTaken(_ place: Int) -> Bool { slots[place].number >= first }

    /// Where a key lies, or the free place where it would.
    private func place(of key: UInt64) -> Int {
        var place = firstPlace(of: key)
        while isTaken(place), slots[place].key != key { place = (place + 1) & (slots.count - 1) }
        return place
    }

    /// Likewise of the key of a word, which is known by its letters where the vocabulary has it not.
    private func place(of key: UInt64, at index: Int, _ document: Document) -> Int {
        guard document.tokens[index].word == .unknown else { return place(of: key) }
        var place = firstPlace(of: key)
        while isTaken(place), slots[place].key != key || !areEqual(Int(slots[place].example), index, document) {
            place = (place + 1) & (slots.count - 1)
        }
        return place
    }

    private func areEqual(_ left: Int, _ right: Int, _ document: Document) -> Bool {
        document.text[document.tokens[left].range.indices].elementsEqual(document.text[document.tokens[right].range.indices])
    }

    /// Gives a key the next number.
    private mutating func add(_ key: UInt64, at place: Int, example: Int) -> Int {
        let number = count
        slots[place] = Slot(key: key, number: first &+ Int32(truncatingIfNeeded: number), example: Int32(truncatingIfNeeded: example))
        count += 1
        if count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        for slot in old where slot.number >= first {
            var place = firstPlace(of: slot.key)
            while isTaken(place) { place = (place + 1) & (slots.count - 1) }
            slots[place] = slot
        }
    }

    private func firstPlace(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* Self.factor) >> 32) & (slots.count - 1) }

    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// FNV-1a.
    private static func hash(_ range: ByteRange, _ document: Document) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for offset in range.indices { hash = (hash ^ UInt64(document.text[offset])) &* 0x100_0000_01B3 }
        return hash
    }
}
