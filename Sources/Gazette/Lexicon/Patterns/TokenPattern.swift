/// A pattern over tokens, as spaCy's Matcher defines them.
package struct TokenPattern: Sendable {
    /// A token specification and how often it stands in a row.
    struct Item: Sendable {
        var tests: [TokenTest]
        var least = 1
        /// Nil: without bound.
        var most: Int? = 1
        /// `!`: one token that does not fulfil all tests.
        var isNegated = false

        func accepts(_ token: Token, _ document: Document) -> Bool { tests.allSatisfy { $0.accepts(token, document) } != isNegated }
    }

    /// A state of the automaton: an item that may still be taken once, and whether it may be left out or taken again.
    private struct State: Sendable {
        var item: Int
        var isOptional: Bool
        var repeats: Bool
    }

    /// A match never has more tokens.
    static let mostTokens = 64
    /// States fit the bits of a word.
    private static let mostStates = 63

    private(set) var items: [Item]
    private let states: [State]

    init(_ items: [Item]) throws(PatternError) {
        guard !items.isEmpty else { throw PatternError("the pattern has no token") }
        guard items.contains(where: { $0.least > 0 }) else { throw PatternError("the pattern matches nothing at all: every token may be left out") }
        var states: [State] = []
        for (index, item) in items.enumerated() {
            for copy in 0..<max(item.least, item.most ?? item.least, item.most == nil && item.least == 0 ? 1 : 0) {
                states.append(State(item: index, isOptional: copy >= item.least, repeats: false))
            }
            if item.most == nil { states[states.count - 1].repeats = true }
            guard states.count <= Self.mostStates else { throw PatternError("the pattern is longer than \(Self.mostStates) tokens") }
        }
        (self.items, self.states) = (items, states)
    }

    /// The end of the longest match that begins at a token; nil where none does. A match ends with its paragraph.
    func end(from start: Int, in document: Document) -> Int? {
        var (active, end) = (closure(1), Int?.none)
        var index = start
        while active & ~accepting != 0, index < document.tokens.count, index - start < Self.mostTokens {
            if index > start, document.tokens[index].gap == .paragraph { break }
            active = advance(active, document.tokens[index], document)
            index += 1
            if active & accepting != 0 { end = index }
        }
        return end
    }

    private var accepting: UInt64 { 1 << UInt64(states.count) }

    /// The states with those that leaving out optional ones leads to.
    private func closure(_ active: UInt64) -> UInt64 {
        var active = active
        for (index, state) in states.enumerated() where state.isOptional && active & 1 << UInt64(index) != 0 { active |= 1 << UInt64(index + 1) }
        return active
    }

    private func advance(_ active: UInt64, _ token: Token, _ document: Document) -> UInt64 {
        var next: UInt64 = 0
        for (index, state) in states.enumerated() where active & 1 << UInt64(index) != 0 && items[state.item].accepts(token, document) {
            next |= 1 << UInt64(index + 1)
            if state.repeats { next |= 1 << UInt64(index) }
        }
        return closure(next)
    }

    // MARK: What it can begin with

    /// Gives the words of LOWER their ids in a lexicon.
    mutating func bind(_ idOf: (String) -> WordID?) {
        for item in items.indices {
            for test in items[item].tests.indices {
                guard case .lower(let words, _) = items[item].tests[test].property else { continue }
                items[item].tests[test].property = .lower(words, ids: Set(words.compactMap(idOf)))
            }
        }
    }

    /// The words of which a match begins with one; nil where it may begin with others.
    func firstWords(_ idOf: (String) -> WordID?) -> Set<WordID>? {
        var words: Set<WordID> = []
        for item in items {
            guard !item.isNegated, let own = item.tests.compactMap({ $0.words(idOf) }).first else { return nil }
            words.formUnion(own)
            if item.least > 0 { return words }
        }
        return nil
    }

    /// Every word that must be in the vocabulary.
    package var literals: [String] {
        items.flatMap(\.tests).flatMap { test -> [String] in
            switch test.property {
            case .text(let texts): texts.sorted()
            case .lower(let words, _): words
            default: []
            }
        }
    }
}

extension TokenPattern {
    /// The surfaces that the pattern stands for, if it consists of words in small letters (LOWER, any case) or of words as they are written
    /// (TEXT); nil where it does not or they are more than `most`.
    package func surfaces(upTo most: Int) -> (texts: [String], areExact: Bool)? {
        var surfaces = [[String]()]
        var kinds: Set<Bool> = []
        for item in items {
            guard item.tests.count == 1, !item.isNegated, !item.tests[0].isNegated, item.most == 1 else { return nil }
            let words: [String]
            switch item.tests[0].property {
            case .text(let texts): (words, _) = (texts.sorted(), kinds.insert(true))
            case .lower(let texts, _): (words, _) = (texts, kinds.insert(false))
            default: return nil
            }
            let longer = surfaces.flatMap { surface in words.map { surface + [$0] } }
            surfaces = item.least == 0 ? surfaces + longer : longer
            guard surfaces.count <= most, kinds.count == 1 else { return nil }
        }
        let texts = surfaces.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
        return texts.isEmpty || texts.contains("") ? nil : (texts, kinds == [true])
    }
}

extension TokenTest {
    fileprivate func words(_ idOf: (String) -> WordID?) -> Set<WordID>? {
        if isNegated { return nil }
        switch property {
        case .text(let texts): return Set(texts.compactMap(idOf))
        case .lower(_, let ids): return ids
        default: return nil
        }
    }
}

/// What is wrong with a pattern.
package struct PatternError: Error, Sendable {
    package let problem: String
    package init(_ problem: String) { self.problem = problem }
}
