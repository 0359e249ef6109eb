/// Marks the tokens of a document that may be part of names, and finds their runs.
///
/// SAFETY: `tokens` are the document's, and `names` has room for as many. An index is one of the tokens, taken from their sentences or from the places that
/// `gather` found, or it has been checked against their count. `NameMarks` lends the buffers for a call.
struct NameMarker {
    let tokens: UnsafeBufferPointer<Token>
    let names: UnsafeMutableBufferPointer<NameToken>
    let text: [UInt8]
    let surfaces: [Surface]
    let lexicon: Lexicon
    var cursor = SurfaceCursor()

    /// All names are blank at first.
    init(_ document: Document, _ tokens: UnsafeBufferPointer<Token>, _ names: UnsafeMutableBufferPointer<NameToken>, _ lexicon: Lexicon) {
        (self.tokens, self.names, self.lexicon) = (tokens, names, lexicon)
        (text, surfaces) = (document.text, document.surfaces)
        UnsafeMutableBufferPointer(rebasing: names[..<tokens.count]).update(repeating: NameToken())
    }

    /// Gathers the tokens with capitals and the marks by counting: a branch would often be guessed wrong. Gives their number.
    func gather(into places: UnsafeMutableBufferPointer<Int32>) -> Int {
        var count = 0
        for index in tokens.indices {
            places[count] = Int32(truncatingIfNeeded: index)
            let (isCapital, isMark) = (tokens[index].shape.isCapitalized, Self.isMark(tokens[index].kind))
            count &+= (isCapital ? 1 : 0) | (isMark ? 1 : 0)
        }
        return count
    }

    /// Marks the names of sentences by the places in them, and appends their runs. In a sentence without a capital nothing is marked.
    mutating func mark(_ sentences: [TokenRange], _ places: UnsafeBufferPointer<Int32>, _ runs: inout [TokenRange], _ facts: inout [RunFacts]) {
        var next = 0
        for sentence in sentences {
            let first = next
            while next < places.count, Int(places[next]) < sentence.upperBound, !tokens[Int(places[next])].shape.isCapitalized { next &+= 1 }
            guard next < places.count, Int(places[next]) < sentence.upperBound else { continue }
            next = markNames(sentence, places, from: first)
            findRuns(sentence, UnsafeBufferPointer(rebasing: places[first..<next]), &runs, &facts)
        }
    }

    @inline(__always)
    private static func isMark(_ kind: TokenKind) -> Bool { kind == .punctuation || kind == .symbol }

    // MARK: Single tokens

    /// Marks the capitalised tokens of a sentence, and those whose capital would say nothing. Gives the first place behind the sentence.
    private func markNames(_ sentence: TokenRange, _ places: UnsafeBufferPointer<Int32>, from first: Int) -> Int {
        let isHeadline = isHeadline(sentence, places, from: first)
        let isShouted = isHeadline && isShouted(sentence)
        if isHeadline { markInitials(sentence) }
        var (atStart, next, place) = (true, sentence.lowerBound, first)
        while place < places.count {
            let index = Int(places[place])
            if index >= sentence.upperBound { break }
            if atStart, index > next {
                names[next] = NameToken(.initial)
                atStart = false
            }
            (next, place) = (index &+ 1, place &+ 1)
            let kind = tokens[index].kind
            if Self.isMark(kind) {
                atStart = atStart || opensSentence(index)
            } else {
                markCapitalised(index, isInitial: atStart || isHeadline, isShouted: isShouted)
                atStart = false
            }
        }
        if atStart, next < sentence.upperBound { names[next] = NameToken(.initial) }
        return place
    }

    @inline(__always)
    private func markCapitalised(_ index: Int, isInitial: Bool, isShouted: Bool) {
        if isInitial { names[index].insert(.initial) }
        guard tokens[index].kind == .word || tokens[index].kind == .abbreviation else { return }
        if isShouted { names[index].insert(.shouted) }
        if isName(index, mayBeCommon: isInitial && names[index].isCommon) { names[index].insert(.name) }
    }

    /// Marks the words of a headline without a capital.
    private func markInitials(_ headline: TokenRange) {
        for index in headline where !tokens[index].shape.isCapitalized && !Self.isMark(tokens[index].kind) { names[index] = NameToken(.initial) }
    }

    private func isName(_ index: Int, mayBeCommon: Bool) -> Bool {
        let classes = tokens[index].classes
        if classes.intersects(Self.timeWords) { return false }
        if tokens[index].range.count == 1, tokens[index].kind != .abbreviation { return isLoneInitial(index) }
        if mayBeCommon { return false }
        guard classes.contains(.nameLink) else { return true }
        return classes.contains(.particle) && isFollowedByName(index)
    }

    private static let timeWords = WordClasses([.month, .weekday])

    /// `T P Harris`, `John F Kennedy`, `Malcolm X`: a capital letter beside a name.
    private func isLoneInitial(_ index: Int) -> Bool {
        let letter = byte(index)
        if letter == UInt8(ascii: "I") || letter == UInt8(ascii: "A") { return false }
        return isFollowedByName(index) || index > 0 && names[index - 1].isName && tokens[index].gap == .space
    }

    /// `La Paz`, `De Freitas`
    private func isFollowedByName(_ index: Int) -> Bool {
        guard index + 1 < tokens.count else { return false }
        let next = tokens[index + 1]
        return next.shape.isCapitalized && next.gap <= .space && !next.classes.contains(.nameLink)
    }

    /// A colon, a dash or an opening quotation mark: a capital after it may be a sentence's.
    private func opensSentence(_ index: Int) -> Bool {
        switch byte(index) {
        case UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("): return true
        case 0xE2: return true
        default: return false
        }
    }

    /// Most words of four letters or more are capitalised, and no full stop ends it.
    private func isHeadline(_ sentence: TokenRange, _ places: UnsafeBufferPointer<Int32>, from first: Int) -> Bool {
        guard sentence.count >= 4, byte(sentence.upperBound - 1) != UInt8(ascii: ".") else { return false }
        let mostCapitalized = places[first...].prefix { $0 < sentence.upperBound }.count
        var (capitalized, lower) = (0, 0)
        for index in sentence where tokens[index].range.count >= 4 && tokens[index].kind == .word {
            if tokens[index].shape.isCapitalized { capitalized += 1 } else { lower += 1 }
            if mostCapitalized <= 2 * lower { return false }
        }
        return capitalized > 2 * lower && capitalized + lower >= 3
    }

    /// No word of it is small.
    private func isShouted(_ headline: TokenRange) -> Bool {
        headline.allSatisfy { tokens[$0].kind != .word || tokens[$0].shape == .upper || tokens[$0].range.count < 3 }
    }

    /// The first byte of a token.
    func byte(_ index: Int) -> UInt8 { text[Int(tokens[index].range.start)] }
}
