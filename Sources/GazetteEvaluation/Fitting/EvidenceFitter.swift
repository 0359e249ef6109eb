import Gazette

/// Fits an evidence table by stochastic gradient ascent with a step of its own for every weight (AdaGrad; Duchi et al. 2011), always in the same order.
struct EvidenceFitter {
    typealias Weights = RegionGradient.Weights

    var rounds = 11
    var step: Float = 0.05
    /// How strongly weights are drawn to 0.
    var decay: Float = 0.002
    /// So many spans must have a feature.
    var leastSupport: Float = 4
    /// So many weights are kept.
    var mostWeights = 4800
    /// The weights are the mean of so many fits, each with the regions in orders of its own: one alone depends on its order.
    var repetitions = 4

    /// What a weight of the table is in units of log-odds.
    private static let scale: Float = 50

    /// Fits all weights, keeps those that matter most, and fits these again.
    func fit(_ texts: [FittingText]) -> EvidenceTable {
        let regions = texts.flatMap(\.regions)
        let counts = counts(regions)
        let first = fit(regions, masks: counts.map { $0 >= leastSupport ? Weights(repeating: 1) : Weights() })
        let importance = zip(first, counts).map { $0 * $0 * $1 }
        let sorted = importance.flatMap { row in NameGroup.allCases.map { row[$0.rawValue] } }.sorted(by: >)
        let least = sorted[min(mostWeights, sorted.count - 1)]
        let masks = importance.map { Weights().replacing(with: 1, where: $0 .> least) }
        return EvidenceTable(rows: fit(regions, masks: masks).map(Self.rounded))
    }

    /// In how many spans each feature stands.
    private func counts(_ regions: [FittingText.Region]) -> [Float] {
        var counts = [Float](repeating: 0, count: EvidenceTemplate.featureCount)
        for region in regions { for sample in region.samples { for feature in sample.features { counts[Int(feature)] += 1 } } }
        return counts
    }

    private func fit(_ regions: [FittingText.Region], masks: [Weights]) -> [Weights] {
        var sums = masks.map { _ in Weights() }
        for repetition in 0..<repetitions {
            let weights = fit(regions, masks, repetition)
            for feature in sums.indices { sums[feature] += weights[feature] }
        }
        return sums.map { $0 / Float(repetitions) }
    }

    /// The mean of the weights after every 500 regions from the second round on; weights whose mask is 0 stay 0.
    private func fit(_ regions: [FittingText.Region], _ masks: [Weights], _ repetition: Int) -> [Weights] {
        var weights = masks.map { _ in Weights() }
        var squares = masks.map { _ in Weights(repeating: 1e-6) }
        var sums = weights
        var snapshots: Float = 0
        var gradient = RegionGradient()
        for round in 0..<rounds {
            for (count, index) in order(regions.count, round + repetition * rounds).enumerated() {
                if count % 500 == 499, round > 0 {
                    for feature in sums.indices { sums[feature] += weights[feature] }
                    snapshots += 1
                }
                gradient.compute(regions[index], weights)
                for (sample, gain) in zip(regions[index].samples, gradient.gains) {
                    for feature in sample.features.map(Int.init) {
                        let slope = gain - decay * weights[feature]
                        squares[feature] += slope * slope
                        weights[feature] += step * masks[feature] * slope / squares[feature].squareRoot()
                    }
                }
            }
        }
        return snapshots > 0 ? sums.map { $0 / snapshots } : weights
    }

    /// Another order in every round of every repetition, the same in every run.
    private func order(_ count: Int, _ round: Int) -> [Int] {
        var state = UInt64(round + 1) &* 0x9E37_79B9_7F4A_7C15
        var order = Array(0..<count)
        for index in order.indices.dropFirst().reversed() {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            order.swapAt(index, Int(state >> 33) % (index + 1))
        }
        return order
    }

    private static func rounded(_ weights: Weights) -> EvidenceTable.Weights {
        let limit = Float(EvidenceTable.largestWeight)
        var result = EvidenceTable.Weights()
        for group in NameGroup.allCases { result[group.rawValue] = Int16(min(max((weights[group.rawValue] * scale).rounded(), -limit), limit)) }
        return result
    }
}
