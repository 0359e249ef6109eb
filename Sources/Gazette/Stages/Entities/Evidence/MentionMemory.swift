/// What has been made of a document's words, to weigh the same words elsewhere.
struct MentionMemory {
    /// How often a word or a row of words was a whole mention, and a word the first or the last of one; by group, up to 15 times.
    struct Record: BitwiseCopyable {
        typealias Part = MentionMap.Part

        /// Four bits for every group and part of a mention but `inside`, from the lowest on.
        private var bits: UInt64 = 0

        /// How many parts are counted.
        static let partCount = Part.inside.rawValue

        /// The bits of all groups' whole mentions.
        private static let wholes: UInt64 = 0xF_00F0_0F00_F00F

        /// The lowest bit of every group and part.
        private static let lowest: UInt64 = 0x111_1111_1111_1111

        func contains(_ part: Part) -> Bool { bits & Self.wholes << (4 * UInt64(part.rawValue)) != 0 }

        @inline(__always)
        mutating func add(_ part: Part, _ group: NameGroup) {
            let shift = 4 * UInt64(group.rawValue * Self.partCount + part.rawValue)
            bits &+= bits &>> shift & 0xF < 0xF ? 1 &<< shift : 0
        }

        /// Takes away what has been counted for a mention that the word is part of.
        @inline(__always)
        mutating func remove(_ role: MentionMap.Role) {
            let isCounted: UInt64 = role.part < Self.partCount ? 1 : 0
            bits &-= isCounted &<< (4 &* UInt64(truncatingIfNeeded: role.code &- role.group))
        }

        /// What has been counted, by group, then part: the place is `partCount` times the group and the part.
        @inline(__always)
        func each(_ body: (_ place: Int, _ count: UInt64) -> Void) {
            let pairs = bits | bits >> 2
            var rest = (pairs | pairs >> 1) & Self.lowest
            while rest != 0 {
                let shift = rest.trailingZeroBitCount
                body(shift / 4, bits &>> UInt64(truncatingIfNeeded: shift) & 0xF)
                rest &= rest &- 1
            }
        }
    }

    /// By the number of the words. The last of `count` is empty, and stands for all numbers that are higher.
    private var records = [Record()]
    private var count = 1

    /// Takes up what was chosen.
    ///
    /// SAFETY: each token makes two new numbers at most: its word's and that of the row that ends with it. There is room for all of them.
    mutating func learn(_ chosen: [MentionMap.Mention], _ numbers: inout WordNumbers, _ document: Document) {
        let count = chosen.reduce(numbers.count) { $0 + 2 * $1.tokens.count } + 1
        self.count = count
        records.makeRoom(for: count, Record())
        records.withUnsafeMutableBufferPointer { records in
            for number in 0..<count { records[number] = Record() }
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
        }
    }

    /// What has been made of a word or of a row of words.
    @inline(__always)
    func record(of number: Int) -> Record { records[min(number, count - 1)] }
}
