public import Gazette

/// The least that a layer must reach: `entities=60`, `dates.value=72.5`, `numbers.strict.recall=90`; in percent.
public struct Threshold: Sendable, Hashable {
    /// The ratio that counts.
    public enum Ratio: String, Sendable, CaseIterable { case f1, precision, recall }

    public let layer: Layer
    public let measure: String
    public let ratio: Ratio
    public let percent: Double

    /// Without a measure, the layer's first counts.
    public init(layer: Layer, measure: String? = nil, ratio: Ratio = .f1, percent: Double) {
        self.layer = layer
        self.measure = measure ?? Measure.all(of: layer)[0].name
        self.ratio = ratio
        self.percent = percent
    }

    /// Reads `layer=percent`, `layer.measure=percent` and `layer.measure.ratio=percent`.
    public init(_ text: String) throws(GoldError) {
        let sides = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard sides.count == 2, let percent = Double(sides[1]), (0...100).contains(percent) else {
            throw GoldError("'\(text)'", "layer=f1 is wanted, with f1 from 0 to 100")
        }
        let names = sides[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let layer = names.first.flatMap(Layer.init(rawValue:)) else {
            throw GoldError("'\(text)'", "the layer is none of \(Layer.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        let measures = Measure.all(of: layer).map(\.name)
        if names.count > 1, !measures.contains(names[1]) {
            throw GoldError("'\(text)'", "the measure is none of \(measures.joined(separator: ", "))")
        }
        guard names.count < 4, let ratio = names.count < 3 ? .f1 : Ratio(rawValue: names[2]) else {
            throw GoldError("'\(text)'", "the ratio is none of \(Ratio.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        self.init(layer: layer, measure: names.count > 1 ? names[1] : nil, ratio: ratio, percent: percent)
    }

    /// `strict`, or `strict.recall` where not F1 counts.
    var measureName: String { ratio == .f1 ? measure : "\(measure).\(ratio.rawValue)" }

    /// What was reached; nil where it is undefined.
    func ratio(in evaluation: Evaluation) -> Double? {
        guard let total = evaluation.row(layer, measure)?.total else { return nil }
        switch ratio {
        case .f1: return total.f1
        case .precision: return total.precision
        case .recall: return total.recall
        }
    }

    /// What is wrong where the scores miss it.
    public func problem(in evaluation: Evaluation) -> String? {
        let name = "\(layer.rawValue).\(measure)"
        let noun = ratio == .f1 ? "F1" : ratio.rawValue
        guard let reached = ratio(in: evaluation) else { return "\(name): no \(noun) to hold against \(percent)" }
        return reached * 100 < percent ? "\(name): \(noun) is \(Percent.text(reached)), \(percent) is wanted" : nil
    }
}
