/// The pieces of a sentence with what the lexicon says of them. A class, so that the rules share one reference; a stage has one for all sentences.
///
/// Most sentences have a token for each piece: their pieces are made when a rule asks for them, which it does near a number alone. Where a token is
/// parted or joined to another, all are made at once.
///
/// SAFETY: a piece's place is its index where that is below `count`, otherwise `count`; `makeRoom` has made room for one more than `count`. The stage lends
/// the document's bytes and tokens from `reset` to `clear`.
final class NumberText {
    let lexicon: Lexicon
    let values: NumberValues
    /// Whether the short ways are shut that settle numbers before all rules are asked.
    let asksAllRules: Bool
    private let builder: PieceBuilder
    // One stage reads and resets the text in turn, so that accesses need no check against each other.

    /// The document's UTF-8 and its tokens, lent while its numbers are read.
    @exclusivity(unchecked) private(set) var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    @exclusivity(unchecked) private var tokens = UnsafeBufferPointer<Token>(start: nil, count: 0)
    /// Room for the sentence's pieces, of which some have been made, and `NumberPiece.none` behind them for all that is outside.
    @exclusivity(unchecked) private var pieces = UnsafeMutableBufferPointer<NumberPiece>.allocate(capacity: 1)
    @exclusivity(unchecked) private(set) var count = 0
    /// The pieces of a sentence that are made all at once.
    @exclusivity(unchecked) private var parted: [NumberPiece] = []
    /// Those of them with which a number may begin.
    @exclusivity(unchecked) private(set) var partedStarts: [Int] = []
    /// Sentences are counted, so that a piece of an earlier one is told from one that has been made.
    @exclusivity(unchecked) private var sentence = 0
    /// The token that is the first piece.
    @exclusivity(unchecked) private var first = 0
    @exclusivity(unchecked) private var isWhole = true
    /// Set in the classes of a piece where a phrase may begin.
    @exclusivity(unchecked) private var phraseMark = WordClasses.longer
    @exclusivity(unchecked) private var headline: Bool?
    /// The roles of all words of the sentence, where somebody has asked.
    @exclusivity(unchecked) private var roles: NumberRoles?
    /// Every class of a phrase of two or more words of the sentence, the roles of these phrases, and whether a number may go on with one.
    @exclusivity(unchecked) private var phrases = WordClasses()
    @exclusivity(unchecked) private var phraseRoles = NumberRoles()
    @exclusivity(unchecked) private var hasPhrasesBehind = false
    /// The first of the document's surfaces that may lie in the next sentence.
    @exclusivity(unchecked) private var nextSurface = 0

    init(lexicon: Lexicon, decimalComma: Bool, asksAllRules: Bool) {
        (self.lexicon, self.asksAllRules) = (lexicon, asksAllRules)
        values = NumberValues(lexicon: lexicon)
        builder = PieceBuilder(lexicon: lexicon, values: values, decimalComma: decimalComma)
        pieces.initialize(repeating: .none)
    }

    deinit { pieces.deallocate() }

    /// Takes a document, which must be lent until `clear`.
    func reset(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: UnsafeBufferPointer<Token>) {
        (self.bytes, self.tokens, count, nextSurface) = (bytes, tokens, 0, 0)
    }

    /// Forgets the document.
    func clear() { reset(UnsafeBufferPointer(start: nil, count: 0), UnsafeBufferPointer(start: nil, count: 0)) }

    /// Takes a sentence of the document with some surfaces. Sentences come in order.
    func reset(_ sentence: NumberTriggers.Sentence, _ surfaces: [Surface]) {
        self.sentence += 1
        (first, isWhole, headline, roles) = (sentence.tokens.lowerBound, sentence.isWhole, nil, nil)
        // The document's surfaces are those of whole tokens.
        phraseMark = isWhole ? WordClasses.longer.union(.phrase) : .phrase
        notePhrases(sentence.tokens, surfaces)
        guard isWhole else { return makeAll(sentence.tokens) }
        makeRoom(for: sentence.tokens.count)
    }

    /// Notes what the surfaces of two or more words in a sentence are.
    private func notePhrases(_ sentence: TokenRange, _ surfaces: [Surface]) {
        var classes: UInt64 = isWhole ? 0 : .max
        phraseRoles = isWhole ? NumberRoles() : .all
        nextSurface = Self.firstSurface(from: nextSurface, at: sentence.lowerBound, surfaces)
        let start = nextSurface
        while nextSurface < surfaces.count, surfaces[nextSurface].start < sentence.upperBound {
            classes |= (surfaces[nextSurface].kind == .word ? 1 : 0) &<< UInt64(surfaces[nextSurface].detail)
            nextSurface &+= 1
        }
        phrases = WordClasses(bits: classes)
        if isWhole, phrases.contains(.numberPart) { noteRoles(surfaces[start..<nextSurface]) }
        hasPhrasesBehind = phrases.intersects(Self.behindNumbers)
    }

