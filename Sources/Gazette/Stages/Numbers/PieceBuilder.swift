/// Makes the pieces of a sentence from its tokens.
struct PieceBuilder {
    let lexicon: Lexicon
    let values: NumberValues
    let folder: WordFolder
    /// Whether `1.500` is one and a half thousand and `1,5` one and a half.
    let decimalComma: Bool

    init(lexicon: Lexicon, values: NumberValues, decimalComma: Bool) {
        (self.lexicon, self.values, self.decimalComma) = (lexicon, values, decimalComma)
        folder = WordFolder(lexicon: lexicon)
    }

    func append(_ tokens: TokenRange, of document: Document, to pieces: inout [NumberPiece]) {
        document.text.withUnsafeBufferPointer { text in
            document.tokens.withUnsafeBufferPointer { all in
                for index in tokens {
                    if all[index].kind == .word, all[index].word != .unknown, (text[Int(all[index].range.start)] | 0x20) &- 97 < 26 {
                        pieces.append(word(all[index]))
                    } else {
                        append(index, all, text, to: &pieces)
                    }
                }
            }
            partLastPeriod(text, &pieces)
        }
    }

    /// Appends a token that is no plain word.
    @inline(never)
    private func append(
        _ index: Int, _ tokens: UnsafeBufferPointer<Token>, _ text: UnsafeBufferPointer<UInt8>, to pieces: inout [NumberPiece]
    ) {
        let token = tokens[index]
        let first = text[Int(token.range.start)]
        guard token.kind.mayHoldNumbers, token.range.count > 1 || isASCIIDigit(first) else { return appendWhole(token, text, to: &pieces) }
        if isASCIIDigit(first) || token.kind == .number && first >= 0x80 { return appendDigits(token, text, to: &pieces) }
        if token.range.count > 1, first < 0x80, isASCIIDigit(text[Int(token.range.start) + 1]), !isLetter(text, Int(token.range.start)) {
            return appendParts(from: token.range.start, token, token.gap, text, to: &pieces)
        }
        if let cut = prefixLength(token, text) {
            let split = token.range.start + Int32(cut)
            appendWord(ByteRange(token.range.start, split), token.gap, text, to: &pieces)
            return appendParts(from: split, token, .none, text, to: &pieces)
        }
        appendWhole(token, text, to: &pieces)
        if token.kind == .abbreviation, pieces.count > 1, isDegree(pieces[pieces.count - 2]) { partLastPeriod(text, &pieces) }
    }

    /// A token as a word or mark.
    @inline(__always)
    private func word(_ token: Token, form: NumberPiece.Form = .word, mark: Unicode.Scalar = "\0") -> NumberPiece {
        var piece = NumberPiece(range: token.range, word: token.word, classes: token.classes, shape: token.shape, gap: token.gap, form: form)
        piece.mark = mark
        if piece.has(.numberPart) { piece.roles = values.roles(of: piece.word, piece.shape) }
        return piece
    }

    private func appendWhole(_ token: Token, _ text: UnsafeBufferPointer<UInt8>, to pieces: inout [NumberPiece]) {
        let isMark = token.kind == .punctuation || token.kind == .symbol || token.kind != .word && !isLetter(text, Int(token.range.start))
        pieces.append(word(token, form: isMark ? .mark : .word, mark: isMark ? scalar(text, Int(token.range.start)) : "\0"))
    }

