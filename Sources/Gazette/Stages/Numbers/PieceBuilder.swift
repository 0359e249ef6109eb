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

    /// Appends the pieces of a sentence.
    func append(_ tokens: Slice<UnsafeBufferPointer<Token>>, _ text: UnsafeBufferPointer<UInt8>, to pieces: inout [NumberPiece]) {
        for token in tokens {
            if Self.isPlain(token, text) {
                pieces.append(word(token))
            } else if Self.isWhole(token, text, decimalComma: decimalComma) {
                pieces.append(piece(of: token, text))
                if token.kind == .abbreviation, pieces.count > 1, Self.isDegree(pieces[pieces.count - 2].mark) { partLastPeriod(text, &pieces) }
            } else {
                appendParted(token, text, to: &pieces)
            }
        }
        partLastPeriod(text, &pieces)
    }

    // MARK: Whole tokens

    /// Whether a token is one piece by itself, and parts none behind it; false where that takes longer to tell.
    static func isWhole(_ token: Token, _ text: UnsafeBufferPointer<UInt8>, decimalComma: Bool) -> Bool {
        let (first, range) = (text[Int(token.range.start)], token.range)
        guard token.kind.mayHoldNumbers, range.count > 1 || first.isDigit else { return true }
        if beginsWithDigit(token, first) {
            return (range.start == 0 || text[Int(range.start) - 1] != UInt8(ascii: "."))
                && DigitRun.fills(text, range.indices, decimalComma: decimalComma)
        }
        if token.kind == .symbol, isDegree(scalar(text, Int(range.start))) { return false }
        if first.isLetter, !mayHaveCurrency(token) { return true }
        return !hasDigits(token, text)
    }

    /// The piece of a whole token.
    @inline(__always)
    func piece(of token: Token, _ text: UnsafeBufferPointer<UInt8>) -> NumberPiece {
        Self.isPlain(token, text) ? word(token) : otherPiece(token, text[Int(token.range.start)], text)
    }

    /// Whether it is a word of the lexicon that begins with a letter.
    @inline(__always)
    private static func isPlain(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        token.kind == .word && token.word != .unknown && text[Int(token.range.start)].isLetter
    }

    /// The same of a token that is no plain word.
    @inline(never)
    private func otherPiece(_ token: Token, _ first: UInt8, _ text: UnsafeBufferPointer<UInt8>) -> NumberPiece {
        if token.kind.mayHoldNumbers, Self.beginsWithDigit(token, first) {
            return NumberPiece(digits: token.range, value: DigitRun.value(text, token.range.indices, decimalComma: decimalComma), gap: token.gap)
        }
        let isMark = token.kind == .punctuation || token.kind == .symbol || token.kind != .word && !isLetter(text, Int(token.range.start))
        return isMark ? word(token, form: .mark, mark: Self.scalar(text, Int(token.range.start))) : word(token)
    }

    /// Whether it begins with a digit, perhaps of another script.
    @inline(__always)
    private static func beginsWithDigit(_ token: Token, _ first: UInt8) -> Bool { first.isDigit || token.kind == .number && first >= 0x80 }

    /// Whether one of its first five bytes is a digit.
    static func hasDigits(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(token.range.start)
        return text[start..<min(start + 5, Int(token.range.end))].contains { $0.isDigit }
    }

    // MARK: Parted tokens

    /// Appends a token that may be more than one piece.
    private func appendParted(_ token: Token, _ text: UnsafeBufferPointer<UInt8>, to pieces: inout [NumberPiece]) {
        let first = text[Int(token.range.start)]
        if Self.beginsWithDigit(token, first) { return appendDigits(token, text, to: &pieces) }
        if first < 0x80, text[Int(token.range.start) + 1].isDigit, !first.isLetter {
            return appendParts(from: token.range.start, token, token.gap, text, to: &pieces)
        }
        guard let cut = prefixLength(token, text) else { return pieces.append(piece(of: token, text)) }
        let split = token.range.start + Int32(cut)
        appendWord(ByteRange(token.range.start, split), token.gap, text, to: &pieces)
        appendParts(from: split, token, .none, text, to: &pieces)
    }

    /// A token as a word or mark.
    @inline(__always)
    private func word(_ token: Token, form: NumberPiece.Form = .word, mark: Unicode.Scalar = "\0") -> NumberPiece {
        var piece = NumberPiece(range: token.range, word: token.word, classes: token.classes, shape: token.shape, gap: token.gap, form: form)
        piece.mark = mark
        if piece.has(.numberPart) { piece.roles = values.roles(of: piece.word, piece.shape) }
        return piece
    }

    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Unicode.Scalar {
        text[index] < 0x80 ? Unicode.Scalar(text[index]) : Unicode.Scalar(decode(text, at: index).scalar) ?? "\0"
    }

    private static func isDegree(_ mark: Unicode.Scalar) -> Bool { mark == "\u{B0}" || mark == "\u{BA}" }

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
        if piece.has(.numberPart) { piece.roles = values.roles(of: piece.word, piece.shape) }
        pieces.append(piece)
    }

    /// Whether a word is new and long enough for a currency before digits, and has a capital.
    private static func mayHaveCurrency(_ token: Token) -> Bool {
        token.word == .unknown && token.kind != .punctuation && token.range.count > 2 && token.shape != .lower
    }

    /// The length of the capitals before the digits of a word such as `RM42` or `USD3.14`, where they are a currency.
    private func prefixLength(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard Self.mayHaveCurrency(token) else { return nil }
        let bytes = UnsafeBufferPointer(rebasing: text[token.range.indices])
        guard let cut = bytes.prefix(5).firstIndex(where: \.isDigit), cut > 0, folder.fold(UnsafeBufferPointer(rebasing: bytes[..<cut])) else {
            return nil
        }
        return lexicon.word(folder).classes.contains(.currency) ? cut : nil
    }

    private func isLetter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let byte = text[index]
        if byte < 0x80 { return byte.isLetter }
        return Unicode.Scalar(decode(text, at: index).scalar)?.properties.isAlphabetic ?? false
    }
}

extension TokenKind {
    /// Whether digits in such a token may be a number, as those of addresses and names of users are not.
    var mayHoldNumbers: Bool {
        switch self {
        case .url, .email, .mention, .hashtag, .emoji, .punctuation: return false
        default: return true
        }
    }
}
