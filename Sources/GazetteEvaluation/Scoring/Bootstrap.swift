/// Confidence by resampling texts with replacement (Efron & Tibshirani 1993; for paired tests in NLP: Berg-Kirkpatrick et al. 2012).
public struct Bootstrap: Sendable {
    public let samples: Int
    public let seed: UInt64

    public init(samples: Int = 1000, seed: UInt64 = 1) { (self.samples, self.seed) = (samples, seed) }

    /// The middle 95 % of F1 over the resamples; nil where there are fewer than two texts.
    public func interval(of scores: [Score]) -> ClosedRange<Double>? {
        guard scores.count > 1 else { return nil }
        var generator = SplitMix64(state: seed)
        return Self.middle((0..<samples).compactMap { _ in sum(scores, generator.indices(scores.count)).f1 })
    }

    /// How much better one prediction is than another on the same texts; nil where that cannot be told.
    public func difference(of scores: [Score], from others: [Score]) -> Difference? {
        guard scores.count > 1, scores.count == others.count, let f1 = scores.reduce(Score(), +).f1, let other = others.reduce(Score(), +).f1
        else { return nil }
        var generator = SplitMix64(state: seed)
        let differences = (0..<samples).compactMap { _ -> Double? in
            let indices = generator.indices(scores.count)
            guard let left = sum(scores, indices).f1, let right = sum(others, indices).f1 else { return nil }
            return left - right
        }
        guard let interval = Self.middle(differences) else { return nil }
        let below = differences.count { $0 <= 0 }
        let above = differences.count { $0 >= 0 }
        let probability = min(1, 2 * Double(min(below, above)) / Double(differences.count))
        return Difference(f1: f1 - other, interval: interval, probability: probability)
    }

    /// A difference of F1.
    public struct Difference: Sendable, Hashable {
        public let f1: Double
        /// The middle 95 % of the resamples.
        public let interval: ClosedRange<Double>
        /// The two-sided probability of a difference on the other side of zero.
        public let probability: Double
    }

    private func sum(_ scores: [Score], _ indices: [Int]) -> Score {
        var sum = Score()
        for index in indices { sum = sum + scores[index] }
        return sum
    }

    private static func middle(_ values: [Double]) -> ClosedRange<Double>? {
        if values.isEmpty { return nil }
        let sorted = values.sorted()
        return sorted[Int(0.025 * Double(sorted.count - 1))]...sorted[Int((0.975 * Double(sorted.count - 1)).rounded(.up))]
    }
}

/// A small generator of random numbers, the same on every machine (Steele, Lea & Flood 2014).
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// As many indices below `count`, with replacement.
    mutating func indices(_ count: Int) -> [Int] { (0..<count).map { _ in Int(next().multipliedFullWidth(by: UInt64(count)).high) } }
}
