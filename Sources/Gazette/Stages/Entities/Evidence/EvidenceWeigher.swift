/// Weighs the evidence for every span of a document that may be a name.
struct EvidenceWeigher {
    /// The group that most speaks for, and how much.
    struct Verdict {
        var group: NameGroup
        var sum: Int

        /// Of equal sums the first group's counts.
        init(_ sums: EvidenceTable.Weights) {
            (group, sum) = (.person, Int(sums[NameGroup.person.rawValue]))
            take(.place, sums)
            take(.organization, sums)
            take(.people, sums)
            take(.other, sums)
        }

        @inline(__always)
        private mutating func take(_ other: NameGroup, _ sums: EvidenceTable.Weights) {
            let own = Int(sums[other.rawValue])
            if own > sum { (group, sum) = (other, own) }
        }
    }

    private let lexicon: Lexicon
    private let table: EvidenceTable?
    private var reader: EvidenceReader
    /// By span what all features say that do not depend on the memory.
    private var sums: [EvidenceTable.Weights] = []
    /// By span what the memory is asked for it.
    private var questions: [EvidenceReader.Question] = []
    /// How many numbers the words of the questions have.
    private var wordCount = 0
    /// What has changed in the memory since the last weighing.
    private var changes = MentionChanges()
    /// The spans that are two listed names with *and* between them, which no candidate proposes.
    private var pairs: [Pair] = []
    /// By span what it is by the last weighing.
    private(set) var verdicts: [Verdict] = []

    /// A span and those of its parts.
    private struct Pair {
        var whole: Int
        var parts: [Int]
    }

    init(lexicon: Lexicon, table: EvidenceTable?) {
        self.lexicon = lexicon
        self.table = table
        reader = EvidenceReader(lexicon: lexicon)
    }

    /// Takes up what has been proposed and what the rules have chosen of it.
    mutating func collect(
        _ candidates: [Candidate], _ spans: EvidenceSpans, chosen: [MentionMap.Mention], usesMemory: Bool, _ numbers: inout WordNumbers,
        _ document: Document, _ names: NameTokens
    ) {
        reader.reset(spans.spans, candidates, document, names)
        collectQuestions(spans.spans, &numbers, document)
        wordCount = numbers.count
        reader.choice.learn(chosen, document)
        reader.memory.learn(usesMemory ? chosen : [], questions, wordCount: wordCount, document)
        if let table { sumUp(candidates, spans, table, document) }
    }

    private mutating func collectQuestions(_ spans: [EvidenceSpan], _ numbers: inout WordNumbers, _ document: Document) {
        var questions: [EvidenceReader.Question] = []
        swap(&questions, &self.questions)
        questions.removeAll(keepingCapacity: true)
        for span in spans { questions.append(reader.question(span.tokens, &numbers, document)) }
        swap(&questions, &self.questions)
    }

    /// Sets `sums` and `pairs`.
    private mutating func sumUp(_ candidates: [Candidate], _ spans: EvidenceSpans, _ table: EvidenceTable, _ document: Document) {
        var sums: [EvidenceTable.Weights] = []
        swap(&sums, &self.sums)
        sums.removeAll(keepingCapacity: true)
        pairs.removeAll(keepingCapacity: true)
        var (end, ending) = (-1, WordEnding.other)
        var sink = WeightSum(table: table)
        let reader = reader
        for span in spans.spans {
            let tokens = span.tokens
            if tokens.upperBound != end { (end, ending) = (tokens.upperBound, reader.ending(tokens, document)) }
            sink.sum = EvidenceTable.Weights()
            reader.read(span, ending, spans, candidates, into: &sink)
            if tokens.count > 2, span.first < 0, let parts = reader.joinedNames(tokens) {
                pairs.append(Pair(whole: sums.count, parts: [parts.0, parts.1].compactMap(spans.index(of:))))
            }
            sums.append(sink.sum)
        }
        swap(&sums, &self.sums)
    }

    /// Takes up what the weights have chosen, to weigh again; before they had been given other names.
    mutating func remember(_ chosen: [MentionMap.Mention], insteadOf earlier: [MentionMap.Mention], _ document: Document) {
        reader.memory.learn(chosen, questions, wordCount: wordCount, document)
        changes.find(earlier, chosen, questions, wordCount: wordCount, document)
    }

    /// Sets `verdicts` to what every span is by its evidence and the memory.
    mutating func weigh(_ spans: EvidenceSpans) {
        verdicts.removeAll(keepingCapacity: true)
        verdicts += repeatElement(Verdict(EvidenceTable.Weights()), count: sums.count)
        weigh(spans) { _, _, _ in true }
    }

