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

    private var meanings: [Meaning] = []
    /// By the number of a word the index of its meaning, -1 where it has none.
    private var ofWord = TokenNotes<Int32>(blank: -1)
    /// A bit for every word that has one, which few other words share.
    private var learnt = TokenSet()

    mutating func learn(from chosen: [Candidate], _ numbers: inout WordNumbers, _ document: Document, _ names: NameTokens) {
        meanings.removeAll(keepingCapacity: true)
        ofWord.reset(count: document.tokens.count)
        learnt.reset(count: Self.bits)
        for mention in chosen {
            learnAcronym(after: mention, &numbers, document)
            guard mention.tokens.count > 1 else { continue }
            if mention.label == .person { learnSurname(mention, &numbers, document, names) }
            if mention.label == .organization { learnShortForm(mention, &numbers, document, names) }
        }
    }

    /// Proposes the words that stand for what has been learnt.
    func append(_ numbers: inout WordNumbers, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        if meanings.isEmpty { return }
        for capital in names.capitals where learnt.contains(Self.bit(of: document.tokens[Int(capital)].word)) {
            let index = Int(capital)
            let place = Int(ofWord[numbers.number(at: index, document)])
            guard place >= 0, meanings[place].rule != .acronym || document.tokens[index].shape != .title else { continue }
            let meaning = meanings[place]
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
    private mutating func learnAcronym(after mention: Candidate, _ numbers: inout WordNumbers, _ document: Document) {
        let open = mention.tokens.upperBound
        guard document.isMark(open, "("), mention.label != .person, document.isMark(open + 2, ")") else { return }
        let token = document.tokens[open + 1]
        guard let letters = AcronymLetters(token, document), letters.abbreviate(document.text[document.byteRange(of: mention.tokens).indices]) else {
            return
        }
        let meaning = Meaning(label: mention.label, entry: mention.entry, rule: .acronym, row: mention.row, score: 150)
        learn(open + 1, as: meaning, &numbers, document)
    }

    // MARK: Surnames

    /// After a full name its last word alone is the same person, and its first where a family name comes first: `Park Jin`.
    private mutating func learnSurname(_ mention: Candidate, _ numbers: inout WordNumbers, _ document: Document, _ names: NameTokens) {
        let (first, last) = (mention.tokens.lowerBound, mention.tokens.upperBound - 1)
        if names[first].given == 0, names[first].surname > 0, document.tokens[first].kind == .word {
            learnSurname(first, mention, &numbers, document, names)
        }
        if mention.rule == .capitalised, names[first].isInitial, names[last].surname == 0 { return }
        learnSurname(last, mention, &numbers, document, names)
    }

    /// A surname that is more often another word is left to what else speaks for it.
    private mutating func learnSurname(
        _ index: Int, _ mention: Candidate, _ numbers: inout WordNumbers, _ document: Document, _ names: NameTokens
    ) {
        let name = names[index]
        let isDoubtful = name.isVeryCommon || name.isListed && name.surname == 0
        let score = isDoubtful ? Self.undecided : name.isCommon ? 60 : 130
        learn(index, as: Meaning(label: .person, entry: mention.entry, rule: .surname, row: mention.row, score: score), &numbers, document)
    }

    /// The rules alone do not choose it.
    private static let undecided = -1

    /// After `Halden Robotics` its first word alone is the same company, unless it is also a place, a people or a person's name.
    private mutating func learnShortForm(_ mention: Candidate, _ numbers: inout WordNumbers, _ document: Document, _ names: NameTokens) {
        let index = mention.tokens.lowerBound
        let token = document.tokens[index]
        guard names[index].isName, token.shape != .upper, !names[index].isListed, !token.classes.intersects(.entry), names[index].given < 5
        else { return }
        let meaning = Meaning(label: .organization, entry: mention.entry, rule: .shortForm, row: mention.row, score: 110)
        learn(index, as: meaning, &numbers, document)
    }

    private mutating func learn(_ index: Int, as meaning: Meaning, _ numbers: inout WordNumbers, _ document: Document) {
        ofWord.note(Int32(truncatingIfNeeded: meanings.count), at: numbers.number(at: index, document))
        learnt.insert(Self.bit(of: document.tokens[index].word))
        meanings.append(meaning)
    }

    private static let bits = 1 << 10

    private static func bit(of word: WordID) -> Int { Int(word.rawValue) & (bits - 1) }
}
