public import Gazette

/// Takes the gold marks of an entity label for marks of another layer, as for corpora that label amounts among the entities: `Money=numbers.money`.
public struct LabelMove: Sendable, Hashable {
    /// The entity label, compared without regard to case.
    public let label: String
    public let layer: Layer
    /// The label in the other layer; of that layer only predictions with it are compared.
    public let target: String

    /// Reads `label=layer.label`.
    public init(_ rule: String) throws(LabelMapError) {
        let sides = rule.split(separator: "=", omittingEmptySubsequences: false)
        let names = sides.count == 2 ? sides[1].split(separator: ".", maxSplits: 1) : []
        guard names.count == 2, !sides[0].isEmpty, let layer = Layer(rawValue: String(names[0])), layer != .entities else {
            throw LabelMapError(description: "'\(rule)' is no rule; LABEL=LAYER.LABEL is wanted, with a layer other than entities")
        }
        (label, self.layer, target) = (String(sides[0]), layer, String(names[1]))
    }

    func apply(to gold: inout MarkedText) {
        guard let entities = gold.layers[.entities] else { return }
        func moves(_ mark: Mark) -> Bool { mark.label.lowercased() == label.lowercased() }
        gold.layers[.entities] = entities.filter { !moves($0) }
        gold.layers[layer, default: []] += entities.filter(moves).map { Mark($0.range, label: target, values: $0.values) }
        gold.scope[layer, default: []].insert(target)
    }
}
