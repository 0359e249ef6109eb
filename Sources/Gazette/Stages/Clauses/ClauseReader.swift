/// Says of every token of a document what it is in its clause, once for all stages that ask, and pairs the quotation marks.
///
/// One pass over the tokens gathers those at which rules begin; most of the others are told by a table alone.
struct ClauseReader {
    private var quotes = QuoteFinder()
    /// Tokens that may be a quotation mark or begin a paragraph.
    private var marks: [Int] = []
    /// Tokens that are colons.
    private(set) var colons: [Int] = []
    /// Tokens whose word alone may attribute.
    private(set) var attributing: [Int] = []

    /// What stands between quotation marks.
    var quoted: [QuotedSpan] { quotes.spans }

    mutating func read(_ document: inout Document) {
        var clauses = Clauses()
        swap(&clauses, &document.clauses)
        clauses.reset(count: document.tokens.count)
        marks.removeAll(keepingCapacity: true)
        colons.removeAll(keepingCapacity: true)
        attributing.removeAll(keepingCapacity: true)
        for sentence in document.sentenceTokens { read(sentence, document.tokens, document.text, into: &clauses) }
        quotes.find(marks, document.tokens, document.text)
        for span in quotes.spans {
            clauses.tokens[span.tokens.lowerBound].part = .openQuote
            if span.isClosed { clauses.tokens[span.tokens.upperBound - 1].part = .closeQuote }
        }
        Self.mark(document.entities.lazy.map(\.range), as: .name, document.tokens, &clauses.tokens)
        Self.mark(document.dates.lazy.map(\.range), as: .date, document.tokens, &clauses.tokens)
        swap(&clauses, &document.clauses)
    }

    private mutating func read(_ sentence: TokenRange, _ tokens: [Token], _ bytes: [UInt8], into clauses: inout Clauses) {
        for index in sentence {
            let token = tokens[index]
            if token.classes.contains(.attribution) { attributing.append(index) }
            if token.isPlain {
                clauses.tokens[index] = ClauseToken(word: token)
            } else {
                readSpecial(index, token, sentence, tokens, bytes, into: &clauses)
            }
        }
    }

    /// `'s` behind a subject is a verb ("it's", "that's", "who's").
    private mutating func readSpecial(
        _ index: Int, _ token: Token, _ sentence: TokenRange, _ tokens: [Token], _ bytes: [UInt8], into clauses: inout Clauses
    ) {
        var clause = ClauseToken(word: token)
        var mayBeMark = token.gap == .paragraph
        switch token.kind {
        case .punctuation, .symbol:
            clause = ClauseToken(part: ClausePart(mark: token, in: bytes))
            if clause.part == .mark { mayBeMark = true } else if clause.part == .colon { colons.append(index) }
        case .number: clause = ClauseToken(part: .number)
        case .clitic:
            mayBeMark = true
            if clause.part == .possessive, index > sentence.lowerBound, clauses.tokens[index - 1].part.isBeforeVerb { clause.part = .be }
        default: break
        }
        if clause.role == .her, index + 1 < sentence.upperBound, tokens[index + 1].isOwned(in: bytes) { clause.part = .possessive }
        if clause.endsScope(token.kind) { clauses.breaks.append(index) }
        if mayBeMark { marks.append(index) }
        clauses.tokens[index] = clause
    }

    private static func mark(_ ranges: some Sequence<ByteRange>, as part: ClausePart, _ tokens: [Token], _ clauses: inout [ClauseToken]) {
        var index = 0
        for range in ranges {
            index = first(from: index, endingAfter: range.start, tokens)
            while index < tokens.count, tokens[index].range.start < range.end {
                clauses[index].part = part
                index += 1
            }
        }
    }

    /// The first token from an index on that ends behind a byte, sought in steps that double.
    private static func first(from index: Int, endingAfter byte: Int32, _ tokens: [Token]) -> Int {
        var (low, step) = (index, 1)
        while low + step <= tokens.count, tokens[low + step - 1].range.end <= byte {
            low += step
            step *= 2
        }
        var high = min(low + step - 1, tokens.count)
        while low < high {
            let middle = low + (high - low) / 2
            if tokens[middle].range.end > byte { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Token {
    /// Whether its role alone tells what it is in its clause, and nothing begins with it.
    fileprivate var isPlain: Bool {
        guard gap != .paragraph, role != .her, role != .contrast else { return false }
        switch kind {
        case .word, .abbreviation, .url, .email, .mention, .hashtag, .emoji, .ideographic: return true
        case .punctuation, .symbol, .number, .clitic: return false
        }
    }

    /// Whether "her" before it is its owner's: it is a noun or an adjective, no function word and no adverb.
    fileprivate func isOwned(in bytes: [UInt8]) -> Bool {
        kind == .word && ClauseToken(word: self).part == .word && (shape != .lower || !isAdverbial(in: bytes))
    }
}
