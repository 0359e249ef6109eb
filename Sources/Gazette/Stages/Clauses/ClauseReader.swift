/// Says of every token of a document what it is in its clause, once for all stages that ask, and pairs the quotation marks.
///
/// A first pass tells every token by its role and gathers, without a branch, the tokens of which more is to be said and those that may attribute.
struct ClauseReader {
    /// What a token is by the number of its role alone.
    private let roles = (0...Token.noRole).map { GrammarRole(rawValue: UInt8($0)).map { ClauseToken(role: $0) } ?? ClauseToken(part: .word) }
    /// What a mark is by its first byte, then what a token of another kind is.
    private let signs = (0...UInt8.max).map { Sign(mark: $0) } + TokenKind.allCases.map { Sign(kind: $0) }
    private var quotes = QuoteFinder()
    /// The tokens of which more is to be said than their role does.
    private var special: [Int32] = []
    private var ofClass: [Int32] = []
    private var attributingCount = 0
    /// The first tokens of names or dates.
    private var starts: [Int32] = []
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
        let counts = gather(document, into: &clauses.tokens)
        attributingCount = counts.ofClass
        for place in 0..<counts.rare { readRare(Int(special[place]), document, into: &clauses) }
        quotes.find(marks, document.tokens, document.text)
        for span in quotes.spans {
            clauses.tokens[span.tokens.lowerBound].part = .openQuote
            if span.isClosed { clauses.tokens[span.tokens.upperBound - 1].part = .closeQuote }
        }
        mark(document.entities.count, as: .name, document.tokens, &clauses.tokens) { document.entities[$0].range }
        mark(document.dates.count, as: .date, document.tokens, &clauses.tokens) { document.dates[$0].range }
        swap(&clauses, &document.clauses)
    }

    /// Says what all tokens are but the rare ones, of which `special` has the places.
    ///
    /// SAFETY: each array is as long as the tokens are many, and no more of them are gathered; roles and none have numbers below 32.
    private mutating func gather(_ document: borrowing Document, into clauses: inout [ClauseToken]) -> (rare: Int, ofClass: Int) {
        let count = document.tokens.count
        precondition(clauses.count == count && special.count >= count && ofClass.count >= count)
        return document.tokens.withUnsafeBufferPointer { tokens in
            clauses.withUnsafeMutableBufferPointer { clauses in
                special.withUnsafeMutableBufferPointer { special in
                    let counts = ofClass.withUnsafeMutableBufferPointer { ofClass in
                        roles.withUnsafeBufferPointer { roles in Self.gather(tokens, roles, clauses, special, ofClass) }
                    }
                    let rare = Self.readSigns(signs, tokens, document.text, clauses, UnsafeMutableBufferPointer(rebasing: special[..<counts.special]))
                    return (rare, counts.ofClass)
                }
            }
        }
    }

    @inline(__always)
    private static func gather(
        _ tokens: UnsafeBufferPointer<Token>, _ roles: UnsafeBufferPointer<ClauseToken>, _ clauses: UnsafeMutableBufferPointer<ClauseToken>,
        _ special: UnsafeMutableBufferPointer<Int32>, _ ofClass: UnsafeMutableBufferPointer<Int32>
    ) -> (special: Int, ofClass: Int) {
        var counts = (special: 0, ofClass: 0)
        for index in tokens.indices {
            let role = tokens[index].roleNumber
            clauses[index] = roles[role]
            special[counts.special] = Int32(truncatingIfNeeded: index)
            counts.special &+= tokens[index].isSpecial(role)
            ofClass[counts.ofClass] = Int32(truncatingIfNeeded: index)
            counts.ofClass &+= Int(truncatingIfNeeded: tokens[index].classes.bits &>> UInt64(WordClass.attribution.rawValue) & 1)
        }
        return counts
    }

    /// Says what the gathered tokens are by their signs, and keeps those of which more is to be said; gives their number. No branch asks what a token is.
    @inline(__always)
    private static func readSigns(
        _ signs: [Sign], _ tokens: UnsafeBufferPointer<Token>, _ text: [UInt8], _ clauses: UnsafeMutableBufferPointer<ClauseToken>,
        _ special: UnsafeMutableBufferPointer<Int32>
    ) -> Int {
        var rare = 0
        for place in special.indices {
            let index = Int(special[place])
            let token = tokens[index]
            let (byte, byRole) = (Int(text[Int(token.range.start)]), clauses[index])
            let sign = signs[token.isMark ? byte : Sign.ofKinds + Int(token.kind.rawValue)]
            clauses[index] = sign.isRole ? byRole : ClauseToken(part: sign.part)
            special[rare] = Int32(truncatingIfNeeded: index)
            rare &+= Int(sign.rareCount | (token.gap == .paragraph ? 1 : 0))
        }
        return rare
    }

    /// Says what a token is that has no plain sign, and gathers it where marks, colons or breaks are asked for.
    private mutating func readRare(_ index: Int, _ document: borrowing Document, into clauses: inout Clauses) {
        let token = document.tokens[index]
        let clause = rare(index, token, document, clauses)
        clauses.tokens[index] = clause
        if clause.part == .mark || token.kind == .clitic || token.gap == .paragraph { marks.append(index) }
        if clause.part == .colon { colons.append(index) }
        if clause.endsScope(token.kind) { clauses.breaks.append(index) }
        if clause.roles.intersects(GrammarRoles([.negator])) { clauses.negators.append(index) }
    }

    /// `'s` behind a subject is a verb ("it's", "that's", "who's"); "her" before a noun or an adjective is its owner.
    private func rare(_ index: Int, _ token: Token, _ document: borrowing Document, _ clauses: borrowing Clauses) -> ClauseToken {
        var clause = clauses.tokens[index]
        if token.isMark {
            clause.part = mark(token, document.text)
        } else if token.kind == .clitic, clause.part == .possessive, Self.isVerb(index, document, clauses) {
            clause.part = .be
        } else if clause.role == .her, Self.isOwner(index, document, clauses) {
            clause.part = .possessive
        }
        return clause
    }

    /// A hyphen that stands alone or is several is a dash.
    private func mark(_ token: Token, _ bytes: [UInt8]) -> ClausePart {
        let start = Int(token.range.start)
        let byte = bytes[start]
        if byte >= 0x80 { return token.range.count == 3 ? ClausePart(mark: start, in: bytes) : .mark }
        let part = signs[Int(byte)].part
        return part == .hyphen && byte == UInt8(ascii: "-") && (token.range.count > 1 || token.gap != .none) ? .dash : part
    }

    private static func isVerb(_ clitic: Int, _ document: borrowing Document, _ clauses: borrowing Clauses) -> Bool {
        clitic > 0 && clauses.tokens[clitic - 1].part.isBeforeVerb && !document.beginsSentence(clitic)
    }

    private static func isOwner(_ her: Int, _ document: borrowing Document, _ clauses: borrowing Clauses) -> Bool {
        guard her + 1 < document.tokens.count, clauses.tokens[her + 1].part == .word, !document.beginsSentence(her + 1) else { return false }
        let next = document.tokens[her + 1]
        return next.kind == .word && (next.shape != .lower || !next.isAdverbial(in: document.text))
    }

    /// Marks the tokens that ranges meet, which are in order. All are looked for before one is marked, so that the processor can look for several at once.
    @inline(__always)
    private mutating func mark(_ count: Int, as part: ClausePart, _ tokens: [Token], _ clauses: inout [ClauseToken], range: (Int) -> ByteRange) {
        starts.makeRoom(for: count, 0)
        var window = 0
        for place in 0..<count { starts[place] = Int32(truncatingIfNeeded: Self.first(endingBehind: range(place).start, from: &window, tokens)) }
        for place in 0..<count {
            let end = range(place).end
            var index = Int(starts[place])
            while index < tokens.count, tokens[index].range.start < end {
                clauses[index].part = part
                index += 1
            }
        }
    }

    /// The first token that ends behind a byte; none before the window, which goes on with it, does. It depends on no token that was found before.
    @inline(__always)
    private static func first(endingBehind start: Int32, from window: inout Int, _ tokens: [Token]) -> Int {
        while window + 64 <= tokens.count, tokens[window + 63].range.end <= start { window += 64 }
        var index = window
        if window + 64 <= tokens.count {
            // Sums, not branches, which would be guessed wrong.
            var step = 32
            while step > 0 {
                index &+= tokens[index &+ step &- 1].range.end <= start ? step : 0
                step &>>= 1
            }
        } else {
            while index < tokens.count, tokens[index].range.end <= start { index += 1 }
        }
        return index
    }
}

