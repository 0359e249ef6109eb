/// Weighs the evidence for every span of a document that may be a name.
struct EvidenceWeigher {
    private let lexicon: Lexicon
    private let table: EvidenceTable?
    /// By feature, then by row of blends, and behind the last nothing.
    private let weights: [EvidenceTable.Weights]
    private var reader: EvidenceReader
    /// The spans in the order in which they are weighed, and by `SpanCase` where each begins; there is room for more.
    private var places: [Int32] = []
    private var starts = [Int](repeating: 0, count: SpanCase.count + 1)
    /// By span what all features say that do not depend on the memory.
    private var sums: [EvidenceTable.Weights] = []
    /// What has changed in the memory since the last weighing.
    private var changes = MentionChanges()
    /// The spans that are two listed names with *and* between them, which no candidate proposes.
    private(set) var pairs: [Pair] = []
    /// By span what it is by the last weighing; there is room for more.
    private(set) var verdicts: [Verdict] = []

    /// A span and those of its parts.
    struct Pair {
        var whole: Int
        var parts: [Int]
    }

    init(lexicon: Lexicon, table: EvidenceTable?) {
        self.lexicon = lexicon
        self.table = table
        reader = EvidenceReader(lexicon: lexicon)
        weights = table.map { [reader] in Self.blended($0.rows, reader) } ?? []
    }

    /// The weights of features, behind them those of rows of blends, and nothing.
    private static func blended(_ rows: [EvidenceTable.Weights], _ reader: EvidenceReader) -> [EvidenceTable.Weights] {
        let features = rows + [EvidenceTable.Weights()]
        let blends = features.withUnsafeBufferPointer { weights in
            (rows.count..<reader.blends.end).map { row in
                var sink = WeightSum(weights: weights)
                reader.blends.read(row, reader.offsets, into: &sink)
                return sink.sum
            }
        }
        return rows + blends + [EvidenceTable.Weights()]
    }

    /// Takes up what has been proposed and what the rules have chosen of it, and sets `verdicts` to what every span is by its evidence.
    mutating func weigh(
        _ candidates: [Candidate], _ spans: EvidenceSpans, chosen: [MentionMap.Mention], usesMemory: Bool, _ numbers: inout WordNumbers,
        _ document: Document, _ names: NameTokens
    ) {
        reader.reset(spans.spans, candidates, &numbers, document, names)
        reader.learn(chosen, usesMemory: usesMemory, &numbers, document)
        if table == nil { return }
        sort(spans.spans)
        let count = spans.spans.count
        sums.makeRoom(for: count, EvidenceTable.Weights())
        verdicts.makeRoom(for: count, .blank)
        weigh(places[..<starts[SpanCase.longer]], areSole: true, candidates, spans, &numbers, document)
        weigh(places[starts[SpanCase.longer]..<count], areSole: false, candidates, spans, &numbers, document)
        findPairs(spans)
        for pair in pairs { part(pair) }
    }

    /// What a span is to the loops that weigh it, as a number: one word or several, with no candidate, one or several. What is asked depends
    /// on that, so that those of a case are weighed together: no branch is guessed wrong.
    private enum SpanCase {
        /// That of several words without a candidate; the lower ones are of one word.
        static let longer = 3
        static let count = 6

        @inline(__always)
        static func of(_ span: EvidenceSpan) -> Int {
            (span.isSole ? 0 : longer) &+ (span.first >= 0 ? 1 : 0) &+ (span.first != span.last ? 1 : 0)
        }
    }

    /// Sets `places` and `starts`: counts the spans of every case, then puts the last one in the last place of its case.
    ///
    /// SAFETY: room is made for all spans, and every one has a place of its own.
    private mutating func sort(_ spans: [EvidenceSpan]) {
        var (starts, places): ([Int], [Int32]) = ([], [])
        swap(&starts, &self.starts)
        swap(&places, &self.places)
        places.makeRoom(for: spans.count, 0)
        starts.withUnsafeMutableBufferPointer { starts in
            for kind in starts.indices { starts[kind] = 0 }
            for span in spans { starts[SpanCase.of(span)] &+= 1 }
            for kind in 1..<starts.count { starts[kind] &+= starts[kind - 1] }
            places.withUnsafeMutableBufferPointer { places in
                for index in spans.indices.reversed() {
                    let kind = SpanCase.of(spans[index])
                    starts[kind] &-= 1
                    places[starts[kind]] = Int32(truncatingIfNeeded: index)
                }
            }
        }
        swap(&starts, &self.starts)
        swap(&places, &self.places)
    }

