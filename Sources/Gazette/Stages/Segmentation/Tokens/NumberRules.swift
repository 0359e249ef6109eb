extension Tokenizer {
    /// Takes a number that is written in several of ICU's words, or a number and its unit that ICU takes for one word.
    mutating func takeNumber(_ found: FoundWord, _ end: Int) -> Bool {
        guard text[start].isDigit else { return false }
        let digits = text.endOfDigits(from: start)
        if digits == end, let (stop, rule) = endOfCompound(end) {
            note(rule, start, stop)
            take(to: stop, .number)
            return true
        }
        if found.shape != .none { return takeUnit(found, end) }
        if takeDecade(end) || takeListItem(end) { return true }
        take(to: end, .number, found)
        return true
    }

    // MARK: Compounds

    /// `7:30`, `1/2`, `03/04/2024`, `2024-01-03`, `555-0100`: where digits that one kind of mark parts end. Nil for `1939-45`, a range.
    private func endOfCompound(_ end: Int) -> (stop: Int, rule: Refinement)? {
        let mark = byte(end)
        guard mark == UInt8(ascii: ":") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-"), byte(end + 1).isDigit else { return nil }
        var lengths = [end - start]
        var stop = end
        while byte(stop) == mark, byte(stop + 1).isDigit, lengths.count < 5 {
            let next = text.endOfDigits(from: stop + 1)
            lengths.append(next - stop - 1)
            stop = next
        }
        if byte(stop).isWordByte || byte(stop) == mark { return nil }
        if byte(stop) == UInt8(ascii: "."), byte(stop + 1).isDigit { stop = text.endOfDigits(from: stop + 1) }
        switch mark {
        case UInt8(ascii: ":"): return (stop, .clock)
        case UInt8(ascii: "/"): return (stop, lengths.count > 2 ? .numericDate : .fraction)
        default: return lengths.count > 2 || lengths == [3, 4] ? (stop, .numericDate) : nil
        }
    }

    /// `56km`, `5m`, `10pm`: a unit of the lexicon is a token of its own; `1990s`, `5th` and `3D` stay whole.
    private mutating func takeUnit(_ found: FoundWord, _ end: Int) -> Bool {
        var cut = start
        while cut < end, text[cut].isDigit || text[cut] == UInt8(ascii: ".") || text[cut] == UInt8(ascii: ",") { cut += 1 }
        guard cut < end, byte(cut).isLetter || byte(cut) >= 0x80, finder.find(text, cut..<end).classes.contains(.numberSuffix) else { return false }
        note(.unit, start, end)
        take(to: cut, .number)
        if !(byte(end) == UInt8(ascii: ".") && takeAbbreviation(finder.find(text, start..<end), end)) { take(to: end, .word) }
        return true
    }

    /// `80's`, `1990's`.
    private mutating func takeDecade(_ end: Int) -> Bool {
        let length = text.apostropheLength(at: end)
        let stop = end + length + 1
        guard length > 0, byte(stop - 1) == UInt8(ascii: "s"), !byte(stop).isWordByte,
            end - start == 2 || end - start == 4 && text[end - 1] == UInt8(ascii: "0")
        else { return false }
        note(.decade, start, stop)
        take(to: stop, .number)
        return true
    }

    /// `1.` and `2.1.` at the start of a line, a bullet before them or a bracket behind them or not, keep their period.
    private mutating func takeListItem(_ end: Int) -> Bool {
        guard beginsLine, end - start <= 4, text.endOfDigits(from: start) - start <= 2, byte(end) == UInt8(ascii: "."),
            byte(end + 1) == 0x20 || byte(end + 1) == UInt8(ascii: ")") && byte(end + 2) == 0x20
        else { return false }
        note(.listItem, start, end + 1)
        take(to: end + 1, .number)
        return true
    }

    /// Whether nothing but a bullet stands before `start` in its line.
    private var beginsLine: Bool {
        guard let last = tokens.last, gap < .newline else { return true }
        return last.kind != .word && gap == .space && last.gap >= .newline
    }

    // MARK: Signs

    /// Whether the plus sign at `start` is the sign of a number.
    var isSign: Bool { !isAttached && byte(start + 1).isDigit && end == start + 1 }

    /// `+10`; a minus stays apart, as it may be a dash.
    mutating func takeSigned() {
        guard let stop = end(ofWordAt: start + 1) else { return take(to: end, .symbol) }
        note(.sign, start, stop)
        take(to: stop, .number)
    }
}
