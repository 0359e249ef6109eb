/// A period that belongs to an abbreviation, initial or list number ends a sentence only where what follows says so.
struct AbbreviationEnds {
    let lexicon: Lexicon

    func decision(at place: SentencePlace, in document: Document) -> SentenceDecision? {
        guard let index = document.lastBeforeClosers(place.index, from: place.first) else { return nil }
        let last = document.tokens[index]
        let following = document.tokens[place.index]
        if last.kind == .number, document.lastByte(ofToken: index) == UInt8(ascii: ".") { return place.isICU ? .join(.listItem) : nil }
        guard place.isICU, last.kind == .abbreviation, index == place.index - 1 else { return nil }
        if last.range.count == 2, document.firstByte(ofToken: index).isUpper { return .join(.initial) }
        if document.text[Int(following.range.start)] == UInt8(ascii: "(") { return .join(.abbreviation) }
        if isOpening(index, from: place.first, document) { return .join(.abbreviation) }
        if following.classes.contains(.weekday) || following.classes.contains(.month) || isTimeZone(place.index, document) {
            return .join(.abbreviation)
        }
        switch lexicon.abbreviation(last.word, last.shape) {
        case .name: return .join(.abbreviation)
        case .number: return following.kind == .number || !begins(place.index, document) ? .join(.abbreviation) : nil
        case .any: return begins(place.index, document) ? nil : .join(.abbreviation)
        case .end where following.classes.contains(.title) && index > place.first && document.tokens[index - 1].kind == .number: return nil
        case .end, nil: return last.shape == .upper && !begins(place.index, document) ? .join(.abbreviation) : nil
        }
    }

    /// `At 5 a.m. Mr. Noor left`: a time of day with which a sentence opens.
    private func isOpening(_ index: Int, from first: Int, _ document: Document) -> Bool {
        index - first == 2 && document.tokens[index - 1].kind == .number && document.tokens[first].kind == .word
            && document.tokens[index].shape == .lower
    }

    /// A time zone's letters or words: the `ET` of `8:30 a.m. ET`, the `Eastern time` of `5 p.m. Eastern time`.
    private func isTimeZone(_ index: Int, _ document: Document) -> Bool {
        let token = document.tokens[index]
        guard token.shape != .upper else { return token.classes.contains(.timeZone) }
        guard token.shape == .title, token.classes.intersects(.longer) else { return false }
        var matches: [LexicalMatch] = []
        lexicon.appendMatches(at: index, in: document, of: .word, to: &matches)
        return matches.contains { if case .word(.timeZone, _) = $0.reading.meaning { true } else { false } }
    }

    /// Whether a capitalised word is an ordinary one, most frequent in small letters, and no part of a name: most likely a sentence's first.
    /// Behind an opening quotation mark the word counts.
    private func begins(_ place: Int, _ document: Document) -> Bool {
        let isOpened = document.tokens[place].kind == .punctuation && place + 1 < document.tokens.count && document.tokens[place + 1].gap == .none
        let index = isOpened ? place + 1 : place
        let token = document.tokens[index]
        guard token.shape.isCapitalized else { return false }
        if token.range.count == 1 { return document.text[Int(token.range.start)] == UInt8(ascii: "I") || token.classes.contains(.common) }
        let isHead = token.classes.contains(.orgHead) || token.classes.contains(.title) || token.classes.contains(.given)
        let isNamePart = index + 1 < document.tokens.count && document.tokens[index + 1].shape.isCapitalized && token.range.count > 4
        return lexicon.isFunctionWord(token.word, token.classes) && !isHead && !isNamePart
    }
}
