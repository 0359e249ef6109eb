/// Whether a sentence speaks of the past or of what is to come, by the tensed word nearest to a date.
///
/// Words of the `tense` class tell, and regular past forms by their ending; of equally near ones the one before the date wins.
struct TenseReader {
    /// How many tokens to look at on either side.
    private static let reach = 12

    let document: Document
    let lexicon: Lexicon

    enum Tense { case past, future, unknown }

    func tense(around tokens: TokenRange, in sentence: TokenRange) -> Tense {
        for distance in 1...Self.reach {
            let before = tokens.lowerBound - distance
            if before >= sentence.lowerBound, let tense = tense(of: before, next: before + 1) { return tense }
            let after = tokens.upperBound - 1 + distance
            if after < sentence.upperBound, let tense = tense(of: after, next: after + 1) { return tense }
        }
        return .unknown
    }

    private func tense(of index: Int, next: Int) -> Tense? {
        let token = document.tokens[index]
        guard !token.shape.isCapitalized else { return nil }
        if token.classes.contains(.tense) { return lexicon.code(of: .tense, for: token.word) == 1 ? .past : .future }
        return isRegularPast(token) ? .past : nil
    }

    /// `announced`: small letters and `-ed`.
    private func isRegularPast(_ token: Token) -> Bool {
        guard token.kind == .word, token.shape == .lower, token.range.count > 4 else { return false }
        let end = Int(token.range.end)
        return document.text[end - 1] == UInt8(ascii: "d") && document.text[end - 2] == UInt8(ascii: "e")
    }
}
