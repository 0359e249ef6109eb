/// The dates that a text has given so far: what its anaphors refer to.
struct DateHistory {
    private var periods: [(period: Period, sentence: Int)] = []

    /// How many dates are remembered at most, so that a text of dates alone is read in linear time.
    private static let limit = 256

    /// Whether a length of several months was the last thing spoken of that results are given for: what they are compared with is a year.
    private(set) var isOfMonths = false

    /// Forgets everything, for the next text.
    mutating func removeAll() {
        periods.removeAll(keepingCapacity: true)
        (isOfMonths, opening) = (false, nil)
    }

    mutating func append(_ period: Period, sentence: Int) {
        if period.grain == .quarter || period.grain == .half { isOfMonths = false }
        if periods.count == Self.limit { periods.removeFirst(Self.limit / 2) }
        periods.append((period, sentence))
    }

    /// Takes note of a length: `the first nine months`.
    mutating func note(_ duration: Duration) {
        guard duration.count == 1, duration.first.unit == .month, let months = duration.first.amount.whole else { return }
        isOfMonths = (4...11).contains(months)
    }

    /// The last date that is no longer than a grain.
    func last(upTo grain: Grain) -> Period? { periods.last { $0.period.grain <= grain }?.period }

    /// The last date of exactly a grain.
    func last(of grain: Grain) -> Period? { periods.last { $0.period.grain == grain }?.period }

    /// The last date of any grain that a condition holds for.
    func last(where condition: (Period) -> Bool) -> Period? { periods.last { condition($0.period) }?.period }

    /// The last date that is no longer than a grain, if it stands in a sentence or the one before.
    func recent(upTo grain: Grain = .millennium, in sentence: Int) -> Period? {
        periods.last { $0.period.grain <= grain }.flatMap { $0.sentence >= sentence - 1 ? $0.period : nil }
    }

    /// The last date of a sentence, if it is no longer than a grain.
    func last(upTo grain: Grain, of sentence: Int) -> Period? {
        periods.last.flatMap { $0.sentence == sentence && $0.period.grain <= grain ? $0.period : nil }
    }

    /// The year that a sentence begins with, to which its months belong: `In 1998 the mill closed in March`.
    private var opening: (sentence: Int, year: Int)?

    mutating func open(_ sentence: Int, with period: Period) { if period.grain == .year { opening = (sentence, period.year) } }

    func year(in sentence: Int) -> Int? { opening.flatMap { $0.sentence == sentence ? $0.year : nil } }
}
