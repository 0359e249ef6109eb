public import Gazette

/// One thing that a prediction got wrong.
public struct Discrepancy: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case missed, spurious, wrongLabel = "wrong label", wrongBoundary = "wrong boundary", wrongValue = "wrong value"
        case wrongScope = "wrong scope", wrongSource = "wrong source", wrongNegation = "wrong negation"

        /// The part of a mark that is wrong.
        var part: String? {
            switch self {
            case .wrongScope: return "scope"
            case .wrongSource: return "source"
            default: return nil
            }
        }
    }

    public let layer: Layer
    public let kind: Kind
    public let gold: Mark?
    public let predicted: Mark?
    /// The index of the text in the comparison.
    public let text: Int
}

extension Comparison {
    /// Everything that went wrong in a layer, in the order of the texts.
    public func discrepancies(in layer: Layer) -> [Discrepancy] {
        texts.enumerated().flatMap { index, text in
            text.discrepancies(in: layer).map { Discrepancy(layer: layer, kind: $0.kind, gold: $0.gold, predicted: $0.predicted, text: index) }
        }
    }
}

extension ComparedText {
    typealias Fault = (kind: Discrepancy.Kind, gold: Mark?, predicted: Mark?)

    fileprivate func discrepancies(in layer: Layer) -> [Fault] {
        guard let (gold, predicted) = marks(of: layer) else { return [] }
        let alignment = Alignment(gold: gold, predicted: predicted, preference: .sameLabel)
        let hasParts = layer == .stance && gold.contains { !$0.parts.isEmpty }
        var faults: [Fault] = alignment.missed.map { (.missed, $0, nil) }
        for (partner, mark) in alignment.pairs {
            if let partner {
                faults += (Self.faults(partner, mark) + (hasParts ? Self.stanceFaults(partner, mark) : [])).map { ($0, partner, mark) }
            } else if !self.gold.partial.contains(layer) {
                faults.append((.spurious, nil, mark))
            }
        }
        return faults.sorted { Self.place($0) < Self.place($1) }
    }

    private static func place(_ fault: Fault) -> ByteRange { (fault.gold ?? fault.predicted)?.range ?? ByteRange(0, 0) }

    private static func faults(_ gold: Mark, _ predicted: Mark) -> [Discrepancy.Kind] {
        var kinds: [Discrepancy.Kind] = []
        if gold.label != predicted.label { kinds.append(.wrongLabel) }
        if gold.range != predicted.range { kinds.append(.wrongBoundary) }
        if !gold.values.isEmpty, !gold.sharesValue(with: predicted) { kinds.append(.wrongValue) }
        return kinds
    }

    private static func stanceFaults(_ gold: Mark, _ predicted: Mark) -> [Discrepancy.Kind] {
        var kinds = [Discrepancy.Kind.wrongScope, .wrongSource].filter { kind in kind.part.map { gold.parts[$0] != predicted.parts[$0] } ?? false }
        if gold.isNegated != predicted.isNegated { kinds.append(.wrongNegation) }
        return kinds
    }
}

/// The same thing gone wrong any number of times.
public struct DiscrepancyGroup: Sendable {
    /// The first occurrence.
    public let example: Discrepancy
    public let count: Int
}

extension Comparison {
    /// By layer and kind the most frequent discrepancies, those of equal frequency in the order of the text.
    public func worst(_ limit: Int, in layers: LayerSet) -> [DiscrepancyGroup] {
        layers.layers.flatMap { layer in
            let byKind = Dictionary(grouping: discrepancies(in: layer), by: \.kind)
            return Discrepancy.Kind.allCases.flatMap { kind in mostFrequent(byKind[kind] ?? [], limit) }
        }
    }

    private func mostFrequent(_ discrepancies: [Discrepancy], _ limit: Int) -> [DiscrepancyGroup] {
        var order: [[String]] = []
        var groups: [[String]: (example: Discrepancy, count: Int)] = [:]
        for item in discrepancies {
            let key = sides(item)
            if groups[key] == nil { order.append(key) }
            groups[key, default: (item, 0)].count += 1
        }
        let found = order.compactMap { groups[$0] }.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
        return found.prefix(limit).map { DiscrepancyGroup(example: $0.element.example, count: $0.element.count) }
    }

    private func sides(_ item: Discrepancy) -> [String] {
        [item.gold, item.predicted].flatMap { mark in
            mark.map { [texts[item.text].gold[$0.range], $0.label] + $0.values } ?? [""]
        }
    }
}
