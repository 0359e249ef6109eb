/// What has been made of a document's words, to weigh the same words elsewhere.
struct MentionMemory {
    /// How often a word or a row of words was a whole mention, and a word the first or the last of one; by group, up to 15 times.
    struct Record: BitwiseCopyable {
        /// How far to the left the first group's count stands.
        enum Place: UInt64 { case whole = 0, first = 20, last = 40 }

        private var bits: UInt64 = 0

        var isEmpty: Bool { bits == 0 }

        private func count(_ shift: UInt64) -> UInt64 { bits >> shift & 0xF }

        @inline(__always)
        mutating func add(_ group: NameGroup, _ place: Place) {
            let shift = place.rawValue + UInt64(group.rawValue * 4)
            if count(shift) < 0xF { bits += 1 << shift }
        }

        /// Takes away one that has been counted.
        @inline(__always)
        mutating func remove(_ group: NameGroup, _ place: Place) {
            let shift = place.rawValue + UInt64(group.rawValue * 4)
            if count(shift) > 0 { bits -= 1 << shift }
        }

        /// Takes away a mention that a token belongs to from what has been counted for its word.
        @inline(__always)
        mutating func remove(_ mention: MentionMap.Mention, at token: Int) {
            let tokens = mention.tokens
            if tokens.count == 1 {
                remove(mention.group, .whole)
            } else if tokens.lowerBound == token {
                remove(mention.group, .first)
            } else if tokens.upperBound - 1 == token {
                remove(mention.group, .last)
            }
        }

        /// The groups that have been counted.
        @inline(__always)
        func eachGroup(_ place: Place, _ body: (_ group: Int, _ count: UInt64) -> Void) {
            var rest = bits >> place.rawValue & 0xF_FFFF
            while rest != 0 {
                let shift = rest.trailingZeroBitCount & ~3
                body(shift / 4, rest >> UInt64(shift) & 0xF)
                rest &= ~(0xF << UInt64(shift))
            }
        }
    }

    /// The numbers of a span's words: all of them, the first and the last.
    struct Words {
        var whole: Int32
        var first: Int32
        var last: Int32
    }

    private(set) var map = MentionMap()
    /// By the number of the words.
    private var records: [Record] = []

    /// Takes up what was chosen among the spans that the questions are for. Later on the memory is asked for no words that have no number yet.
    mutating func learn(_ chosen: [MentionMap.Mention], _ questions: [EvidenceReader.Question], wordCount: Int, _ document: Document) {
        map.learn(chosen, document)
        records.removeAll(keepingCapacity: true)
        records += repeatElement(Record(), count: wordCount)
        for mention in chosen {
            let words = questions[Int(mention.span)].words
            records[Int(words.whole)].add(mention.group, .whole)
            if mention.tokens.count > 1 {
                records[Int(words.first)].add(mention.group, .first)
                records[Int(words.last)].add(mention.group, .last)
            }
        }
    }

    /// What has been made of a token's word but by the mention that the token belongs to.
    @inline(__always)
    func elsewhere(_ word: Int32, at token: Int) -> Record {
        var record = records[Int(word)]
        if record.isEmpty { return record }
        let index = map.index(at: token)
        if index >= 0 { record.remove(map.mentions[Int(index)], at: token) }
        return record
    }

    /// What has been made of a row of words but by a mention of just these tokens.
    @inline(__always)
    func elsewhere(_ words: Int32, of tokens: TokenRange) -> Record {
        var record = records[Int(words)]
        if record.isEmpty { return record }
        if let own = map[tokens.lowerBound], own.tokens == tokens { record.remove(own.group, .whole) }
        return record
    }

    @inline(__always)
    static func words(_ tokens: TokenRange, _ numbers: inout WordNumbers, _ document: Document) -> Words {
        let (whole, first, last) = numbers.numbers(of: tokens, document)
        return Words(
            whole: Int32(truncatingIfNeeded: whole), first: Int32(truncatingIfNeeded: first), last: Int32(truncatingIfNeeded: last))
    }
}
