/// Finds the noun phrase of what a cardinal counts: `15,000 |Taliban fighters|`, `one |faction|`.
///
/// After a number other than one, the phrase ends with its first plural, unless more plurals follow at once; after one, with the last word before
/// a function word or a mark. Where neither is in reach nothing is counted.
struct CountedRule {
    let text: NumberText

    /// The longest phrase, in words.
    private static let reach = 5

    func counted(by amount: Amount) -> ByteRange? {
        guard amount.kind == .cardinal || amount.kind == .ratio && amount.rule.description == "ratio" else { return nil }
        var start = amount.pieces.upperBound
        if let after = text.longest(.comparatorAfter, at: start) { start = after.end }
        if amount.isVague {
            guard text.has(.of, at: start) else { return nil }
            start += 1
        }
        while text.value(.nounPhrase, at: start) == "skip", text[start].isNear { start += 1 }
        return amount.value == .one ? singular(from: start) : plural(from: start)
    }

    /// The phrase up to its plural head.
    func plural(from start: Int) -> ByteRange? {
        var (index, head) = (start, Int?.none)
        while index < start + Self.reach * 2, isInside(index, start) {
            let isCompound = text[index + 1].isHyphen && text[index + 1].isJoined && text[index + 2].isJoined
            if !isCompound, !text[index].isHyphen {
                if isPlural(index) { head = index } else if head != nil, !isPossessive(index) { break }
            }
            if isPossessive(index) { head = nil }
            index += 1
        }
        return head.map { text.range(start..<$0 + 1) }
    }

    private func singular(from start: Int) -> ByteRange? {
        var index = start
        while index < start + 3, isInside(index, start) { index += 1 }
        guard index > start, index < start + 3 || !isInside(index, start), !text[index].isHyphen, !isPossessive(index), !text[index].isJoined || !text[index].isWord
        else { return nil }
        return text.range(start..<index)
    }

    /// Whether a piece may belong to the phrase: a word of content, a hyphen in one, or a possessive ending.
    private func isInside(_ index: Int, _ start: Int) -> Bool {
        let piece = text[index]
        if piece.isHyphen { return index > start && piece.isJoined && text[index + 1].isJoined }
        guard piece.isWord, piece.isNear, !piece.isJoined || text[index - 1].isHyphen || isPossessive(index) else { return false }
        return text[index - 1].isHyphen || text.value(.nounPhrase, at: index) != "end"
    }

    private func isPossessive(_ index: Int) -> Bool { text[index].isWord && text[index].isJoined && text[index].range.count <= 4 && !text[index - 1].isHyphen }

    /// A listed plural, or a word that ends with `s` as plurals do.
    private func isPlural(_ index: Int) -> Bool {
        if text.value(.nounPhrase, at: index) == "plural" { return true }
        return text.endsLikePlural(at: index)
    }
}
