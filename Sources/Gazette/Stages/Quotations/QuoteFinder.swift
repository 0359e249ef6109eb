/// A stretch between quotation marks.
struct QuotedSpan: Hashable {
    /// From the opening mark to after the closing one, or to where the text lets an unclosed one end.
    var tokens: TokenRange
    /// 0 for a quotation that stands in no other.
    var depth: Int
    var isClosed: Bool
}

/// Pairs quotation marks: typographic, straight, guillemets, single ones and two single ones side by side (``` ``We go,'' ```); nested, unclosed, and over
/// several paragraphs.
///
/// A paragraph that opens with a mark while a quotation is open goes on with it (Chicago Manual of Style, 13.30); otherwise a paragraph's end closes it.
struct QuoteFinder {
    /// By their start.
    private(set) var spans: [QuotedSpan] = []
    /// The open ones: their places in `spans`, and the kind of mark.
    private var open: [(span: Int, kind: Mark)] = []

    private enum Mark { case double, single, angle }
    private enum Side { case opens, closes, either }

    /// Nesting deeper than this is no longer writing.
    static let mostOpen = 8

    /// Finds the quotations of a text. `marks` are the tokens that may be a mark or begin a paragraph, in order.
    mutating func find(_ marks: [Int], _ tokens: [Token], _ bytes: [UInt8]) {
        spans.removeAll(keepingCapacity: true)
        open.removeAll(keepingCapacity: true)
        for (place, index) in marks.enumerated() {
            let startsParagraph = tokens[index].gap == .paragraph
            if !startsParagraph, tokens[index].kind == .clitic, tokens[index].range.count == 2 { continue }
            let found = Self.mark(at: index, tokens, bytes)
            if startsParagraph, !open.isEmpty { endParagraph(at: index, found) }
            guard let (mark, side) = found else { continue }
            if startsParagraph, side != .closes, open.first?.kind == mark { continue }
            if mark == .single, side == .closes, Self.isPossessive(place, of: marks, tokens, bytes) { continue }
            read(mark, side, at: index)
        }
        endText(tokens.count)
        spans.removeAll { $0.tokens.count < 2 }
    }

    private mutating func read(_ mark: Mark, _ side: Side, at index: Int) {
        let place = open.lastIndex { $0.kind == mark }
        if side != .opens, let place {
            spans[open[place].span].tokens = spans[open[place].span].tokens.lowerBound..<index + 1
            spans[open[place].span].isClosed = true
            drop(from: place + 1)
            open.removeLast()
            return
        }
        guard side != .closes, open.count < Self.mostOpen else { return }
        if let place {
            for entry in open[place...] where entry.kind != .single { spans[entry.span].tokens = spans[entry.span].tokens.lowerBound..<index }
            open.removeSubrange(place...)
        }
        open.append((spans.count, mark))
        spans.append(QuotedSpan(tokens: index..<index + 1, depth: open.count - 1, isClosed: false))
    }

    /// Forgets single marks that nothing closed: they were apostrophes.
    private mutating func drop(from place: Int) {
        guard place < open.count else { return }
        open.removeSubrange(place...)
    }

    /// `found` is the mark with which the next paragraph begins.
    private mutating func endParagraph(at index: Int, _ found: (Mark, Side)?) {
        if let first = open.first, first.kind != .single, let (mark, side) = found, mark == first.kind, side != .closes {
            open.removeSubrange(1...)
            return
        }
        endText(index)
    }

    /// Unclosed double marks quote up to here.
    private mutating func endText(_ end: Int) {
        for entry in open where entry.kind != .single { spans[entry.span].tokens = spans[entry.span].tokens.lowerBound..<end }
        open.removeAll(keepingCapacity: true)
    }

    // MARK: Marks

    /// What mark a token is and which way it may look; straight marks by the white space beside them.
    private static func mark(at index: Int, _ tokens: [Token], _ bytes: [UInt8]) -> (Mark, Side)? {
        let range = tokens[index].range
        guard range.count <= 3 else { return nil }
        let start = Int(range.start)
        switch (bytes[start], range.count) {
        case (UInt8(ascii: "\""), 1): return (.double, side(at: index, tokens, bytes))
        case (UInt8(ascii: "'"), 2): return (.double, side(at: index, tokens, bytes))
        case (UInt8(ascii: "`"), 2): return (.double, .opens)
        case (UInt8(ascii: "'"), 1):
            let side = side(at: index, tokens, bytes)
            return side == .either ? nil : (.single, side)
        case (0xC2, 2) where bytes[start + 1] == 0xAB: return (.angle, .opens)
        case (0xC2, 2) where bytes[start + 1] == 0xBB: return (.angle, .closes)
        case (0xE2, 3) where bytes[start + 1] == 0x80:
            switch bytes[start + 2] {
            case 0x98, 0x9B: return (.single, .opens)
            case 0x99: return (.single, .closes)
            case 0x9C, 0x9E, 0x9F: return (.double, side(at: index, tokens, bytes) == .closes ? .closes : .opens)
            case 0x9D: return (.double, .closes)
            default: return nil
            }
        default: return nil
        }
    }

    /// How many marks behind an apostrophe are looked at.
    private static let mostAhead = 16

    /// The apostrophe in `‘the workers’ money,’`: a word follows it, and behind a comma or a stop comes a mark that closes.
    private static func isPossessive(_ place: Int, of marks: [Int], _ tokens: [Token], _ bytes: [UInt8]) -> Bool {
        guard tokens.isPossessive(marks[place], in: bytes) else { return false }
        for next in marks[(place + 1)...].prefix(mostAhead) {
            if tokens[next].gap == .paragraph { return false }
            guard let (mark, side) = mark(at: next, tokens, bytes), mark == .single else { continue }
            if side != .closes { return false }
            if tokens[next - 1].kind == .punctuation { return true }
        }
        return false
    }

    private static func side(at index: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Side {
        let isOpenLeft = index == 0 || tokens[index].gap != .none || isOpening(tokens[index - 1], bytes)
        let isOpenRight = index + 1 == tokens.count || tokens[index + 1].gap != .none || isClosing(tokens[index + 1], bytes)
        if isOpenLeft == isOpenRight { return .either }
        return isOpenLeft ? .opens : .closes
    }

    private static func isOpening(_ token: Token, _ bytes: [UInt8]) -> Bool {
        guard token.kind == .punctuation || token.kind == .symbol else { return false }
        switch bytes[Int(token.range.start)] {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "-"), UInt8(ascii: "/"), 0xE2: return true
        default: return false
        }
    }

    private static func isClosing(_ token: Token, _ bytes: [UInt8]) -> Bool {
        guard token.kind == .punctuation || token.kind == .symbol else { return false }
        switch bytes[Int(token.range.start)] {
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "-"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"),
            0xE2:
            return true
        default: return false
        }
    }
}

extension RandomAccessCollection where Element == Token, Index == Int {
    /// Whether a mark may be the apostrophe of a plural owner: `the workers' money`.
    func isPossessive<Bytes: RandomAccessCollection>(_ index: Int, in bytes: Bytes) -> Bool where Bytes.Element == UInt8, Bytes.Index == Int {
        guard index > 0, index + 1 < count, self[index].gap == .none, self[index - 1].kind == .word else { return false }
        let next = self[index + 1]
        guard next.gap == .space, next.kind == .word, next.shape == .lower else { return false }
        return bytes[Int(self[index].range.start) - 1] | 0x20 == UInt8(ascii: "s")
    }
}
