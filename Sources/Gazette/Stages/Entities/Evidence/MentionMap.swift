/// Which of a document's tokens belong to the names that have been chosen.
struct MentionMap {
    struct Mention {
        var tokens: TokenRange
        var group: NameGroup
    }

    private(set) var mentions: [Mention] = []
    /// By token the index of the mention that covers it, -1 outside.
    private var covering = TokenNotes<Int32>(blank: -1)

    mutating func learn(_ chosen: [Mention], _ document: Document) {
        covering.reset(count: document.tokens.count)
        mentions.removeAll(keepingCapacity: true)
        for mention in chosen {
            for token in mention.tokens { covering.note(Int32(truncatingIfNeeded: mentions.count), at: token) }
            mentions.append(mention)
        }
    }

    /// The index of the mention that covers a token of the document.
    func index(at token: Int) -> Int? {
        let index = covering[token]
        return index < 0 ? nil : Int(index)
    }

    /// The mention that covers a token of the document.
    subscript(token: Int) -> Mention? { index(at: token).map { mentions[$0] } }
}
