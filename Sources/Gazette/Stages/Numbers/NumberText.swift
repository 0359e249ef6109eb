/// The pieces of a sentence with what the lexicon says of them. A class, so that the rules share one reference; a stage has one for all sentences.
final class NumberText {
    let lexicon: Lexicon
    let values: NumberValues
    // One stage reads and resets the text in turn, so that accesses need no check against each other.

    /// The document's UTF-8.
    @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
    /// The sentence's pieces, and `NumberPiece.none` behind them for all that is outside.
    @exclusivity(unchecked) private var pieces: [NumberPiece] = []
    @exclusivity(unchecked) private(set) var count = 0
    private let builder: PieceBuilder
    @exclusivity(unchecked) private var headline: Bool?
    /// The roles of all words of the sentence.
    @exclusivity(unchecked) private var roles = NumberRoles()
    /// The same with those of phrases: no other phrase need be looked for.
    @exclusivity(unchecked) private var phraseRoles = NumberRoles()
    /// Every class of a phrase of two or more words of the sentence, and whether a number may go on with one.
    @exclusivity(unchecked) private var phrases = WordClasses()
    @exclusivity(unchecked) private var hasPhrasesBehind = false
    /// The first of the document's surfaces that may lie in the next sentence.
    @exclusivity(unchecked) private var nextSurface = 0
    /// The pieces with which a number may begin, in order: digits, words of a number's class, the article before a unit.
    @exclusivity(unchecked) private(set) var starts: [Int] = []

    init(lexicon: Lexicon, decimalComma: Bool) {
        self.lexicon = lexicon
        values = NumberValues(lexicon: lexicon)
        builder = PieceBuilder(lexicon: lexicon, values: values, decimalComma: decimalComma)
    }

    /// Takes the text of a document.
    func reset(_ text: [UInt8]) { (bytes, nextSurface) = (text, 0) }

    /// Forgets the document.
    func clear() { bytes = [] }

    /// Takes a sentence of the document.
    func reset(_ sentence: TokenRange, of document: Document) {
        pieces.removeAll(keepingCapacity: true)
        builder.append(sentence, of: document, to: &pieces)
        (count, headline) = (pieces.count, nil)
        pieces.append(.none)
        starts.removeAll(keepingCapacity: true)
        let hasParts = noteWords()
        (phraseRoles, phrases) = (roles, WordClasses())
        notePhrases(sentence, document)
        // The document's surfaces are those of whole tokens.
        if hasParts { (phraseRoles, phrases) = (.all, WordClasses(bits: .max)) }
        hasPhrasesBehind = phrases.intersects(Self.behindNumbers)
    }

    /// Notes the roles of all words and where numbers may begin; returns whether some pieces are parts of tokens.
    private func noteWords() -> Bool {
        let pieces = pieces
        var (roles, hasParts) = (NumberRoles(), false)
        for index in 0..<count {
            let classes = pieces[index].classes
            // Most pieces are words and marks that are nothing to numbers.
            if !classes.intersects(Self.noted), pieces[index].form != .digits, !pieces[index].isPart { continue }
            roles.formUnion(pieces[index].roles)
            hasParts = hasParts || pieces[index].isPart
            if pieces[index].isDigits || classes.intersects(NumberTriggers.starts) || isUnitArticle(index) { starts.append(index) }
        }
        self.roles = roles
        return hasParts
    }

    /// Classes of words that are something to numbers by themselves.
    private static let noted = WordClasses([.number, .multiplier, .vagueNumber, .ordinal, .fraction, .numberPart])

    /// Classes of the phrases that a number goes on with.
    private static let behindNumbers = WordClasses([.unit, .currency, .minorCurrency, .comparatorAfter, .numberPart])

    /// Notes what the surfaces of two or more words in a sentence are. Sentences come in order.
    private func notePhrases(_ sentence: TokenRange, _ document: Document) {
        while nextSurface < document.surfaces.count, document.surfaces[nextSurface].start < sentence.lowerBound { nextSurface += 1 }
        while nextSurface < document.surfaces.count, document.surfaces[nextSurface].start < sentence.upperBound {
            let surface = document.surfaces[nextSurface]
            nextSurface += 1
            guard surface.kind == .word, let wordClass = WordClass(rawValue: surface.detail) else { continue }
            phrases.insert(wordClass)
            if wordClass == .numberPart { phraseRoles.formUnion(values.roles(Int(lexicon.readingRecord(Int(surface.reading)).target))) }
        }
    }

