extension Tokenizer {
    /// Takes plain text up to its end or the first place at which a rule must look, and notes before which of the tokens no sentence begins: before all
    /// but the first, and behind a number perhaps the second.
    mutating func takePlainText(_ plain: Plain, to end: Int) {
        let first = tokens.count
        while start < end, isQueued(plain) {
            let count = tokens.count
            takePlainWords(to: end)
            if tokens.count == count { break }
        }
        let second = first + (tokens[first - 1].kind == .number ? 2 : 1)
        if tokens.count > second { plainTokens.append(second..<tokens.count) }
    }

    /// Takes words of plain text from the queue, and the spaces and commas behind them, up to the text's end, the queue's, or the first word at which a rule
    /// must look. For a word and the comma behind it two tokens are written and the second counted only where there is one.
    ///
    /// SAFETY: `words` and `tokens` have room, see `WordQueue`.
    private mutating func takePlainWords(to end: Int) {
        let (words, made, comma, places) = (queue.words, queue.tokens, Token(comma), finder.places)
        var (next, count, start, gap) = (queued.next, 0, start, gap)
        while start < end, Int(words[next].start) == start {
            let word = words[next]
            let (wordEnd, following) = (start &+ word.key.count, start &+ Int(word.toNext))
            let known = places.remembered(word.key, at: Int(word.place)) ?? remember(next, start..<wordEnd)
            if !known.pointee.isPlain { break }
            (made + count).write(known, start, wordEnd, gap: gap)
            made[count &+ 1] = comma
            made[count &+ 1].range = ByteRange(wordEnd, wordEnd &+ 1)
            count &+= following &- wordEnd
            start = following
            gap = .space
            next &+= 1
        }
        queued.next = next
        take(UnsafeBufferPointer(start: made, count: count), to: start, gap)
    }

    /// Remembers a word of the queue that is not. New words come together: of the others behind it in the queue what the lexicon knows is asked for at once.
    @inline(never)
    private mutating func remember(_ index: Int, _ range: Range<Int>) -> UnsafeMutablePointer<RememberedWord> {
        if !queued.isPrepared {
            queued.isPrepared = true
            finder.prepare(queue.words + index)
        }
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
