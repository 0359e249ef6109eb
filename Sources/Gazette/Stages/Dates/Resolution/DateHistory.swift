/// The dates that a text has given so far: what its anaphors refer to.
struct DateHistory {
    private var periods: [(period: Period, sentence: Int)] = []

    /// How many dates are remembered at most, so that a text of dates alone is read in linear time.
    private static let limit = 256

    mutating func append(_ period: Period, sentence: Int) {
        if periods.count == Self.limit { periods.removeFirst(Self.limit / 2) }
        periods.append((period, sentence))
    }

    /// The last date that is no longer than a grain.
    func last(upTo grain: Grain) -> Period? { periods.last { $0.period.grain <= grain }?.period }

    /// The last date of exactly a grain.
    func last(of grain: Grain) -> Period? { periods.last { $0.period.grain == grain }?.period }

    /// The last date of any grain that a condition holds for.
    func last(where condition: (Period) -> Bool) -> Period? { periods.last { condition($0.period) }?.period }

    /// The last date, if it stands in a sentence or the one before.
    func recent(in sentence: Int) -> Period? { periods.last.flatMap { $0.sentence >= sentence - 1 ? $0.period : nil } }

    /// A date of the same sentence that names its year.
    func year(in sentence: Int) -> Int? { periods.last { $0.sentence == sentence && $0.period.grain == .year }?.period.year }
}
