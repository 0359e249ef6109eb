/// What a sentence may begin with, where ICU is too strict or too lax.
struct StartRules {
    let lexicon: Lexicon

    func decision(at place: SentencePlace, in document: Document) -> SentenceDecision? {
        if isBetweenAddresses(place, document) { return .split(.address) }
        guard let last = document.lastBeforeClosers(place.index, from: place.first), document.isStop(last) else { return nil }
        let following = document.tokens[place.index]
        if document.isEllipsis(last) { return ellipsis(place, last, document) }
        if document.lastByte(ofToken: last) != UInt8(ascii: ".") { return question(place, last, document) }
        guard !place.isICU, last > place.first else { return nil }
        if following.gap == .none {
            let isUnspaced =
                last == place.index - 1 && following.kind == .word && document.tokens[last - 1].kind == .word && document.tokens[last].gap == .none
            return isUnspaced ? .split(.missingSpace) : nil
        }
        return isSentenceEnd(last, document) || following.kind == .number && document.tokens[last - 1].kind == .number
            ? start(following, last, document) : nil
    }

    /// What begins a sentence behind a full stop, though ICU does not say so (UAX #29 SB8).
    private func start(_ following: Token, _ last: Int, _ document: Document) -> SentenceDecision? {
        switch following.kind {
        case .word where following.shape == .mixed: return .split(.mixedStart)
        case .word where following.shape == .lower: return document.isCloser(last + 1) ? nil : .split(.lowerStart)
        case .word:
            return following.shape.isCapitalized && document.tokens[last + 1].gap > .none && document.isCloser(last + 1) ? .split(.closingMark) : nil
        case .url: return .split(.address)
        case .number: return document.tokens[last - 1].range.count >= 4 ? .split(.numberStart) : nil
        default: return document.text[Int(following.range.start)] == UInt8(ascii: "(") ? .split(.openingBracket) : nil
        }
    }

    private func isBetweenAddresses(_ place: SentencePlace, _ document: Document) -> Bool {
        let following = document.tokens[place.index]
        return following.kind == .url && following.gap > .none && document.tokens[place.index - 1].kind == .url
    }

    // MARK: Stops

    /// `?` and `!` end no sentence within one: `Yahoo! said`, `“Why?” she asked`, `"Why?" Bibi Gul asked`.
    private func question(_ place: SentencePlace, _ last: Int, _ document: Document) -> SentenceDecision? {
        guard place.isICU else { return nil }
        let isQuoted = last < place.index - 1
        if document.tokens[place.index].shape == .lower {
            let isName = last > place.first && document.tokens[last - 1].shape.isCapitalized && document.tokens[last].gap == .none
            return isQuoted || isName ? .join(.loweredQuestion) : nil
        }
        return isQuoted && reports(place.index, document) ? .join(.reportedQuestion) : nil
    }

    /// Whether a name or pronoun and a verb of speech stand at a token.
    private func reports(_ index: Int, _ document: Document) -> Bool {
        for next in index + 1..<max(index + 1, min(index + 4, document.tokens.count)) {
            if document.tokens[next].classes.contains(.speechVerb) { return document.tokens[next].shape == .lower }
            if !document.tokens[next].shape.isCapitalized { return false }
        }
        return false
    }

    /// `…` and `...` end a sentence before a capital, unless they are all of it.
    private func ellipsis(_ place: SentencePlace, _ last: Int, _ document: Document) -> SentenceDecision? {
        if last == place.first { return place.isICU ? .join(.ellipsis) : nil }
        let following = document.tokens[place.index]
        if last < place.index - 1, reports(place.index, document) { return place.isICU ? .join(.reportedQuestion) : nil }
        guard !place.isICU, following.gap > .none, following.shape == .title, following.range.count > 1 else { return nil }
        return .split(.ellipsis)
    }

    /// Whether the full stop behind an ordinary word is no abbreviation's.
    private func isSentenceEnd(_ stop: Int, _ document: Document) -> Bool {
        let word = document.tokens[stop - 1]
        return word.kind == .clitic || word.classes.contains(.common) && word.range.count >= 3
    }
}