    /// Weighs spans for the first time.
    ///
    /// SAFETY: there is room for the sums and the verdict of every span, and no pointer outlives the call.
    @inline(__always)
    private mutating func weigh(
        _ places: ArraySlice<Int32>, areSole: Bool, _ candidates: [Candidate], _ spans: EvidenceSpans, _ numbers: inout WordNumbers,
        _ document: Document
    ) {
        var (sums, verdicts): ([EvidenceTable.Weights], [Verdict]) = ([], [])
        swap(&sums, &self.sums)
        swap(&verdicts, &self.verdicts)
        let (reader, known) = (reader, reader.known)
        weights.withUnsafeBufferPointer { weights in
            sums.withUnsafeMutableBufferPointer { sums in
                verdicts.withUnsafeMutableBufferPointer { verdicts in
                    var sink = WeightSum(weights: weights)
                    for place in places {
                        let span = spans.spans[Int(place)]
                        sink.sum = EvidenceTable.Weights()
                        reader.read(span, isSole: areSole, spans, candidates, into: &sink)
                        sums[Int(place)] = sink.sum
                        reader.readMemory(span.tokens, isSole: areSole, known, &numbers, document, into: &sink)
                        verdicts[Int(place)] = Verdict(sink.sum)
                    }
                }
            }
        }
        swap(&sums, &self.sums)
        swap(&verdicts, &self.verdicts)
    }

    /// Sets `pairs`.
    private mutating func findPairs(_ spans: EvidenceSpans) {
        pairs.removeAll(keepingCapacity: true)
        for place in places[starts[SpanCase.longer]..<starts[SpanCase.longer + 1]] {
            guard let parts = reader.joinedNames(spans.spans[Int(place)].tokens) else { continue }
            pairs.append(Pair(whole: Int(place), parts: [parts.0, parts.1].compactMap(spans.index(of:))))
        }
    }

    /// Takes up what the weights have chosen instead of earlier names, and weighs anew what that may have changed.
    mutating func weighAgain(
        _ spans: EvidenceSpans, _ chosen: [MentionMap.Mention], insteadOf earlier: [MentionMap.Mention], _ numbers: inout WordNumbers,
        _ document: Document
    ) {
        revise(chosen, &numbers, document)
        changes.find(earlier, chosen, &numbers, document)
        for pair in pairs {
            for place in [pair.whole] + pair.parts { changes.note(spans.spans[place].tokens) }
        }
        weighAgain(places[..<starts[SpanCase.longer]], areSole: true, spans, &numbers, document)
        weighAgain(places[starts[SpanCase.longer]..<spans.spans.count], areSole: false, spans, &numbers, document)
        for pair in pairs { part(pair) }
    }

    /// Weighs what the memory says of those spans that the changes concern.
    ///
    /// SAFETY: there are the sums and the verdict of every span, and no pointer outlives the call.
    @inline(__always)
    private mutating func weighAgain(
        _ places: ArraySlice<Int32>, areSole: Bool, _ spans: EvidenceSpans, _ numbers: inout WordNumbers, _ document: Document
    ) {
        var verdicts: [Verdict] = []
        swap(&verdicts, &self.verdicts)
        let (reader, known, changes, sums) = (reader, reader.known, changes, sums)
        weights.withUnsafeBufferPointer { weights in
            verdicts.withUnsafeMutableBufferPointer { verdicts in
                var sink = WeightSum(weights: weights)
                for place in places {
                    let tokens = spans.spans[Int(place)].tokens
                    guard reader.depends(tokens, isSole: areSole, on: changes) else { continue }
                    sink.sum = sums[Int(place)]
                    reader.readMemory(tokens, isSole: areSole, known, &numbers, document, into: &sink)
                    verdicts[Int(place)] = Verdict(sink.sum)
                }
            }
        }
        swap(&verdicts, &self.verdicts)
    }

    /// Takes up what the weights have chosen.
    mutating func revise(_ chosen: [MentionMap.Mention], _ numbers: inout WordNumbers, _ document: Document) {
        reader.revise(chosen, &numbers, document)
    }

    /// What most speaks for by the last weighing.
    func group(of index: Int) -> NameGroup { verdicts[index].group }

    /// A span as a candidate of the group of its verdict.
    func candidate(_ index: Int, _ spans: EvidenceSpans, _ candidates: [Candidate], _ document: Document) -> Candidate {
        var candidate = candidate(spans.spans[index], group(of: index), spans, candidates, document)
        candidate.score = verdicts[index].sum
        return candidate
    }

    /// `to establish an Islamic Emirate within`: whatever the weights say, one of a kind is no name.
    @inline(__always)
    func isRejected(_ index: Int, _ spans: EvidenceSpans, _ candidates: [Candidate], _ document: Document) -> Bool {
        let tokens = spans.spans[index].tokens
        return tokens.count > 1 && reader.isIndefinite(tokens) && isUnion(index, spans, candidates, document)
    }

    /// Whether a span names an organization or a state.
    private func isUnion(_ index: Int, _ spans: EvidenceSpans, _ candidates: [Candidate], _ document: Document) -> Bool {
        let label = candidate(index, spans, candidates, document).label
        return label == .organization || label == .geopolitical
    }

