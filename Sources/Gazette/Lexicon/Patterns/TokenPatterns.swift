/// The patterns over tokens of a lexicon, found by the words with which they can begin.
struct TokenPatterns: Sendable {
    private var patterns: [(pattern: TokenPattern, reading: Lexicon.Reading)] = []
    private var byFirstWord: [WordID: [Int]] = [:]
    /// Those that may begin with any word: they are tried at every token.
    private var others: [Int] = []

    /// Patterns that cannot be read are left out: the compiler has checked them.
    init(_ texts: [(json: String, reading: Lexicon.Reading)], idOf: (String) -> WordID?) {
        for (json, reading) in texts {
            guard var pattern = try? TokenPattern(json: json) else { continue }
            pattern.bind(idOf)
            let index = patterns.count
            patterns.append((pattern, reading))
            guard let words = pattern.firstWords(idOf) else {
                others.append(index)
                continue
            }
            for word in words { byFirstWord[word, default: []].append(index) }
        }
    }

    /// Appends the longest match of every pattern that begins at a token.
    func appendMatches(at start: Int, in document: Document, to matches: inout [LexicalMatch]) {
        for index in others { append(index, start, document, to: &matches) }
        guard !byFirstWord.isEmpty, let own = byFirstWord[document.tokens[start].word] else { return }
        for index in own { append(index, start, document, to: &matches) }
    }

    private func append(_ index: Int, _ start: Int, _ document: Document, to matches: inout [LexicalMatch]) {
        guard let end = patterns[index].pattern.end(from: start, in: document) else { return }
        matches.append(LexicalMatch(tokens: start..<end, reading: patterns[index].reading))
    }
}

extension Lexicon {
    /// The lexicon's patterns; nil where it has none.
    func makePatterns() -> TokenPatterns? {
        let texts = patternTexts
        if texts.isEmpty { return nil }
        let folder = WordFolder(lexicon: self)
        return TokenPatterns(texts) { text in
            let isWord = Array(text.utf8).withUnsafeBufferPointer { !$0.isEmpty && folder.fold($0) }
            guard isWord else { return nil }
            let id = word(folder).id
            return id == .unknown ? nil : id
        }
    }
}
