/// Pieces of records that are written again and again, ready to be copied: what the lexicon has of a thing, the name of a row.
struct RecordPieces {
    private struct Slot {
        var key = UInt64.max
        var (start, count): (Int32, Int32) = (0, 0)
    }

    private static let bits: UInt64 = 12
    private static let mostBytes = 1 << 20

    private var slots = [Slot](repeating: Slot(), count: 1 << bits)
    private var kept = JSONBuffer()

    /// Appends the piece of a key; false where none is kept.
    @inline(__always)
    func append(_ key: UInt64, to json: inout JSONBuffer) -> Bool {
        let slot = slots[Self.slot(of: key)]
        if slot.key != key { return false }
        json.append(kept, from: Int(slot.start), Int(slot.count))
        return true
    }

    /// Keeps what has been written from a place on as the piece of a key.
    @inline(never)
    mutating func keep(_ json: borrowing JSONBuffer, from start: Int, as key: UInt64) {
        if kept.count > Self.mostBytes {
            kept.removeAll()
            for slot in slots.indices { slots[slot] = Slot() }
        }
        let count = json.count - start
        slots[Self.slot(of: key)] = Slot(key: key, start: Int32(truncatingIfNeeded: kept.count), count: Int32(truncatingIfNeeded: count))
        kept.append(json, from: start, count)
    }

    @inline(__always)
    private static func slot(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> (64 &- bits)) }
}
