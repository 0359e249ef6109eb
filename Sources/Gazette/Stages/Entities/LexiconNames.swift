/// Proposes every entry of the lexicons whose surface stands in the text.
struct LexiconNames {
    let lexicon: Lexicon
    private let patterns: TokenPatterns?
    private var matches: [LexicalMatch] = []
    private(set) var refused = RefusedSpans()
    /// Listed places whose names have an *and* inside: no part of one is a name.
    private(set) var joined = RefusedSpans()
    /// Whether a user's rows decide what is a name in the document.
    private(set) var decides = false

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        patterns = lexicon.makePatterns()
    }

    mutating func append(_ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        refused.reset(document)
        joined.reset(document)
        decides = false
        if let patterns {
            for index in document.tokens.indices {
                matches.removeAll(keepingCapacity: true)
                lexicon.appendSurfaces(at: index, in: document, of: .entry, to: &matches)
                patterns.appendMatches(at: index, in: document, to: &matches)
                for match in matches { append(match, document, names, to: &candidates) }
            }
        } else {
            for surface in document.surfaces where surface.kind == .entry { append(lexicon.match(surface), document, names, to: &candidates) }
        }
        if decides { yieldToLonger(&candidates) }
    }

    /// The longest match comes first: a user's `York` gives way to the program's `New York`, unless its row says that it wins always.
    private func yieldToLonger(_ candidates: inout [Candidate]) {
        var end = 0
        var index = 0
        while index < candidates.count {
            let start = candidates[index].tokens.lowerBound
            var next = index
            var furthest = 0
            while next < candidates.count, candidates[next].tokens.lowerBound == start {
                furthest = max(furthest, candidates[next].tokens.upperBound)
                next += 1
            }
            for place in index..<next where candidates[place].isDecisive && !candidates[place].winsAlways {
                let own = candidates[place].tokens.upperBound
                if end >= own || furthest > own { candidates[place].yield() }
            }
            (end, index) = (max(end, furthest), next)
        }
    }

    private mutating func append(_ match: LexicalMatch, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        let reading = match.reading
        guard case .entry(let label, let entry) = reading.meaning else { return }
        if reading.isDecisive { decides = true }
        if reading.isNegative { return refused.append(match.tokens) }
        if label == .geopolitical, match.tokens.count > 2, !reading.isGuarded, isJoined(match.tokens, document) { joined.append(match.tokens) }
        let score = reading.isDecisive ? Candidate.decisive(match.tokens.count) : score(match, label, document, names)
        candidates.append(
            Candidate(
                tokens: match.tokens, label: label, entry: entry, rule: .listed, row: reading.row, weight: reading.weight,
                isGuarded: reading.isGuarded, isDecisive: reading.isDecisive, winsAlways: reading.winsAlways, score: score))
    }

    /// `Trinidad and Tobago`
    private func isJoined(_ tokens: TokenRange, _ document: Document) -> Bool {
        tokens.contains { document.tokens[$0].role == .coordinator && !document.tokens[$0].shape.isCapitalized }
    }

    /// Longer surfaces and better known things score higher; what may be an ordinary word needs evidence.
    private func score(_ match: LexicalMatch, _ label: EntityLabel, _ document: Document, _ names: NameTokens) -> Int {
        var score = Candidate.base(match.tokens.count) + 4 * match.reading.weight
        let name = names[match.tokens.lowerBound]
        if match.tokens.count == 1 {
            if name.isInitial, let commonness = name.commonness { score -= 6 * max(0, Int(commonness) + 5) }
            if match.reading.isGuarded { score -= hasEvidence(match, label, document) ? 40 : 110 }
            if label == .geopolitical || label == .location { score += placeScore(match, name, document) }
        } else {
            if match.reading.isGuarded { score -= 30 }
            if label == .organization || label == .geopolitical, names.isIndefinite(match.tokens, document) { score -= 250 }
        }
        return score
    }

    /// A little-known place that is also a surname or given name is a place only behind a place preposition.
    private func placeScore(_ match: LexicalMatch, _ name: NameToken, _ document: Document) -> Int {
        if hasEvidence(match, .location, document) { return 15 }
        guard match.reading.weight <= 4 else { return 0 }
        return -10 * Int(max(name.surname, name.given)) - (match.reading.weight == 0 ? 20 : 0)
    }

    /// A place after a place preposition.
    private func hasEvidence(_ match: LexicalMatch, _ label: EntityLabel, _ document: Document) -> Bool {
        let before = match.tokens.lowerBound - 1
        guard before >= 0, label == .geopolitical || label == .location else { return false }
        return document.tokens[before].classes.contains(.placePreposition)
    }
}
