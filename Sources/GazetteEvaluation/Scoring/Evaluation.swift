public import Gazette

/// What a row of scores is about.
public enum Breakdown: Sendable, Hashable {
    case all
    /// The marks of one label.
    case label(String)
    /// The texts of one group.
    case group(String)

    /// The label or group; nil for all.
    public var name: String? {
        switch self {
        case .all: return nil
        case .label(let name), .group(let name): return name
        }
    }
}

/// The score of one measure over all texts, and each text's share of it.
public struct ScoreRow: Sendable {
    public let layer: Layer
    public let measure: String
    public let breakdown: Breakdown
    public let total: Score
    /// By the index of the text; texts to which the measure does not apply have an empty score.
    public let byText: [Score]
}

/// All scores of a comparison.
public struct Evaluation: Sendable {
    public let textCount: Int
    public let notes: [String]
    /// By layer, measure, then all before labels before groups.
    public let rows: [ScoreRow]

    public init(_ comparison: Comparison, layers: LayerSet = .all) {
        textCount = comparison.texts.count
        notes = comparison.notes
        rows = layers.layers.flatMap { layer in Measure.all(of: layer).flatMap { Self.rows($0, comparison.texts) } }
    }

    /// A measure's row over all marks; nil where no gold has the layer.
    public func row(_ layer: Layer, _ measure: String, _ breakdown: Breakdown = .all) -> ScoreRow? {
        rows.first { $0.layer == layer && $0.measure == measure && $0.breakdown == breakdown }
    }

    /// The unweighted mean of the labels' F1; nil where there is no label.
    public func macroF1(_ layer: Layer, _ measure: String) -> Double? {
        let labels = rows.filter { row in
            guard case .label = row.breakdown else { return false }
            return row.layer == layer && row.measure == measure
        }
        let values = labels.compactMap(\.total.f1)
        return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    private static func rows(_ measure: Measure, _ texts: [ComparedText]) -> [ScoreRow] {
        let scores = texts.map { measure.score($0) }
        guard scores.contains(where: { $0 != nil }) else { return [] }
        let byText = scores.map { $0 ?? Score() }
        let total = row(measure, .all, byText)
        if measure.isRecallOnly, total.total.recall == nil { return [] }
        return [total] + labelRows(measure, texts) + groupRows(measure, texts, byText)
    }

    private static func labelRows(_ measure: Measure, _ texts: [ComparedText]) -> [ScoreRow] {
        guard measure.hasLabels else { return [] }
        let marks = texts.lazy.compactMap { $0.marks(of: measure.layer) }
        let labels = Set(marks.flatMap { $0.gold.map(\.label) + $0.predicted.map(\.label) })
        return labels.sorted().map { label in
            row(measure, .label(label), texts.map { measure.score($0, label: label) ?? Score() })
        }
    }

    private static func groupRows(_ measure: Measure, _ texts: [ComparedText], _ byText: [Score]) -> [ScoreRow] {
        Set(texts.flatMap(\.gold.groups)).sorted().map { group in
            row(measure, .group(group), zip(texts, byText).map { $0.gold.groups.contains(group) ? $1 : Score() })
        }
    }

    private static func row(_ measure: Measure, _ breakdown: Breakdown, _ byText: [Score]) -> ScoreRow {
        ScoreRow(
            layer: measure.layer, measure: measure.name, breakdown: breakdown, total: byText.reduce(Score(), +), byText: byText)
    }
}
