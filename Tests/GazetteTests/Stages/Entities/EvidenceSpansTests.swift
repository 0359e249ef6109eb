import Testing

@testable import Gazette

/// What the choice of names relies on, on rows of random words: names with links, marks, numbers and small words between them.
@Suite struct EvidenceSpansTests {
    private static let words = [
        "Georgia", "Florence", "Abernethy", "Zorvex", "Ministry", "Party", "Bank", "United", "National", "York", "May", "President", "Van", "al",
        "the", "The", "of", "and", "for", "a", "in", "said", "to", "met", "'s", "-", ",", ".", "(", ")", ":", "\"", "&", "3", "11th", "USD", "TTP",
        "\n\n",
    ]

    private static func texts() -> [String] {
        var random = SplitMix64(state: 5)
        return (0..<150).map { _ in
            (0..<Int.random(in: 0...60, using: &random)).map { _ in
                words[Int.random(in: words.indices, using: &random)] + (Int.random(in: 0..<6, using: &random) == 0 ? "" : " ")
            }.joined()
        }
    }

    /// Hands a stage that has chosen the names of a text, and the text, to a body.
    static func forEachChoice(_ body: (EntityStage, Document) -> Void) throws {
        let lexicon = Project.lexicon
        let annotator = try Annotator(lexicon: lexicon)
        var stage = EntityStage(lexicon: lexicon, options: AnnotatorOptions(), table: lexicon.evidence)
        for text in texts() {
            let document = annotator.annotate(text)
            stage.propose(document)
            stage.choose(document)
            body(stage, document)
        }
    }

    @Test func spansStandByEndThenStartEachOnce() throws {
        try Self.forEachChoice { stage, document in
            let spans = stage.spans.spans.map(\.tokens)
            for (left, right) in zip(spans, spans.dropFirst()) {
                #expect((left.upperBound, left.lowerBound) < (right.upperBound, right.lowerBound), "\(document[tokens: left])")
            }
            #expect(spans.allSatisfy { !$0.isEmpty && $0.upperBound <= document.tokens.count })
        }
    }

    @Test func everyCandidateIsInItsSpanAndTheRulesPreferTheBest() throws {
        try Self.forEachChoice { stage, _ in
            let expected = Dictionary(grouping: stage.candidates.indices) { stage.candidates[$0].tokens }
            var found: [TokenRange: [Int]] = [:]
            for span in stage.spans.spans where span.first >= 0 {
                var (own, next) = ([Int](), span.first)
                while next >= 0 {
                    own.append(Int(next))
                    next = stage.spans.next(next)
                }
                found[span.tokens] = own
                let best = own.dropFirst().reduce(own[0]) { stage.candidates[$1].isPreferred(to: stage.candidates[$0]) ? $1 : $0 }
                #expect(Int(span.preferred) == best)
            }
            #expect(found == expected)
        }
    }

    /// What a stage has proposed, settled once more: nothing is dropped, and each pays for the capitalised words beside it again.
    @Test func settledCandidatesPayForTheirNeighbours() throws {
        try Self.forEachChoice { stage, document in
            var settled = stage.candidates
            settled.settle(from: 0, document, stage.names, RefusedSpans(), areRemembered: true)
            #expect(settled.map(\.tokens) == stage.candidates.map(\.tokens))
            for (before, after) in zip(stage.candidates, settled) {
                let sides = [before.tokens.lowerBound, before.tokens.upperBound].map { side in
                    guard side < document.tokens.count, stage.names[side].isJoined else { return false }
                    return side == before.tokens.lowerBound ? !document.tokens[side - 1].classes.contains(.title) : before.label != .norp
                }
                let each = before.rule == .listed ? 15 : before.tokens.count == 1 ? 60 : 35
                #expect(before.score - after.score == each * sides.count { $0 })
            }
        }
    }

    /// What a span weighs, in its own pass and again where the memory has changed, is what its features weigh.
    @Test func verdictsAreWhatTheFeaturesWeigh() throws {
        let table = try #require(Project.lexicon.evidence)
        try Self.forEachChoice { stage, document in
            var numbers = stage.numbers
            let samples = stage.weigher.samples(stage.candidates, stage.spans, &numbers, document)
            let paired = Set(stage.weigher.pairs.flatMap { [$0.whole] + $0.parts })
            for (index, sample) in samples.enumerated() where !paired.contains(index) {
                let sums = sample.features.reduce(EvidenceTable.Weights()) { $0 &+ table.rows[Int($1)] }
                let (verdict, expected) = (stage.weigher.verdicts[index], EvidenceWeigher.Verdict(sums))
                #expect(verdict.sum == expected.sum && verdict.group == expected.group, "\(document[tokens: sample.tokens])")
            }
        }
    }
}
