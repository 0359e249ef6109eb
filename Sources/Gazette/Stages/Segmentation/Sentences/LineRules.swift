/// What the line breaks of a document are good for.
struct LineStatistics {
    /// Whether lines are broken at a width, not at sentences: several long lines, most of which end inside a sentence.
    let isWrapped: Bool

    /// In bytes; shorter lines are headlines, list items and the ends of paragraphs.
    private static let longLine = 30

    init(_ document: Document) {
        var (long, inside, start) = (0, 0, document.tokens.first?.range.start ?? 0)
        for index in document.tokens.indices.dropFirst() where document.tokens[index].gap >= .newline {
            let last = document.tokens[index - 1]
            if document.tokens[index].gap == .newline, last.range.end - start >= Self.longLine {
                long += 1
                if document.tokens[index].shape == .lower && !document.isStop(index - 1) || document.firstByte(ofToken: index - 1) == UInt8(ascii: ",") {
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
        case .newline where !place.isWrapped: return .split(.line)
        case .newline:
            guard let last = document.lastBeforeClosers(place.index, from: place.first) else { return .join(.wrappedLine) }
            if document.tokens[last].kind == .abbreviation { return nil }
            return document.isStop(last) && document.tokens[place.index].shape != .lower ? nil : .join(.wrappedLine)
        default: return nil
        }
    }
}
