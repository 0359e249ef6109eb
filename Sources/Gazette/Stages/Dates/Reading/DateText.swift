internal import CProcessor

/// A document's tokens as the date rules read them: typed values of words, by token index.
///
/// Every reader answers nil for an index outside the sentence, so that no rule reads across its end.
///
/// SAFETY: the buffers are those of the document that `DateStage` reads; it makes the reader inside of the calls that lend them, and no
/// match keeps one. An index is checked against the sentence, and a range comes from a token of the same document.
struct DateText {
    let tokens: UnsafeBufferPointer<Token>
    /// What the lexicons say of each token, as far as it has been asked.
    let facts: UnsafeMutableBufferPointer<DateFacts>
    /// What they say of the words that were asked for lately.
    let words: UnsafeMutableBufferPointer<WordFacts>
    /// The same of what may also be said by several words.
    let phraseWords: UnsafeMutableBufferPointer<WordPhrases>
    /// What they say of longer surfaces.
    let surfaces: UnsafeBufferPointer<Surface>
    /// The text in UTF-8.
    let utf8: UnsafeBufferPointer<UInt8>
    unowned(unsafe) let lexicon: Lexicon
    /// Whether `03/04/2024` is the 3rd of April.
    let dayFirst: Bool
    /// What has just been found out.
    let memo: UnsafeMutablePointer<DateMemo>
    /// The tokens of the sentence that is being read.
    var sentence: TokenRange = 0..<0

    /// A token's text; indices count from 0.
    typealias Bytes = UnsafeBufferPointer<UInt8>

    func token(_ index: Int) -> Token? { sentence.contains(index) ? tokens[index] : nil }

    /// Asks for what is kept of a token and of those around it, which will be read soon.
    ///
    /// SAFETY: nothing is read, so that a place beside the buffers may be asked for.
    @inline(__always)
    func prepare(_ index: Int) {
        guard let token = tokens.baseAddress.map({ $0 + index }), let fact = facts.baseAddress.map({ $0 + index }) else { return }
        processor_prefetch(token - 3)
        processor_prefetch(token)
        processor_prefetch(token + 2)
        processor_prefetch(fact - 3)
        processor_prefetch(fact)
        processor_prefetch(fact + 2)
    }

    func has(_ wordClass: WordClass, at index: Int) -> Bool { sentence.contains(index) && tokens[index].classes.contains(wordClass) }

    /// The bytes from a run of tokens' first to its last one.
    func range(of range: TokenRange) -> ByteRange { ByteRange(tokens[range.lowerBound].range.start, tokens[range.upperBound - 1].range.end) }

    // MARK: Values of words

    /// The value that a class gives to a token, where the token's case fits the row.
    func value(_ wordClass: WordClass, at index: Int) -> String? { valueIndex(wordClass, at: index).map { lexicon.value(at: $0) } }

    /// The index of that value.
    func valueIndex(_ wordClass: WordClass, at index: Int) -> Int? {
        guard has(wordClass, at: index) else { return nil }
        let range = lexicon.readings(of: tokens[index].word)
        for position in range.first..<range.first + range.count where lexicon.isWord(position, of: wordClass) {
            let record = lexicon.readingRecord(position)
            if record.accepts(tokens[index].shape, at: 0) { return Int(record.target) }
        }
        return nil
    }

    /// What the lexicons say of a token; nothing outside of the sentence.
    @inline(__always)
    func facts(at index: Int) -> DateFacts {
        guard sentence.contains(index) else { return DateFacts() }
        let known = facts[index]
        return known.isKnown || !tokens[index].classes.intersects(DateFacts.classes) ? known : readFacts(at: index)
    }

    /// Reads the facts of a token of the sentence.
    @inline(never)
    private func readFacts(at index: Int) -> DateFacts {
        let key = WordFacts.key(of: tokens[index])
        let place = WordFacts.place(of: key)
        if words[place].key != key { words[place] = WordFacts(of: tokens[index], lexicon) }
        let read = words[place].facts.marked(as: facts[index])
        facts[index] = read
        memo.pointee.noteRead(index)
        return read
    }

