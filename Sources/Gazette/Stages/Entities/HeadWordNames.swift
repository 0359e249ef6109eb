/// Proposes names that a head word marks: `X University`, `Ministry of X and Y`, `X River`, `Battle of X`, `X Act`, `X Inc.`
struct HeadWordNames {
    let lexicon: Lexicon
    private var matches: [LexicalMatch] = []

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    private static let heads = WordClasses([.orgHead, .orgSuffix, .placeHead, .eventHead, .lawHead])

    mutating func append(_ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        for run in names.runs {
            for index in run where document.tokens[index].classes.intersects(Self.heads) || document.tokens[index].classes.intersects(.phrase) {
                append(at: index, in: run, document, names, to: &candidates)
            }
        }
    }

    private mutating func append(at index: Int, in run: TokenRange, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        matches.removeAll(keepingCapacity: true)
        lexicon.appendMatches(at: index, in: document, to: &matches)
        for match in matches {
            guard case .word(let wordClass, let value) = match.reading.meaning, let head = head(wordClass, lexicon.value(at: value)) else { continue }
            let end = match.tokens.upperBound
            guard end <= run.upperBound || wordClass == .orgSuffix else { continue }
            if head.takesBefore, index > run.lowerBound {
                for start in starts(of: run, head.label, document, names) { add(head, start..<end, match, document, to: &candidates) }
            }
            if head.takesAfter, let last = endAfter(end, document, names) {
                add(head, index..<last, match, document, to: &candidates)
                if head.takesBefore, index > run.lowerBound {
                    for start in starts(of: run, head.label, document, names) { add(head, start..<last, match, document, to: &candidates) }
                }
            }
        }
    }

    private struct Head {
        var label: EntityLabel
        var takesBefore: Bool
        var takesAfter: Bool
        var rule: StaticName
    }

    private func head(_ wordClass: WordClass, _ value: String) -> Head? {
        switch wordClass {
        case .orgHead: return Head(label: .organization, takesBefore: value != "first", takesAfter: value != "last", rule: "org-head")
        case .orgSuffix: return Head(label: .organization, takesBefore: true, takesAfter: false, rule: "org-suffix")
        case .placeHead: return EntityLabel(name: value).map { Head(label: $0, takesBefore: true, takesAfter: false, rule: "place-head") }
        case .eventHead: return Head(label: .event, takesBefore: true, takesAfter: true, rule: "event-head")
        case .lawHead: return Head(label: .law, takesBefore: true, takesAfter: true, rule: "law-head")
        default: return nil
        }
    }

    /// Where a name before a head may begin: at the run's start; an organisation's also at the run before an `and`.
    private func starts(of run: TokenRange, _ label: EntityLabel, _ document: Document, _ names: NameTokens) -> [Int] {
        let start = run.lowerBound
        guard label == .organization, let before = names.run(at: start - 2), isLink(before.upperBound, ["and"], document) else {
            return [start]
        }
        return [start, before.lowerBound]
    }

    /// The end of `of X`, `of the X`, `for X and Y` after a head.
    private func endAfter(_ index: Int, _ document: Document, _ names: NameTokens) -> Int? {
        guard let start = linkEnd(index, ["of", "for", "on"], document), let end = nameEnd(start, document, names) else { return nil }
        guard let second = linkEnd(end, ["and"], document), let last = nameEnd(second, document, names), !isPlace(document.tokens[second]) else {
            return end
        }
        return last
    }

    private func linkEnd(_ index: Int, _ kinds: Set<String>, _ document: Document) -> Int? {
        guard isLink(index, kinds, document) else { return nil }
        return isLink(index + 1, ["the"], document) ? index + 2 : index + 1
    }

    private func isLink(_ index: Int, _ kinds: Set<String>, _ document: Document) -> Bool {
        guard index < document.tokens.count, document.tokens[index].gap == .space || document.tokens[index].gap == .newline,
            document.tokens[index].shape == .lower || document.tokens[index].shape == .none, document.tokens[index].classes.contains(.nameLink)
        else { return false }
        return lexicon.value(of: .nameLink, for: document.tokens[index].word).map(kinds.contains) ?? false
    }

    private func nameEnd(_ index: Int, _ document: Document, _ names: NameTokens) -> Int? {
        guard index < document.tokens.count, names.isName[index] else { return nil }
        return names.run(at: index)?.upperBound
    }

    private func isPlace(_ token: Token) -> Bool { token.classes.intersects(.entry) && !token.classes.contains(.common) }

    private func add(_ head: Head, _ tokens: TokenRange, _ match: LexicalMatch, _ document: Document, to candidates: inout [Candidate]) {
        candidates.append(
            Candidate(tokens: tokens, label: head.label, evidence: .memory(head.rule, match.reading.row), score: Candidate.base(tokens.count) + 10))
    }
}
