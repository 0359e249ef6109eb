/// What a sentence may begin with, where ICU is too strict or too lax.
struct StartRules {
    let lexicon: Lexicon

    func decision(at place: SentencePlace, in document: Document) -> SentenceDecision? {
        guard let last = document.lastBeforeClosers(place.index, from: place.first), document.isStop(last) else { return nil }
        let following = document.tokens[place.index]
        if document.isEllipsis(last) { return ellipsis(place, last, document) }
        let mark = document.lastByte(ofToken: last)
        if place.isICU {
            return mark != UInt8(ascii: ".") && following.shape == .lower ? .join(.loweredQuestion) : nil
        }
        guard mark == UInt8(ascii: "."), last > place.first, following.kind == .word else { return nil }
        if following.gap == .none {
            return last == place.index - 1 && document.tokens[last - 1].kind == .word && document.tokens[last].gap == .none ? .split(.missingSpace) : nil
        }
        if following.shape == .mixed { return .split(.mixedStart) }
        return following.shape == .lower && isSentenceEnd(last, document) ? .split(.lowerStart) : nil
    }

    /// `…` and `...` end a sentence before a capital, unless they are all of it.
    private func ellipsis(_ place: SentencePlace, _ last: Int, _ document: Document) -> SentenceDecision? {
        if last == place.first { return place.isICU ? .join(.ellipsis) : nil }
        let following = document.tokens[place.index]
        guard !place.isICU, following.gap > .none, following.shape == .title, following.range.count > 1 else { return nil }
        return .split(.ellipsis)
    }

    /// Whether the full stop behind an ordinary word is no abbreviation's.
    private func isSentenceEnd(_ stop: Int, _ document: Document) -> Bool {
        let word = document.tokens[stop - 1]
        return word.kind == .clitic || word.classes.contains(.common) && word.range.count >= 3
    }
}
