/// The next words of a text, for each of which the memory has been asked for where it is remembered.
///
/// SAFETY: `words` has room for `capacity` of them and for one that begins nowhere behind the last, `tokens` for the tokens of as many words and of a mark
/// behind each, and `masks` an element for every length below 16.
final class WordQueue {
    static let capacity = 64

    struct Word {
        /// Its bytes, as `WordFinder` takes them.
        var low: UInt64
        var high: UInt64
        var start: Int32
        /// Where `WordFinder` remembers it.
        var place: Int32
        var count: UInt16
        /// In plain text the bytes between it and the next word: a space, or a comma and a space.
        var behind: UInt16
    }

    let words = UnsafeMutablePointer<Word>.allocate(capacity: capacity + 1)
    let tokens = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
    /// By length the bits of as many bytes.
    let masks = UnsafeMutablePointer<(low: UInt64, high: UInt64)>.allocate(capacity: 16)

    init() {
        for length in 0..<16 { masks[length] = (UInt64.max >> max(0, 64 - length * 8), UInt64.max >> min(64, 128 - length * 8)) }
        end(at: 0)
    }

    deinit {
        words.deallocate()
        tokens.deallocate()
        masks.deallocate()
    }

    /// Says that there are no words from an index on.
    @inline(__always)
    func end(at index: Int) { words[index] = Word(low: 0, high: 0, start: -1, place: 0, count: 0, behind: 0) }
}

/// Which words of the queue are still to come, and where the text begins for which it has not been asked.
struct QueueState {
    var next = 0
    var count = 0
    var end = 0
}

extension Tokenizer {
    /// Whether the word at `start` comes next in the queue, which is filled again where it has come to its end.
    @inline(__always)
    mutating func isQueued(_ plain: Plain) -> Bool {
        while queued.next < queued.count, queue.words[queued.next].start < start { queued.next &+= 1 }
        if queued.next == queued.count, queued.end <= start { fillQueue(plain) }
        return queued.next < queued.count && queue.words[queued.next].start == start
    }

    /// Fills the queue with words from `start` on: of plain text those of less than 16 letters, beside it those of ICU's words that have letters and up to
    /// 16 bytes. What rules make of them does not matter, as a word is taken only where it stands.
    ///
    /// SAFETY: 16 bytes are read only where they lie in the text, and behind a word of plain text stand at least two more.
    private mutating func fillQueue(_ plain: Plain) {
        let (text, ends, statuses, last) = (plain.text, plain.ends, plain.statuses, plain.text.count &- 16)
        var (segment, index, filler) = (segment, start, WordQueue.Filler(queue, finder.places))
        while segment < ends.count, index <= last, filler.hasRoom {
            let (end, status) = (Int(ends[segment]), statuses[segment])
            if status == Boundaries.plain {
                let stop = min(end, last &+ 1)
                while index < stop, filler.hasRoom { index = filler.pushPlainWord(text, plain.map, at: index) }
                if index < end { break }
            } else if status == Boundaries.letters, end &- index <= 16 {
                let (low, high) = WordFinder.key(text, index, end &- index)
                filler.push(low, high, index, end &- index, behind: 0)
            }
            (segment, index) = (segment &+ 1, end)
        }
        queue.end(at: filler.count)
        queued = QueueState(next: 0, count: filler.count, end: index)
    }
}

extension WordQueue {
    /// What the filling of a queue reads and writes, at hand.
    struct Filler {
        private let words: UnsafeMutablePointer<Word>
        private let masks: UnsafeMutablePointer<(low: UInt64, high: UInt64)>
        private let places: WordFinder.Places
        private(set) var count = 0

        init(_ queue: WordQueue, _ places: WordFinder.Places) { (words, masks, self.places) = (queue.words, queue.masks, places) }

        var hasRoom: Bool { count < WordQueue.capacity }

        /// Adds the word of plain text that begins at an offset, where it is a short one, and returns where the next one begins.
        @inline(__always)
        mutating func pushPlainWord(_ text: UnsafeBufferPointer<UInt8>, _ map: PlainMap.Lent, at index: Int) -> Int {
            let letters = map.letters(from: index)
            let length = (~letters).trailingZeroBitCount
            if length >= 16 { return Self.endOfLongWord(text, from: index) }
            let behind = (letters &>> UInt64(truncatingIfNeeded: length)).trailingZeroBitCount
            let mask = masks[length]
            if length > 0 { push(text.word(at: index) & mask.low, text.word(at: index &+ 8) & mask.high, index, length, behind: behind) }
            return index &+ length &+ behind
        }

        @inline(never)
        private static func endOfLongWord(_ text: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
            let end = text.endOfLetters(from: index)
            return end &+ (text[end] == UInt8(ascii: ",") ? 2 : 1)
        }

        @inline(__always)
        mutating func push(_ low: UInt64, _ high: UInt64, _ start: Int, _ length: Int, behind: Int) {
            words[count] = Word(
                low: low, high: high, start: Int32(truncatingIfNeeded: start), place: Int32(truncatingIfNeeded: places.prepare(low, high)),
                count: UInt16(truncatingIfNeeded: length), behind: UInt16(truncatingIfNeeded: behind))
            count &+= 1
        }
    }
}
