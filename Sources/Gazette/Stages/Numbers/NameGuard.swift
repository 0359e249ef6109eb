/// Tells digits that number nothing: in names (`B-52`, `Boeing 737`), identifiers and telephone numbers, times of day.
struct NameGuard {
    let text: NumberText

    /// Where the rules go on behind digits that are no number; nil for a number.
    func end(at index: Int) -> Int? {
        if let end = neverEnd(index) { return end }
        guard text[index].isDigits else { return isPronoun(index) || isNameWord(index) ? index + 1 : nil }
        if isUnmarked(index) { return nil }
        if let end = phoneEnd(index) { return end }
        if text[index].value == nil { return index + 1 }
        if isNamePart(index) || isNamed(index) || isEnumerator(index) || isAddress(index) { return identifierEnd(index) ?? index + 1 }
        return identifierEnd(index)
    }

    /// Where a phrase ends whose number counts nothing.
    private func neverEnd(_ index: Int) -> Int? {
        if let phrase = text.phrase(.never, at: index) ?? text.phrase(.never, at: index - 1).flatMap({ $0 > index ? $0 : nil }) { return phrase }
        return text[index + 1].isHyphen ? text.phrase(.neverJoined, at: index) : nil
    }

    /// Digits in a line that neither begin with a zero nor have a capital, a tie or a word that names or calls beside them, as most have none: they are a
    /// number.
    private func isUnmarked(_ index: Int) -> Bool {
        let (before, piece, next) = (text[index - 1], text[index], text[index + 1])
        guard piece.hasValue, piece.isNear, text.bytes[Int(piece.range.start)] != UInt8(ascii: "0") else { return false }
        if next.shape.isCapitalized || next.has(.ordinalSuffix) || next.isJoined && isLink(next) { return false }
        if before.shape.isCapitalized || before.roles.intersects(Self.callers) { return false }
        switch before.mark {
        case "(", "+", "#", "@", "-", "\u{2010}", "\u{2011}": return false
        default: return true
        }
    }

    /// What stands before numbers that are called or that name.
    private static let callers = NumberRoles([.dial, .numbered])

    // MARK: One

    /// `one` that stands for a thing: `the one`, `this one`, `a smaller one at`, `one that operates`, `one can`.
    private func isPronoun(_ index: Int) -> Bool {
        guard text[index].has(.number), text.decimal(.number, at: index) == .one else { return false }
        let (before, after) = (text[index - 1], index + 1)
        if text[after].isWord, text[after].isJoined { return true }
        if text[after].isHyphen || text[after].has(.multiplier) || text[after].has(.number) || text[after].has(.fraction) { return false }
        let endsPhrase = text.endsPhrase(at: after) || text[after].has(.currency) && text[after].shape != .lower && text[after + 1].isDigits
        guard before.isWord, text[index].isNear else { return text.has(.pronounEnd, at: after) }
        if before.has(.ordinal) { return true }
        if text.has(.notOne, at: index - 1) { return endsPhrase || text.endsLikeParticiple(at: after) }
        let hasAdjective = before.shape == .lower && !before.has(.number) && !text.has(.of, at: after)
        if hasAdjective, endsPhrase, text.has(.article, at: index - 2) || text.has(.notOne, at: index - 2) { return true }
        return text.has(.pronounEnd, at: after)
    }

    // MARK: Names

    /// `the 28th Brigade`, `42nd Street`; `page 3`, `lap 6`.
    private func isNamed(_ index: Int) -> Bool {
        if text.has(.ordinalSuffix, at: index + 1), text[index + 1].isJoined {
            return text[index + 2].shape == .title && text.has(.numberedName, at: index + 2)
        }
        guard text.has(.numbered, at: index - 1), text[index].gap == .space, text[index].range.count < 5 else { return false }
        let next = text[index + 1]
        if next.isJoined, next.isWord || next.mark == "%" || next.isDash { return false }
        return !next.isWord || !next.isNear
            || !next.has(.multiplier) && text.longest(.unit, at: index + 1) == nil && CountedRule(text: text).plural(from: index + 1) == nil
    }

    /// `B-52`, `Covid-19`, `Boeing 737`, `Article 5`.
    private func isNamePart(_ index: Int) -> Bool {
        let (piece, before) = (text[index], text[index - 1])
        if before.isHyphen, piece.isJoined, before.isJoined, text[index - 2].isWord, !text[index - 2].isDigits {
            return text.longest(.currency, endingAt: index - 1, within: 2) == nil && !text.has(.to, at: index - 2)
        }
        if before.mark == "#" || before.mark == "@" { return piece.isJoined }
        return piece.isNear && followsName(index)
    }

