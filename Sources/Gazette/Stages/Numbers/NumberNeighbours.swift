/// What stands beside a piece, and how its word is written.
extension NumberText {
    /// `|a| kilo of sugar`, `an inch of rain`, but not the rate in `$2 a kilo of`.
    @inline(__always)
    func isUnitArticle(_ index: Int) -> Bool { has(.article, at: index) && has(.of, at: index + 2) && isMeasured(index) }

    private func isMeasured(_ index: Int) -> Bool {
        guard self[index + 1].isMeasure, !self[index - 1].isDigits else { return false }
        let before = self[index - 1]
        return !before.classes.intersects(Self.rated)
    }

    /// Classes of words behind which an article and a unit are a rate.
    private static let rated = WordClasses([.number, .multiplier, .currency, .minorCurrency, .unit])

    /// The index behind a hyphen without spaces or a plain space; nil behind anything else.
    func afterJoint(_ index: Int) -> Int? {
        if self[index].isHyphen { return self[index].isJoined && self[index + 1].isJoined ? index + 1 : nil }
        return self[index].isNear && index < count ? index : nil
    }

    /// The index behind a hyphen with spaces between two words of a number (`fifty - two`), as old tokenized texts have it.
    func afterSpacedHyphen(_ index: Int) -> Int? {
        let (before, hyphen, after) = (self[index - 1], self[index], self[index + 1])
        guard hyphen.isHyphen, hyphen.gap == .space, after.gap == .space, before.has(.number) else { return nil }
        return after.has(.number) || after.has(.fraction) || after.has(.ordinal) ? index + 1 : nil
    }

    /// Whether a word ends with `s`, but not as `crisis`, `virus` and `loss` do.
    func endsLikePlural(at index: Int) -> Bool {
        let range = self[index].range
        guard range.count > 2, bytes[Int(range.end) - 1] | 0x20 == UInt8(ascii: "s") else { return false }
        let before = bytes[Int(range.end) - 2] | 0x20
        return before != UInt8(ascii: "s") && before != UInt8(ascii: "u") && before != UInt8(ascii: "i")
    }

    /// Whether a word ends with `ed` or `ing`.
    func endsLikeParticiple(at index: Int) -> Bool {
        let (count, end) = (self[index].range.count, Int(self[index].range.end))
        guard count > 4 else { return false }
        if bytes[end - 2] == UInt8(ascii: "e") { return bytes[end - 1] == UInt8(ascii: "d") }
        return count > 5 && bytes[end - 1] == UInt8(ascii: "g") && bytes[end - 2] == UInt8(ascii: "n") && bytes[end - 3] == UInt8(ascii: "i")
    }
}
