extension Tokenizer {
    /// Takes plain text up to its end or the first place at which a rule must look, and notes before which of the tokens no sentence begins: before all
    /// but the first, behind a number perhaps the second, and the first behind a full stop.
    mutating func takePlainText(_ plain: Plain, to end: Int) {
        var first = tokens.count + (tokens[tokens.count - 1].kind == .number ? 2 : 1)
        while start < end, isQueued(plain) {
            let count = tokens.count
            takePlainWords(plain, to: end, &first)
            if tokens.count == count { break }
        }
        notePlain(&first, tokens.count)
    }

    /// Notes that no sentence begins before tokens from the first to an end, and lets the next ones begin behind that.
    private mutating func notePlain(_ first: inout Int, _ end: Int) {
        if end > first { plainTokens.append(first..<end) }
        first = end + 1
    }

    /// Takes words of plain text from the queue, and the spaces and marks behind them, up to the text's end, the queue's, or the first word at which a rule
    /// must look. For a word and the comma behind it two tokens are written and the second counted only where there is one; a full stop takes its place.
    ///
    /// SAFETY: `words` and `tokens` have room, see `WordQueue`; a word and the mark behind it lie in the text.
    private mutating func takePlainWords(_ plain: Plain, to end: Int, _ first: inout Int) {
        let (words, made, comma, places) = (queue.words, queue.tokens, Token(comma), finder.places)
        var (next, count, start, gap) = (queued.next, 0, start, gap)
        while start < end, Int(words[next].start) == start {
            let word = words[next]
            let (wordEnd, following) = (start &+ word.key.count, start &+ Int(word.toNext))
            let known = places.remembered(word.key, at: Int(word.place)) ?? remember(next, start..<wordEnd)
            if !known.pointee.isPlain { break }
            (made + count).write(known, start, wordEnd, gap: gap)
            made[count &+ 1] = comma
            if plain.text[wordEnd] == UInt8(ascii: ".") {
                guard isBeforeStop(plain.text, from: start, to: wordEnd, known.pointee.word, known.pointee.classes) else { break }
                made[count &+ 1] = Token(stop)
                notePlain(&first, tokens.count &+ count &+ 2)
            }
            made[count &+ 1].range = ByteRange(wordEnd, wordEnd &+ 1)
            count &+= following &- wordEnd
            start = following
            gap = .space
            next &+= 1
        }
        queued.next = next
        take(UnsafeBufferPointer(start: made, count: count), to: start, gap)
    }

    /// Remembers a word of the queue that is not.
    @inline(never)
    private mutating func remember(_ index: Int, _ range: Range<Int>) -> UnsafeMutablePointer<RememberedWord> {
        let word = queue.words[index]
        return finder.remember(word.key, text, range, at: Int(word.place))
    }
}

extension Token {
    /// A mark that stands nowhere yet.
    fileprivate init(_ mark: FoundWord) {
        self.init(range: ByteRange(0, 0), word: mark.word, classes: mark.classes, kind: .punctuation, shape: .none, gap: .none, role: mark.role)
    }
}
