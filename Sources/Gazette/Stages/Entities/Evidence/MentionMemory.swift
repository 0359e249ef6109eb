/// What has been made of a document's words, to weigh the same words elsewhere.
struct MentionMemory {
    /// Mentions by group, a byte each.
    struct Counts {
        /// The first group's count lowest.
        private(set) var bytes: UInt64 = 0

        var isEmpty: Bool { bytes == 0 }

        subscript(group: Int) -> Int { Int(bytes >> UInt64(group * 8) & 0xFF) }

        mutating func add(_ group: Int) { if self[group] < 0xFF { bytes += 1 << UInt64(group * 8) } }

        /// Takes away one that has been counted.
        @inline(__always)
        mutating func remove(_ group: Int) { if self[group] > 0 { bytes -= 1 << UInt64(group * 8) } }

        /// The groups that have been counted.
        @inline(__always)
        func eachGroup(_ body: (_ group: Int, _ count: Int) -> Void) {
            var rest = bytes
            while rest != 0 {
                let group = rest.trailingZeroBitCount / 8
                body(group, self[group])
                rest &= ~(0xFF << UInt64(group * 8))
            }
        }
    }

    /// What is known of a word or a row of words.
    struct Record {
        var whole = Counts()
        var first = Counts()
        var last = Counts()

        var isEmpty: Bool { whole.bytes | first.bytes | last.bytes == 0 }
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
            let group = mention.group.rawValue
            let words = questions[Int(mention.span)].words
            records[Int(words.whole)].whole.add(group)
            if mention.tokens.count > 1 {
                records[Int(words.first)].first.add(group)
                records[Int(words.last)].last.add(group)
            }
        }
    }

    func record(of words: Int32) -> Record { records[Int(words)] }

    static func words(_ tokens: TokenRange, _ numbers: inout WordNumbers, _ document: Document) -> Words {
        let first = Int32(truncatingIfNeeded: numbers.number(at: tokens.lowerBound, document))
        if tokens.count == 1 { return Words(whole: first, first: first, last: first) }
        let last = Int32(truncatingIfNeeded: numbers.number(at: tokens.upperBound - 1, document))
        return Words(whole: Int32(truncatingIfNeeded: numbers.number(of: tokens, document)), first: first, last: last)
    }
}
