/// What a document's tokens look like to the rules for names: which may be part of a name, and where runs of such tokens lie.
struct NameTokens {
    let lexicon: Lexicon
    private var marks = NameMarks()

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    subscript(index: Int) -> NameToken { marks.tokens[index] }

    /// All of them and more, for who asks about many.
    var all: [NameToken] { marks.tokens }

    /// All tokens with capitals.
    var capitals: ArraySlice<Int32> { marks.capitals }

    /// Those of them that are names by themselves: the parts of runs, without what joins them.
    var parts: ArraySlice<Int32> { marks.parts }

    /// Those of the capitals that stand behind an opening mark, such as a quotation mark or a colon.
    var opened: [Int32] { marks.found.opened }

    /// The tokens of runs that may be head words, or begin ones of several words.
    var heads: ArraySlice<Int32> { marks.heads }

    /// Maximal runs of name tokens, with the particles, hyphens and ampersands between them.
    var runs: [NameRun] { marks.found.runs }

    var surfaces: NameSurfaces { marks.surfaces }

    /// Whether a token belongs to one run with the token before; there may be no such token.
    func isJoined(_ index: Int) -> Bool { index < marks.count && marks.tokens[index].isJoined }

    mutating func reset(_ document: Document, _ words: inout NameWords) { marks.reset(document, &words) }

    // MARK: Neighbours

    /// `according |to`, `said |to`: no place follows.
    func followsSpeech(_ index: Int, _ document: Document) -> Bool {
        index > 0 && document.tokens[index].role == .to && document.tokens[index - 1].classes.contains(.speechVerb)
    }

    /// `the |Hague`: people's names take no article.
    func followsArticle(_ index: Int, _ document: Document) -> Bool {
        index > 0 && document.tokens[index - 1].classes.contains(.nameLink) && lexicon.code(of: .nameLink, for: document.tokens[index - 1].word) == 5
    }

    /// `to establish an Islamic Emirate within`: one of a kind and no name, unless a noun follows (`a Harvard University professor`).
    func isIndefinite(_ range: TokenRange, _ document: Document) -> Bool {
        guard range.lowerBound > 0, document.tokens[range.lowerBound - 1].classes.contains(.nameLink),
            Self.isIndefiniteArticle(lexicon.code(of: .nameLink, for: document.tokens[range.lowerBound - 1].word))
        else { return false }
        return range.upperBound >= document.tokens.count || Self.isNoNoun(document.tokens[range.upperBound])
    }

    /// Whether a link is `a`, by its code.
    static func isIndefiniteArticle(_ link: Int) -> Bool { link == 7 }

    /// Whether a link is `the` or `a`, by its code.
    static func isArticle(_ link: Int) -> Bool { link == 5 || isIndefiniteArticle(link) }

    /// Whether no noun follows with a token.
    static func isNoNoun(_ next: Token) -> Bool { next.kind != .word || next.classes.intersects(functionWords) }

    private static let functionWords = WordClasses([.nameLink, .placePreposition, .speechVerb])
}