    /// The first surface that begins at a token or behind it. By steps and then by counting, as nobody can guess where a bisection turns.
    private static func firstSurface(from first: Int, at token: Int, _ surfaces: [Surface]) -> Int {
        var index = first
        while index + 8 <= surfaces.count, surfaces[index + 7].start < token { index += 8 }
        var count = 0
        for surface in surfaces[index..<min(index + 8, surfaces.count)] { count &+= surface.start < token ? 1 : 0 }
        return index + count
    }

    private func noteRoles(_ surfaces: ArraySlice<Surface>) {
        for surface in surfaces where surface.isWord(of: .numberPart) {
            phraseRoles.formUnion(values.roles(Int(lexicon.readingRecord(Int(surface.reading)).target)))
        }
    }

    /// Classes of the phrases that a number goes on with.
    private static let behindNumbers = WordClasses([.unit, .currency, .minorCurrency, .comparatorAfter, .numberPart])

    private func makeAll(_ sentence: TokenRange) {
        parted.removeAll(keepingCapacity: true)
        partedStarts.removeAll(keepingCapacity: true)
        builder.append(tokens[sentence], bytes, to: &parted)
        makeRoom(for: parted.count)
        for index in parted.indices {
            pieces[index] = parted[index]
            pieces[index].sentence = self.sentence
            if parted[index].isDigits || parted[index].has(.article) || parted[index].classes.intersects(NumberTriggers.starts) {
                partedStarts.append(index)
            }
        }
    }

    private func makeRoom(for count: Int) {
        self.count = count
        if pieces.count <= count {
            pieces.deallocate()
            pieces = .allocate(capacity: count * 2)
            pieces.initialize(repeating: .none)
        }
        pieces[count] = .none
        pieces[count].sentence = sentence
    }

    /// Makes a piece of its token.
    @inline(never)
    private func make(_ index: Int) {
        var piece = builder.piece(of: tokens[first &+ index], bytes)
        piece.sentence = sentence
        pieces[index] = piece
    }

    /// Where a piece lies that has been made: of an index outside of the sentence that of `NumberPiece.none`.
    @inline(__always)
    private func place(of index: Int) -> Int {
        let place = UInt(bitPattern: index) < UInt(bitPattern: count) ? index : count
        if pieces[place].sentence != sentence { make(place) }
        return place
    }

    /// Whether a number may begin with a piece: digits, a word of a number's class, the article before a unit.
    func mayStart(_ index: Int) -> Bool {
        let place = place(of: index)
        if pieces[place].isDigits || pieces[place].classes.intersects(NumberTriggers.starts) { return true }
        return pieces[place].has(.article) && isUnitArticle(index)
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
        @inline(__always) _read { yield pieces[place(of: index)] }
    }

    func range(_ pieces: Range<Int>) -> ByteRange { ByteRange(self[pieces.lowerBound].range.start, self[pieces.upperBound - 1].range.end) }

    /// Whether most words of the sentence have a capital.
    var isHeadline: Bool {
        if let headline { return headline }
        let words = (0..<count).count { self[$0].isWord }
        let result = (0..<count).count { self[$0].isWord && self[$0].shape.isCapitalized } * 4 >= words * 3
        headline = result
        return result
    }

    // MARK: Values

    /// The text of a value.
    func string(_ value: Int) -> String { lexicon.value(at: value) }

    /// The index of the value of a class for a single piece, by its case.
    @inline(__always)
    func value(_ wordClass: WordClass, at index: Int) -> Int? { self[index].has(wordClass) ? knownValue(wordClass, at: index) : nil }

    private func knownValue(_ wordClass: WordClass, at index: Int) -> Int? { values.index(of: wordClass, for: self[index].word, self[index].shape) }

    func decimal(_ wordClass: WordClass, at index: Int) -> ExactDecimal? { value(wordClass, at: index).flatMap(values.decimal) }

    func fraction(at index: Int) -> ExactDecimal? { value(.fraction, at: index).flatMap(values.fraction) }

    @inline(__always)
    func has(_ role: NumberRole, at index: Int) -> Bool { self[index].roles.contains(role) }

    /// The index of the first piece from an index on that ends at an offset or behind it.
    func index(endingAt end: Int32, from first: Int) -> Int? { (first..<count).first { self[$0].range.end >= end } }

    /// Whether any word of the sentence has a role.
    func hasAny(_ role: NumberRole) -> Bool {
        if let roles { return roles.contains(role) }
        var all = NumberRoles()
        for index in 0..<count { all.formUnion(self[index].roles) }
        roles = all
        return all.contains(role)
    }

    /// What a word is to the noun phrase that a number counts.
    enum NounRole: Int { case none, plural, modifier, end }

    func nounRole(at index: Int) -> NounRole {
        let place = place(of: index)
        guard pieces[place].has(.nounPhrase) else { return .none }
        return NounRole(rawValue: values.nounCode(of: pieces[place].word)) ?? .none
    }

    /// Whether a word ends the noun phrase, as function words do.
    func isEnd(_ index: Int) -> Bool { nounRole(at: index) == .end }

    /// Whether no noun follows: a mark, a function word, the sentence's end.
    func endsPhrase(at index: Int) -> Bool { !self[index].isWord || isEnd(index) }

