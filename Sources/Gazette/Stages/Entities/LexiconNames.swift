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

    /// So many entries before it is read a reading's memory is asked for.
    private static let ahead = 6

    mutating func append(_ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        refused.reset(document)
        joined.reset(document)
        decides = false
        if let patterns {
            for index in document.tokens.indices {
                matches.removeAll(keepingCapacity: true)
                lexicon.appendSurfaces(at: index, in: document, of: .entry, to: &matches)
                patterns.appendMatches(at: index, in: document, to: &matches)
                for match in matches { append(match.tokens, match.reading.index, document, names, to: &candidates) }
            }
        } else {
            let entries = names.surfaces.entries
            for place in entries.indices {
                let surface = document.surfaces[Int(entries[place])]
                let next = min(place + Self.ahead, entries.endIndex - 1)
                lexicon.prepareReading(Int(document.surfaces[Int(entries[next])].reading))
                append(surface.tokens, Int(surface.reading), document, names, to: &candidates)
            }
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

    private mutating func append(
        _ tokens: TokenRange, _ reading: Int, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]
    ) {
        let record = lexicon.readingRecord(reading)
        let flags = ReadingFlags(rawValue: record.flags)
        guard record.kind == Lexicon.Reading.Kind.entry.rawValue, let label = EntityLabel(rawValue: record.detail) else { return }
        let (isGuarded, isDecisive) = (flags.contains(.guarded), flags.contains(.decisive))
        if isDecisive { decides = true }
        if flags.contains(.negative) { return refused.append(tokens) }
        if label == .geopolitical, tokens.count > 2, !isGuarded, isJoined(tokens, document) { joined.append(tokens) }
        let weight = Int(record.weight)
        let score = isDecisive ? Candidate.decisive(tokens.count) : score(tokens, label, weight, isGuarded: isGuarded, document, names)
        candidates.append(
            Candidate(
                tokens: tokens, label: label, entry: EntryID(rawValue: record.target), rule: .listed,
                row: RowReference(file: record.file, line: record.line), weight: weight, isGuarded: isGuarded, isDecisive: isDecisive,
                winsAlways: flags.contains(.always), score: score))
    }

    /// `Trinidad and Tobago`
    private func isJoined(_ tokens: TokenRange, _ document: Document) -> Bool {
        tokens.contains { document.tokens[$0].role == .coordinator && !document.tokens[$0].shape.isCapitalized }
    }

    /// Longer surfaces and better known things score higher; what may be an ordinary word needs evidence.
    private func score(
        _ tokens: TokenRange, _ label: EntityLabel, _ weight: Int, isGuarded: Bool, _ document: Document, _ names: NameTokens
    ) -> Int {
        var score = Candidate.base(tokens.count) + 4 * weight
        if tokens.count > 1 {
            if isGuarded { score -= 30 }
            if label == .organization || label == .geopolitical, names.isIndefinite(tokens, document) { score -= 250 }
            return score
        }
        let name = names[tokens.lowerBound]
        score -= name.isInitial ? 6 * max(0, Int(name.commonness ?? -5) + 5) : 0
        let isPlace = label == .geopolitical || label == .location
        let hasEvidence = isPlace && followsPlacePreposition(tokens, document)
        if isGuarded { score -= hasEvidence ? 40 : 110 }
        if isPlace { score += hasEvidence ? 15 : placeScore(weight, name) }
        return score
    }

    /// A little-known place that is also a surname or given name is a place only behind a place preposition.
    private func placeScore(_ weight: Int, _ name: NameToken) -> Int {
        weight > 4 ? 0 : -10 * Int(max(name.surname, name.given)) - (weight == 0 ? 20 : 0)
    }

    private func followsPlacePreposition(_ tokens: TokenRange, _ document: Document) -> Bool {
        tokens.lowerBound > 0 && document.tokens[tokens.lowerBound - 1].classes.contains(.placePreposition)
    }
}
