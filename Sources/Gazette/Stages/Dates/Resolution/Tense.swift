/// Whether a sentence speaks of the past or of what is to come, by the tensed word nearest to a date.
///
/// Words and phrases of the `tense` class tell (`will`, `is to`, `as soon as`), and regular past forms by their ending. A word before the date
/// tells more than one as far behind it: `will double flights by August in markets untouched by the crisis` is to come.
struct TenseReader {
    /// How many tokens to look at on either side.
    private static let reach = 12
    private static let closeReach = 3
    /// How far behind a date that opens its sentence its verb may stand.
    private static let farReach = 40

    private var text: DateText

    init(text: DateText) { self.text = text }

    /// Goes on to the sentence of these tokens.
    mutating func read(_ sentence: TokenRange) {
        if text.sentence != sentence { text.memo.pointee.reset() }
        text.sentence = sentence
    }

    enum Tense {
        case past, future, unknown
        /// What may be still to come or may have been: `could be released`.
        case possible
    }

    /// Whether a date ends or begins something that goes on: `through January`, `by August`, `from May`.
    /// After `from` only where no verb tells more.
    func isOpen(before tokens: TokenRange) -> Bool {
        let index = tokens.lowerBound - 1
        return text.tense(index) == .open && (text.role(index) != .from || tense(around: tokens) == .unknown)
    }

    /// Whether a date ends a stretch of time: `until Thursday`.
    func endsRange(before tokens: TokenRange) -> Bool { text.role(tokens.lowerBound - 1) == .to }

    /// Whether a date is what something new is measured from and not what is told of: `the lowest since May 2023`.
    func isSince(before tokens: TokenRange) -> Bool {
        let index = tokens.lowerBound - 1
        return text.role(index) == .from && text.tense(index) == .past
    }

    func tense(around tokens: TokenRange) -> Tense {
        if let known = text.memo.pointee.knownTense(around: tokens) { return known }
        let found = readTense(around: tokens)
        text.memo.pointee.keep(found, around: tokens)
        return found
    }

    private func readTense(around tokens: TokenRange) -> Tense {
        if text.token(tokens.upperBound)?.kind == .clitic { return tense(beforePossessive: tokens.lowerBound) }
        let before = nearest(before: tokens.lowerBound, Self.reach)
        let isOpening = tokens.lowerBound <= text.sentence.lowerBound + 2
        let after = nearest(from: tokens.upperBound, isOpening ? Self.farReach : Self.reach)
        guard let before else { return after?.tense ?? .unknown }
        guard let after, 2 * after.distance < before.distance else { return before.tense }
        return after.tense
    }

    /// What happened on a day is spoken of as that day's, unless a word close before says that it is to come: `ahead of Sunday's vote`.
    private func tense(beforePossessive index: Int) -> Tense {
        nearest(before: index, Self.closeReach)?.tense == .future ? .future : .past
    }

    /// The tensed word nearest to a token among so many before it.
    private func nearest(before index: Int, _ reach: Int) -> (tense: Tense, distance: Int)? {
        nearest(index - 1, step: -1, min(reach, index - text.sentence.lowerBound))
    }

    /// The same among so many tokens from one on.
    private func nearest(from index: Int, _ reach: Int) -> (tense: Tense, distance: Int)? {
        nearest(index, step: 1, min(reach, text.sentence.upperBound - index))
    }

    private func nearest(_ start: Int, step: Int, _ count: Int) -> (tense: Tense, distance: Int)? {
        var (index, distance) = (start, 1)
        while distance <= count {
            if isJoint(index) || step > 0 && isSpoken(index) { return nil }
            if let tense = tense(of: index, text.tokens[index]) { return (tense, distance) }
            (index, distance) = (index + step, distance + 1)
        }
        return nil
    }

    private func tense(of index: Int, _ token: Token) -> Tense? {
        if token.kind == .clitic { return text.bytes(index).last == UInt8(ascii: "l") ? .future : nil }
        if token.shape.isCapitalized, index > text.sentence.lowerBound { return nil }
        if let row = text.tensePhrase(at: index) { return named(row.mark, index) }
        return isRegularPast(token) ? past(index) : nil
    }

    /// Whether another clause begins: `…, and will return Monday`; one verb may still govern both.
    private func isJoint(_ index: Int) -> Bool {
        guard text.role(index) == .and, let next = text.token(index + 1) else { return false }
        return next.classes.contains(.tense) || next.role == .be
    }

    /// Whether who says it follows: `to appear on Monday, said the brigadier`.
    private func isSpoken(_ index: Int) -> Bool {
        text.tokens[index].kind == .punctuation && text.token(index + 1)?.classes.contains(.speechVerb) == true
    }

    /// What a row says.
    private func named(_ mark: TenseMark, _ index: Int) -> Tense? {
        switch mark {
        case .past: return past(index)
        case .future: return future(index)
        case .possible: return .possible
        default: return nil
        }
    }

    /// `until` at a sentence's start says nothing (`Until Thursday, they had kept silent`), and `had been due` is over.
    private func future(_ index: Int) -> Tense? {
        if index == text.sentence.lowerBound, text.role(index) == .to { return nil }
        return isPast(from: index - 2, to: index) ? .past : .future
    }

    /// A past form; after `be` a participle of what is to come: `will be named`, `to be held`, or may be: `could be held`; but `could not be reached`.
    private func past(_ index: Int) -> Tense {
        guard text.tense(index - 1) == .passive, !isPast(from: index - 3, to: index) else { return .past }
        return text.tense(index - 2) == .possible ? .possible : .future
    }

    /// Whether tokens are a phrase of the past: `had been`, `could not be`.
    private func isPast(from start: Int, to end: Int) -> Bool {
        text.tensePhrase(at: start).map { $0.end == end && $0.mark == .past } ?? false
    }

    /// `announced`: small letters and `-ed`; not `unspecified`.
    private func isRegularPast(_ token: Token) -> Bool {
        guard token.kind == .word, token.shape == .lower, token.range.count > 4 else { return false }
        let end = Int(token.range.end)
        let start = Int(token.range.start)
        if text.utf8[start] == UInt8(ascii: "u"), text.utf8[start + 1] == UInt8(ascii: "n"), text.utf8[start + 2] != UInt8(ascii: "i") {
            return false
        }
        return text.utf8[end - 1] == UInt8(ascii: "d") && text.utf8[end - 2] == UInt8(ascii: "e")
    }
}
