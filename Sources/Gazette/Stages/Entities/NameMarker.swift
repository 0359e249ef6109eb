/// Marks the tokens of a document that may be part of names, and finds their runs.
///
/// SAFETY: `tokens` are the document's; `names` and each list have room for as many. An index is one of the tokens, taken from their sentences or from a
/// list of them, or it has been checked against their count. A list is written at most once a token. `NameMarks` lends the buffers for a call.
struct NameMarker {
    typealias Places = UnsafeMutableBufferPointer<Int32>

    let tokens: UnsafeBufferPointer<Token>
    let names: UnsafeMutableBufferPointer<NameToken>
    private let capitals: Places
    private let parts: Places
    let heads: Places
    /// For what is gathered on the way.
    private let places: Places
    /// By token how many capitals of its stretch stand before it.
    let ranks: Places
    let text: [UInt8]
    let dates: [TemporalExpression]
    var found = NameMarks.Found()
    /// The next date, and a token before which none overlaps it.
    var nextDate = 0
    var datedToken = 0

    /// So many tokens are marked together, or one sentence.
    private static let stretch = 512

    /// All names are blank at first. The lists stand one behind the other.
    init(_ document: Document, _ tokens: UnsafeBufferPointer<Token>, _ names: UnsafeMutableBufferPointer<NameToken>, _ lists: Places) {
        (self.tokens, self.names) = (tokens, names)
        let list = { (number: Int) in Places(rebasing: lists[number * tokens.count..<(number + 1) * tokens.count]) }
        (capitals, parts, heads, places, ranks) = (list(0), list(1), list(2), list(3), list(4))
        (text, dates) = (document.text, document.dates)
        UnsafeMutableBufferPointer(rebasing: names[..<tokens.count]).update(repeating: NameToken())
    }

    /// Marks some sentences after the other, so that what one pass has read is in the cache when the next one asks.
    mutating func mark(_ sentences: [TokenRange], _ words: inout NameWords) {
        var first = 0
        while first < sentences.count {
            let start = sentences[first].lowerBound
            var next = first + 1
            while next < sentences.count, sentences[next].upperBound <= start + Self.stretch { next += 1 }
            mark(sentences[first..<next], &words)
            first = next
        }
    }

    /// Memory is asked for some passes before it is read.
    private mutating func mark(_ sentences: ArraySlice<TokenRange>, _ words: inout NameWords) {
        let stretch = sentences[sentences.startIndex].lowerBound..<sentences[sentences.endIndex - 1].upperBound
        let room = Places(rebasing: capitals[found.capitals...])
        let count = gather(stretch, capitals: room, marks: places)
        let capitals = UnsafeBufferPointer(rebasing: room[..<count.capitals])
        words.prepare(tokens, at: capitals)
        markDates(in: stretch)
        markPositions(sentences, capitals: count.capitals, Places(rebasing: places[..<count.marks]))
        words.read(tokens, at: capitals, into: names)
        let parts = Places(rebasing: parts[found.parts...])
        let partCount = markNames(capitals, into: parts)
        findRuns(UnsafeBufferPointer(rebasing: parts[..<partCount]), before: stretch.upperBound)
        found.capitals += count.capitals
        found.parts += partCount
    }

    /// Gathers the tokens with capitals and the marks by counting: a branch would often be guessed wrong. Gives their numbers.
    private func gather(_ stretch: TokenRange, capitals: Places, marks: Places) -> (capitals: Int, marks: Int) {
        var (capitalCount, markCount) = (0, 0)
        var index = stretch.lowerBound
        while index < stretch.upperBound {
            let place = Int32(truncatingIfNeeded: index)
            ranks[index] = Int32(truncatingIfNeeded: capitalCount)
            capitals[capitalCount] = place
            marks[markCount] = place
            capitalCount &+= tokens[index].shape.isCapitalized ? 1 : 0
            markCount &+= Int(markBit(index))
            index &+= 1
        }
        return (capitalCount, markCount)
    }

    @inline(__always)
    func isMark(_ index: Int) -> Bool { markBit(index) != 0 }

    @inline(__always)
    private func markBit(_ index: Int) -> UInt32 { Self.marks &>> UInt32(tokens[index].kind.rawValue) & 1 }

    /// A bit for each kind of tokens.
    private static let marks: UInt32 = 1 << UInt32(TokenKind.punctuation.rawValue) | 1 << UInt32(TokenKind.symbol.rawValue)

    /// The first byte of a token.
    @inline(__always)
    func byte(_ index: Int) -> UInt8 { text[Int(tokens[index].range.start)] }

    // MARK: Names

    /// Marks the names among capitals and gathers them. Gives their number.
    private func markNames(_ capitals: UnsafeBufferPointer<Int32>, into parts: Places) -> Int {
        let doubtful = markPlainNames(capitals, doubtful: places)
        for place in places[..<doubtful] where isNameBesideOthers(Int(place)) { names[Int(place)].insert(.name) }
        var count = 0
        for place in capitals {
            parts[count] = place
            count &+= names[Int(place)].count(.name)
        }
        return count
    }

    /// Marks the names that are so whatever stands beside them, measures left out, and gathers the few words of which their neighbours tell. Gives their
    /// number.
    ///
    /// Bits decide, where branches would often be guessed wrong.
    private func markPlainNames(_ capitals: UnsafeBufferPointer<Int32>, doubtful: Places) -> Int {
        var count = 0
        for place in capitals {
            let (token, name) = (tokens[Int(place)], names[Int(place)])
            let isLetter: UInt64 = token.kind == .word && token.range.count == 1 ? 1 : 0
            let isNoWord: UInt64 = token.kind == .word || token.kind == .abbreviation ? 0 : 1
            let isMeasure: UInt64 = isMeasure(token) ? 1 : 0
            let refusals = token.classes.bits & Self.noNames.bits | isLetter | isNoWord | isMeasure | UInt64(name.commonInitial.rawValue)
            names[Int(place)].insert(refusals == 0 ? .name : [])
            doubtful[count] = place
            count &+= isLetter != 0 && token.role == nil || token.classes.bits & Self.linkingParticle.bits == Self.linkingParticle.bits ? 1 : 0
        }
        return count
    }

    /// `12C`, `5G`: a letter behind digits, and no word of a list of names.
    @inline(__always)
    private func isMeasure(_ token: Token) -> Bool {
        let (start, end) = (Int(token.range.start), Int(token.range.end))
        return text[start].isDigit && end > start + 1 && text[end - 2].isDigit && !token.classes.intersects(.entry)
    }

    private static let linkingParticle = WordClasses([.nameLink, .particle])
    private static let noNames = WordClasses([.nameLink, .month, .weekday])
    private static let timeWords = WordClasses([.month, .weekday])

    /// `T P Harris`, `John F Kennedy`, `Malcolm X`: a capital letter beside a name. `La Paz`, `De Freitas`: a particle before one.
    @inline(never)
    private func isNameBesideOthers(_ index: Int) -> Bool {
        let (token, name) = (tokens[index], names[index])
        if token.kind != .word && token.kind != .abbreviation || token.classes.intersects(Self.timeWords) { return false }
        if token.kind == .word, token.range.count == 1 {
            guard token.role == nil else { return false }
            return isFollowedByName(index) || index > 0 && names[index - 1].isName && token.gap == .space
        }
        return !(name.isInitial && name.isCommon) && isFollowedByName(index)
    }

    private func isFollowedByName(_ index: Int) -> Bool {
        guard index + 1 < tokens.count else { return false }
        let next = tokens[index + 1]
        return next.shape.isCapitalized && next.gap <= .space && !next.classes.contains(.nameLink)
    }
}