    /// A surface of the lexicon that begins at a piece.
    struct Phrase {
        /// The index of its value.
        var value: Int
        /// The index after its last piece.
        var end: Int
    }

    /// `NumberPiece.none` outside the sentence.
    subscript(index: Int) -> NumberPiece {
        @inline(__always) _read { yield pieces[index >= 0 && index < count ? index : count] }
    }

    func range(_ pieces: Range<Int>) -> ByteRange { ByteRange(self[pieces.lowerBound].range.start, self[pieces.upperBound - 1].range.end) }

    /// Whether most words of the sentence have a capital.
    var isHeadline: Bool {
        if let headline { return headline }
        let words = pieces.prefix(count).count { $0.isWord }
        let result = pieces.prefix(count).count { $0.isWord && $0.shape.isCapitalized } * 4 >= words * 3
        headline = result
        return result
    }

    // MARK: Values

    /// The text of a value.
    func string(_ value: Int) -> String { lexicon.value(at: value) }

    /// The index of the value of a class for a single piece, by its case.
    func value(_ wordClass: WordClass, at index: Int) -> Int? {
        guard index >= 0, index < count, pieces[index].has(wordClass) else { return nil }
        return values.index(of: wordClass, for: pieces[index].word, pieces[index].shape)
    }

    func decimal(_ wordClass: WordClass, at index: Int) -> ExactDecimal? { value(wordClass, at: index).flatMap(values.decimal) }

    func fraction(at index: Int) -> ExactDecimal? { value(.fraction, at: index).flatMap(values.fraction) }

    @inline(__always)
    func has(_ role: NumberRole, at index: Int) -> Bool { self[index].roles.contains(role) }

    /// The index of the piece that ends at an offset.
    func index(endingAt end: Int32) -> Int? { (0..<count).first { pieces[$0].range.end == end } }

    /// Whether any word of the sentence has a role.
    func hasAny(_ role: NumberRole) -> Bool { roles.contains(role) }

    /// Whether a word or phrase of the sentence has one of some roles.
    func mayHave(_ roles: NumberRoles) -> Bool { phraseRoles.intersects(roles) }

    /// What a word is to the noun phrase that a number counts.
    enum NounRole: Int { case none, plural, modifier, end }

    func nounRole(at index: Int) -> NounRole {
        guard index >= 0, index < count, pieces[index].has(.nounPhrase) else { return .none }
        return NounRole(rawValue: values.nounCode(of: pieces[index].word)) ?? .none
    }

    /// Whether a word ends the noun phrase, as function words do.
    func isEnd(_ index: Int) -> Bool { nounRole(at: index) == .end }

    /// Whether no noun follows: a mark, a function word, the sentence's end.
    func endsPhrase(at index: Int) -> Bool { !self[index].isWord || isEnd(index) }

    /// `|a| kilo of sugar`, `an inch of rain`, but not the rate in `$2 a kilo of`.
    @inline(__always)
    func isUnitArticle(_ index: Int) -> Bool { has(.article, at: index) && has(.of, at: index + 2) && isMeasured(index) }

    private func isMeasured(_ index: Int) -> Bool {
        guard pieces[index + 1].isMeasure, !self[index - 1].isDigits else { return false }
        let before = self[index - 1]
        return !before.classes.intersects(Self.rated)
    }

    /// Classes of words behind which an article and a unit are a rate.
    private static let rated = WordClasses([.number, .multiplier, .currency, .minorCurrency, .unit])

    // MARK: Phrases

    /// The longest surface of a class that begins at a piece.
    @inline(__always)
    func longest(_ wordClass: WordClass, at start: Int) -> Phrase? {
        if phrases.contains(wordClass), self[start].classes.intersects(.phrase) { return phrase(wordClass, from: start) }
        return value(wordClass, at: start).map { Phrase(value: $0, end: start + 1) }
    }

