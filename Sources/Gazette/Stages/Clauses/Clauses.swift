/// What a document's tokens are in their clauses.
struct Clauses: Sendable, Hashable {
    /// For every token what it is; empty where no stage has asked.
    var tokens: [ClauseToken] = []
    /// The tokens at which what a cue covers may end, in order: semicolons, brackets, and contrasts ("but").
    var breaks: [Int] = []
    /// The tokens that negate ("not", "no"), in order.
    var negators: [Int] = []

    /// Forgets what was known and makes room for so many tokens.
    mutating func reset(count: Int) {
        if tokens.count > count {
            tokens.removeLast(tokens.count - count)
        } else {
            tokens.append(contentsOf: repeatElement(ClauseToken(part: .word), count: count - tokens.count))
        }
        breaks.removeAll(keepingCapacity: true)
        negators.removeAll(keepingCapacity: true)
    }
}
