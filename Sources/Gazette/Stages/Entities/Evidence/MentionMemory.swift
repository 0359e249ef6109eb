/// What has been made of a document's words, to weigh the same words elsewhere.
struct MentionMemory {
    /// Mentions by group, as many as a byte counts.
    typealias Counts = SIMD8<UInt8>

    /// What is known of a word or a row of words.
    struct Record {
        var whole = Counts()
        var first = Counts()
        var last = Counts()
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

    /// Takes up what was chosen. Later on the memory is asked for no words that have no number yet.
    mutating func learn(_ chosen: [Candidate], _ numbers: inout WordNumbers, _ document: Document) {
        map.learn(chosen, document)
        records.removeAll(keepingCapacity: true)
        records += repeatElement(Record(), count: numbers.count)
        for mention in chosen {
            let group = NameGroup(mention.label)
            let words = Self.words(mention.tokens, &numbers, document)
            Self.count(group, in: &records[Int(words.whole)].whole)
            if mention.tokens.count > 1 {
                Self.count(group, in: &records[Int(words.first)].first)
                Self.count(group, in: &records[Int(words.last)].last)
            }
        }
    }

    private static func count(_ group: NameGroup, in counts: inout Counts) {
        if counts[group.rawValue] < .max { counts[group.rawValue] += 1 }
    }

    func record(of words: Int32) -> Record { records[Int(words)] }

    static func words(_ tokens: TokenRange, _ numbers: inout WordNumbers, _ document: Document) -> Words {
        let first = Int32(truncatingIfNeeded: numbers.number(at: tokens.lowerBound, document))
        if tokens.count == 1 { return Words(whole: first, first: first, last: first) }
        let last = Int32(truncatingIfNeeded: numbers.number(at: tokens.upperBound - 1, document))
        return Words(whole: Int32(truncatingIfNeeded: numbers.number(of: tokens, document)), first: first, last: last)
    }
}
