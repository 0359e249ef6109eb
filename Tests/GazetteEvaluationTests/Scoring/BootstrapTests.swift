import Testing

@testable import GazetteEvaluation

@Suite("Confidence by resampling")
struct BootstrapTests {
    private let good = (0..<40).map { Score(complete: Counts(correct: 8 + $0 % 3, missed: 1, spurious: 1)) }
    private let poor = (0..<40).map { Score(complete: Counts(correct: 4 + $0 % 3, missed: 5, spurious: 5)) }

    @Test("The interval holds the score, and is the same for the same seed")
    func interval() throws {
        let interval = try #require(Bootstrap(seed: 7).interval(of: good))
        let f1 = try #require(good.reduce(Score(), +).f1)
        #expect(interval.contains(f1))
        #expect(interval == Bootstrap(seed: 7).interval(of: good))
        #expect(interval.lowerBound < interval.upperBound)
    }

    @Test("One text has no interval")
    func single() { #expect(Bootstrap().interval(of: [good[0]]) == nil) }

    @Test("A clear difference is told from none")
    func difference() throws {
        let clear = try #require(Bootstrap().difference(of: good, from: poor))
        #expect(clear.f1 > 0.3 && clear.probability == 0 && clear.interval.lowerBound > 0)
        let none = try #require(Bootstrap().difference(of: good, from: good))
        #expect(none.f1 == 0 && none.probability == 1)
    }
}
