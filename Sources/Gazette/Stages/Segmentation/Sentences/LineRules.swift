/// What the line breaks of a document are good for.
struct LineStatistics {
    /// Whether lines are broken at a width, not at sentences: several long lines, most of which end inside a sentence.
    let isWrapped: Bool

    /// In bytes; shorter lines are headlines, list items and the ends of paragraphs.
    private static let longLine = 30

    /// Of the tokens that begin lines.
    init(_ document: Document, _ lines: [Int]) {
        var (long, inside, start) = (0, 0, document.tokens.first?.range.start ?? 0)
        for index in lines where 0 < index && index < document.tokens.count {
            let last = document.tokens[index - 1]
            if document.tokens[index].gap == .newline, last.range.end - start >= Self.longLine {
                long += 1
                if document.tokens[index].shape == .lower && !document.isStop(index - 1)
                    || document.firstByte(ofToken: index - 1) == UInt8(ascii: ",")
                {
                    inside += 1
                }
            }
            start = document.tokens[index].range.start
        }
        isWrapped = inside >= 2 && inside * 4 >= long
    }
}

/// Paragraphs and lines end sentences; lines that are broken at a width do not.
enum LineRules {
    static func decision(at place: SentencePlace, in document: Document) -> SentenceDecision? {
        switch document.tokens[place.index].gap {
        case .paragraph: return .split(.paragraph)
        case .newline where !place.isWrapped && !goesOn(place, document): return .split(.line)
        case .newline:
            guard let last = document.lastBeforeClosers(place.index, from: place.first) else { return .join(.wrappedLine) }
            if document.tokens[last].kind == .abbreviation { return nil }
            return document.isStop(last) && document.tokens[place.index].shape != .lower ? nil : .join(.wrappedLine)
        default: return nil
        }
    }

    /// The length in tokens of a line that a sentence fills, and the most tokens looked at behind it.
    private static let (fullLine, mostAhead) = (4, 60)

    /// Whether a sentence goes on behind a line break in a text too short to tell its layout: a full line that ends in a word, then small letters
    /// and, in that line, a stop.
    private static func goesOn(_ place: SentencePlace, _ document: Document) -> Bool {
        let index = place.index
        guard document.tokens[index].shape == .lower, document.tokens[index - 1].kind == .word, index - place.first >= fullLine else { return false }
        for next in index + 1..<max(index + 1, min(index + mostAhead, document.tokens.count)) {
            if document.tokens[next].gap >= .newline { return document.isStop(next - 1) }
            if document.isStop(next) { return true }
        }
        return document.isStop(document.tokens.count - 1)
    }
}