    /// `Medicare and Medicaid`: two listed names are not one that neither row nor rule proposes. What speaks for both speaks for each.
    private mutating func part(_ pair: Pair) {
        let whole = verdicts[pair.whole]
        guard whole.sum > 0 else { return }
        verdicts[pair.whole].sum = 0
        for part in pair.parts where verdicts[part].sum < whole.sum / 2 {
            verdicts[part] = whole
            verdicts[part].sum = whole.sum / 2
        }
    }

    /// The features of every span, to fit weights on.
    func samples(_ candidates: [Candidate], _ spans: EvidenceSpans, _ numbers: inout WordNumbers, _ document: Document) -> [EvidenceSample] {
        spans.spans.map { EvidenceSample(tokens: $0.tokens, features: features($0, candidates, spans, &numbers, document)) }
    }

    /// Every reading that has a positive sum or that a rule proposes, with its reasons.
    func readings(
        _ candidates: [Candidate], _ spans: EvidenceSpans, _ numbers: inout WordNumbers, _ document: Document
    ) -> [(Candidate, [EntityReading.Reason])] {
        guard let table else { return [] }
        var result: [(Candidate, [EntityReading.Reason])] = []
        for span in spans.spans {
            let features = features(span, candidates, spans, &numbers, document).map(Int.init)
            for group in NameGroup.allCases {
                var candidate = candidate(span, group, spans, candidates, document)
                let isProposed = candidate.rule != .weighed
                candidate.score = features.reduce(0) { $0 + Int(table.rows[$1][group.rawValue]) }
                guard isProposed || candidate.score > 0 else { continue }
                let reasons = features.map {
                    EntityReading.Reason(feature: EvidenceTemplate.featureNames[$0], weight: Int(table.rows[$0][group.rawValue]))
                }
                result.append((candidate, reasons.filter { $0.weight != 0 }.sorted { abs($0.weight) > abs($1.weight) }))
            }
        }
        return result
    }

    private func features(
        _ span: EvidenceSpan, _ candidates: [Candidate], _ spans: EvidenceSpans, _ numbers: inout WordNumbers, _ document: Document
    ) -> [UInt16] {
        let (tokens, isSole) = (span.tokens, span.tokens.count == 1)
        var sink = FeatureList(offsets: reader.offsets, blends: reader.blends)
        reader.read(span, isSole: isSole, spans, candidates, into: &sink)
        reader.readMemory(tokens, isSole: isSole, reader.known, &numbers, document, into: &sink)
        return sink.features
    }

    /// The best candidate of a group for exactly this span: an acronym that the text defines before a listed name, that before what the rules make
    /// of its words, or one that nothing has proposed.
    private func candidate(
        _ span: EvidenceSpan, _ group: NameGroup, _ spans: EvidenceSpans, _ candidates: [Candidate], _ document: Document
    ) -> Candidate {
        let isOwn = { (index: Int) in NameGroup(candidates[index].label) == group }
        let best = spans.best(span, where: isOwn) { left, right in
            (Self.rank(candidates[left]), candidates[left].score) > (Self.rank(candidates[right]), candidates[right].score)
        }
        if let best { return candidates[best] }
        return Candidate(tokens: span.tokens, label: label(of: group, span.tokens, document), rule: .weighed, score: 0)
    }

    private static func rank(_ candidate: Candidate) -> Int {
        candidate.rule == .acronym ? 2 : candidate.rule == .listed && !candidate.isGuarded ? 1 : 0
    }

    /// The label of a name that no rule has proposed for the group, by its last word.
    private func label(of group: NameGroup, _ tokens: TokenRange, _ document: Document) -> EntityLabel {
        let last = document.tokens[tokens.upperBound - 1]
        switch group {
        case .person: return .person
        case .place:
            if last.classes.contains(.placeHead) { return EntityLabel(placeHead: lexicon.code(of: .placeHead, for: last.word)) }
            return last.classes.contains(.orgHead) ? .facility : .geopolitical
        case .organization: return .organization
        case .people: return .norp
        case .other: return last.classes.contains(.lawHead) ? .law : reader.label(ofOther: tokens)
        }
    }
}

/// SAFETY: a feature is the offset of a template or blend and one of its values, and there is a weight for every one of them.
private struct WeightSum: EvidenceSink {
    /// By feature, then by row of blends, and behind the last nothing.
    let weights: UnsafeBufferPointer<EvidenceTable.Weights>
    var sum = EvidenceTable.Weights()

    @inline(__always)
    mutating func add(_ feature: Int) { sum &+= weights[feature] }

    /// What is added is chosen, not whether: a branch would be guessed wrong.
    @inline(__always)
    mutating func add(_ feature: Int, if isSo: Bool) { add(isSo ? feature : weights.count &- 1) }
}
