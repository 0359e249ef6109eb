/// Says of every token of a document what it is in its clause, once for all stages that ask, and pairs the quotation marks.
struct ClauseReader {
    private var quotes = QuoteFinder()
    /// Tokens that may be a quotation mark or begin a paragraph.
    private var marks: [Int] = []
    /// Tokens that are colons.
    private(set) var colons: [Int] = []

    /// What stands between quotation marks.
    var quoted: [QuotedSpan] { quotes.spans }

    mutating func read(_ document: inout Document) {
        var clauses = document.clauses
        document.clauses = []
        clauses.removeAll(keepingCapacity: true)
        clauses.reserveCapacity(document.tokens.count)
        marks.removeAll(keepingCapacity: true)
        colons.removeAll(keepingCapacity: true)
        for sentence in document.sentenceTokens { read(sentence, document, into: &clauses) }
        quotes.find(marks, document.tokens, document.text)
        for span in quotes.spans {
            clauses[span.tokens.lowerBound].part = .openQuote
            if span.isClosed { clauses[span.tokens.upperBound - 1].part = .closeQuote }
        }
        Self.mark(document.entities.lazy.map(\.range), as: .name, document.tokens, &clauses)
        Self.mark(document.dates.lazy.map(\.range), as: .date, document.tokens, &clauses)
        document.clauses = clauses
    }

    /// `'s` behind a subject is a verb ("it's", "that's", "who's"); "her" before a noun or an adjective is its owner.
    private mutating func read(_ sentence: TokenRange, _ document: borrowing Document, into clauses: inout [ClauseToken]) {
        var previous = ClausePart.stop
        for index in sentence {
            let token = document.tokens[index]
            var clause = ClauseToken(part: .word)
            switch token.kind {
            case .punctuation, .symbol:
                clause.part = ClausePart(mark: token, in: document.text)
                if clause.part == .mark { marks.append(index) } else if clause.part == .colon { colons.append(index) }
            case .number:
                clause.part = .number
            case .clitic:
                clause = ClauseToken(word: token)
                marks.append(index)
                if clause.part == .possessive, previous.isBeforeVerb { clause.part = .be }
            default:
                clause = ClauseToken(word: token)
                if previous == .object, clause.part == .word, token.kind == .word, clauses[index - 1].role == .her,
                    token.shape != .lower || !token.isAdverbial(in: document.text)
                {
                    clauses[index - 1].part = .possessive
                }
            }
            if token.gap == .paragraph, marks.last != index { marks.append(index) }
            clauses.append(clause)
            previous = clause.part
        }
    }

    private static func mark(_ ranges: some Sequence<ByteRange>, as part: ClausePart, _ tokens: [Token], _ clauses: inout [ClauseToken]) {
        var index = 0
        for range in ranges {
            while index < tokens.count, tokens[index].range.end <= range.start { index += 1 }
            while index < tokens.count, tokens[index].range.start < range.end {
                clauses[index].part = part
                index += 1
            }
        }
    }
}