    private func scalar(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Unicode.Scalar {
        text[index] < 0x80 ? Unicode.Scalar(text[index]) : Unicode.Scalar(decode(text, at: index).scalar) ?? "\0"
    }

    private func isDegree(_ piece: NumberPiece) -> Bool { piece.mark == "\u{B0}" || piece.mark == "\u{BA}" }

    /// Parts the period from an abbreviation at a sentence's end (`9 km.`) or behind a degree sign (`9 °C.`).
    private func partLastPeriod(_ text: UnsafeBufferPointer<UInt8>, _ pieces: inout [NumberPiece]) {
        guard let last = pieces.last, last.form == .word, last.range.count > 1, text[Int(last.range.end) - 1] == UInt8(ascii: ".") else { return }
        pieces.removeLast()
        appendWord(ByteRange(last.range.start, last.range.end - 1), last.gap, text, to: &pieces)
        var period = NumberPiece(
            range: ByteRange(last.range.end - 1, last.range.end), word: .unknown, classes: WordClasses(), shape: .none, gap: .none, form: .mark)
        period.mark = "."
        pieces.append(period)
    }

    // MARK: Digits

    private func appendDigits(_ token: Token, _ text: UnsafeBufferPointer<UInt8>, to pieces: inout [NumberPiece]) {
        var (start, gap) = (token.range.start, token.gap)
        if token.gap == .none, let point = pieces.last, point.mark == ".", point.range.count == 1, !endsWithFullStop(pieces) {
            // `.25`: the point belongs to the number.
            pieces.removeLast()
            (start, gap) = (point.range.start, point.gap)
        }
        if start == token.range.start, let value = DigitRun.plainValue(text, token.range.indices) {
            return pieces.append(NumberPiece(digits: token.range, value: value, gap: gap))
        }
        appendParts(from: start, token, gap, text, to: &pieces)
    }

    /// Whether the point that ends the pieces belongs to the word or number before it.
    private func endsWithFullStop(_ pieces: [NumberPiece]) -> Bool {
        guard pieces.count > 1, let point = pieces.last, point.isJoined else { return false }
        let before = pieces[pieces.count - 2]
        return before.form != .mark || before.mark == "."
    }

    /// Appends a token's digits as numbers, marks one by one, and the rest from the first letter on as a word.
    private func appendParts(
        from start: Int32, _ token: Token, _ gap: TokenGap, _ text: UnsafeBufferPointer<UInt8>, to pieces: inout [NumberPiece]
    ) {
        let limit = Int(token.range.end)
        var (index, gap) = (Int(start), gap)
        while index < limit {
            let end = DigitRun.end(text, index, limit: limit)
            if end > index {
                appendNumbers(index..<end, gap, text, to: &pieces)
                index = end
            } else if isLetter(text, index) {
                return appendWord(ByteRange(index, limit), gap, text, to: &pieces)
            } else {
                index += appendMark(at: index, gap, text, to: &pieces)
            }
            gap = .none
        }
    }

    private func appendNumbers(_ run: Range<Int>, _ gap: TokenGap, _ text: UnsafeBufferPointer<UInt8>, to pieces: inout [NumberPiece]) {
        var gap = gap
        DigitRun.parts(text, run, decimalComma: decimalComma) { range, value in
            pieces.append(NumberPiece(digits: range, value: value, gap: gap))
            gap = .none
        }
    }

    /// Appends one character and returns its length.
    private func appendMark(at index: Int, _ gap: TokenGap, _ text: UnsafeBufferPointer<UInt8>, to pieces: inout [NumberPiece]) -> Int {
        let (scalar, length) = decode(text, at: index)
        appendWord(ByteRange(index, index + length), gap, text, to: &pieces)
        pieces[pieces.count - 1].form = .mark
        pieces[pieces.count - 1].mark = Unicode.Scalar(scalar) ?? "\0"
        return length
    }

    // MARK: Letters

    /// Appends a part of a token as a word of its own.
    private func appendWord(_ range: ByteRange, _ gap: TokenGap, _ text: UnsafeBufferPointer<UInt8>, to pieces: inout [NumberPiece]) {
        let fits = folder.fold(UnsafeBufferPointer(rebasing: text[range.indices]))
        let found = fits ? lexicon.word(folder) : (.unknown, WordClasses())
        var piece = NumberPiece(range: range, word: found.0, classes: found.1, shape: folder.shape, gap: gap, form: .word)
        piece.isPart = true
        if piece.has(.numberPart) { piece.roles = values.roles(of: piece.word, piece.shape) }
        pieces.append(piece)
    }

    /// The length of the capitals before the digits of a word such as `RM42` or `USD3.14`, where they are a currency.
    private func prefixLength(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard token.word == .unknown, token.kind != .punctuation, token.range.count > 2, token.shape != .lower else { return nil }
        let bytes = UnsafeBufferPointer(rebasing: text[token.range.indices])
        guard let cut = bytes.prefix(5).firstIndex(where: isASCIIDigit), cut > 0, folder.fold(UnsafeBufferPointer(rebasing: bytes[..<cut])) else {
            return nil
        }
        return lexicon.word(folder).classes.contains(.currency) ? cut : nil
    }

    private func isLetter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let byte = text[index]
        if byte < 0x80 { return (byte | 0x20) &- 97 < 26 }
        return Unicode.Scalar(decode(text, at: index).scalar)?.properties.isAlphabetic ?? false
    }
}

/// Whether the byte is one of 0 to 9.
func isASCIIDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

extension TokenKind {
    /// Whether digits in such a token may be a number, as those of addresses and names of users are not.
    var mayHoldNumbers: Bool {
        switch self {
        case .url, .email, .mention, .hashtag, .emoji, .punctuation: return false
        default: return true
        }
    }
}
