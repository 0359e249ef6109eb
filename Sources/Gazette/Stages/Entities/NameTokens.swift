/// What a document's tokens look like to the rules for names: which may be part of a name, and where runs of such tokens lie.
struct NameTokens {
    let lexicon: Lexicon
    /// By token: whether it is capitalised for its own sake, not just for its place at a sentence's start or in a headline.
    private(set) var isName: [Bool] = []
    /// By token: whether its capital says nothing.
    private(set) var isInitial: [Bool] = []
    /// Maximal runs of name tokens, with the particles, hyphens and ampersands between them.
    private(set) var runs: [TokenRange] = []
    /// By token: the index of its run, -1 where it is in none.
    private var runIndices: [Int] = []

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    mutating func reset(_ document: Document) {
        isName.removeAll(keepingCapacity: true)
        isInitial.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
        runIndices.removeAll(keepingCapacity: true)
        runIndices += repeatElement(-1, count: document.tokens.count)
        isName += repeatElement(false, count: document.tokens.count)
        isInitial += repeatElement(false, count: document.tokens.count)
        for sentence in document.sentenceTokens { markNames(sentence, document) }
        findRuns(document)
    }

    // MARK: Single tokens

    private mutating func markNames(_ sentence: TokenRange, _ document: Document) {
        let isHeadline = isHeadline(sentence, document)
        var atStart = true
        for index in sentence {
            let token = document.tokens[index]
            if token.kind == .punctuation || token.kind == .symbol {
                atStart = atStart || opensSentence(token, document)
                continue
            }
            isInitial[index] = atStart || isHeadline
            atStart = false
            guard token.shape.isCapitalized, token.kind == .word || token.kind == .abbreviation, token.range.count > 1 || token.kind == .abbreviation
            else {
                continue
            }
            isName[index] = !(isInitial[index] && isCommon(token)) && !isFunctionWord(token)
        }
    }

    /// A colon, a dash or an opening quotation mark: a capital after it may be a sentence's.
    private func opensSentence(_ token: Token, _ document: Document) -> Bool {
        switch document.text[Int(token.range.start)] {
        case UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("): return true
        case 0xE2: return true
        default: return false
        }
    }

    /// Most words of four letters or more are capitalised, and no full stop ends it.
    private func isHeadline(_ sentence: TokenRange, _ document: Document) -> Bool {
        guard sentence.count >= 4, document.text[Int(document.tokens[sentence.upperBound - 1].range.start)] != UInt8(ascii: ".") else { return false }
        var (capitalized, lower) = (0, 0)
        for index in sentence where document.tokens[index].range.count >= 4 && document.tokens[index].kind == .word {
            if document.tokens[index].shape.isCapitalized { capitalized += 1 } else { lower += 1 }
        }
        return capitalized > 2 * lower && capitalized + lower >= 3
    }

    /// Whether the word is used in small letters more often than with a capital.
    func isCommon(_ token: Token) -> Bool {
        guard token.classes.contains(.common), let value = lexicon.value(of: .common, for: token.word) else { return false }
        return !value.hasPrefix("-")
    }

    /// How much more frequent the lower-case form is, in powers of ten; nil for a word that is in no dictionary.
    func commonness(_ token: Token) -> Double? {
        token.classes.contains(.common) ? lexicon.value(of: .common, for: token.word).flatMap(Double.init) : nil
    }

    private func isFunctionWord(_ token: Token) -> Bool {
        token.classes.contains(.nameLink) || token.classes.contains(.month) || token.classes.contains(.weekday)
    }

    // MARK: Runs

    /// The run that a token belongs to.
    func run(at index: Int) -> TokenRange? {
        guard runIndices.indices.contains(index), runIndices[index] >= 0 else { return nil }
        return runs[runIndices[index]]
    }

    private mutating func findRuns(_ document: Document) {
        for sentence in document.sentenceTokens {
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                guard isName[index] else {
                    index += 1
                    continue
                }
                let end = runEnd(from: index, in: sentence, document)
                for token in index..<end { runIndices[token] = runs.count }
                runs.append(index..<end)
                index = end
            }
        }
    }

    private func runEnd(from start: Int, in sentence: TokenRange, _ document: Document) -> Int {
        var end = start + 1
        while end < sentence.upperBound {
            if isName[end], document.tokens[end].gap <= .newline {
                end += 1
            } else if let next = bridge(at: end, in: sentence, document) {
                end = next
            } else {
                return end
            }
        }
        return end
    }

    /// The token after a particle (`Osama bin Laden`), an attached hyphen (`al-Assad`) or an ampersand, where the run goes on.
    private func bridge(at index: Int, in sentence: TokenRange, _ document: Document) -> Int? {
        var next = index
        while next < sentence.upperBound, next < index + 3, joins(next, document) { next += 1 }
        return next > index && next < sentence.upperBound && isName[next] ? next + 1 : nil
    }

    private func joins(_ index: Int, _ document: Document) -> Bool {
        let token = document.tokens[index]
        if document.isHyphen(at: index) { return token.gap == .none && index + 1 < document.tokens.count && document.tokens[index + 1].gap == .none }
        return token.classes.contains(.particle) && token.shape == .lower
            || token.range.count == 1 && document.text[Int(token.range.start)] == UInt8(ascii: "&")
    }
}
