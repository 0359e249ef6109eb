/// A span with the indices of its features.
package struct EvidenceSample: Sendable {
    package var tokens: TokenRange
    package var features: [UInt16]
}

/// Lists the features that are added, each row of blends as what it sums.
struct FeatureList: EvidenceSink {
    var features: [UInt16] = []
    let offsets: EvidenceTemplate.Offsets
    let blends: EvidenceBlend.Offsets

    mutating func add(_ feature: Int) {
        if feature < EvidenceTemplate.featureCount {
            features.append(UInt16(feature))
        } else {
            blends.read(feature, offsets, into: &self)
        }
    }

    mutating func add(_ feature: Int, if isSo: Bool) {
        if isSo { add(feature) }
    }
}
