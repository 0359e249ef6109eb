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
        switch lexicon.abbreviation(last.word, last.shape) {
        case .name: return .join(.abbreviation)
        case .number: return following.kind == .number || !begins(following, document) ? .join(.abbreviation) : nil
        case .end: return isCapitalAbbreviation(last) && !begins(following, document) ? .join(.abbreviation) : nil
        case .any: return begins(following, document) ? nil : .join(.abbreviation)
        case nil: return isCapitalAbbreviation(last) && !begins(following, document) ? .join(.abbreviation) : nil
        }
    }

    /// `U.S.`, `J.M.`: letters that often stand before the rest of a name.
    private func isCapitalAbbreviation(_ token: Token) -> Bool { token.shape == .upper }

    /// Whether a token is a capitalised word that is a common one in small letters and no name: most likely a sentence's first.
    private func begins(_ token: Token, _ document: Document) -> Bool {
        guard token.shape.isCapitalized else { return token.kind == .punctuation && document.firstByte(ofToken: 0) != 0 && token.range.count == 1 }
        if token.range.count == 1 { return document.text[Int(token.range.start)] == UInt8(ascii: "I") }
        guard token.classes.contains(.common), let ratio = lexicon.value(of: .common, for: token.word).flatMap(Double.init) else { return false }
        return ratio >= 0.3 && !token.classes.contains(.orgHead) && !token.classes.contains(.title)
    }
}
