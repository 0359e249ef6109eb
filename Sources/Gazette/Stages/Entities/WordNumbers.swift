/// Numbers the words of a document and rows of its words, from 0 on, so that equal ones have equal numbers.
///
/// Words of the vocabulary are equal by their ids, others by their letters; rows are equal by the number of all but their last word, and that of the last.
struct WordNumbers {
    private struct Slot: BitwiseCopyable {
        /// 0 where the slot is empty.
        var key: UInt64 = 0
        var number: Int32 = 0
        /// Where an unknown word stands for the first time.
        var example: Int32 = 0
    }

    /// By token the number of its word, -1 where nobody has asked.
    private var ofToken = TokenNotes<Int32>(blank: -1)
    /// Open addressing, half full at most.
    private var slots: [Slot] = []
    private(set) var count = 0

    /// What a key is of lies in its two highest bits.
    private enum Kind {
        static let known: UInt64 = 1 << 62
        static let unknown: UInt64 = 2 << 62
        static let row: UInt64 = 3 << 62
    }

    /// Forgets all numbers.
    mutating func reset(_ document: Document) {
        ofToken.reset(count: document.tokens.count)
        count = 0
        let room = max(64, document.tokens.count / 8)
        let size = 1 << (Int.bitWidth - (room - 1).leadingZeroBitCount)
        if slots.count != size {
            slots = Array(repeating: Slot(), count: size)
        } else {
            for index in slots.indices { slots[index] = Slot() }
        }
    }

    /// The number of a token's word.
    mutating func number(at index: Int, _ document: Document) -> Int {
        let known = ofToken[index]
        if known >= 0 { return Int(known) }
        let word = document.tokens[index].word
        let number =
            word == .unknown
            ? number(of: Kind.unknown | Self.hash(document.tokens[index].range, document) >> 2, at: index, document)
            : number(of: Kind.known | UInt64(word.rawValue))
        ofToken.note(Int32(truncatingIfNeeded: number), at: index)
        return number
    }

    /// The number of a row of words.
    mutating func number(of tokens: TokenRange, _ document: Document) -> Int {
        var number = number(at: tokens.lowerBound, document)
        for index in tokens.dropFirst() {
            let last = self.number(at: index, document)
            number = self.number(of: Kind.row | UInt64(number) << 31 | UInt64(last))
        }
        return number
    }

    private mutating func number(of key: UInt64) -> Int {
        var place = place(of: key)
        while slots[place].key != key {
            if slots[place].key == 0 { return add(key, at: place, example: 0) }
            place = (place + 1) & (slots.count - 1)
        }
        return Int(slots[place].number)
    }

    /// Of a word that is known by its letters.
    private mutating func number(of key: UInt64, at index: Int, _ document: Document) -> Int {
        var place = place(of: key)
        while slots[place].key != 0 {
            if slots[place].key == key, areEqual(Int(slots[place].example), index, document) { return Int(slots[place].number) }
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
        slots[place] = Slot(key: key, number: Int32(truncatingIfNeeded: number), example: example)
        count += 1
        if count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        for slot in old where slot.key != 0 {
            var place = place(of: slot.key)
            while slots[place].key != 0 { place = (place + 1) & (slots.count - 1) }
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
