/// The pieces of a sentence with what the lexicon says of them. A class, so that the rules share one reference.
final class NumberText {
    let lexicon: Lexicon
    let roleCache: NumberRoleCache
    /// The document's UTF-8.
    let bytes: [UInt8]
    let pieces: [NumberPiece]

    init(lexicon: Lexicon, roleCache: NumberRoleCache, bytes: [UInt8], pieces: [NumberPiece]) {
        (self.lexicon, self.roleCache, self.bytes, self.pieces) = (lexicon, roleCache, bytes, pieces)
    }

    /// A surface of the lexicon that begins at a piece.
    struct Phrase {
        var value: String
        /// The index after its last piece.
        var end: Int
    }

    var count: Int { pieces.count }

    /// `NumberPiece.none` outside the sentence.
    subscript(index: Int) -> NumberPiece { pieces.indices.contains(index) ? pieces[index] : .none }

    func range(_ pieces: Range<Int>) -> ByteRange { ByteRange(self[pieces.lowerBound].range.start, self[pieces.upperBound - 1].range.end) }

    /// The value of a class for a single piece, by its case.
    func value(_ wordClass: WordClass, at index: Int) -> String? {
        let piece = self[index]
        guard piece.has(wordClass) else { return nil }
        return best(wordClass, lexicon.readings(of: piece.word)) { $0.accepts(piece.shape, at: 0) }
    }

    func decimal(_ wordClass: WordClass, at index: Int) -> ExactDecimal? { value(wordClass, at: index).flatMap { ExactDecimal($0) } }

    func roles(at index: Int) -> NumberRoles {
        let piece = self[index]
        guard piece.has(.numberPart) else { return NumberRoles() }
        return roleCache.roles(of: piece.word) { value(.numberPart, at: index) }
    }

    func has(_ role: NumberRole, at index: Int) -> Bool { roles(at: index).contains(role) }

    /// The longest surface of a class that begins at a piece.
    func longest(_ wordClass: WordClass, at start: Int) -> Phrase? {
        let first = self[start]
        guard first.word != .unknown, first.has(wordClass) || first.classes.intersects(.phrase) else { return nil }
        var found = value(wordClass, at: start).map { Phrase(value: $0, end: start + 1) }
        guard first.classes.intersects(.phrase) else { return found }
        var (node, next) = (lexicon.node(after: first.word), start + 1)
        while node != 0, next < count {
            if self[next].isHyphen, self[next].isJoined, self[next + 1].isJoined { next += 1 }
            guard self[next].word != .unknown, self[next].gap != .paragraph else { break }
            node = lexicon.node(from: node, by: self[next].word)
            next += 1
            if node != 0, let value = best(wordClass, lexicon.readings(at: node), { accepts($0, start..<next) }) {
                found = Phrase(value: value, end: next)
            }
        }
        return found
    }

    /// The longest surface of a class that ends right before a piece.
    func longest(_ wordClass: WordClass, endingAt end: Int, within reach: Int) -> (start: Int, value: String)? {
        for start in max(0, end - reach)..<max(0, end) where self[start].has(wordClass) || self[start].classes.intersects(.phrase) {
            if let phrase = longest(wordClass, at: start), phrase.end == end { return (start, phrase.value) }
        }
        return nil
    }

    /// Whether a phrase of a role begins at a piece, and where it ends.
    func phrase(_ role: NumberRole, at index: Int) -> Int? {
        guard let phrase = longest(.numberPart, at: index), NumberRoles(value: phrase.value).contains(role) else { return nil }
        return phrase.end
    }

    /// Whether a word or phrase of a role, and perhaps a currency's sign, ends right before a piece.
    func follows(_ role: NumberRole, at index: Int) -> Bool {
        let end = self[index - 1].form == .mark && self[index - 1].has(.currency) ? index - 1 : index
        return has(role, at: end - 1) || longest(.numberPart, endingAt: end, within: 4).map { NumberRoles(value: $0.value).contains(role) } ?? false
    }

    /// The index behind a hyphen without spaces or a plain space; nil behind anything else.
    func afterJoint(_ index: Int) -> Int? {
        if self[index].isHyphen { return self[index].isJoined && self[index + 1].isJoined ? index + 1 : nil }
        return self[index].isNear && index < count ? index : nil
    }

    /// The index behind a hyphen with spaces between two words of a number (`fifty - two`), as old tokenized texts have it.
    func afterSpacedHyphen(_ index: Int) -> Int? {
        let (before, hyphen, after) = (self[index - 1], self[index], self[index + 1])
        guard hyphen.isHyphen, hyphen.gap == .space, after.gap == .space, before.has(.number) else { return nil }
        return after.has(.number) || after.has(.fraction) || after.has(.ordinal) ? index + 1 : nil
    }

    func firstByte(at index: Int) -> UInt8 { pieces.indices.contains(index) ? bytes[Int(pieces[index].range.start)] : 0 }

    /// Whether a word ends with `s`, but not as `crisis`, `virus` and `loss` do.
    func endsLikePlural(at index: Int) -> Bool {
        let word = bytes[self[index].range.indices]
        guard word.count > 2, let last = word.last, last | 0x20 == UInt8(ascii: "s") else { return false }
        let before = word[word.endIndex - 2] | 0x20
        return before != UInt8(ascii: "s") && before != UInt8(ascii: "u") && before != UInt8(ascii: "i")
    }

    /// Whether a word ends with `ed` or `ing`.
    func endsLikeParticiple(at index: Int) -> Bool {
        let word = bytes[self[index].range.indices]
        return word.count > 4 && word.suffix(2).elementsEqual("ed".utf8) || word.count > 5 && word.suffix(3).elementsEqual("ing".utf8)
    }

    /// Of the readings that fit, the one that asks most of the case.
    private func best(_ wordClass: WordClass, _ readings: Lexicon.ReadingRange, _ accepts: (Lexicon.Reading) -> Bool) -> String? {
        var found: (value: Int, strictness: Int)?
        for index in readings.first..<readings.first + readings.count {
            let reading = lexicon.reading(index)
            guard case .word(wordClass, let value) = reading.meaning, accepts(reading) else { continue }
            let strictness = (reading.accepts(.lower, at: 0) ? 0 : 1) + (reading.accepts(.mixed, at: 0) ? 0 : 1)
            if found.map({ $0.strictness < strictness }) ?? true { found = (value, strictness) }
        }
        return found.map { lexicon.value(at: $0.value) }
    }

    private func accepts(_ reading: Lexicon.Reading, _ range: Range<Int>) -> Bool {
        var word = 0
        for index in range where !self[index].isHyphen {
            if !reading.accepts(self[index].shape, at: word) { return false }
            word += 1
        }
        return true
    }
}
