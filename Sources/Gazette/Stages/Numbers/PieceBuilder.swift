/// Makes the pieces of a sentence from its tokens.
struct PieceBuilder {
    let lexicon: Lexicon
    let folder: WordFolder

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        folder = WordFolder(lexicon: lexicon)
    }

    func append(_ tokens: TokenRange, of document: Document, to pieces: inout [NumberPiece]) {
        document.text.withUnsafeBufferPointer { text in
            for index in tokens { append(document.tokens[index], text, to: &pieces) }
            partLastPeriod(text, &pieces)
        }
    }

    private func append(_ token: Token, _ text: UnsafeBufferPointer<UInt8>, to pieces: inout [NumberPiece]) {
        let first = text[Int(token.range.start)]
        guard token.kind.mayHoldNumbers else { return appendWhole(token, text, to: &pieces) }
        if isASCIIDigit(first) || token.kind == .number && first >= 0x80 { return appendDigits(token, text, to: &pieces) }
        if let cut = prefixLength(token, text) {
            let split = token.range.start + Int32(cut)
            appendWord(ByteRange(token.range.start, split), token.gap, text, to: &pieces)
            return appendDigits(from: split, token, .none, text, to: &pieces)
        }
        appendWhole(token, text, to: &pieces)
        if token.kind == .abbreviation, pieces.count > 1, isDegree(pieces[pieces.count - 2]) { partLastPeriod(text, &pieces) }
    }

    private func appendWhole(_ token: Token, _ text: UnsafeBufferPointer<UInt8>, to pieces: inout [NumberPiece]) {
        var piece = NumberPiece(
            range: token.range, word: token.word, classes: token.classes, shape: token.shape, gap: token.gap, form: .word, value: nil)
        if !isLetter(text, Int(token.range.start)) || token.kind == .punctuation || token.kind == .symbol {
            piece.form = .mark
            piece.mark = Unicode.Scalar(decode(text, at: Int(token.range.start)).scalar) ?? "\0"
        }
        pieces.append(piece)
    }

    private func isDegree(_ piece: NumberPiece) -> Bool { piece.mark == "\u{B0}" || piece.mark == "\u{BA}" }

    /// Parts the period from an abbreviation at a sentence's end (`9 km.`) or behind a degree sign (`9 °C.`).
    private func partLastPeriod(_ text: UnsafeBufferPointer<UInt8>, _ pieces: inout [NumberPiece]) {
        guard let last = pieces.last, last.form == .word, last.range.count > 1, text[Int(last.range.end) - 1] == UInt8(ascii: ".") else { return }
        pieces.removeLast()
        appendWord(ByteRange(last.range.start, last.range.end - 1), last.gap, text, to: &pieces)
        pieces.append(
            NumberPiece(
                range: ByteRange(last.range.end - 1, last.range.end), word: .unknown, classes: WordClasses(), shape: .none, gap: .none, form: .mark,
                value: nil, mark: "."))
    }

    // MARK: Digits

    private func appendDigits(_ token: Token, _ text: UnsafeBufferPointer<UInt8>, to pieces: inout [NumberPiece]) {
        var (start, gap) = (token.range.start, token.gap)
        if token.gap == .none, let point = pieces.last, point.mark == ".", point.range.count == 1, !startsDecimals(after: pieces) {
            // `.25`: the point belongs to the number.
            pieces.removeLast()
            (start, gap) = (point.range.start, point.gap)
        }
        appendDigits(from: start, token, gap, text, to: &pieces)
    }

    /// Whether the point that ends the pieces ends a word or a number instead of beginning a decimal fraction.
    private func startsDecimals(after pieces: [NumberPiece]) -> Bool {
        guard pieces.count > 1, let point = pieces.last, point.isJoined else { return false }
        let before = pieces[pieces.count - 2]
        return before.form != .mark || before.mark == "."
    }

    private func appendDigits(
        from start: Int32, _ token: Token, _ gap: TokenGap, _ text: UnsafeBufferPointer<UInt8>, to pieces: inout [NumberPiece]
    ) {
        let end = DigitRun.end(text, Int(start), limit: Int(token.range.end))
        var next = gap
        DigitRun.parts(text, Int(start)..<end) { range, value in
            pieces.append(
                NumberPiece(
                    range: range, word: token.range == range ? token.word : .unknown, classes: WordClasses(), shape: .none, gap: next,
                    form: .digits, value: value))
            next = .none
        }
        if end < Int(token.range.end) { appendWord(ByteRange(Int32(end), token.range.end), .none, text, to: &pieces) }
    }

    // MARK: Letters

    /// Appends a part of a token as a word of its own.
    private func appendWord(_ range: ByteRange, _ gap: TokenGap, _ text: UnsafeBufferPointer<UInt8>, to pieces: inout [NumberPiece]) {
        let fits = folder.fold(UnsafeBufferPointer(rebasing: text[range.indices]))
        let found = fits ? lexicon.word(folder) : (.unknown, WordClasses())
        pieces.append(NumberPiece(range: range, word: found.0, classes: found.1, shape: folder.shape, gap: gap, form: .word, value: nil))
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
