/// What differs between two choices of names: other spans than those that share words or tokens with it weigh what they did before.
struct MentionChanges {
    /// By the number of the words.
    private var words = TokenSet()
    /// From so many tokens before the first on.
    private var tokens = TokenSet()

    private static let before = 2

    /// Notes the names that one choice has and the other has not. Both are in the order of the spans.
    mutating func find(_ left: [MentionMap.Mention], _ right: [MentionMap.Mention], _ numbers: inout WordNumbers, _ document: Document) {
        words.reset(count: numbers.count)
        tokens.reset(count: document.tokens.count + 2 * Self.before)
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
        for token in mention { tokens.insert(token + Self.before) }
    }

    /// Notes a span that has to be weighed anew whatever has changed.
    mutating func note(_ span: TokenRange) { tokens.insert(span.lowerBound + Self.before) }

    /// Whether the memory may have another answer for a span, by the numbers of its first word and of its last, and by whether it is of one series with a
    /// name on its left or right. The same words have the same first and last one.
    @inline(__always)
    func concern(_ span: TokenRange, _ first: Int, _ last: Int, isSeries: (left: Bool, right: Bool)) -> Bool {
        let (start, end) = (span.lowerBound, span.upperBound)
        let series = (isSeries.left ? bit(start - 2) : 0) | (isSeries.right ? bit(end + 1) : 0)
        return words.bit(first) | words.bit(last) | bit(start) | bit(end - 1) | series != 0
    }

    @inline(__always)
    private func bit(_ token: Int) -> UInt64 { tokens.bit(token + Self.before) }
}
