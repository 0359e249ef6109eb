/// Corrects ICU's sentence boundaries at abbreviations and initials. Sentences begin and end at tokens.
struct SentenceRules {
    let lexicon: Lexicon

    func appendSentences(icuEnds: [Int32], to document: inout Document) {
        guard !document.tokens.isEmpty else { return }
        var first = 0
        var next = 0
        for index in 1..<document.tokens.count {
            let start = document.tokens[index].range.start
            let isEnd = advance(&next, icuEnds, to: start)
            if isEnd, isConfirmed(document, before: index) || document.tokens[index].gap == .paragraph {
                append(first..<index, to: &document)
                first = index
            }
        }
        append(first..<document.tokens.count, to: &document)
    }

    /// Whether ICU has a boundary behind the last one asked for, up to and including an offset.
    private func advance(_ next: inout Int, _ ends: [Int32], to start: Int32) -> Bool {
        var passed = false
        while next < ends.count, ends[next] <= start { (next, passed) = (next + 1, true) }
        return passed
    }

    private func append(_ tokens: TokenRange, to document: inout Document) {
        document.sentences.append(document.byteRange(of: tokens))
        document.sentenceTokens.append(tokens)
    }

    /// Whether a boundary of ICU's before a token stands after all.
    private func isConfirmed(_ document: Document, before index: Int) -> Bool {
        let last = document.tokens[index - 1]
        let following = document.tokens[index]
        guard last.kind == .abbreviation, following.gap != .newline else { return true }
        guard last.classes.contains(.abbreviation), let value = lexicon.value(of: .abbreviation, for: last.word) else {
            return last.range.count > 2 && following.shape.isCapitalized
        }
        switch value {
        case "name": return false
        case "number": return following.kind != .number
        case "end": return following.shape.isCapitalized
        default: return following.shape.isCapitalized && following.classes.contains(.common)
        }
    }
}
