internal import CProcessor

/// Pieces of records that are written again and again, by small numbers: made once, then copied.
struct RecordPieces {
    private struct Place {
        var (start, count): (Int32, Int32) = (0, 0)
    }

    /// By number; of no length where nothing is kept.
    private var places: [Place] = []
    private var kept = JSONBuffer()

    /// Asks for where a piece lies, which `prepare` needs.
    ///
    /// SAFETY: what is asked to be in the cache need not be there at all.
    @inline(__always)
    func preparePlace(_ number: Int) {
        places.withUnsafeBufferPointer { places in processor_prefetch(places.baseAddress.map { $0 + number }) }
    }

    /// Asks for the memory of a piece that will be written soon.
    @inline(__always)
    func prepare(_ number: Int) {
        guard number < places.count else { return }
        let (start, count) = (Int(places[number].start), Int(places[number].count))
        processor_prefetch(kept.place(at: start))
        processor_prefetch(kept.place(at: start &+ count))
    }

    /// Appends the piece of a number; false where none is kept.
    @inline(__always)
    func append(_ number: Int, to json: inout JSONBuffer) -> Bool {
        guard number < places.count, places[number].count > 0 else { return false }
        json.append(kept, from: Int(places[number].start), Int(places[number].count))
        return true
    }

    /// Keeps what has been written from a place on as the piece of a number, of which there are so many.
    @inline(never)
    mutating func keep(_ json: borrowing JSONBuffer, from start: Int, as number: Int, of numbers: Int) {
        if places.isEmpty { places = Array(repeating: Place(), count: numbers) }
        guard let first = Int32(exactly: kept.count), let count = Int32(exactly: json.count - start) else { return }
        kept.append(json, from: start, Int(count))
        places[number] = Place(start: first, count: count)
    }
}
