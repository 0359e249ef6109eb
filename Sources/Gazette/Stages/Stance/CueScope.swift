/// What a cue covers.
extension ClauseText {
    /// The rest of the cue's clause; of a word before a noun, the noun; where nothing follows, what stands before it in the clause.
    ///
    /// A cue in quotation marks covers nothing outside of them. Cues are asked about from left to right.
    @inline(__always)
    mutating func scope(of listed: ListedCue, within quoted: ByteRange?) -> ByteRange? {
        if listed.category == StanceCategory.oneSided.rawValue { return nil }
        let cue = listed.tokens
        var first = cue.upperBound
        if cue.lowerBound == sentence.lowerBound, first < sentence.upperBound, mark(first) == UInt8(ascii: ",") { first += 1 }
        if listed.isModifier, let noun = nounAfter(cue.upperBound) { return byteRange(of: cue.upperBound..<noun) }
        if listed.isModifier, let noun = nounAfterComma(cue) { return byteRange(of: noun) }
        let end = clauseEnd(from: first, within: quoted)
        if end > first { return byteRange(of: first..<end) }
        guard listed.mayFollow else { return nil }
        let start = clauseStart(before: cue.lowerBound, within: quoted)
        return start < cue.lowerBound ? byteRange(of: start..<cue.lowerBound) : nil
    }

    /// The end of the words that directly follow a cue, where it stands before a noun or an adjective.
    private func nounAfter(_ first: Int) -> Int? {
        var end = first
        while end < min(sentence.upperBound, first + 4), isContent(end) { end += 1 }
        return end > first ? end : nil
    }

    /// "a disgraceful, |cowardly decision|": the same behind a comma, where an article or an owner stands before the cue.
    private func nounAfterComma(_ cue: TokenRange) -> TokenRange? {
        let first = cue.upperBound + 1
        guard part(first - 1) == .comma, part(cue.lowerBound - 1).isDeterminer, isInside(first), let end = nounAfter(first), end > first + 1 else {
            return nil
        }
        return first..<end
    }

    /// Before a semicolon, "but" and its like, a bracket or quotation mark that closes, or the sentence's last mark.
    @inline(__always)
    private mutating func clauseEnd(from first: Int, within quoted: ByteRange?) -> Int {
        let end = limit(from: first, within: quoted)
        if first == end || mark(first) == UInt8(ascii: ",") { return first }
        let place = firstBreak(from: first)
        return trimmed(first, place < breaks.count && breaks[place] < end ? firstEnd(first, place, end) : end)
    }

    /// Where a break ends the clause that begins at a token, one of those from a place on and before a limit; the limit where none does.
    private func firstEnd(_ first: Int, _ place: Int, _ limit: Int) -> Int {
        var open = 0
        for index in breaks[place...] {
            if index >= limit { break }
            switch mark(index) {
            case UInt8(ascii: ";"): return index
            case UInt8(ascii: "("), UInt8(ascii: "["): open += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"):
                if open == 0 { return index }
                open -= 1
            default: if open == 0, index > first { return index }
            }
        }
        return limit
    }

    /// The end of the sentence, of the quotation marks or of the reach.
    @inline(__always)
    private func limit(from first: Int, within quoted: ByteRange?) -> Int {
        let limit = max(first, min(sentence.upperBound, first + ClauseText.mostReach))
        guard let quoted else { return limit }
        return min(limit, tokens.partitioningIndex(from: first) { $0.range.end > quoted.end })
    }

    private func clauseStart(before end: Int, within quoted: ByteRange?) -> Int {
        var index = end
        let limit = max(sentence.lowerBound, end - ClauseText.mostReach)
        while index > limit, quoted.map({ tokens[index - 1].range.start > $0.start }) ?? true, mark(index - 1) != UInt8(ascii: ";"),
            !roles(index - 1).intersects(GrammarRoles([.contrast]))
        { index -= 1 }
        return index
    }

    /// Without the marks at the end.
    @inline(__always)
    private func trimmed(_ first: Int, _ end: Int) -> Int {
        var end = end
        while end > first, isLoose(end - 1) { end -= 1 }
        return end
    }

    /// Whether it is a mark other than a closing bracket.
    @inline(__always)
    private func isLoose(_ index: Int) -> Bool {
        let mark = mark(index)
        return mark != 0 && mark != UInt8(ascii: ")") && mark != UInt8(ascii: "]")
    }

    /// The first byte of a punctuation mark, otherwise 0.
    @inline(__always)
    private func mark(_ index: Int) -> UInt8 { tokens[index].kind == .punctuation ? bytes[Int(tokens[index].range.start)] : 0 }
}

extension ListedCue {
    /// Whether it may stand behind what it covers: "it was late, reportedly".
    fileprivate var mayFollow: Bool { partOfSpeech == .adverb || partOfSpeech == .phrase || partOfSpeech == .adjective }

    /// Whether it covers the noun or adjective before which it stands.
    fileprivate var isModifier: Bool { partOfSpeech == .adjective || category == StanceCategory.intensifier.rawValue }
}
