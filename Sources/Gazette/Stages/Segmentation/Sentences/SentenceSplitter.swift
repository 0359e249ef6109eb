/// Makes sentences of tokens at ICU's boundaries (UAX #29), corrected by the rules of this folder. Sentences begin and end with a token.
///
/// The first rule that has an opinion on a place decides; where none has one, ICU's boundary stands.
struct SentenceSplitter {
    let lexicon: Lexicon
    private var places = SentencePlaces()
    private let isTraced: Bool
    private(set) var trace: [AppliedSentenceRule] = []

    init(lexicon: Lexicon, isTraced: Bool) { (self.lexicon, self.isTraced) = (lexicon, isTraced) }

    /// Replaces the sentences. The tokens `lines` begin lines; before the tokens `joined` none begins.
    mutating func appendSentences(to document: inout Document, icu: borrowing Boundaries, lines: [Int], joined: [TokenRange]) {
        trace.removeAll(keepingCapacity: true)
        guard !document.tokens.isEmpty else { return }
        // Rules are lent the document, to which the sentences are given back at the end.
        var sentences: [TokenRange] = []
        swap(&sentences, &document.sentenceTokens)
        places.gather(document.tokens, icu, joined: joined)
        part(document, LineStatistics(document, lines).isWrapped, into: &sentences)
        for sentence in sentences { document.sentences.append(document.byteRange(of: sentence)) }
        swap(&sentences, &document.sentenceTokens)
    }

    private mutating func part(_ document: Document, _ isWrapped: Bool, into sentences: inout [TokenRange]) {
        let (tokens, text) = (document.tokens, document.text)
        var first = 0
        for place in places.all {
            let (index, isICU) = (place.index, place.isICU)
            let (last, following) = (tokens[index - 1], tokens[index])
            if !isICU, following.gap < .newline, Self.goesOn(last, following, text) { continue }
            let place = SentencePlace(index: index, first: first, isICU: isICU, isWrapped: isWrapped)
            let decision = isICU && Self.isCommonEnd(last, following, text) ? nil : decision(at: place, in: document)
            if isTraced, let decision, decision.isBoundary != isICU {
                trace.append(AppliedSentenceRule(rule: decision.rule, offset: following.range.start, isBoundary: decision.isBoundary))
            }
            if decision?.isBoundary ?? isICU {
                sentences.append(first..<index)
                first = index
            }
        }
        sentences.append(first..<tokens.count)
    }

    /// Whether no rule can make a boundary between two tokens of the same line: none is a ruler, and before the place stands neither a stop nor a mark that
    /// may close something behind one, nor an address, nor what a time stamp may end with.
    @inline(__always)
    private static func goesOn(_ last: Token, _ following: Token, _ text: [UInt8]) -> Bool {
        let start = Int(last.range.start)
        if SentenceMarks.mayBeRuler(following, text) || SentenceMarks.mayBeRuler(last, text) { return false }
        switch last.kind {
        case .word, .clitic, .abbreviation: return last.range.count != 2
        case .number: return !following.shape.isCapitalized
        case .punctuation where last.range.count == 1:
            switch text[start] {
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: "/"): return true
            default: return false
            }
        // `–`, `—`, `‘` and `“`.
        case .punctuation where last.range.count == 3 && text[start] == 0xE2 && text[start + 1] == 0x80:
            return 0x93...0x94 ~= text[start + 2] || text[start + 2] == 0x98 || text[start + 2] == 0x9C
        default: return false
        }
    }

    /// Whether no rule has an opinion on ICU's boundary: behind a full stop that is no abbreviation's, before a word behind a space.
    @inline(__always)
    private static func isCommonEnd(_ last: Token, _ following: Token, _ text: [UInt8]) -> Bool {
        last.kind == .punctuation && last.range.count == 1 && text[Int(last.range.start)] == UInt8(ascii: ".") && following.kind == .word
            && following.gap == .space && text[Int(following.range.start)].isLetter
    }

    private func decision(at place: SentencePlace, in document: Document) -> SentenceDecision? {
        LineRules.decision(at: place, in: document)
            ?? SentenceMarks.decision(at: place, in: document)
            ?? AbbreviationEnds(lexicon: lexicon).decision(at: place, in: document)
            ?? StartRules(lexicon: lexicon).decision(at: place, in: document)
    }
}

/// A place between two tokens at which a sentence may end.
struct SentencePlace {
    /// The token behind it.
    let index: Int
    /// The first token of the sentence in work.
    let first: Int
    let isICU: Bool
    /// Whether the document breaks its lines at a width.
    let isWrapped: Bool
}

extension Document {
    /// The first byte of a token; 0 where there is no such token.
    func firstByte(ofToken index: Int) -> UInt8 { tokens.indices.contains(index) ? text[Int(tokens[index].range.start)] : 0 }

    /// The last byte of a token; 0 where there is no such token.
    func lastByte(ofToken index: Int) -> UInt8 { tokens.indices.contains(index) ? text[Int(tokens[index].range.end) - 1] : 0 }

    /// Whether a token ends sentences: a run of `.`, `!` and `?`, or `…`.
    func isStop(_ index: Int) -> Bool {
        guard tokens.indices.contains(index), tokens[index].kind == .punctuation else { return false }
        switch firstByte(ofToken: index) {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        default: return isEllipsis(index)
        }
    }

    /// Whether a token is two or more points, or `…`.
    func isEllipsis(_ index: Int) -> Bool {
        guard tokens.indices.contains(index), tokens[index].range.count >= 2 else { return false }
        let start = Int(tokens[index].range.start)
        if text[start] == UInt8(ascii: ".") { return text[start + 1] == UInt8(ascii: ".") }
        return text[start] == 0xE2 && text[start + 1] == 0x80 && text[start + 2] == 0xA6
    }

    /// Whether a token is a closing bracket or closing typographic quotation mark.
    func isCloser(_ index: Int) -> Bool {
        switch firstByte(ofToken: index) {
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return true
        case 0xE2:
            let start = Int(tokens[index].range.start)
            return tokens[index].range.count == 3 && text[start + 1] == 0x80 && (text[start + 2] == 0x9D || text[start + 2] == 0x99)
        default: return false
        }
    }

    /// Whether a token is `"` or `'`, which may open or close.
    func isStraightQuote(_ index: Int) -> Bool {
        guard tokens.indices.contains(index), tokens[index].kind == .punctuation, tokens[index].range.count <= 2 else { return false }
        return firstByte(ofToken: index) == UInt8(ascii: "\"") || firstByte(ofToken: index) == UInt8(ascii: "'")
    }

    /// The token that ends the sentence before a place, closing marks passed over; nil where they leave none.
    func lastBeforeClosers(_ index: Int, from first: Int) -> Int? {
        var last = index - 1
        while last > first, last > index - 4, isCloser(last) || isStraightQuote(last) && tokens[last].gap == .none { last -= 1 }
        return last >= first ? last : nil
    }
}
