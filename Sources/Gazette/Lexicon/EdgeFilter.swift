internal import CProcessor

/// Tells of most pairs of a node and a word that no surface goes on from one with the other, without a look at the trie.
///
/// SAFETY: bits are made by `bit`, below the count of bits, which is not 0; the lexicon outlives its use.
struct EdgeFilter {
    private let lanes: UnsafePointer<UInt64>
    private let count: Int

    init(_ table: Table<UInt64>) {
        guard table.count > 0, let start = table.bytes.baseAddress else { preconditionFailure("damaged lexicon image") }
        lanes = start.assumingMemoryBound(to: UInt64.self)
        count = table.count &* 64
    }

    /// The bit that tells of a node and a word.
    @inline(__always)
    func bit(from node: UInt32, by word: WordID) -> Int { ImageFormat.filterBit(node: node, word: word.rawValue, count: count) }

    /// Asks for the memory that tells of a node and a word, and returns the bit there: there are less than 2^32, as an edge takes more bytes than bits.
    @inline(__always)
    func prepare(from node: UInt32, by word: WordID) -> UInt32 {
        let bit = bit(from: node, by: word)
        processor_prefetch(lanes + bit &>> 6)
        return UInt32(truncatingIfNeeded: bit)
    }

    /// 1 where a surface may go on, by their bit; 0 is certain, one in eight of the others is not.
    @inline(__always)
    func mark(_ bit: UInt32) -> Int { Int(truncatingIfNeeded: lanes[Int(bit &>> 6)] &>> UInt64(bit & 63)) & 1 }
}