    /// Whether a longer surface of the date classes begins with a token.
    func beginsPhrase(_ index: Int) -> Bool { sentence.contains(index) && facts[index].startsPhrase }

    /// Whether some surface of the lexicon begins with a token and the one after it, whatever it is and whether or not all of it stands there.
    func mayBeginSurface(_ index: Int) -> Bool {
        guard let token = token(index), token.classes.intersects(.phrase) else { return false }
        let next = isHyphen(index + 1) && isGlued(index + 1) && isGlued(index + 2) ? index + 2 : index + 1
        guard let second = self.token(next), second.classes.intersects(.inner) else { return false }
        return lexicon.node(after: token.word, second.word) != 0
    }

    func role(_ index: Int) -> DateRole? { facts(at: index).role }

    /// The month that a token names; in small letters a short name, or one that is also another word, only beside a day: `14 nov`, `march 3`.
    func month(_ index: Int) -> Int? {
        guard let month = positive(facts(at: index).month) else { return nil }
        return isWeak(index) && !hasDayBeside(index) ? nil : month
    }

    /// The same with no day asked for.
    func monthName(_ index: Int) -> Int? { positive(facts(at: index).month) }

    /// Whether a name in small letters is too short or too common to be trusted alone.
    func isWeak(_ index: Int) -> Bool {
        guard let token = token(index), token.shape == .lower, token.kind != .abbreviation else { return false }
        return token.range.count < 4 || token.classes.intersects(WordClasses([.common, .tense])) || bytes(index).elementsEqual("sept".utf8)
            || token.range.count < 6 && token.classes.contains(.weekday)
    }

    private func hasDayBeside(_ index: Int) -> Bool {
        guard let token = token(index) else { return false }
        let before = role(index - 1) == .of ? index - 2 : index - 1
        if token.classes.contains(.tense) {
            return isDay(index + 1) && (self.token(index + 2).map { $0.kind != .word } ?? true) || startsWithDigit(before) && isDay(before)
        }
        return isDay(index + 1) || startsWithDigit(before) && isDay(before) || before < index - 1 && ordinalWord(before) != nil
    }

    private func isDay(_ index: Int) -> Bool { startsWithDigit(index) && dayOfMonth(index) != nil }

    func weekday(_ index: Int) -> Int? { positive(facts(at: index).weekday) }

    func unit(_ index: Int) -> TimeUnit? { TimeUnit(code: facts(at: index).unit) }

    func season(_ index: Int) -> Season? { Season(code: facts(at: index).season) }

    func part(_ index: Int) -> DayPart? { DayPart(code: facts(at: index).part) }

    func modifier(_ index: Int) -> TemporalExpression.Modifier? { TemporalExpression.Modifier(code: facts(at: index).modifier) }

    /// A word's number below 255, such as `fifteen`.
    func numberWord(_ index: Int) -> Int? { positive(facts(at: index).number).map { $0 - 1 } }

    /// An ordinal's number below 255, such as `fifteenth`.
    func ordinalWord(_ index: Int) -> Int? { positive(facts(at: index).ordinal).map { $0 - 1 } }

    /// What a word such as `nineties` names: 90.
    func tens(_ index: Int) -> Int? { positive(facts(at: index).decade) }

    func era(_ index: Int) -> Era? { facts(at: index).era }

    func tense(_ index: Int) -> TenseMark? { facts(at: index).tense }

    private func positive(_ code: Int) -> Int? { code > 0 ? code : nil }

    // MARK: Characters

    func bytes(_ index: Int) -> Bytes {
        guard sentence.contains(index) else { return Bytes(start: nil, count: 0) }
        return Bytes(rebasing: utf8[tokens[index].range.indices])
    }

    func isByte(_ character: Unicode.Scalar, at index: Int) -> Bool {
        guard sentence.contains(index), tokens[index].range.count == 1 else { return false }
        return utf8[Int(tokens[index].range.start)] == UInt8(ascii: character)
    }

