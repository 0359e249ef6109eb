/// Room for the tokens of plain text, and the marks that may stand in it.
///
/// SAFETY: there is room for the tokens of as many words as the queue has: a word takes two bytes at least with what stands behind it, and makes two tokens
/// at most. `marks` has an element for every byte up to the last mark.
final class PlainTokens {
    fileprivate let tokens = UnsafeMutablePointer<Token>.allocate(capacity: WordQueue.stretch)
    /// By byte, a comma for all that are no marks. They stand nowhere yet.
    fileprivate let marks = UnsafeMutablePointer<Token>.allocate(capacity: Int(UInt8(ascii: ";")) + 1)

    init(_ finder: inout WordFinder) {
        for byte in 0...UInt8(ascii: ";") {
            let mark = ".:;-".utf8.contains(byte) ? byte : UInt8(ascii: ",")
            let found = finder.find([mark], 0..<1)
            (marks + Int(byte)).initialize(
                to: Token(
                    range: ByteRange(0, 0), word: found.word, classes: found.classes, kind: .punctuation, shape: .none, gap: .none, role: found.role))
        }
    }

    deinit {
        tokens.deallocate()
        marks.deallocate()
    }
}

extension Tokenizer {
    /// Takes plain text up to its end or the first place at which a rule must look, and notes before which of the tokens no sentence begins: before all
    /// but the first, behind a number perhaps the second, and the first behind a full stop or a line break.
    mutating func takePlainText(_ plain: Plain, to end: Int) {
        var first = tokens.count + (tokens[tokens.count - 1].kind == .number ? 2 : 1)
        let last = min(end, plain.text.count - 15)
        while start < last {
            queueWords(plain)
            guard takePlainWords(plain, to: min(last, queued.end), &first) else { break }
        }
        join(&first, tokens.count)
    }

    /// Notes that no sentence begins before tokens from the first to an end, and lets the next ones begin behind that.
    private mutating func join(_ first: inout Int, _ end: Int) {
        if end > first { joined.append(first..<end) }
        first = end + 1
    }

    /// Takes the words of plain text that begin before an offset, with the marks and the white space behind them, from the queue; false where there is one
    /// at which a rule must look. For a word and the comma behind it two tokens are written and the second counted only where there is one.
    ///
    /// SAFETY: the queue has the words before the offset, see `PlainTokens` for the room; two bytes more than a word lie in the text.
    private mutating func takePlainWords(_ plain: Plain, to end: Int, _ first: inout Int) -> Bool {
        let (text, places, made, marks) = (plain.text, finder.places, plainTokens.tokens, plainTokens.marks)
        let comma = marks + Int(UInt8(ascii: ","))
        var (word, token, start, gap, isDone) = (queue.words + queued.next, made, start, gap, true)
        while start < end {
            let (key, following) = (word.pointee.key, word[1].start)
            let wordEnd = start &+ key.count
            guard let known = places.remembered(key, at: word.pointee.pair) ?? remember(word.pointee), known.pointee.isPlain else {
                isDone = false
                break
            }
            let (mark, length) = (text[wordEnd], following &- wordEnd)
            token.write(known, start, wordEnd, gap: gap)
            (token + 1).write(comma, at: wordEnd)
            word += 1
            // 0 where a space follows, or a comma and a space.
            let (isSecond, space) = ((length &- 1) & 1, Int(UInt8(ascii: " ")))
            let others = Int(text[wordEnd &+ isSecond]) ^ space | Int(mark ^ UInt8(ascii: ",")) & (0 &- isSecond) | (length &- 1) &>> 1
            if others == 0 {
                token += length
                (start, gap) = (following, .space)
                continue
            }
            isDone = standsAlone(text, wordEnd, known)
            if !isDone { break }
            token += 1
            start = wordEnd
            if !mark.isBlank {
                token.write(marks + Int(mark), at: wordEnd)
                token += 1
                start &+= 1
            }
            gap = Self.passBlanks(text, &start)
            let count = tokens.count &+ (token - made)
            if mark == UInt8(ascii: ".") || gap >= .newline { join(&first, count) }
            if gap >= .newline { lines.append(count) }
            if start != following { break }
        }
        queued.next = word - queue.words
        tokens.append(contentsOf: UnsafeBufferPointer(start: made, count: token - made))
        (self.start, self.gap) = (start, gap)
        return isDone
    }

    /// Whether no rule joins a word of plain text in work with the mark behind it.
    @inline(__always)
    private func standsAlone(_ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ word: UnsafePointer<RememberedWord>) -> Bool {
        switch text[end] {
        case UInt8(ascii: "."): isBeforeStop(text, from: end &- word.pointee.key.count, to: end, word.pointee.word, word.pointee.classes)
        case UInt8(ascii: "-"): !word.pointee.classes.contains(.prefix)
        default: true
        }
    }

    /// Goes over the spaces and line feeds before a letter, and returns the gap that they are.
    @inline(__always)
    private static func passBlanks(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> TokenGap {
        if text[index].isLetter { return .none }
        var breaks = 0
        while !text[index].isLetter {
            if text[index] != UInt8(ascii: " ") { breaks &+= 1 }
            index &+= 1
        }
        return breaks == 0 ? .space : breaks == 1 ? .newline : .paragraph
    }

    /// Remembers a word that is not; nil where it is too long for that.
    @inline(never)
    private func remember(_ word: WordQueue.Word) -> UnsafeMutablePointer<RememberedWord>? {
        word.key.count > WordKey.most ? nil : finder.remember(word.key, text, word.start..<word.start + word.key.count)
    }
}

extension UnsafeMutablePointer<Token> {
    /// Writes a mark of one byte that stands at an offset.
    @inline(__always)
    fileprivate func write(_ mark: UnsafePointer<Token>, at offset: Int) {
        pointee = mark.pointee
        pointee.range = ByteRange(offset, offset &+ 1)
    }
}
