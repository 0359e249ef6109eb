/// A document's tokens as the rules of clauses see them, read sentence by sentence where one is asked for.
struct ClauseText {
    /// No rule looks further than this from where it starts, so that a stage stays linear on sentences that never end.
    static let mostReach = 192
    /// No noun phrase is longer.
    static let longestPhrase = 24

    private let grammar: GrammarTable
    private(set) var document = Document()
    /// By token; only those of sentences that have been entered count.
    private var parts: [ClausePart] = []
    private(set) var sentence: TokenRange = 0..<0
    private var entity = 0
    private var date = 0

    init(lexicon: Lexicon) { grammar = GrammarTable(lexicon: lexicon) }

    /// Takes a document; call `release` before it is changed.
    mutating func reset(_ document: Document) {
        self.document = document
        parts.removeAll(keepingCapacity: true)
        parts += repeatElement(.word, count: document.tokens.count)
        (sentence, entity, date) = (0..<0, 0, 0)
    }

    mutating func release() { document = Document() }

    subscript(index: Int) -> ClausePart {
        get { parts[index] }
        set { parts[index] = newValue }
    }

    var tokens: [Token] { document.tokens }

    /// The part at an index of the sentence; a stop outside of it.
    func part(_ index: Int) -> ClausePart { sentence.contains(index) ? parts[index] : .stop }

    /// Makes a sentence the current one; sentences are entered from left to right.
    mutating func enter(_ sentence: TokenRange) {
        self.sentence = sentence
        for index in sentence where parts[index] != .openQuote && parts[index] != .closeQuote {
            parts[index] = part(of: document.tokens[index])
            if parts[index] == .possessive, document.tokens[index].kind == .clitic, isSubject(index - 1) { parts[index] = .be }
        }
        for index in sentence.dropLast() where parts[index] == .object && isWord(index, "her") && isPossessed(index + 1) {
            parts[index] = .possessive
        }
        markSpans(sentence)
    }

    /// Whether "her" before it is its owner: a noun or an adjective.
    private func isPossessed(_ index: Int) -> Bool { parts[index] == .word && tokens[index].kind == .word && !isAdverb(index) }

    /// Whether `'s` behind it is a verb: "it's", "that's", "who's".
    private func isSubject(_ index: Int) -> Bool { [.subject, .that, .relative, .question].contains(part(index)) }

    private func part(of token: Token) -> ClausePart {
        switch token.kind {
        case .punctuation, .symbol: return punctuation(token)
        case .number: return .number
        default: return grammar.role(of: token).map(ClausePart.init) ?? .word
        }
    }

    /// By the first byte, and for typographic marks the third: U+2010–2015, U+2018–201F, U+2026.
    private func punctuation(_ token: Token) -> ClausePart {
        let start = Int(token.range.start)
        switch document.text[start] {
        case UInt8(ascii: ","): return .comma
        case UInt8(ascii: ";"): return .semicolon
        case UInt8(ascii: ":"): return .colon
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .stop
        case UInt8(ascii: "("), UInt8(ascii: "["): return .openBracket
        case UInt8(ascii: ")"), UInt8(ascii: "]"): return .closeBracket
        case UInt8(ascii: "-"): return token.range.count > 1 || token.gap != .none ? .dash : .hyphen
        case UInt8(ascii: "&"), UInt8(ascii: "/"): return .hyphen
        case 0xE2 where token.range.count == 3 && document.text[start + 1] == 0x80:
            switch document.text[start + 2] {
            case 0x90, 0x91: return .hyphen
            case 0x92...0x95: return .dash
            default: return .mark
            }
        default: return .mark
        }
    }

    private mutating func markSpans(_ sentence: TokenRange) {
        let bounds = document.byteRange(of: sentence)
        var index = sentence.lowerBound
        while entity < document.entities.count, document.entities[entity].range.start < bounds.end {
            mark(document.entities[entity].range, as: .name, from: &index)
            entity += 1
        }
        index = sentence.lowerBound
        while date < document.dates.count, document.dates[date].range.start < bounds.end {
            mark(document.dates[date].range, as: .date, from: &index)
            date += 1
        }
    }

    private mutating func mark(_ range: ByteRange, as part: ClausePart, from index: inout Int) {
        while index < sentence.upperBound, tokens[index].range.end <= range.start { index += 1 }
        while index < sentence.upperBound, tokens[index].range.start < range.end {
            parts[index] = part
            index += 1
        }
    }

    // MARK: Words

    /// A listed adverb or a small-letter word in -ly.
    func isAdverb(_ index: Int) -> Bool {
        part(index) == .adverb || part(index) == .word && tokens[index].shape == .lower && ends(index, with: "ly")
    }

    func ends(_ index: Int, with suffix: StaticString) -> Bool {
        let range = tokens[index].range
        guard range.count > suffix.utf8CodeUnitCount + 1 else { return false }
        let start = Int(range.end) - suffix.utf8CodeUnitCount
        return suffix.withUTF8Buffer { document.text[start..<Int(range.end)].elementsEqual($0) }
    }

    func isWord(_ index: Int, _ word: StaticString) -> Bool {
        let range = tokens[index].range
        return range.count == word.utf8CodeUnitCount && word.withUTF8Buffer { document.text[range.indices].elementsEqual($0) }
    }
}