    /// Whether a token is one letter, in either case.
    func isLetter(_ letter: Unicode.Scalar, at index: Int) -> Bool {
        let bytes = bytes(index)
        return bytes.count == 1 && bytes[0] | 0x20 == UInt8(ascii: letter)
    }

    func startsWithDigit(_ index: Int) -> Bool { sentence.contains(index) && utf8[Int(tokens[index].range.start)].isDigit }

    /// How many full stops a token has in it: `9.30` one, `03.01.2024` two.
    func points(_ index: Int) -> Int {
        guard let token = token(index), token.range.count > 2 else { return 0 }
        var count = 0
        for place in token.range.indices where utf8[place] == UInt8(ascii: ".") { count += 1 }
        return count
    }

    /// Whether the document is nothing but these tokens, prepositions before and punctuation around them: a note or a field, not running text.
    func isWhole(_ range: TokenRange) -> Bool {
        guard sentence.lowerBound == 0, sentence.upperBound == tokens.count, range.lowerBound <= 3, tokens.count - range.upperBound <= 2 else {
            return false
        }
        return (0..<range.lowerBound).allSatisfy { isFrame($0) } && (range.upperBound..<tokens.count).allSatisfy { isFrame($0) }
    }

    /// Whether a token begins with a digit and ends with a letter: `3p`, `15h`.
    func isLettered(_ index: Int) -> Bool { startsWithDigit(index) && bytes(index).last?.isLetter == true }

    /// Whether a token is punctuation, a preposition, or what links two dates.
    func isFrame(_ index: Int) -> Bool { tokens[index].kind == .punctuation || role(index)?.isPreposition == true || role(index) == .and }

    /// Whether a token is `-`, or one of the typographic hyphens U+2010 and U+2011.
    func isHyphen(_ index: Int) -> Bool { isByte("-", at: index) || isMark(0x90...0x91, at: index) }

    /// Whether a token is a hyphen, an en or em dash, or a double hyphen: what parts the ends of a range.
    func isDash(_ index: Int) -> Bool { isByte("-", at: index) || isMark(0x90...0x94, at: index) }

    /// Whether a token is one of the marks from U+2000 on whose last byte lies in a range.
    private func isMark(_ last: ClosedRange<UInt8>, at index: Int) -> Bool {
        guard sentence.contains(index), tokens[index].range.count == 3 else { return false }
        let start = Int(tokens[index].range.start)
        return utf8[start] == 0xE2 && utf8[start + 1] == 0x80 && last.contains(utf8[start + 2])
    }

    func isApostrophe(_ index: Int) -> Bool { isByte("'", at: index) || isMark(0x98...0x99, at: index) }

    /// Whether a token begins where the one before it ends.
    func isGlued(_ index: Int) -> Bool { sentence.contains(index) && tokens[index].gap == TokenGap.none }

    /// Whether a word begins or ends with a digit: `1990s`, `17th`, `Q3`, `FY2012`.
    func hasDigit(_ index: Int) -> Bool {
        guard sentence.contains(index), tokens[index].kind == .word else { return false }
        return utf8[Int(tokens[index].range.start)].isDigit || utf8[Int(tokens[index].range.end) - 1].isDigit
    }

    /// The index after a comma, or the index itself.
    func skippingComma(_ index: Int) -> Int { isByte(",", at: index) ? index + 1 : index }

    /// The index after a hyphen between words, or the index itself.
    func skippingHyphen(_ index: Int) -> Int { isHyphen(index) && isGlued(index) && isGlued(index + 1) ? index + 1 : index }

    /// Whether a token is plural by its last letter; units of time have no other plurals but `centuries` and `millennia`.
    func isPlural(_ index: Int) -> Bool {
        let bytes = bytes(index)
        guard let last = bytes.last else { return false }
        return last | 0x20 == UInt8(ascii: "s") || bytes.count == 9 && last | 0x20 == UInt8(ascii: "a")
    }
}

/// The parts that the `date-mod` class names.
extension TemporalExpression.Modifier: CodedValue {
    static let byCode: [TemporalExpression.Modifier] = [.start, .mid, .end]
}
