/// The next words of a text, for each of which the memory has been asked for where it is remembered.
///
/// SAFETY: `words` has room for `capacity` of them, for those of 64 more bytes, and for one that begins nowhere behind the last; `tokens` for the tokens of as
/// many words and of a mark behind each, and `masks` an element for every length that a key can have.
final class WordQueue {
    /// Where there are as many words, no further bytes are asked.
    static let capacity = 64
    static let most = capacity + 32

    struct Word {
        var key: WordKey
        var start: Int32
        /// Where `WordFinder` remembers it.
        var place: Int32
        /// In plain text the bytes from it to the next word, of which one or two are none of it: a space, or a comma or full stop and a space.
        var toNext: Int32
    }

    let words = UnsafeMutablePointer<Word>.allocate(capacity: most + 1)
    let tokens = UnsafeMutablePointer<Token>.allocate(capacity: most * 2)
    /// By count of bytes.
    let masks = UnsafeMutablePointer<WordKey.Mask>.allocate(capacity: WordKey.most + 1)

    init() {
        for count in 0...WordKey.most { masks[count] = WordKey.Mask(count) }
        end(at: 0)
    }

    deinit {
        words.deallocate()
        tokens.deallocate()
        masks.deallocate()
    }

    /// Says that there are no words from an index on.
    @inline(__always)
    func end(at index: Int) { words[index] = Word(key: .empty, start: .max, place: 0, toNext: 0) }
}

/// Which word of the queue is the next to come, and where the text begins for which it has not been asked.
struct QueueState {
    var next = 0
    var end = 0
}

extension Tokenizer {
    /// Whether the word at `start` comes next in the queue, which is filled again where the text goes on behind it.
    @inline(__always)
    mutating func isQueued(_ plain: Plain) -> Bool {
        while queue.words[queued.next].start < start { queued.next &+= 1 }
        if queued.end <= start { fillQueue(plain) }
        return queue.words[queued.next].start == start
    }

    /// Fills the queue with words from `start` on: of plain text those that have a key, beside it those of ICU's words that have letters and one. What rules
    /// make of them does not matter, as a word is taken only where it stands.
    ///
    /// SAFETY: 16 bytes are read only where they lie in the text, and behind a word of plain text stand at least two more.
    private mutating func fillQueue(_ plain: Plain) {
        let (text, ends, statuses, last) = (plain.text, plain.ends, plain.statuses, plain.text.count &- 16)
        var (segment, index, filler) = (segment, start, WordQueue.Filler(queue, finder.places))
        while segment < ends.count, index <= last, filler.hasRoom {
            let (end, status) = (Int(ends[segment]), statuses[segment])
            if status == Boundaries.plain {
                let stop = min(end, last &+ 1)
                while index < stop, filler.hasRoom { index = filler.pushPlainWords(text, plain.map, from: index, to: stop) }
                if index < end { break }
            } else if status == Boundaries.letters, end &- index <= WordKey.most {
                filler.push(WordKey(text, index, filler.masks[end &- index]), index, toNext: end &- index)
            }
            (segment, index) = (segment &+ 1, end)
        }
        queue.end(at: filler.count)
        queued = QueueState(next: 0, end: index)
    }
}

extension WordQueue {
    /// What the filling of a queue reads and writes, at hand.
    struct Filler {
        private let words: UnsafeMutablePointer<Word>
        fileprivate let masks: UnsafeMutablePointer<WordKey.Mask>
        private let places: WordFinder.Places
        private(set) var count = 0

        init(_ queue: WordQueue, _ places: WordFinder.Places) { (words, masks, self.places) = (queue.words, queue.masks, places) }

        var hasRoom: Bool { count < WordQueue.capacity }

        /// Adds the words of plain text that begin in the rest of 64 bytes, where they are short ones, and returns where that rest ends, before `stop`.
        @inline(__always)
        mutating func pushPlainWords(_ text: UnsafeBufferPointer<UInt8>, _ map: PlainMap.Lent, from start: Int, to stop: Int) -> Int {
            let (block, end) = (start & ~63, min(stop, (start | 63) &+ 1))
            var firsts = map.firstLetters(from: start, to: end)
            while firsts != 0 {
                let index = block &+ firsts.trailingZeroBitCount
                firsts &= firsts &- 1
                let letters = map.letters(from: index)
                let length = (~letters).trailingZeroBitCount
                if length > WordKey.most { continue }
                let rest = (letters &>> UInt64(truncatingIfNeeded: length)).trailingZeroBitCount
                push(WordKey(text, index, masks[length]), index, toNext: length &+ rest)
            }
            return end
        }

        @inline(__always)
        mutating func push(_ key: WordKey, _ start: Int, toNext: Int) {
            words[count] = Word(
                key: key, start: Int32(truncatingIfNeeded: start), place: Int32(truncatingIfNeeded: places.prepare(key)),
                toNext: Int32(truncatingIfNeeded: toNext))
            count &+= 1
        }
    }
}
