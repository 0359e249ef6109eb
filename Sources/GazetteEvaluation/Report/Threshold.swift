public import Gazette

/// The least that a layer must reach: `entities=60`, `dates.value=72.5`; in percent.
public struct Threshold: Sendable, Hashable {
    public let layer: Layer
    /// Nil stands for the layer's first measure.
    public let measure: String?
    public let percent: Double

    public init(layer: Layer, measure: String?, percent: Double) { (self.layer, self.measure, self.percent) = (layer, measure, percent) }

    /// Reads `layer=f1` and `layer.measure=f1`.
    public init(_ text: String) throws(GoldError) {
        let sides = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard sides.count == 2, let percent = Double(sides[1]), (0...100).contains(percent) else {
            throw GoldError("'\(text)'", "layer=f1 is wanted, with f1 from 0 to 100")
        }
        let names = sides[0].split(separator: ".", maxSplits: 1).map(String.init)
        guard let layer = names.first.flatMap(Layer.init(rawValue:)) else {
            throw GoldError("'\(text)'", "the layer is none of \(Layer.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        let measures = Measure.all(of: layer).map(\.name)
        if names.count == 2, !measures.contains(names[1]) { throw GoldError("'\(text)'", "the measure is none of \(measures.joined(separator: ", "))") }
        self.init(layer: layer, measure: names.count == 2 ? names[1] : nil, percent: percent)
    }

    /// What is wrong where the scores miss it.
    public func problem(in evaluation: Evaluation) -> String? {
        guard let measure = measure ?? Measure.all(of: layer).first?.name else { return nil }
        let name = "\(layer.rawValue).\(measure)"
        guard let f1 = evaluation.row(layer, measure)?.total.f1 else { return "\(name): no F1 to hold against \(percent)" }
        return f1 * 100 < percent ? "\(name): F1 is \(Percent.text(f1)), \(percent) is wanted" : nil
    }
}