extension ClauseReader {
    /// What a token is by one byte.
    private struct Sign: BitwiseCopyable {
        /// Where the signs of kinds stand behind those of marks.
        static let ofKinds = 256

        let part: ClausePart
        /// Whether its role says what it is, not its sign.
        var isRole = false
        /// 1 where there is more to say of it, otherwise 0.
        let rareCount: UInt8

        init(mark byte: UInt8) {
            part = byte < 0x80 ? ClausePart(mark: byte) : .mark
            rareCount = byte == UInt8(ascii: "-") || part != .comma && part != .stop && part != .hyphen ? 1 : 0
        }

        init(kind: TokenKind) {
            (part, isRole, rareCount) = (.number, kind != .number, kind != .number ? 1 : 0)
        }
    }
}

extension Token {
    /// The number of no role, above those of all.
    fileprivate static let noRole = 31

    @inline(__always)
    fileprivate var roleNumber: Int { role.map { Int($0.rawValue) } ?? Self.noRole }

    fileprivate var isMark: Bool { kind == .punctuation || kind == .symbol }

    /// 1 where its role alone does not tell what it is in its clause, or where something begins with it; otherwise 0.
    @inline(__always)
    fileprivate func isSpecial(_ role: Int) -> Int {
        let kinds = UInt32(1) << TokenKind.punctuation.rawValue | 1 << TokenKind.symbol.rawValue | 1 << TokenKind.number.rawValue
        let byKind = (kinds | 1 << TokenKind.clitic.rawValue) &>> UInt32(kind.rawValue)
        let byRole = GrammarRoles([.her, .contrast, .negator]).mark(UInt8(truncatingIfNeeded: role))
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
