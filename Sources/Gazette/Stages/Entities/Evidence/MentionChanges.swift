/// What differs between two choices of names: other spans than those that share words or tokens with it weigh what they did before.
struct MentionChanges {
    /// By the number of the words.
    private var words: [Bool] = []
    private var tokens = TokenSet()

    /// Notes the names that one choice has and the other has not. Both are in the order of the spans that the questions are for.
    mutating func find(
        _ left: [MentionMap.Mention], _ right: [MentionMap.Mention], _ questions: [EvidenceReader.Question], wordCount: Int, _ document: Document
    ) {
        words.removeAll(keepingCapacity: true)
        words += repeatElement(false, count: wordCount)
        tokens.reset(count: document.tokens.count)
        var (next, other) = (0, 0)
        while next < left.count || other < right.count {
            if next < left.count, other < right.count, left[next] == right[other] {
                (next, other) = (next + 1, other + 1)
            } else if other == right.count || next < left.count && left[next].span <= right[other].span {
                note(left[next], questions)
                next += 1
            } else {
                note(right[other], questions)
                other += 1
            }
        }
    }

    private mutating func note(_ mention: MentionMap.Mention, _ questions: [EvidenceReader.Question]) {
        let own = questions[Int(mention.span)].words
        (words[Int(own.whole)], words[Int(own.first)], words[Int(own.last)]) = (true, true, true)
        for token in mention.tokens { tokens.insert(token) }
    }

    /// Notes spans that have to be weighed anew whatever has changed.
    mutating func note(_ places: [Int], _ spans: EvidenceSpans) {
        for place in places { tokens.insert(spans.spans[place].tokens.lowerBound) }
    }

    /// Whether the memory may have another answer to the question for a span.
    @inline(__always)
    func concern(_ span: TokenRange, _ question: EvidenceReader.Question) -> Bool {
        let own = question.words
        if words[Int(own.whole)] || words[Int(own.first)] || words[Int(own.last)] { return true }
        if tokens.contains(span.lowerBound) || tokens.contains(span.upperBound - 1) { return true }
        return question.left >= 0 && tokens.contains(Int(question.left)) || question.right >= 0 && tokens.contains(Int(question.right))
    }
}
