/// Brackets, quotation marks, citations, rulers and emoticons around a sentence's end.
enum SentenceMarks {
    static func decision(at place: SentencePlace, in document: Document) -> SentenceDecision? {
        let index = place.index
        if isRuler(index, document) || isRuler(index - 1, document) { return .split(.ruler) }
        if let decision = closing(place, document) ?? citation(place, document) { return decision }
        if !place.isICU, document.tokens[index - 1].kind == .symbol, document.tokens[index].shape.isCapitalized,
            document.tokens[index - 1].classes.contains(.emoticon)
        {
            return .split(.emoticon)
        }
        return timeStamp(place, document)
    }

    /// `=====`, `*****`: a line drawn with marks.
    private static func isRuler(_ index: Int, _ document: Document) -> Bool {
        guard document.tokens.indices.contains(index), mayBeRuler(document.tokens[index], document.text) else { return false }
        if document.firstByte(ofToken: index) == UInt8(ascii: "-") { return document.tokens[index].range.count >= 5 }
        return !document.lastByte(ofToken: index).isWordByte
    }

    /// Whether a token may be such a line, by its length and its first mark.
    @inline(__always)
    static func mayBeRuler(_ token: Token, _ text: [UInt8]) -> Bool {
        guard token.range.count >= 3 else { return false }
        switch text[Int(token.range.start)] {
        case UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "-"): return true
        default: return false
        }
    }

    /// No sentence begins with a closing bracket, nor with a quotation mark that closes what this one has opened.
    private static func closing(_ place: SentencePlace, _ document: Document) -> SentenceDecision? {
        let index = place.index
        guard place.isICU, document.tokens[index].gap <= .space else { return nil }
        if document.isCloser(index) { return .join(.closingMark) }
        if document.isStraightQuote(index), index + 1 < document.tokens.count, document.tokens[index + 1].gap > .none || document.isStop(index + 1),
            closesOpenQuote(place, document)
        {
            return .join(.closingMark)
        }
        return nil
    }

    /// Whether the sentence so far, its last 200 tokens at most, has an odd number of the quotation mark at a place.
    private static func closesOpenQuote(_ place: SentencePlace, _ document: Document) -> Bool {
        let mark = document.firstByte(ofToken: place.index)
        let tokens = max(place.first, place.index - 200)..<place.index
        return tokens.reduce(0) { $0 + (document.isStraightQuote($1) && document.firstByte(ofToken: $1) == mark ? 1 : 0) } % 2 == 1
    }

    // MARK: Citations

    /// `… in 1971. [1] [2] She …`: the citations belong to the sentence before them.
    private static func citation(_ place: SentencePlace, _ document: Document) -> SentenceDecision? {
        let index = place.index
        let isBefore = document.endOfCitation(from: index) != nil
        let isInside = document.endOfCitation(from: index - 1) != nil && document.isStop(index - 2)
        if place.isICU { return isBefore || isInside ? .join(.citation) : nil }
        guard !isBefore, document.firstByte(ofToken: index - 1) == UInt8(ascii: "]"), document.tokens[index].gap > .none else { return nil }
        var end = index
        while let open = document.startOfCitation(before: end), open > place.first {
            if let last = document.lastBeforeClosers(open, from: place.first), document.isStop(last) { return .split(.behindCitation) }
            end = open
        }
        return nil
    }

    // MARK: Time stamps

    /// `08/16/2000 11:21 AM`: a date and a time of day in digits head a message; a capital behind them begins it.
    private static func timeStamp(_ place: SentencePlace, _ document: Document) -> SentenceDecision? {
        let index = place.index
        guard !place.isICU, document.tokens[index].gap > .none, document.tokens[index].shape.isCapitalized, index >= 3 else { return nil }
        let hasHalf = document.tokens[index - 1].range.count == 2 && document.text.has("m", at: Int(document.tokens[index - 1].range.end) - 1)
        let clock = hasHalf ? index - 2 : index - 1
        guard clock >= 1, isNumber(clock, with: UInt8(ascii: ":"), document), isNumber(clock - 1, with: UInt8(ascii: "/"), document) else {
            return nil
        }
        return hasHalf || document.tokens[index].range.count > 2 ? .split(.timeStamp) : nil
    }

    private static func isNumber(_ index: Int, with mark: UInt8, _ document: Document) -> Bool {
        let token = document.tokens[index]
        return token.kind == .number && token.range.count >= 4 && token.range.count <= 12 && document.text[token.range.indices].contains(mark)
    }
}

extension Document {
    private static let longestCitation = 6

    /// Behind the `]` of a citation that begins at a token: `[1]`, `[citation needed]`, `[...]`.
    func endOfCitation(from index: Int) -> Int? {
        guard index + 1 < tokens.count, firstByte(ofToken: index) == UInt8(ascii: "["), tokens[index + 1].gap == .none,
            !tokens[index + 1].shape.isCapitalized
        else { return nil }
        return (index + 2..<min(index + Self.longestCitation, tokens.count)).first { firstByte(ofToken: $0) == UInt8(ascii: "]") }.map { $0 + 1 }
    }

    /// Where the citation begins whose `]` is the token before a place.
    func startOfCitation(before end: Int) -> Int? {
        guard end >= 3, firstByte(ofToken: end - 1) == UInt8(ascii: "]") else { return nil }
        return (max(0, end - Self.longestCitation)..<end - 2).last { endOfCitation(from: $0) == end }
    }
}
