/// What has been made of a document's words, to weigh the same words elsewhere.
struct MentionMemory {
    /// How often a word or a row of words was a whole mention, and a word the first or the last of one; by group, up to 15 times.
    struct Record: BitwiseCopyable {
        typealias Part = MentionMap.Part

        /// Four bits for every part of a mention but `inside` and every group, from the lowest on.
        private var bits: UInt64 = 0

        private static let bitsOfPart: UInt64 = 1 << (4 * UInt64(NameGroup.count)) - 1
        private static let parts = Part.inside.rawValue * NameGroup.count

        var isEmpty: Bool { bits == 0 }

        func contains(_ part: Part) -> Bool { bits >> Self.shift(part, .person) & Self.bitsOfPart != 0 }

        private static func shift(_ part: Part, _ group: NameGroup) -> UInt64 { 4 * UInt64(part.rawValue * NameGroup.count + group.rawValue) }

        @inline(__always)
        mutating func add(_ part: Part, _ group: NameGroup) {
            let shift = Self.shift(part, group)
            if bits >> shift & 0xF < 0xF { bits += 1 << shift }
        }

        /// Takes away what has been counted for a mention that the word is part of: `MentionMap.part`, negative where there is none.
        @inline(__always)
        mutating func remove(part: Int) {
            let isCounted = part >= 0 && part < Self.parts
            bits -= isCounted ? 1 << (4 * UInt64(truncatingIfNeeded: part)) : 0
        }

        /// What has been counted for whole mentions, by group.
        @inline(__always)
        func eachWhole(_ body: (_ group: Int, _ count: UInt64) -> Void) { Self.each(bits & Self.bitsOfPart, body) }

        /// What has been counted, by part, then group.
        @inline(__always)
        func each(_ body: (_ part: Int, _ group: Int) -> Void) {
            Self.each(bits) { place, _ in body(place / NameGroup.count, place % NameGroup.count) }
        }

        @inline(__always)
        private static func each(_ bits: UInt64, _ body: (_ place: Int, _ count: UInt64) -> Void) {
            var rest = bits
            while rest != 0 {
                let shift = rest.trailingZeroBitCount & ~3
                body(shift / 4, rest >> UInt64(shift) & 0xF)
                rest &= ~(0xF << UInt64(shift))
            }
        }
    }

    /// By the number of the words. The last is empty, and stands for all numbers that are higher.
    private var records = [Record()]

    /// Takes up what was chosen.
    mutating func learn(_ chosen: [MentionMap.Mention], _ numbers: inout WordNumbers, _ document: Document) {
        var records: [Record] = []
        swap(&records, &self.records)
        records.removeAll(keepingCapacity: true)
        // Each token makes two new numbers at most: its word's and that of the row that ends with it.
        let count = chosen.reduce(numbers.count) { $0 + 2 * $1.tokens.count }
        records += repeatElement(Record(), count: count + 1)
        for mention in chosen {
            let (tokens, group) = (mention.tokens, mention.group)
            let first = numbers.number(at: tokens.lowerBound, document)
            if tokens.count == 1 {
                records[first].add(.whole, group)
            } else {
                records[numbers.row(of: tokens, document)].add(.whole, group)
                records[first].add(.first, group)
                records[numbers.number(at: tokens.upperBound - 1, document)].add(.last, group)
            }
        }
        swap(&records, &self.records)
    }

    /// What has been made of a word or of a row of words.
    @inline(__always)
    func record(of number: Int) -> Record { records[min(number, records.count - 1)] }
}
