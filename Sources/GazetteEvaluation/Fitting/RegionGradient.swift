#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Gazette

/// The gradient of a region's log-likelihood under a semi-Markov model (Sarawagi and Cohen 2004): every set of spans that do not overlap is a reading,
/// and weighs as much as the exponential of its spans' scores.
struct RegionGradient {
    typealias Weights = SIMD8<Float>

    private static let groupCount = NameGroup.allCases.count
    private var scores: [Weights] = []
    private var forward: [Float] = []
    private var backward: [Float] = []
    /// By sample what the weights of its features should gain.
    private(set) var gains: [Weights] = []

    mutating func compute(_ region: FittingText.Region, _ weights: [Weights]) {
        scores.removeAll(keepingCapacity: true)
        for sample in region.samples { scores.append(sample.features.reduce(Weights()) { $0 + weights[Int($1)] }) }
        pass(region)
        gains.removeAll(keepingCapacity: true)
        let total = forward[region.tokenCount]
        for (index, sample) in region.samples.enumerated() {
            let (start, end) = (sample.tokens.lowerBound - region.start, sample.tokens.upperBound - region.start)
            var gain = Weights()
            for group in 0..<Self.groupCount { gain[group] = -exp(forward[start] + scores[index][group] + backward[end] - total) }
            if let mask = region.gold[index] { gain += wanted(mask, scores[index]) }
            gains.append(gain)
        }
    }

    /// The log-sums over all readings of what stands before and after every position.
    private mutating func pass(_ region: FittingText.Region) {
        let count = region.tokenCount
        forward = Array(repeating: -.infinity, count: count + 1)
        backward = Array(repeating: -.infinity, count: count + 1)
        (forward[0], backward[count]) = (0, 0)
        let logs = scores.map(Self.logSum)
        var next = 0
        for position in 1...max(count, 1) {
            forward[position] = forward[position - 1]
            while next < region.samples.count, region.samples[next].tokens.upperBound - region.start == position {
                forward[position] = Self.logAdd(forward[position], forward[region.samples[next].tokens.lowerBound - region.start] + logs[next])
                next += 1
            }
        }
        for position in stride(from: count, to: 0, by: -1) {
            backward[position - 1] = Self.logAdd(backward[position - 1], backward[position])
            while next > 0, region.samples[next - 1].tokens.upperBound - region.start == position {
                next -= 1
                let start = region.samples[next].tokens.lowerBound - region.start
                backward[start] = Self.logAdd(backward[start], backward[position] + logs[next])
            }
        }
    }

    /// Gold's share: all of it to its group, in proportion to the scores where it allows several.
    private func wanted(_ mask: GroupMask, _ scores: Weights) -> Weights {
        var (result, sum) = (Weights(), Float(0))
        for group in NameGroup.allCases where mask.contains(group) {
            result[group.rawValue] = exp(scores[group.rawValue] - scores.max())
            sum += result[group.rawValue]
        }
        return sum > 0 ? result / sum : result
    }

    private static func logSum(_ scores: Weights) -> Float {
        (1..<groupCount).reduce(scores[0]) { logAdd($0, scores[$1]) }
    }

    private static func logAdd(_ left: Float, _ right: Float) -> Float {
        let (high, low) = (max(left, right), min(left, right))
        return low == -.infinity ? high : high + log1p(exp(low - high))
    }
}
