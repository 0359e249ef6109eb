/// Weighs the evidence for every span of a document that may be a name.
struct EvidenceWeigher {
    private let lexicon: Lexicon
    private let table: EvidenceTable?
    private var reader: EvidenceReader
    private var spans = EvidenceSpans()
    /// By span what all features say that do not depend on the memory.
    private var sums: [EvidenceTable.Weights] = []

    init(lexicon: Lexicon, table: EvidenceTable?) {
        self.lexicon = lexicon
        self.table = table
        reader = EvidenceReader(lexicon: lexicon)
    }

    /// Takes up what has been proposed and what the rules have chosen of it.
    mutating func collect(_ candidates: [Candidate], chosen: [Candidate], usesMemory: Bool, _ document: Document, _ names: NameTokens) {
        reader.reset(document)
        reader.choice.learn(chosen, document)
        reader.memory.learn(usesMemory ? chosen : [], document)
        spans.collect(candidates, document, names)
        sums.removeAll(keepingCapacity: true)
        guard let table else { return }
        for span in spans.spans {
            var sink = WeightSum(table: table)
            reader.read(span, spans, candidates, document, names, into: &sink)
            sums.append(sink.sum)
        }
    }

    /// Takes up what the weights have chosen, to weigh again.
    mutating func remember(_ chosen: [Candidate], _ document: Document) { reader.memory.learn(chosen, document) }

    /// Every span as a candidate of its best group, with the weights' sum as its score.
    mutating func weighed(_ candidates: [Candidate], _ document: Document, _ names: NameTokens) -> [Candidate] {
        guard let table else { return candidates }
        var result: [Candidate] = []
        for (index, span) in spans.spans.enumerated() {
            var sink = WeightSum(table: table, sum: sums[index])
            reader.readMemory(span.tokens, document, names, into: &sink)
            if var candidate = best(span, sink.sum, candidates, document) {
                candidate.isName = !isRejected(candidate, document, names)
                result.append(candidate)
            }
        }
        return result
    }

    /// The features of every span, to fit weights on.
    mutating func samples(_ candidates: [Candidate], _ document: Document, _ names: NameTokens) -> [EvidenceSample] {
        spans.spans.map { span in
            var sink = FeatureList()
            reader.read(span, spans, candidates, document, names, into: &sink)
            reader.readMemory(span.tokens, document, names, into: &sink)
            return EvidenceSample(tokens: span.tokens, features: sink.features)
        }
    }

    /// Every reading that has a positive sum or that a rule proposes, with its reasons.
    mutating func readings(_ candidates: [Candidate], _ document: Document, _ names: NameTokens) -> [(Candidate, [EntityReading.Reason])] {
        guard let table else { return [] }
        var result: [(Candidate, [EntityReading.Reason])] = []
        for span in spans.spans {
            var sink = FeatureList()
            reader.read(span, spans, candidates, document, names, into: &sink)
            reader.readMemory(span.tokens, document, names, into: &sink)
            let features = sink.features.map(Int.init)
            for group in NameGroup.allCases {
                let named = named(span, group, candidates)
                var candidate = named ?? Candidate(tokens: span.tokens, label: label(of: group, span.tokens, document), rule: .weighed, score: 0)
                candidate.score = features.reduce(0) { $0 + Int(table.rows[$1][group.rawValue]) }
                guard named != nil || candidate.score > 0 else { continue }
                let reasons = features.map {
                    EntityReading.Reason(feature: EvidenceTemplate.featureNames[$0], weight: Int(table.rows[$0][group.rawValue]))
                }
                result.append((candidate, reasons.filter { $0.weight != 0 }.sorted { abs($0.weight) > abs($1.weight) }))
            }
        }
        return result
    }

    /// The rules' best candidate of a group for exactly this span.
    private func named(_ span: EvidenceSpan, _ group: NameGroup, _ candidates: [Candidate]) -> Candidate? {
        var best: Candidate?
        for position in span.candidates {
            let candidate = candidates[spans.order[position]]
            if NameGroup(candidate.label) == group, best.map({ $0.score < candidate.score }) ?? true { best = candidate }
        }
        return best
    }

    /// Nil where nothing speaks for the span.
    private func best(_ span: EvidenceSpan, _ sum: EvidenceTable.Weights, _ candidates: [Candidate], _ document: Document) -> Candidate? {
        var group = 0
        for other in NameGroup.allCases.indices.dropFirst() where sum[other] > sum[group] { group = other }
        guard sum[group] > 0, let name = NameGroup(rawValue: group) else { return nil }
        var result =
            named(span, name, candidates) ?? Candidate(tokens: span.tokens, label: label(of: name, span.tokens, document), rule: .weighed, score: 0)
        result.score = Int(sum[group])
        return result
    }

    /// `to establish an Islamic Emirate within`: whatever the weights say, one of a kind is no name.
    private func isRejected(_ candidate: Candidate, _ document: Document, _ names: NameTokens) -> Bool {
        candidate.tokens.count > 1 && (candidate.label == .organization || candidate.label == .geopolitical)
            && names.isIndefinite(candidate.tokens, document)
    }

    /// The label of a name that no rule has proposed for the group, by its last word.
    private func label(of group: NameGroup, _ tokens: TokenRange, _ document: Document) -> EntityLabel {
        let last = document.tokens[tokens.upperBound - 1]
        switch group {
        case .person: return .person
        case .place:
            return last.classes.contains(.placeHead) ? Self.places[(max(lexicon.code(of: .placeHead, for: last.word), 1) - 1) % 3] : .geopolitical
        case .organization: return .organization
        case .people: return .norp
        case .other: return last.classes.contains(.lawHead) ? .law : .event
        }
    }

    /// In the order of the values of `place-head`.
    private static let places: [EntityLabel] = [.location, .geopolitical, .facility]
}

/// A span with the indices of its features.
package struct EvidenceSample: Sendable {
    package var tokens: TokenRange
    package var features: [UInt16]
}

private struct WeightSum: EvidenceSink {
    let table: EvidenceTable
    var sum = EvidenceTable.Weights()

    mutating func add(_ feature: Int) { sum &+= table.rows[feature] }
}

private struct FeatureList: EvidenceSink {
    var features: [UInt16] = []

    mutating func add(_ feature: Int) { features.append(UInt16(feature)) }
}
