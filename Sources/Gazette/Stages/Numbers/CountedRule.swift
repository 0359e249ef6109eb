/// Finds the noun phrase of what a cardinal counts: `15,000 |Taliban fighters|`, `one |faction|`.
///
/// After a number other than one, the phrase ends with its first plural that is no modifier; after one, with the last word before
/// a function word or a mark. Where neither is in reach nothing is counted.
struct CountedRule {
    let text: NumberText

    /// The longest phrase, in words.
    private static let reach = 5

    /// The phrase behind an amount, or behind what bounds it.
    func counted(by amount: Amount, from end: Int? = nil) -> ByteRange? {
        guard amount.kind == .cardinal else { return nil }
        if let member = compoundNoun(behind: end ?? amount.pieces.upperBound) { return member }
        let start = afterOf(amount, end ?? amount.pieces.upperBound)
        return amount.value == .one ? singular(from: start) : plural(from: start)
    }

    /// `five-|member| committee`.
    private func compoundNoun(behind end: Int) -> ByteRange? {
        guard text[end].isHyphen, text[end].isJoined, text[end + 1].isJoined, text[end + 1].isWord, !text.isEnd(end + 1)
        else { return nil }
        return text[end + 1].range
    }

    /// Behind the `of` of `a couple of`, `dozens of`.
    private func afterOf(_ amount: Amount, _ end: Int) -> Int {
        (amount.isVague || text.has(.group, at: amount.pieces.upperBound - 1)) && text.has(.of, at: end) ? end + 1 : end
    }

    /// The phrase up to its plural head, which doesn't begin with another number: `15,102 |ten years before`.
    func plural(from start: Int) -> ByteRange? {
        if text[start].has(.number), !isCompound(start) { return nil }
        var (index, head, isModifier) = (start, Int?.none, false)
        while index < start + Self.reach * 2, isInside(index, start) {
            if isApostrophe(index) {
                head = nil
            } else if text[index].isWord, !isCompound(index) {
                let isNext = isPlural(index)
                if let head, !isModifier, !isName(head, index), !(isNext && (isPeople(head) || index - 1 > head && isName(head, index - 1))) { break }
                if isNext { (head, isModifier) = (index, text.nounRole(at: index) == .modifier) }
            }
            index += 1
        }
        return head.map { text.range(start..<$0 + 1) }
    }

    /// `Dutch |tourists|`: a listed people may stand before what is counted.
    private func isPeople(_ index: Int) -> Bool { text[index].shape.isCapitalized && text.nounRole(at: index) == .plural }

    /// `Coastal Arts Trail stops`: a plural inside a name is no head.
    private func isName(_ head: Int, _ index: Int) -> Bool { text[head].shape.isCapitalized && text[index].shape.isCapitalized }

    /// The phrase up to the last word before its end, or before a participle.
    private func singular(from start: Int) -> ByteRange? {
        var index = start
        while index < start + 4, isInside(index, start), !isApostrophe(index) { index += 1 }
        if index > start + 1, text.endsLikeParticiple(at: index - 1) { index -= 1 } else if index == start + 4 { return nil }
        guard index > start, !text[index].isHyphen, !(text[index].isJoined && text[index].isWord), !isApostrophe(index),
            index > start + 1 || !text.endsLikeParticiple(at: start)
        else { return nil }
        return text.range(start..<index)
    }

    /// Whether a piece may belong to the phrase: a word of content, any word of a compound, a hyphen in one, or a genitive's ending.
    private func isInside(_ index: Int, _ start: Int) -> Bool {
        let piece = text[index]
        if piece.isHyphen { return index > start && piece.isJoined && text[index + 1].isJoined }
        if isApostrophe(index) { return index > start && text[index + 1].isWord && text[index + 1].isNear && !text[index + 1].isJoined }
        guard piece.isWord, piece.isNear, !piece.isJoined || text[index - 1].isHyphen else { return false }
        return text[index - 1].isHyphen || isCompound(index) || !text.isEnd(index)
    }

    /// Whether a hyphen ties a word to the next one.
    private func isCompound(_ index: Int) -> Bool {
        let next = text[index + 1]
        return next.isHyphen && next.isJoined && text[index + 2].isJoined
    }

    /// `'s`, or the bare apostrophe behind a plural.
    private func isApostrophe(_ index: Int) -> Bool {
        let piece = text[index]
        return piece.isJoined && (piece.mark == "'" || piece.mark == "\u{2019}")
    }

    /// A listed plural, or a word that ends with `s` as plurals do.
    private func isPlural(_ index: Int) -> Bool {
        switch text.nounRole(at: index) {
        case .plural, .modifier: return true
        default: return text.endsLikePlural(at: index)
        }
    }
}
