extension Tokenizer {
    /// Passes over white space up to the segment's end, or up to marks that combine with it. False where none begins here.
    mutating func passWhiteSpace() -> Bool {
        var index = start
        while index < end, let length = whiteSpaceLength(text, index) {
            pass(index)
            index += length
        }
        if index == start { return false }
        if index < end { note(.whiteSpace, start, end) }
        move(to: index)
        return true
    }

    /// Widens the gap by one more white-space character. CR LF is one line break; two line breaks, whatever space is between them, end a paragraph.
    private mutating func pass(_ index: Int) {
        switch text[index] {
        case 0x0D where byte(index + 1) == 0x0A: return
        case 0x0A...0x0D: breakLine()
        case 0xC2 where text[index + 1] == 0x85: breakLine()
        case 0xE2 where text[index + 1] == 0x80 && text[index + 2] == 0xA8: breakLine()
        case 0xE2 where text[index + 1] == 0x80 && text[index + 2] == 0xA9:
            breakLine()
            gap = .paragraph
        default: gap = max(gap, .space)
        }
    }
}

/// The length in bytes of a white-space character (Unicode's White_Space) at an offset, nil for any other.
func whiteSpaceLength(_ text: [UInt8], _ index: Int) -> Int? {
    switch text[index] {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2: return text[index + 1] == 0x85 || text[index + 1] == 0xA0 ? 2 : nil
    case 0xE1: return text[index + 1] == 0x9A && text[index + 2] == 0x80 ? 3 : nil
    case 0xE2:
        let (second, third) = (text[index + 1], text[index + 2])
        let isSpace = second == 0x80 && (0x80...0x8A ~= third || 0xA8...0xA9 ~= third || third == 0xAF) || second == 0x81 && third == 0x9F
        return isSpace ? 3 : nil
    case 0xE3: return text[index + 1] == 0x80 && text[index + 2] == 0x80 ? 3 : nil
    default: return nil
    }
}
