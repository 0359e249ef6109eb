/// One kind of annotation; its raw value is its field in the record.
public enum Layer: String, Sendable, CaseIterable, Hashable {
    case sentences, tokens, entities, dates, numbers, stance, quotations, summary

    var bit: UInt16 { 1 << UInt16(Layer.allCases.firstIndex(of: self) ?? 0) }
}

/// A set of layers, in the record's order.
public struct LayerSet: OptionSet, Sendable, Hashable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let sentences = LayerSet(.sentences)
    public static let tokens = LayerSet(.tokens)
    public static let entities = LayerSet(.entities)
    public static let dates = LayerSet(.dates)
    public static let numbers = LayerSet(.numbers)
    public static let stance = LayerSet(.stance)
    public static let quotations = LayerSet(.quotations)
    public static let summary = LayerSet(.summary)
    /// The lexicon's surfaces in the text: no layer of the record, but what stages read.
    static let surfaces = LayerSet(rawValue: 1 << 15)
    /// What is written where nobody chooses: everything but the summary, which is written on request.
    public static let all = LayerSet(Layer.allCases.filter { $0 != .summary })

    public init(_ layer: Layer) { self.init(rawValue: layer.bit) }

    public init(_ layers: [Layer]) { self.init(rawValue: layers.reduce(0) { $0 | $1.bit }) }

    public func contains(_ layer: Layer) -> Bool { rawValue & layer.bit != 0 }

    public var layers: [Layer] { Layer.allCases.filter { contains($0) } }
}
