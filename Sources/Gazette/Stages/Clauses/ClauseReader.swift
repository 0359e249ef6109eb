/// Says of every token of a document what it is in its clause, once for all stages that ask, and pairs the quotation marks.
///
/// A first pass tells every token by its role and gathers, without a branch, the tokens of which more is to be said and those that may attribute.
struct ClauseReader {
    private var quotes = QuoteFinder()
    private var special: [Int32] = []
    private var ofClass: [Int32] = []
    private var attributingCount = 0
    /// Tokens that may be a quotation mark or begin a paragraph.
    private var marks: [Int] = []
    /// Tokens that are colons.
    private(set) var colons: [Int] = []

    /// What stands between quotation marks.
    var quoted: [QuotedSpan] { quotes.spans }
    /// Tokens whose word alone is of the class `attribution`.
    var attributing: ArraySlice<Int32> { ofClass[..<attributingCount] }

    mutating func read(_ document: inout Document) {
        var clauses = Clauses()
        swap(&clauses, &document.clauses)
        clauses.reset(count: document.tokens.count)
        marks.removeAll(keepingCapacity: true)
        colons.removeAll(keepingCapacity: true)
        special.makeRoom(for: document.tokens.count, 0)
        ofClass.makeRoom(for: document.tokens.count, 0)
        let counts = Self.gather(document.tokens, &clauses.tokens, &special, &ofClass)
        attributingCount = counts.ofClass
        for place in 0..<counts.special { readSpecial(Int(special[place]), document, into: &clauses) }
        quotes.find(marks, document.tokens, document.text)
        for span in quotes.spans {
            clauses.tokens[span.tokens.lowerBound].part = .openQuote
            if span.isClosed { clauses.tokens[span.tokens.upperBound - 1].part = .closeQuote }
        }
        Self.mark(document.entities.lazy.map(\.range), as: .name, document.tokens, &clauses.tokens)
        Self.mark(document.dates.lazy.map(\.range), as: .date, document.tokens, &clauses.tokens)
        swap(&clauses, &document.clauses)
    }

    private static func gather(
        _ tokens: [Token], _ clauses: inout [ClauseToken], _ special: inout [Int32], _ ofClass: inout [Int32]
    ) -> (special: Int, ofClass: Int) {
        var counts = (special: 0, ofClass: 0)
        for index in tokens.indices {
            let token = tokens[index]
            clauses[index] = ClauseToken(word: token)
            special[counts.special] = Int32(truncatingIfNeeded: index)
            counts.special &+= token.isSpecial
            ofClass[counts.ofClass] = Int32(truncatingIfNeeded: index)
            counts.ofClass &+= token.classes.contains(.attribution) ? 1 : 0
        }
        return counts
    }

    /// `'s` behind a subject is a verb ("it's", "that's", "who's"); "her" before a noun or an adjective is its owner.
    private mutating func readSpecial(_ index: Int, _ document: borrowing Document, into clauses: inout Clauses) {
        let token = document.tokens[index]
        var clause = clauses.tokens[index]
        switch token.kind {
        case .punctuation, .symbol: clause = ClauseToken(part: ClausePart(mark: token, in: document.text))
        case .number: clause = ClauseToken(part: .number)
        case .clitic where clause.part == .possessive && Self.isVerb(index, document, clauses): clause.part = .be
        case _ where clause.role == .her && Self.isOwner(index, document, clauses): clause.part = .possessive
        default: break
        }
        clauses.tokens[index] = clause
        if clause.part.isPlainMark, token.gap != .paragraph { return }
        if clause.part == .mark || token.kind == .clitic || token.gap == .paragraph { marks.append(index) }
        if clause.part == .colon { colons.append(index) }
        if clause.endsScope(token.kind) { clauses.breaks.append(index) }
    }

    private static func isVerb(_ clitic: Int, _ document: borrowing Document, _ clauses: borrowing Clauses) -> Bool {
        clitic > 0 && clauses.tokens[clitic - 1].part.isBeforeVerb && !document.beginsSentence(clitic)
    }

    private static func isOwner(_ her: Int, _ document: borrowing Document, _ clauses: borrowing Clauses) -> Bool {
        guard her + 1 < document.tokens.count, clauses.tokens[her + 1].part == .word, !document.beginsSentence(her + 1) else { return false }
        let next = document.tokens[her + 1]
        return next.kind == .word && (next.shape != .lower || !next.isAdverbial(in: document.text))
    }

    private static func mark(_ ranges: some Sequence<ByteRange>, as part: ClausePart, _ tokens: [Token], _ clauses: inout [ClauseToken]) {
        var index = 0
        for range in ranges {
            index = tokens.partitioningIndex(from: index) { $0.range.end > range.start }
            while index < tokens.count, tokens[index].range.start < range.end {
                clauses[index].part = part
                index += 1
            }
        }
    }
}

extension Token {
    /// 1 where its role alone does not tell what it is in its clause, or where something begins with it; otherwise 0.
    @inline(__always)
    fileprivate var isSpecial: Int {
        let kinds = UInt32(1) << TokenKind.punctuation.rawValue | 1 << TokenKind.symbol.rawValue | 1 << TokenKind.number.rawValue
        let byKind = (kinds | 1 << TokenKind.clitic.rawValue) &>> UInt32(kind.rawValue)
        let byRole: UInt32 = role == .her || role == .contrast ? 1 : 0
        let byGap: UInt32 = gap == .paragraph ? 1 : 0
        return Int(truncatingIfNeeded: (byKind | byRole | byGap) & 1)
    }
}

extension Document {
    fileprivate func beginsSentence(_ token: Int) -> Bool {
        let sentence = sentenceTokens.partitioningIndex { $0.lowerBound >= token }
        return sentence < sentenceTokens.count && sentenceTokens[sentence].lowerBound == token
    }
}
