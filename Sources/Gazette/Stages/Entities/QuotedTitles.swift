/// Proposes what stands in quotation marks and is capitalised as titles are: `the film "No Other Choice"`, `"The Salt Bus," a road movie`.
struct QuotedTitles {
    let lexicon: Lexicon

    private static let mostTokens = 12
    /// So far before a quotation mark a noun says that a work follows: `first film, "Girl"`.
    private static let mostBefore = 3

    func append(_ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        var end = 0
        for place in names.opened {
            let open = Int(place) - 1
            guard open >= end, isOpening(open, document), let title = title(behind: open, document) else { continue }
            end = title.upperBound
            guard !isNickname(open, end, document) else { continue }
            let isWork = followsWork(open, document)
            if isWork || title.count > 1 {
                candidates.append(Candidate(tokens: title, label: .work, rule: .quotedTitle, score: Candidate.base(title.count) + (isWork ? 40 : 0)))
            }
        }
    }

    /// The tokens between two quotation marks, without a comma at their end, where they begin with a capital, end with one or a number and all others are function words.
    private func title(behind open: Int, _ document: Document) -> TokenRange? {
        let limit = min(open + 2 + Self.mostTokens, document.tokens.count)
        guard let close = (open + 1..<limit).first(where: { isQuote($0, document) }), close > open + 1 else { return nil }
        let end = document.isMark(close - 1, ",") ? close - 1 : close
        guard end > open + 1, isTitleWord(open + 1, document), isTitleWord(end - 1, document) || document.tokens[end - 1].kind.isMark else {
            return nil
        }
        let title = open + 1..<end
        return title.allSatisfy { isTitleWord($0, document) || isSmall($0, document) } && !isSentence(title, document) ? title : nil
    }

    private func isTitleWord(_ index: Int, _ document: Document) -> Bool {
        document.tokens[index].shape.isCapitalized || document.tokens[index].kind == .number
    }

    /// `of`, `and`, `the`, `'s`; a colon or an exclamation mark, but no full stop.
    private func isSmall(_ index: Int, _ document: Document) -> Bool {
        let token = document.tokens[index]
        if token.gap > .newline || document.isMark(index, ".") { return false }
        return token.kind != .word || token.classes.contains(.nameLink) || Self.isSmall(token.role)
    }

    private static func isSmall(_ role: GrammarRole?) -> Bool {
        switch role {
        case .determiner, .preposition, .of, .linking, .by, .to, .as, .coordinator: true
        default: false
        }
    }

    /// A single capital at the start and small words behind it are a sentence's.
    private func isSentence(_ title: TokenRange, _ document: Document) -> Bool {
        title.count > 1 && !title.dropFirst().contains { isTitleWord($0, document) }
    }

    /// `Dwayne "The Rock" Johnson`
    private func isNickname(_ open: Int, _ close: Int, _ document: Document) -> Bool {
        let next = document.isMark(close, ",") ? close : close + 1
        guard open > 0, next < document.tokens.count else { return false }
        return document.tokens[open - 1].shape.isCapitalized && document.tokens[next].shape.isCapitalized && document.tokens[next].gap == .space
    }

    private func followsWork(_ open: Int, _ document: Document) -> Bool {
        (max(0, open - Self.mostBefore)..<open).contains { index in
            let token = document.tokens[index]
            return token.classes.contains(.nameNoun) && token.shape == .lower && lexicon.code(of: .nameNoun, for: token.word) == ValueCode.work
        }
    }

    private func isOpening(_ index: Int, _ document: Document) -> Bool {
        isQuote(index, document) && index + 1 < document.tokens.count && document.tokens[index + 1].gap == .none
            && (index == 0 || document.tokens[index].gap != .none || document.isMark(index - 1, "("))
    }

    /// A quotation mark, straight or curved (U+2018 to U+201F).
    private func isQuote(_ index: Int, _ document: Document) -> Bool {
        let range = document.tokens[index].range
        let first = document.text[Int(range.start)]
        if range.count == 1 { return first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") }
        guard range.count == 3, first == 0xE2, document.text[Int(range.start) + 1] == 0x80 else { return false }
        return (0x98...0x9F).contains(document.text[Int(range.start) + 2])
    }
}
