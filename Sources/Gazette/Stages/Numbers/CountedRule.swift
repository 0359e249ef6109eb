/// Finds the noun phrase of what a cardinal counts: `15,000 |Taliban fighters|`, `one |faction|`.
///
/// After a number other than one, the phrase ends with its first plural, unless more plurals follow at once; after one, with the last word before
/// a function word or a mark. Where neither is in reach nothing is counted.
struct CountedRule {
    let text: NumberText

    /// The longest phrase, in words.
    private static let reach = 5

    /// The phrase behind an amount, or behind what bounds it.
    func counted(by amount: Amount, from end: Int? = nil) -> ByteRange? {
        guard amount.kind == .cardinal || amount.rule == "ratio", var start = afterOf(amount, end ?? amount.pieces.upperBound) else { return nil }
        while text.value(.nounPhrase, at: start) == "skip", text[start].isNear { start += 1 }
        return amount.value == .one ? singular(from: start) : plural(from: start)
    }

    /// Behind `of`, which orders of magnitude need: `dozens of`, `a couple of`.
    private func afterOf(_ amount: Amount, _ end: Int) -> Int? {
        let last = amount.pieces.upperBound - 1
        guard amount.isVague && text[last].has(.vagueNumber) || text.has(.group, at: last) else { return end }
        if text.has(.of, at: end) { return end + 1 }
        return text[last].has(.multiplier) && text[last].value == nil && !text[last].has(.vagueNumber) ? end : nil
    }

    /// The phrase up to its plural head.
    func plural(from start: Int) -> ByteRange? {
        var (index, head) = (start, Int?.none)
        while index < start + Self.reach * 2, isInside(index, start) {
            if isApostrophe(index) {
                head = nil
            } else if text[index].isWord, !isCompound(index) {
                if isPlural(index) { head = index } else if let head, !isName(head, index) { break }
            }
            index += 1
        }
        return head.map { text.range(start..<$0 + 1) }
    }

    /// `Coastal Arts Trail stops`: a plural inside a name is no head.
    private func isName(_ head: Int, _ index: Int) -> Bool { text[head].shape.isCapitalized && text[index].shape.isCapitalized }

    private func singular(from start: Int) -> ByteRange? {
        var index = start
        while index < start + 3, isInside(index, start), !isApostrophe(index) { index += 1 }
        guard index > start, !isInside(index, start), !text[index].isHyphen, index > start + 1 || !text.endsLikeParticiple(at: start), !(text[index].isJoined && text[index].isWord) else { return nil }
        return text.range(start..<index)
    }

    /// Whether a piece may belong to the phrase: a word of content, any word of a compound, a hyphen in one, or a genitive's ending.
    private func isInside(_ index: Int, _ start: Int) -> Bool {
        let piece = text[index]
        if piece.isHyphen { return index > start && piece.isJoined && text[index + 1].isJoined }
        if isApostrophe(index) { return index > start && text[index + 1].isWord && text[index + 1].isNear && !text[index + 1].isJoined }
        guard piece.isWord, piece.isNear, !piece.isJoined || text[index - 1].isHyphen else { return false }
        return text[index - 1].isHyphen || isCompound(index) || text.value(.nounPhrase, at: index) != "end"
    }

    /// Whether a hyphen ties a word to the next one.
    private func isCompound(_ index: Int) -> Bool { text[index + 1].isHyphen && text[index + 1].isJoined && text[index + 2].isJoined }

    /// `'s`, or the bare apostrophe behind a plural.
    private func isApostrophe(_ index: Int) -> Bool { text[index].isJoined && (text[index].mark == "'" || text[index].mark == "\u{2019}") }

    /// A listed plural, or a word that ends with `s` as plurals do.
    private func isPlural(_ index: Int) -> Bool {
        if text.value(.nounPhrase, at: index) == "plural" { return true }
        return text.endsLikePlural(at: index)
    }
}
