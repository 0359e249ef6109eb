/// What differs between two choices of names: spans that share no words with it, and lie no nearer than `reach` tokens, weigh what they did before.
struct MentionChanges {
    /// The numbers of the words that begin or end a name that has come or gone.
    private var words = TokenSet()
    /// The tokens that are near to such a name.
    private var tokens = TokenSet()

    /// How far a name is asked for beside a span.
    private static let reach = 2

    /// Notes the names that one choice has and the other has not. Both are in the order of the spans.
    mutating func find(_ left: [MentionMap.Mention], _ right: [MentionMap.Mention], _ numbers: inout WordNumbers, _ document: Document) {
        words.reset(count: numbers.count)
        tokens.reset(count: document.tokens.count)
        var (next, other) = (0, 0)
        while next < left.count || other < right.count {
            if next < left.count, other < right.count, left[next] == right[other] {
                (next, other) = (next + 1, other + 1)
            } else if other == right.count || next < left.count && left[next].span <= right[other].span {
                note(left[next].tokens, &numbers, document)
                next += 1
            } else {
                note(right[other].tokens, &numbers, document)
                other += 1
            }
        }
    }

    private mutating func note(_ mention: TokenRange, _ numbers: inout WordNumbers, _ document: Document) {
        words.insert(numbers.number(at: mention.lowerBound, document))
        words.insert(numbers.number(at: mention.upperBound - 1, document))
        let near = max(0, mention.lowerBound - Self.reach)..<min(mention.upperBound + Self.reach, document.tokens.count)
        for token in near { tokens.insert(token) }
    }

    /// Notes a span that has to be weighed anew whatever has changed.
    mutating func note(_ span: TokenRange) { tokens.insert(span.lowerBound) }

    /// Whether the memory may have another answer for a span, by its first and its last token and the numbers of their words: the same words
    /// have the same first and last one.
    @inline(__always)
    func concern(_ first: Int, _ firstWord: Int, _ last: Int, _ lastWord: Int) -> Bool {
        tokens.bit(first) | tokens.bit(last) | words.bit(firstWord) | words.bit(lastWord) != 0
    }
}
