/// Which of a document's tokens belong to the names that have been chosen.
struct MentionMap {
    /// A name that has been chosen: one of the spans, and what it is.
    struct Mention: BitwiseCopyable, Equatable {
        private let start: Int32
        private let end: Int32
        /// The index of the span.
        let span: Int32
        let group: NameGroup

        init(span: Int, of spans: EvidenceSpans, _ group: NameGroup) {
            let tokens = spans.spans[span].tokens
            (start, end) = (Int32(truncatingIfNeeded: tokens.lowerBound), Int32(truncatingIfNeeded: tokens.upperBound))
            (self.span, self.group) = (Int32(truncatingIfNeeded: span), group)
        }

        var tokens: TokenRange { Int(start)..<Int(end) }
    }

    private(set) var mentions: [Mention] = []
    /// By token the index of the mention that covers it, -1 outside.
    private var covering: [Int32] = []

    mutating func learn(_ chosen: [Mention], _ document: Document) {
        var covering: [Int32] = []
        swap(&covering, &self.covering)
        for mention in mentions {
            for token in mention.tokens { covering[token] = -1 }
        }
        covering.makeRoom(for: document.tokens.count, -1)
        for index in chosen.indices {
            for token in chosen[index].tokens { covering[token] = Int32(truncatingIfNeeded: index) }
        }
        swap(&covering, &self.covering)
        mentions.removeAll(keepingCapacity: true)
        mentions += chosen
    }

    /// The index of the mention that covers a token of the document, -1 where none does.
    func index(at token: Int) -> Int32 { covering[token] }

    /// The mention that covers a token of the document.
    subscript(token: Int) -> Mention? {
        let index = covering[token]
        return index < 0 ? nil : mentions[Int(index)]
    }
}
