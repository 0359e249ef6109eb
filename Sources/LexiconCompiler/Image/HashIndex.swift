/// Finds ids by the hash of what they stand for: open addressing, half full at most.
///
/// A slot holds the hash's upper half and the id, 0 where it is empty, as the image's vocabulary does. Ids begin at 1.
struct HashIndex {
    private(set) var slots: [UInt64]
    private var count: Int

    init() { (slots, count) = ([0, 0], 0) }

    /// Takes over finished slots.
    init(slots: [UInt64], count: Int) { (self.slots, self.count) = (slots, count) }

    func id(_ hash: UInt64, where isSame: (UInt32) -> Bool) -> UInt32? {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] >> 32 == hash >> 32, isSame(UInt32(truncatingIfNeeded: slots[slot])) { return UInt32(truncatingIfNeeded: slots[slot]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds an id that is not in it; `hashOf` gives the hashes of those that are, when they have to move.
    mutating func insert(_ id: UInt32, _ hash: UInt64, hashOf: (UInt32) -> UInt64) {
        count += 1
        if count * 2 > slots.count { grow(hashOf) }
        place(id, hash)
    }

    private mutating func grow(_ hashOf: (UInt32) -> UInt64) {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        for slot in old where slot != 0 {
            let id = UInt32(truncatingIfNeeded: slot)
            place(id, hashOf(id))
        }
    }

    private mutating func place(_ id: UInt32, _ hash: UInt64) {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = (hash & ~0xFFFF_FFFF) | UInt64(id)
    }
}
