/// Counts behind precision and recall; ratios are computed, never stored.
public struct Counts: Sendable, Hashable {
    public var truePositives = 0
    public var falsePositives = 0
    public var falseNegatives = 0

    public init() {}
}