    /// `10 Downing Street`, `14 Cowper St`.
    private func isAddress(_ index: Int) -> Bool {
        guard text[index].range.count <= 4, text[index + 1].isWord, text[index + 1].shape.isCapitalized, text[index + 1].isNear else { return false }
        if text.has(.street, at: index + 2), text[index + 2].shape == .title, text[index + 2].isNear { return true }
        return (index + 2...index + 3).contains {
            text[$0].isWord && text[$0].shape.isCapitalized && (text.value(.placeHead, at: $0).map { text.string($0).hasPrefix("FAC") } ?? false)
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
        guard index > 0, text[index].shape == .title, text[index - 1].isWord, text[index].isNear else { return false }
        let (piece, before, after) = (text[index], text[index - 1], text[index + 1])
        let isAfterName = before.shape.isCapitalized && index > 1 && !before.has(.number)
        let isBeforeName = piece.has(.ordinal) && after.isWord && after.isNear && after.shape.isCapitalized
        return (isAfterName || isBeforeName) && !text.isHeadline
    }

    private func followsName(_ index: Int) -> Bool {
        let (piece, before) = (text[index], text[index - 1])
        guard before.isWord, before.shape.isCapitalized, let value = piece.value?.integer, value >= 0, value < 10_000, piece.range.count <= 4,
            before.shape != .lower, !before.has(.currency), !before.has(.month), !before.has(.weekday), !before.has(.comparator)
        else { return false }
        let next = text[index + 1]
        if text.has(.identifier, at: index - 1) { return !next.isJoined || next.form == .mark }
        if next.isJoined, next.isWord || next.mark == "%" || next.isDash || next.mark == "/" { return false }
        let mark = text[index - 2]
        let isFirst = index < 2 || mark.form == .mark && !mark.isHyphen && mark.range.count == 1 && mark.mark != "," && mark.mark != ";"
        if isFirst || text.isEnd(index - 1) { return false }
        if next.isWord, next.isNear {
            if next.has(.multiplier) || next.has(.unit) || next.has(.currency) || text.longest(.unit, at: index + 1) != nil { return false }
            return next.shape.isCapitalized || CountedRule(text: text).plural(from: index + 1) == nil
        }
        return !next.has(.unit) && !next.has(.currency)
    }

    // MARK: Identifiers

    /// `+39 06 5550 1234`, `+1 (202) 555-0143`, `0800 555 111`, `(020) 7946 0958`, `(202) 555-0143`, and what is called: `call 101`, `call 555-0143`.
    private func phoneEnd(_ index: Int) -> Int? {
        let (piece, before, next) = (text[index], text[index - 1], text[index + 1])
        if text.has(.dial, at: index - 1), piece.range.count == 3 {
            if isLocalNumber(index) { return index + 3 }
            if CountedRule(text: text).plural(from: index + 1) == nil { return index + 1 }
        }
        let isOpen = before.mark == "(" && next.mark == ")"
        let isForeign = before.mark == "+" && piece.isJoined && piece.range.count < 4
        let isLocal = text.firstByte(at: index) == UInt8(ascii: "0") && piece.range.count > 2 && piece.value?.exponent ?? 0 >= 0
        if isOpen, piece.range.count == 3, isLocalNumber(index + 2) { return index + 5 }
        guard isForeign || isLocal else { return nil }
        var end = isOpen ? index + 2 : index + 1
        if isForeign, text[end].mark == "(", text[end + 1].isDigits, text[end + 2].mark == ")" { end += 3 }
        var groups = 0
        while groups < 5, text[end].isDigits, text[end].gap == .space || text[end].isJoined, 2...8 ~= text[end].range.count {
            (end, groups) = (end + 1, groups + 1)
            if text[end].isHyphen, text[end].isJoined { end += 1 }
        }
        return groups > 0 ? end : nil
    }

    /// `555-0143`: three digits, a hyphen and four.
    private func isLocalNumber(_ index: Int) -> Bool {
        text[index].isDigits && text[index].range.count == 3 && text[index + 1].isHyphen && text[index + 1].isJoined
            && text[index + 2].isDigits && text[index + 2].isJoined && text[index + 2].range.count == 4
    }

    /// `+1-222-2222`, `555-0134`, `9/11`, `12:30`, `1995-01`.
    private func identifierEnd(_ index: Int) -> Int? {
        var (end, groups, hasZero, hasColon, hasSlash) = (index + 1, 1, false, false, false)
        while isLink(text[end]), text[end].isJoined, text[end + 1].isDigits, text[end + 1].isJoined {
            hasColon = hasColon || text[end].mark == ":"
            hasSlash = hasSlash || text[end].mark == "/"
            groups += 1
            hasZero = hasZero || text[end + 1].range.count > 1 && startsWithZero(end + 1)
            end += 2
        }
        if groups == 1 { return text[index - 1].mark == "+" && text[index].isJoined && text[index].range.count > 6 ? end : nil }
        if groups > 2 || hasZero { return end }
        if hasColon { return end }
        if hasSlash, let above = text[index].value, let below = text[index + 2].value {
            return above < below && below.integer != 11 ? nil : end
        }
        return nil
    }

    private func isLink(_ piece: NumberPiece) -> Bool {
        piece.isHyphen || piece.mark == "/" || piece.mark == ":" || piece.mark == "." && piece.isJoined
    }

    private func startsWithZero(_ index: Int) -> Bool { text.firstByte(at: index) == UInt8(ascii: "0") && (text[index].value?.exponent ?? 0) >= 0 }
}