    /// The same of a piece that begins a phrase of some class.
    private func phrase(_ wordClass: WordClass, from start: Int) -> Phrase? {
        let word = pieces[start].word
        guard word != .unknown else { return nil }
        var found = value(wordClass, at: start).map { Phrase(value: $0, end: start + 1) }
        var (node, next) = (0 as UInt32, start + 1)
        while next < count {
            if pieces[next].isHyphen, pieces[next].isJoined, self[next + 1].isJoined { next += 1 }
            guard pieces[next].classes.intersects(.inner), pieces[next].gap != .paragraph else { break }
            node = node == 0 ? lexicon.node(after: word, pieces[next].word) : lexicon.node(from: node, by: pieces[next].word)
            if node == 0 { break }
            next += 1
            if let value = lexicon.best(wordClass, lexicon.readings(at: node), { accepts($0, start..<next) }) {
                found = Phrase(value: value, end: next)
            }
        }
        return found
    }

    /// The longest surface of a class that ends right before a piece.
    func longest(_ wordClass: WordClass, endingAt end: Int, within reach: Int) -> (start: Int, value: Int)? {
        guard phrases.contains(wordClass) else { return value(wordClass, at: end - 1).map { (end - 1, $0) } }
        guard end > 0, self[end - 1].has(wordClass) || self[end - 1].classes.intersects(.inner) else { return nil }
        // Behind a phrase's first word stand words that can be inside of one, and hyphens.
        var first = end - 1
        while first > 0, first > end - reach, pieces[first].classes.intersects(.inner) || pieces[first].isHyphen { first -= 1 }
        for start in first..<end where pieces[start].has(wordClass) || pieces[start].classes.intersects(.phrase) {
            if let phrase = longest(wordClass, at: start), phrase.end == end { return (start, phrase.value) }
        }
        return nil
    }

    /// Whether a phrase of a role begins at a piece, and where it ends.
    @inline(__always)
    func phrase(_ role: NumberRole, at index: Int) -> Int? {
        guard phraseRoles.contains(role), let phrase = longest(.numberPart, at: index), values.roles(phrase.value).contains(role) else { return nil }
        return phrase.end
    }

    /// Whether a word or phrase of a role, and perhaps a currency's sign, ends right before a piece. A phrase of the role has a word of it.
    @inline(__always)
    func follows(_ role: NumberRole, at index: Int) -> Bool { roles.contains(role) && isBehind(role, index) }

    private func isBehind(_ role: NumberRole, _ index: Int) -> Bool {
        let end = self[index - 1].form == .mark && self[index - 1].has(.currency) ? index - 1 : index
        return has(role, at: end - 1) || longest(.numberPart, endingAt: end, within: 4).map { values.roles($0.value).contains(role) } ?? false
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

    /// Whether no rule reads on at a piece that stands behind a number.
    @inline(__always)
    func endsNumber(at index: Int) -> Bool {
        self[index].endsNumbers && !(hasPhrasesBehind && self[index].classes.intersects(.phrase))
    }

    /// Whether no number goes on from a piece over an offset behind it.
    func endsNumber(from start: Int, at offset: Int32) -> Bool {
        var next = start + 1
        while next < count, pieces[next].range.start < offset { next += 1 }
        return endsNumber(at: next) && !self[next].continuesNumerals
    }

    func firstByte(at index: Int) -> UInt8 { index >= 0 && index < count ? bytes[Int(pieces[index].range.start)] : 0 }

    /// Whether a word ends with `s`, but not as `crisis`, `virus` and `loss` do.
    func endsLikePlural(at index: Int) -> Bool {
        let range = self[index].range
        guard range.count > 2, bytes[Int(range.end) - 1] | 0x20 == UInt8(ascii: "s") else { return false }
        let before = bytes[Int(range.end) - 2] | 0x20
        return before != UInt8(ascii: "s") && before != UInt8(ascii: "u") && before != UInt8(ascii: "i")
    }

    /// Whether a word ends with `ed` or `ing`.
    func endsLikeParticiple(at index: Int) -> Bool {
        let (count, end) = (self[index].range.count, Int(self[index].range.end))
        guard count > 4 else { return false }
        if bytes[end - 2] == UInt8(ascii: "e") { return bytes[end - 1] == UInt8(ascii: "d") }
        return count > 5 && bytes[end - 1] == UInt8(ascii: "g") && bytes[end - 2] == UInt8(ascii: "n") && bytes[end - 3] == UInt8(ascii: "i")
    }

    private func accepts(_ reading: ImageFormat.Reading, _ range: Range<Int>) -> Bool {
        reading.accepts(range) { self[$0].isHyphen ? nil : self[$0].shape }
    }
}