    /// Weighs anew what the memory may have changed since the last weighing.
    mutating func weighAgain(_ spans: EvidenceSpans) {
        for pair in pairs { changes.note([pair.whole] + pair.parts, spans) }
        weigh(spans) { changes, tokens, question in changes.concern(tokens, question) }
    }

    /// Weighs the spans that satisfy a condition.
    @inline(__always)
    private mutating func weigh(_ spans: EvidenceSpans, where isWanted: (MentionChanges, TokenRange, EvidenceReader.Question) -> Bool) {
        guard let table else { return }
        var verdicts: [Verdict] = []
        swap(&verdicts, &self.verdicts)
        var sink = WeightSum(table: table)
        let reader = reader
        for index in sums.indices {
            let tokens = spans.spans[index].tokens
            guard isWanted(changes, tokens, questions[index]) else { continue }
            sink.sum = sums[index]
            reader.readMemory(tokens, questions[index], into: &sink)
            verdicts[index] = Verdict(sink.sum)
        }
        swap(&verdicts, &self.verdicts)
        for pair in pairs { part(pair) }
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
    mutating func samples(_ candidates: [Candidate], _ spans: EvidenceSpans, _ document: Document) -> [EvidenceSample] {
        spans.spans.indices.map { index in
            EvidenceSample(tokens: spans.spans[index].tokens, features: features(index, candidates, spans, document))
        }
    }

    /// Every reading that has a positive sum or that a rule proposes, with its reasons.
    mutating func readings(
        _ candidates: [Candidate], _ spans: EvidenceSpans, _ document: Document
    ) -> [(Candidate, [EntityReading.Reason])] {
        guard let table else { return [] }
        var result: [(Candidate, [EntityReading.Reason])] = []
        for (index, span) in spans.spans.enumerated() {
            let features = features(index, candidates, spans, document).map(Int.init)
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

    private mutating func features(
        _ index: Int, _ candidates: [Candidate], _ spans: EvidenceSpans, _ document: Document
    ) -> [UInt16] {
        let span = spans.spans[index]
        var sink = FeatureList()
        reader.read(span, reader.ending(span.tokens, document), spans, candidates, into: &sink)
        reader.readMemory(span.tokens, questions[index], into: &sink)
        return sink.features
    }

    /// The best candidate of a group for exactly this span: an acronym that the text defines before a listed name, that before what the rules make
    /// of its words, or one that nothing has proposed.
    private func candidate(
        _ span: EvidenceSpan, _ group: NameGroup, _ spans: EvidenceSpans, _ candidates: [Candidate], _ document: Document
    ) -> Candidate {
        let isDefined = { (index: Int) in candidates[index].rule == .acronym && NameGroup(candidates[index].label) == group }
        if let index = spans.best(span, candidates, where: isDefined) { return candidates[index] }
        let isListed = { (index: Int) in
            candidates[index].rule == .listed && !candidates[index].isGuarded && NameGroup(candidates[index].label) == group
        }
        if let index = spans.best(span, candidates, where: isListed) { return candidates[index] }
        if let index = spans.best(span, candidates, where: { NameGroup(candidates[$0].label) == group }) { return candidates[index] }
        return Candidate(tokens: span.tokens, label: label(of: group, span.tokens, document), rule: .weighed, score: 0)
    }

    /// The label of a name that no rule has proposed for the group, by its last word.
    private func label(of group: NameGroup, _ tokens: TokenRange, _ document: Document) -> EntityLabel {
        let last = document.tokens[tokens.upperBound - 1]
        switch group {
        case .person: return .person
        case .place:
            return last.classes.contains(.placeHead) ? EntityLabel(placeHead: lexicon.code(of: .placeHead, for: last.word)) : .geopolitical
        case .organization: return .organization
        case .people: return .norp
        case .other: return last.classes.contains(.lawHead) ? .law : .event
        }
    }
}

/// A span with the indices of its features.
package struct EvidenceSample: Sendable {
    package var tokens: TokenRange
    package var features: [UInt16]
}

private struct WeightSum: EvidenceSink {
    let table: EvidenceTable
    var sum = EvidenceTable.Weights()

    @inline(__always)
    mutating func add(_ feature: Int) { sum &+= table.rows[feature] }
}

private struct FeatureList: EvidenceSink {
    var features: [UInt16] = []

    mutating func add(_ feature: Int) { features.append(UInt16(feature)) }
}
