import Gazette

/// The readings of every surface, in the order in which they are added, behind those that a base image has.
struct ReadingLists {
    typealias Reading = ImageFormat.Reading

    /// Readings of one surface beyond these are refused.
    static let mostOfOneSurface = 1000

    private struct Item {
        var reading: Reading
        var source: UInt16
        /// The next of the same surface, 0 for none.
        var next: UInt32
    }

    /// What the base has; only its flags change.
    private(set) var base: [Reading]
    private let baseSources: [UInt16]
    private var items: [Item]
    /// For every word and every node the first of its items, 0 for none.
    private var heads: (words: [UInt32], nodes: [UInt32]) = ([], [])

    init(of base: Lexicon? = nil) {
        self.base = base?.records(.readings) ?? []
        baseSources = base?.records(.readingSources) ?? []
        let none = Reading(kind: 0, detail: 0, weight: 0, flags: 0, target: 0, shapes: 0, line: 0, file: 0, words: 0)
        items = [Item(reading: none, source: 0, next: 0)]
    }

    enum Owner {
        case word(UInt32)
        case node(UInt32)
    }

    enum Outcome { case added, known, tooMany }

    /// Adds a reading unless the surface has the same already.
    mutating func add(_ reading: Reading, _ source: UInt16, to owner: Owner) -> Outcome {
        var (last, count, place) = (UInt32(0), 0, head(of: owner))
        while place != 0 {
            if Self.isSame(items[Int(place)].reading, reading) { return .known }
            (last, count, place) = (place, count + 1, items[Int(place)].next)
        }
        if count >= Self.mostOfOneSurface { return .tooMany }
        items.append(Item(reading: reading, source: source, next: 0))
        let new = UInt32(items.count - 1)
        if last == 0 { setHead(of: owner, new) } else { items[Int(last)].next = new }
        return .added
    }

    /// Marks the entry readings from other files that a user's row replaces, those in `range` of the base among them, and returns them.
    mutating func override(_ owner: Owner, in range: Range<Int>, by row: Reading, where isMeant: (Reading) -> Bool) -> [Reading] {
        var replaced: [Reading] = []
        for index in range where Self.isReplaced(base[index], by: row) && isMeant(base[index]) {
            base[index].flags |= ReadingFlags.overridden.rawValue
            replaced.append(base[index])
        }
        var place = head(of: owner)
        while place != 0 {
            let reading = items[Int(place)].reading
            if Self.isReplaced(reading, by: row), isMeant(reading) {
                items[Int(place)].reading.flags |= ReadingFlags.overridden.rawValue
                replaced.append(reading)
            }
            place = items[Int(place)].next
        }
        return replaced
    }

    private static func isReplaced(_ reading: Reading, by row: Reading) -> Bool {
        reading.kind == row.kind && reading.shapes == row.shapes && reading.file != row.file && (reading.kind == 0 || reading.detail == row.detail)
    }

    private static func isSame(_ left: Reading, _ right: Reading) -> Bool {
        left.kind == right.kind && left.detail == right.detail && left.target == right.target && left.shapes == right.shapes
            && left.file == right.file && left.flags == right.flags
    }

    // MARK: Layout

    /// Appends the readings of one surface, its own items first, and returns where they stand.
    func append(_ owner: Owner, in range: Range<Int>, to readings: inout [Reading], _ sources: inout [UInt16]) -> Range<Int> {
        let start = readings.count
        var place = head(of: owner)
        while place != 0 {
            readings.append(items[Int(place)].reading)
            sources.append(items[Int(place)].source)
            place = items[Int(place)].next
        }
        readings += base[range]
        sources += baseSources[range]
        return start..<readings.count
    }

    private func head(of owner: Owner) -> UInt32 {
        switch owner {
        case .word(let id): Int(id) < heads.words.count ? heads.words[Int(id)] : 0
        case .node(let id): Int(id) < heads.nodes.count ? heads.nodes[Int(id)] : 0
        }
    }

    private mutating func setHead(of owner: Owner, _ place: UInt32) {
        switch owner {
        case .word(let id): Self.set(&heads.words, Int(id), place)
        case .node(let id): Self.set(&heads.nodes, Int(id), place)
        }
    }

    private static func set(_ heads: inout [UInt32], _ index: Int, _ place: UInt32) {
        if index >= heads.count { heads += repeatElement(0, count: index + 1 - heads.count) }
        heads[index] = place
    }
}
