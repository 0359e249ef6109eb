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
    /// The same of words that no vocabulary holds, by their letters.
    private var unknown: [[UInt8]: Meaning] = [:]

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    mutating func learn(from chosen: [Candidate], _ document: Document, _ names: NameTokens) {
        meanings.removeAll(keepingCapacity: true)
        unknown.removeAll(keepingCapacity: true)
        for mention in chosen {
            learnAcronym(after: mention, document)
            guard mention.tokens.count > 1 else { continue }
            if mention.label == .person { learnSurname(mention, document, names) }
            if mention.label == .organization { learnShortForm(mention, document, names) }
        }
    }

    /// Proposes the words that stand for what has been learnt.
    func append(_ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        for index in document.tokens.indices where document.tokens[index].shape.isCapitalized {
            let token = document.tokens[index]
            let meaning = token.word == .unknown ? unknown[Array(document.text[token.range.indices])] : meanings[token.word]
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
        learn(open + 1, as: meaning, document)
    }

    // MARK: Surnames

    /// After a full name its last word alone is the same person.
    private mutating func learnSurname(_ mention: Candidate, _ document: Document, _ names: NameTokens) {
        let index = mention.tokens.upperBound - 1
        let name = names[index]
        if mention.rule == .capitalised, names[mention.tokens.lowerBound].isInitial, name.surname == 0 { return }
        if name.isVeryCommon || name.commonness != nil && name.surname == 0 { return }
        learn(index, as: Meaning(label: .person, entry: mention.entry, rule: .surname, row: mention.row, score: name.isCommon ? 60 : 130), document)
    }

    /// After `Halden Robotics` its first word alone is the same company, unless it is also a place, a people or a person's name.
    private mutating func learnShortForm(_ mention: Candidate, _ document: Document, _ names: NameTokens) {
        let index = mention.tokens.lowerBound
        let token = document.tokens[index]
        guard names[index].isName, token.shape != .upper, names[index].commonness == nil, !token.classes.intersects(.entry), names[index].given < 5
        else { return }
        learn(index, as: Meaning(label: .organization, entry: mention.entry, rule: .shortForm, row: mention.row, score: 110), document)
    }

    private mutating func learn(_ index: Int, as meaning: Meaning, _ document: Document) {
        let token = document.tokens[index]
        if token.word == .unknown { unknown[Array(document.text[token.range.indices])] = meaning } else { meanings[token.word] = meaning }
    }
}
