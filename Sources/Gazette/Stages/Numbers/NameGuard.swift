/// Tells digits that number nothing: in names (`B-52`, `Boeing 737`), identifiers and telephone numbers, times of day.
struct NameGuard {
    private let text: NumberText
    /// Whether most words of the sentence have a capital.
    private let isHeadline: Bool

    init(text: NumberText) {
        self.text = text
        let words = text.pieces.count { $0.isWord }
        isHeadline = text.pieces.count { $0.isWord && $0.shape.isCapitalized } * 4 >= words * 3
    }

    /// Where the rules go on behind digits that are no number; nil for a number.
    func end(at index: Int) -> Int? {
        let piece = text[index]
        if let phrase = text.phrase(.never, at: index) ?? text.phrase(.never, at: index - 1).flatMap({ $0 > index ? $0 : nil }) { return phrase }
        guard piece.isDigits else { return isPronoun(index) || isNameWord(index) ? index + 1 : nil }
        if piece.value == nil { return index + 1 }
        if isNamePart(index) || isEnumerator(index) || isAddress(index) { return identifierEnd(index) ?? index + 1 }
        return identifierEnd(index)
    }

    // MARK: One

    /// `one` that stands for a thing: `the one`, `this one`, `a smaller one at`, `one that operates`, `one can`.
    private func isPronoun(_ index: Int) -> Bool {
        guard text[index].has(.number), text.decimal(.number, at: index) == .one else { return false }
        let (before, after) = (text[index - 1], index + 1)
        if text[after].isWord, text[after].isJoined { return true }
        if text[after].isHyphen || text[after].has(.multiplier) || text[after].has(.number) || text[after].has(.fraction) { return false }
        let endsPhrase = !text[after].isWord || text.value(.nounPhrase, at: after) == "end"
        guard before.isWord, text[index].isNear else { return text.has(.pronounEnd, at: after) }
        if before.has(.ordinal) { return true }
        if text.has(.notOne, at: index - 1) { return endsPhrase }
        let hasAdjective = before.shape == .lower && !before.has(.number) && !text.has(.of, at: after)
        if hasAdjective, endsPhrase, text.has(.article, at: index - 2) || text.has(.notOne, at: index - 2) { return true }
        return text.has(.pronounEnd, at: after)
    }

    // MARK: Names

    /// `B-52`, `Covid-19`, `Boeing 737`, `Article 5`.
    private func isNamePart(_ index: Int) -> Bool {
        let (piece, before) = (text[index], text[index - 1])
        if before.isHyphen, piece.isJoined, before.isJoined, text[index - 2].isWord, !text[index - 2].isDigits {
            return text.longest(.currency, endingAt: index - 1, within: 2) == nil && !text.has(.to, at: index - 2)
        }
        if before.mark == "#" || before.mark == "@" { return piece.isJoined }
        return piece.isNear && followsName(index)
    }

    /// `10 Downing Street`.
    private func isAddress(_ index: Int) -> Bool {
        guard text[index].range.count <= 4, text[index + 1].isWord, text[index + 1].shape.isCapitalized, text[index + 1].isNear else { return false }
        return (index + 2...index + 3).contains {
            text[$0].isWord && text[$0].shape.isCapitalized && (text.value(.placeHead, at: $0)?.hasPrefix("FAC") ?? false)
        }
    }

    /// `3.` or `3)` at the start of a line numbers a list.
    private func isEnumerator(_ index: Int) -> Bool {
        let mark = text[index + 1]
        return text[index].gap >= .newline && text[index].range.count < 3 && mark.isJoined && (mark.mark == "." || mark.mark == ")")
            && (index + 2 == text.count || text[index + 2].isWord && text[index + 2].shape.isCapitalized)
    }

    /// `First Lady`, `Channel Four`: a capitalised number word between capitals, but not in a headline, where most words have one.
    private func isNameWord(_ index: Int) -> Bool {
        let (piece, before, after) = (text[index], text[index - 1], text[index + 1])
        guard index > 0, piece.shape == .title, before.isWord, piece.isNear else { return false }
        let isAfterName = before.shape.isCapitalized && index > 1 && !before.has(.number)
        let isBeforeName = piece.has(.ordinal) && after.isWord && after.isNear && after.shape.isCapitalized
        return (isAfterName || isBeforeName) && !isHeadline
    }

    private func followsName(_ index: Int) -> Bool {
        let (piece, before) = (text[index], text[index - 1])
        guard before.isWord, before.shape.isCapitalized, let value = piece.value?.integer, value >= 0, value < 10_000, piece.range.count <= 4,
            before.shape != .lower, !before.has(.currency), !before.has(.month), !before.has(.weekday), !before.has(.comparator)
        else { return false }
        let next = text[index + 1]
        if text.has(.identifier, at: index - 1) { return !next.isJoined || next.form == .mark }
        if next.isJoined, next.isWord || next.mark == "%" || next.isDash || next.mark == "/" { return false }
        let isFirst = index < 2 || text[index - 2].form == .mark && !text[index - 2].isHyphen
        if isFirst || text.value(.nounPhrase, at: index - 1) == "end" { return false }
        if next.isWord, next.isNear {
            if next.has(.multiplier) || next.has(.unit) || next.has(.currency) || text.longest(.unit, at: index + 1) != nil { return false }
            return next.shape.isCapitalized || CountedRule(text: text).plural(from: index + 1) == nil
        }
        return !next.has(.unit) && !next.has(.currency)
    }

    // MARK: Identifiers

    /// `+1-222-2222`, `555-0134`, `9/11`, `12:30`, `1995-01`.
    private func identifierEnd(_ index: Int) -> Int? {
        var (end, groups, hasZero) = (index + 1, 1, false)
        var marks = Set<Unicode.Scalar>()
        while isLink(text[end]), text[end].isJoined, text[end + 1].isDigits, text[end + 1].isJoined {
            marks.insert(text[end].mark)
            groups += 1
            hasZero = hasZero || text[end + 1].range.count > 1 && startsWithZero(end + 1)
            end += 2
        }
        if groups == 1 { return text[index - 1].mark == "+" && text[index].isJoined && text[index].range.count > 6 ? end : nil }
        if groups > 2 || hasZero { return end }
        if marks.contains(":") { return end }
        if marks.contains("/"), let above = text[index].value, let below = text[index + 2].value {
            return above < below && below.integer != 11 ? nil : end
        }
        return nil
    }

    private func isLink(_ piece: NumberPiece) -> Bool {
        piece.isHyphen || piece.mark == "/" || piece.mark == ":" || piece.mark == "." && piece.isJoined
    }

    private func startsWithZero(_ index: Int) -> Bool { text.firstByte(at: index) == UInt8(ascii: "0") && (text[index].value?.exponent ?? 0) >= 0 }
}
