/// The words of ASCII letters that come next in a text, for each of which the memory has been asked for that tells what is known of it.
///
/// SAFETY: `words` has room for those of `stretch` bytes, each of which takes two with what parts it from the next, for one that is written and not
/// counted, and for the end.
final class WordQueue {
    /// For so many bytes it is asked at once.
    static let stretch = 512

    struct Word {
        var key: WordKey
        /// Where it is remembered.
        var pair: UnsafeMutablePointer<RememberedWord>
        var start: Int
    }

    let words = UnsafeMutablePointer<Word>.allocate(capacity: stretch / 2 + 3)

    deinit { words.deallocate() }

    /// Adds a word. Keys of short ones alone are remembered, those of others serve to pass over them.
    @inline(__always)
    fileprivate func push(_ index: Int, _ text: UnsafeRawBufferPointer, _ places: WordFinder.Places, _ start: Int, count: Int) {
        let key = places.key(text, start, count: count)
        words[index] = Word(key: key, pair: places.prepare(key), start: start)
    }
}

/// Which word of the queue is the next to come, and where the text begins whose words are not in it.
struct QueueState {
    var next = 0
    var end = 0
}

extension Tokenizer {
    /// Makes the word at `start` the next of the queue, which is filled from there on where it is not in it.
    @inline(__always)
    mutating func queueWords(_ plain: Plain) {
        if start >= queued.end { return fillQueue(plain) }
        while queue.words[queued.next].start < start { queued.next &+= 1 }
        if queue.words[queued.next].start != start { fillQueue(plain) }
    }

    /// Fills the queue with words from `start` on, two at a time, as to know where the next one begins takes longer than all the rest. What begins behind
    /// a gap of some forty bytes may be none; what rules make of them does not matter either, as a word is taken only where it stands.
    ///
    /// SAFETY: sixteen bytes from a word's start on lie in the text.
    @inline(never)
    private mutating func fillQueue(_ plain: Plain) {
        let (map, queue, places, text) = (plain.map, queue, finder.places, UnsafeRawBufferPointer(plain.text))
        let end = min(start &+ WordQueue.stretch, text.count &- 15)
        var (count, start) = (0, start)
        while start < end {
            let letters = map.letters(from: start)
            // Adding to the lowest letter of a word changes all of its letters.
            let others = letters & (letters &+ 1)
            let rest = others & (others &+ (others & (0 &- others)))
            let second = others.trailingZeroBitCount
            let hasSecond = rest != 0 && start &+ second < end
            queue.push(count, text, places, start, count: (~letters).trailingZeroBitCount)
            let (offset, length) = (hasSecond ? second : 0, (~(letters &>> UInt64(truncatingIfNeeded: second))).trailingZeroBitCount)
            queue.push(count &+ 1, text, places, start &+ offset, count: length)
            count &+= hasSecond ? 2 : 1
            start &+= hasSecond ? rest.trailingZeroBitCount : second
        }
        queue.words[count].start = start
        queued = QueueState(next: 0, end: start)
    }
}
