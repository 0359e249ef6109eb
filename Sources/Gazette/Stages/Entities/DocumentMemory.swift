/// What a text has said of its names: acronyms it defines, the surnames of people and the short forms of organisations it has named in full.
struct DocumentMemory {
    /// What a word stands for when it is alone.
    private struct Meaning {
        var label: EntityLabel
        var entry: EntryID?
        var rule: NameRule
        var row: RowReference?
        var score: Int
    }

    private let lexicon: Lexicon
    private var meanings: [WordID: Meaning] = [:]
    /// Acronyms that no vocabulary holds, by their letters.
    private var unknownAcronyms: [[UInt8]: Meaning] = [:]

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    mutating func learn(from chosen: [Candidate], _ document: Document, _ names: NameTokens) {
        meanings.removeAll(keepingCapacity: true)
        unknownAcronyms.removeAll(keepingCapacity: true)
        for mention in chosen {
            learnAcronym(after: mention, document)
            if mention.label == .person, mention.tokens.count > 1 { learnSurname(mention, document, names) }
        }
    }

    /// Proposes the words that stand for what has been learnt.
    func append(_ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        for index in document.tokens.indices where document.tokens[index].shape.isCapitalized {
            let token = document.tokens[index]
            let meaning = token.word == .unknown ? unknownAcronyms[Array(document.text[token.range.indices])] : meanings[token.word]
            guard let meaning, meaning.rule != .acronym || token.shape != .title else { continue }
            let start = meaning.label == .person ? withParticles(index, document) : index
            candidates.append(
                Candidate(
                    tokens: start..<index + 1, label: meaning.label, entry: meaning.entry, rule: meaning.rule, row: meaning.row,
                    score: meaning.score + Candidate.base(index + 1 - start) - Candidate.base(1)))
        }
    }

    /// `Van Loon`, `al-Assad`: a surname begins with the capitalised particle before it.
    private func withParticles(_ index: Int, _ document: Document) -> Int {
        var start = index
        if start >= 2, document.isHyphen(at: start - 1), document.tokens[start].gap == .none, document.tokens[start - 1].gap == .none { start -= 1 }
        guard start > 0, document.tokens[start - 1].classes.contains(.particle), document.tokens[start].gap != .paragraph,
            start < index || document.tokens[start - 1].shape.isCapitalized
        else { return index }
        return start - 1
    }

    // MARK: Acronyms

    /// `Inter-Services Intelligence (ISI)`: the letters in the parentheses are initials of the name before them, in order.
    private mutating func learnAcronym(after mention: Candidate, _ document: Document) {
        let open = mention.tokens.upperBound
        guard mention.label != .person, document.isMark(open, "("), document.isMark(open + 2, ")") else { return }
        let token = document.tokens[open + 1]
        guard let letters = AcronymLetters(token, document), letters.abbreviate(document.text[document.byteRange(of: mention.tokens).indices]) else {
            return
        }
        let meaning = Meaning(label: mention.label, entry: mention.entry, rule: .acronym, row: mention.row, score: 150)
        if token.word == .unknown { unknownAcronyms[Array(document.text[token.range.indices])] = meaning } else { meanings[token.word] = meaning }
    }

    // MARK: Surnames

    /// After a full name its last word alone is the same person.
    private mutating func learnSurname(_ mention: Candidate, _ document: Document, _ names: NameTokens) {
        let last = document.tokens[mention.tokens.upperBound - 1]
        guard last.word != .unknown else {
            unknownAcronyms[Array(document.text[last.range.indices])] = surname(of: mention, 130)
            return
        }
        let score = names[mention.tokens.upperBound - 1].isCommon ? 60 : 130
        meanings[last.word] = surname(of: mention, score)
    }

    private func surname(of mention: Candidate, _ score: Int) -> Meaning {
        Meaning(label: .person, entry: mention.entry, rule: .surname, row: mention.row, score: score)
    }
}
