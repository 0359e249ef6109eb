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

    @inline(__always)
    private mutating func append(
        _ tokens: TokenRange, _ reading: Int, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]
    ) {
        let record = lexicon.readingRecord(reading)
        let flags = ReadingFlags(rawValue: record.flags)
        guard record.kind == Lexicon.Reading.Kind.entry.rawValue, let label = EntityLabel(rawValue: record.detail) else { return }
        if flags.contains(.decisive) { decides = true }
        if flags.contains(.negative) { return refused.append(tokens) }
        if tokens.count > 2, label == .geopolitical, !flags.contains(.guarded), isJoined(tokens, document) { joined.append(tokens) }
        let isTitled = label == .person && tokens.count > 1 && !flags.contains(.decisive)
        let tokens = isTitled ? withoutTitle(tokens, EntryID(rawValue: record.target), document) : tokens
        let score = flags.contains(.decisive) ? Candidate.decisive(tokens.count) : score(tokens, label, record, document, names)
        candidates.append(
            Candidate(
                tokens: tokens, label: label, entry: EntryID(rawValue: record.target), rule: .listed,
                row: RowReference(file: record.file, line: record.line), weight: record.weight, flags: flags, score: score))
    }

    /// `Pope |Francis`: a title that the preferred name lacks is no part of the mention.
    private func withoutTitle(_ tokens: TokenRange, _ entry: EntryID, _ document: Document) -> TokenRange {
        guard document.tokens[tokens.lowerBound].classes.contains(.title) else { return tokens }
        let title = document.text[document.tokens[tokens.lowerBound].range.indices]
        return lexicon.nameBytes(of: entry).starts(with: title) { $0 | 0x20 == $1 | 0x20 } ? tokens : tokens.dropFirst()
    }

    /// `Trinidad and Tobago`
    private func isJoined(_ tokens: TokenRange, _ document: Document) -> Bool {
        tokens.contains { document.tokens[$0].role == .coordinator && !document.tokens[$0].shape.isCapitalized }
    }

    private static let places = 1 << Int(EntityLabel.geopolitical.rawValue) | 1 << Int(EntityLabel.location.rawValue)
    private static let unions = 1 << Int(EntityLabel.geopolitical.rawValue) | 1 << Int(EntityLabel.organization.rawValue)

    /// Longer surfaces and better known things score higher; what may be an ordinary word needs evidence.
    ///
    /// What single words ask is added up for all, as each of its branches would be guessed wrong every few entries: `is…` is 1 or 0.
    @inline(__always)
    private func score(
        _ tokens: TokenRange, _ label: EntityLabel, _ record: ImageFormat.Reading, _ document: Document, _ names: NameTokens
    ) -> Int {
        let (first, weight) = (tokens.lowerBound, Int(record.weight))
        let (before, name) = (document.tokens[max(0, first - 1)].classes, names[first])
        let isGuarded = Int(record.flags / ReadingFlags.guarded.rawValue & 1)
        let isPlace = Self.places &>> Int(label.rawValue) & 1
        let isBehindPreposition = before.count(.placePreposition) & (first > 0 ? 1 : 0)
        let ofPlace = 15 &* isBehindPreposition &- cost(ofPlace: weight, name) &* (isBehindPreposition ^ 1)
        let ofGuard = 110 &- 70 &* isBehindPreposition &* isPlace
        let ofInitial = 6 &* max(0, Int(name.common) &- ValueCode.commonZero &+ 5)
        let ofSole = ofPlace &* isPlace &- ofGuard &* isGuarded &- ofInitial &* name.count(.initial)
        let score = Candidate.base(tokens.count) + 4 * weight + (tokens.count == 1 ? ofSole : -30 &* isGuarded)
        let mayBeOne = before.count(.nameLink) & Self.unions &>> Int(label.rawValue) & (tokens.count > 1 ? 1 : 0)
        return mayBeOne != 0 && names.isIndefinite(tokens, document) ? score - 250 : score
    }

    /// A little-known place that is also a surname or given name is a place only behind a place preposition.
    @inline(__always)
    private func cost(ofPlace weight: Int, _ name: NameToken) -> Int {
        let isLittleKnown = (weight &- 5) &>> (Int.bitWidth - 1) & 1
        return (10 &* Int(max(name.surname, name.given)) &+ (weight == 0 ? 20 : 0)) &* isLittleKnown
    }
}

extension WordClasses {
    /// 1 where a class is among them, otherwise 0.
    @inline(__always)
    fileprivate func count(_ wordClass: WordClass) -> Int { Int(truncatingIfNeeded: bits &>> UInt64(wordClass.rawValue) & 1) }
}
