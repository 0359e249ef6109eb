/// What every piece of evidence says for and against each group of names: the weights of a linear model.
package struct EvidenceTable: Sendable {
    /// One lane a group, in the order of `NameGroup`; the other lanes are 0.
    package typealias Weights = SIMD8<Int16>

    /// By the index of the feature.
    package let rows: [Weights]

    /// No weight is larger, so that no sum of all features of a span overflows.
    package static let largestWeight = 500

    package init(rows: [Weights]) { self.rows = rows }
}

extension Lexicon {
    /// The weights that come with the lexicon; nil where it has none.
    package var evidence: EvidenceTable? {
        guard weightCount == EvidenceTemplate.featureCount else { return nil }
        return EvidenceTable(rows: (0..<weightCount).map(weights(of:)))
    }
}