    // MARK: Phrases

    /// The longest surface of a class that begins at a piece.
    @inline(__always)
    func longest(_ wordClass: WordClass, at start: Int) -> Phrase? {
        if phrases.contains(wordClass), beginsPhrase(self[start].classes) { return phrase(wordClass, from: start) }
        return value(wordClass, at: start).map { Phrase(value: $0, end: start + 1) }
    }

    /// The same of a piece that begins a phrase of some class.
    private func phrase(_ wordClass: WordClass, from start: Int) -> Phrase? {
        let word = self[start].word
        guard word != .unknown else { return nil }
        var found = value(wordClass, at: start).map { Phrase(value: $0, end: start + 1) }
        var (node, next) = (0 as UInt32, start + 1)
        while next < count {
            if self[next].isHyphen, self[next].isJoined, self[next + 1].isJoined { next += 1 }
            guard self[next].classes.intersects(.inner), self[next].gap != .paragraph else { break }
            node = node == 0 ? lexicon.node(after: word, self[next].word) : lexicon.node(from: node, by: self[next].word)
            if node == 0 { break }
            next += 1
            if let value = lexicon.best(wordClass, lexicon.readings(at: node), { accepts($0, start..<next) }) {
                found = Phrase(value: value, end: next)
            }
        }
        return found
    }

    /// The longest surface of a class that ends right before a piece.
    @inline(__always)
    func longest(_ wordClass: WordClass, endingAt end: Int, within reach: Int) -> (start: Int, value: Int)? {
        if phrases.contains(wordClass), let phrase = phrase(wordClass, endingAt: end, within: reach) { return phrase }
        return value(wordClass, at: end - 1).map { (end - 1, $0) }
    }

    /// The longest surface of two or more words.
    private func phrase(_ wordClass: WordClass, endingAt end: Int, within reach: Int) -> (start: Int, value: Int)? {
        var start = max(0, end - reach)
        while start < min(end, count) - 1 {
            let classes = isWhole ? tokens[first &+ start].classes : pieces[start].classes
            if beginsPhrase(classes), let phrase = phrase(wordClass, from: start), phrase.end == end { return (start, phrase.value) }
            start += 1
        }
        return nil
    }

    /// Whether by its classes a piece may begin a phrase.
    @inline(__always)
    private func beginsPhrase(_ classes: WordClasses) -> Bool { classes.bits & phraseMark.bits == phraseMark.bits }

    /// Whether the sentence has a phrase of a class, or of one of some roles.
    @inline(__always)
    func hasPhrase(_ wordClass: WordClass, _ roles: NumberRoles) -> Bool { phrases.contains(wordClass) || phraseRoles.intersects(roles) }

    /// Whether a phrase of a role begins at a piece, and where it ends.
    @inline(__always)
    func phrase(_ role: NumberRole, at index: Int) -> Int? {
        guard phraseRoles.contains(role), beginsPhrase(self[index].classes) else { return has(role, at: index) ? index + 1 : nil }
        return phrase(.numberPart, from: index).flatMap { values.roles($0.value).contains(role) ? $0.end : nil }
    }

    /// Whether a word or phrase of a role, and perhaps a currency's sign, ends right before a piece.
    @inline(__always)
    func follows(_ role: NumberRole, at index: Int) -> Bool {
        let end = self[index - 1].form == .mark && self[index - 1].has(.currency) ? index - 1 : index
        return has(role, at: end - 1) || phraseRoles.contains(role) && isPhrase(role, endingAt: end)
    }

    private func isPhrase(_ role: NumberRole, endingAt end: Int) -> Bool {
        phrase(.numberPart, endingAt: end, within: 4).map { values.roles($0.value).contains(role) } ?? false
    }

    /// Whether no rule reads on at a piece that stands behind a number.
    @inline(__always)
    func endsNumber(at index: Int) -> Bool { self[index].endsNumbers && !goesOnWithPhrase(at: index) }

    /// Whether no amount goes on with a piece: it may still join the number before it to another one.
    @inline(__always)
    func endsAmount(at index: Int) -> Bool { self[index].endsAmounts && !goesOnWithPhrase(at: index) }

    /// Whether a phrase with which a number may go on may begin with a piece.
    @inline(__always)
    func goesOnWithPhrase(at index: Int) -> Bool { hasPhrasesBehind && beginsPhrase(self[index].classes) }

    /// Whether no number goes on from a piece over an offset behind it.
    func endsNumber(from start: Int, at offset: Int32) -> Bool {
        var next = start + 1
        while next < count, (isWhole ? tokens[first &+ next].range.start : pieces[next].range.start) < offset { next += 1 }
        return endsNumber(at: next) && !self[next].continuesNumerals
    }

    func firstByte(at index: Int) -> UInt8 { index >= 0 && index < count ? bytes[Int(self[index].range.start)] : 0 }

    private func accepts(_ reading: ImageFormat.Reading, _ range: Range<Int>) -> Bool {
        reading.accepts(range) { self[$0].isHyphen ? nil : self[$0].shape }
    }
}
