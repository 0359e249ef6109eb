import Testing

@testable import Gazette

/// The choice over spans against the plain dynamic programme over token positions.
@Suite struct SpanChooserTests {
    private struct Option {
        var tokens: TokenRange
        var score: Int
    }

    @Test(
        arguments: [
            ("nothing", [], []),
            ("one", [(0..<2, 5)], [0]),
            ("no score", [(0..<2, 0), (1..<3, -4)], []),
            ("the longer of two equals", [(0..<3, 5), (1..<3, 5)], [0]),
            ("the first of two equals", [(0..<2, 5), (0..<2, 5)], [0]),
            ("two parts are worth more", [(0..<1, 3), (0..<2, 5), (1..<2, 3)], [0, 2]),
            ("what ends where another begins", [(0..<2, 1), (2..<4, 1)], [0, 1]),
        ] as [(String, [(TokenRange, Int)], [Int])])
    func chooses(name: String, options: [(TokenRange, Int)], expected: [Int]) {
        #expect(Self.choice(options.map { Option(tokens: $0.0, score: $0.1) }) == expected, "\(name)")
    }

    @Test func choosesWhatThePlainProgrammeChooses() {
        var random = SplitMix64(state: 11)
        for _ in 0..<500 {
            let count = Int.random(in: 1...40, using: &random)
            var options = (0..<count).map { _ in
                let start = Int.random(in: 0..<30, using: &random)
                let length = Int.random(in: 1...(Bool.random(using: &random) ? 3 : 30), using: &random)
                return Option(tokens: start..<start + length, score: Int.random(in: -2...9, using: &random))
            }
            options.sort { ($0.tokens.upperBound, $0.tokens.lowerBound) < ($1.tokens.upperBound, $1.tokens.lowerBound) }
            #expect(Self.choice(options) == Self.plainChoice(options))
        }
    }

    private static func choice(_ options: [Option]) -> [Int] {
        var chooser = SpanChooser()
        chooser.take(options.count, where: { options[$0].score != 0 }) {
            SpanChooser.Option(EvidenceSpan.key(options[$0].tokens), score: options[$0].score, number: $0)
        }
        chooser.choose()
        return chooser.chosen
    }

    private static func plainChoice(_ options: [Option]) -> [Int] {
        let count = options.map(\.tokens.upperBound).max() ?? 0
        var (best, choice) = ([Int](repeating: 0, count: count + 1), [Int?](repeating: nil, count: count + 1))
        for position in stride(from: 1, through: count, by: 1) {
            best[position] = best[position - 1]
            for (index, option) in options.enumerated() where option.tokens.upperBound == position && option.score > 0 {
                let sum = best[option.tokens.lowerBound] + option.score
                if sum > best[position] { (best[position], choice[position]) = (sum, index) }
            }
        }
        var (position, result) = (count, [Int]())
        while position > 0 {
            if let index = choice[position] { result.append(index) }
            position = choice[position].map { options[$0].tokens.lowerBound } ?? position - 1
        }
        return result.reversed()
    }
}
