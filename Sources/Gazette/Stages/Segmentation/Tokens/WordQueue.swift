/// The next words of a text, for each of which the memory has been asked for where it is remembered.
///
/// SAFETY: `words` has room for `capacity` of them, and `tokens` for the tokens of as many words and of a mark behind each.
final class WordQueue {
    static let capacity = 64

    struct Word {
        /// Its bytes, as `WordFinder` takes them.
        var low: UInt64
        var high: UInt64
        var start: Int32
        var count: Int32
        /// Where `WordFinder` remembers it.
        var place: Int
    }

    let words = UnsafeMutablePointer<Word>.allocate(capacity: capacity)
    let tokens = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)

    deinit {
        words.deallocate()
        tokens.deallocate()
    }
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
        let (text, last) = (plain.text, plain.text.count &- 16)
        var (segment, index, count) = (segment, start, 0)
        while segment < plain.ends.count, index <= last, count < WordQueue.capacity {
            let (end, status) = (Int(plain.ends[segment]), plain.statuses[segment])
            if status == Boundaries.plain {
                while index < end, index <= last, count < WordQueue.capacity {
                    let word = text.letters(at: index)
                    if word.count > 0, word.count < 16 { push(word.low, word.high, index, word.count, &count) }
                    index = word.count < 16 ? index &+ word.count : text.endOfLetters(from: index)
                    index &+= text[index] == UInt8(ascii: ",") ? 2 : 1
                }
                if index < end { break }
            } else if status == Boundaries.letters, end &- index <= 16 {
                let (low, high) = WordFinder.key(text, index, end &- index)
                push(low, high, index, end &- index, &count)
            }
            (segment, index) = (segment &+ 1, end)
        }
        queued = QueueState(next: 0, count: count, end: index)
    }

    @inline(__always)
    private func push(_ low: UInt64, _ high: UInt64, _ start: Int, _ length: Int, _ count: inout Int) {
        queue.words[count] = WordQueue.Word(
            low: low, high: high, start: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: length), place: finder.prepare(low, high))
        count &+= 1
    }
}
