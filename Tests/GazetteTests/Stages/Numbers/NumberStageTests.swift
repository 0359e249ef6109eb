import Testing

@testable import Gazette

@Suite struct NumberStageTests {
    private static let fragments = [
        "one", "two", "a", "half", "hundred", "million", "third", "thirds", "and", "of", "to", "between", "from", "in", "for", "or", "over", "point",
        "5", "1,000",
        "1.5", ".5", "00", "1/2", "9/11", "$", "€", "US$", "Rs", "RM42", "USD3.14", "%", "per cent", "°", "C", "km", "5ft", "-", "–", "—", "(", ")",
        "x10^6", "e+14", "Q1", "b12", "B12", "RM4",
        "12e9", "99999999999999999999", "٣", "½", "六", "years old", "or more", "at least", "below zero", ".", ",", ":", "\n", "\u{202F}", "😀",
    ]

    /// Random sequences of what number rules look at.
    private func text(seed: UInt64) -> String {
        var random = SplitMix64(state: seed)
        return (0..<Int.random(in: 1...40, using: &random)).map { _ in
            (Self.fragments.randomElement(using: &random) ?? "") + ["", " ", "  ", "\n"][Int.random(in: 0..<4, using: &random)]
        }.joined()
    }

    @Test(arguments: 0..<50) func expressionsAreDisjointAndInOrder(block: Int) throws {
        let annotator = try Annotator(lexicon: Project.lexicon, options: AnnotatorOptions(layers: [.numbers]))
        for seed in block * 20..<block * 20 + 20 {
            let document = annotator.annotate(text(seed: UInt64(seed)))
            var end: Int32 = 0
            for number in document.numbers {
                #expect(number.range.start >= end && !number.range.isEmpty, "\(seed): \(document[number.range])")
                end = number.range.end
                if let counted = number.counted { #expect(counted.start >= end, "\(seed): \(document[number.range]) counts \(document[counted])") }
                if let lower = number.lower, let upper = number.upper { #expect(lower < upper, "\(seed): \(document[number.range])") }
            }
        }
    }

    /// Where triggers say so, the pieces of a sentence are those that its tokens make one by one, and no number begins but where they say.
    @Test(arguments: 0..<20) func wholeSentencesHaveAPieceForEachToken(block: Int) throws {
        let annotator = try Annotator(lexicon: Project.lexicon, options: AnnotatorOptions(layers: [.numbers]))
        let builder = PieceBuilder(lexicon: Project.lexicon, values: NumberValues(lexicon: Project.lexicon), decimalComma: false)
        var triggers = NumberTriggers(decimalComma: false)
        for seed in block * 20..<block * 20 + 20 {
            let document = annotator.annotate(text(seed: UInt64(seed)))
            document.text.withUnsafeBufferPointer { text in
                document.tokens.withUnsafeBufferPointer { tokens in
                    triggers.gather(text, tokens, document.sentenceTokens, document.dates)
                    for sentence in triggers.sentences where sentence.isWhole {
                        var pieces: [NumberPiece] = []
                        builder.append(tokens[sentence.tokens], text, to: &pieces)
                        #expect(pieces.map(Self.fields) == tokens[sentence.tokens].map { Self.fields(builder.piece(of: $0, text)) }, "\(seed)")
                        let starts = pieces.indices.filter { pieces[$0].isDigits || pieces[$0].classes.intersects(NumberTriggers.starts) }
                        #expect(Set(starts).isSubset(of: triggers.starts[sentence.starts]), "\(seed)")
                    }
                }
            }
        }
    }

    private static let plain = [
        "two people", "one of the", "one of every five", "the first day", "a third", "third place", "a second", "a second of", "minus three", "-4",
        "5 million", "two hundred", "two hundred-odd", "few hundred", "hundred dollars", "billion", "a billion", "between 3 and", "aged 7",
        "a boy of six", "he is 46", "children under five", ", 30,", "percent of 20", "twenty (20)", "x 3", "3 x10", "10 in 30", "$5", "dollars 5",
        "or so", "5 km", "12 years", "years old", "more than", "at first", "no one", "6 to 8", "nine or more", "half", "1995", "in May 1995", "May 5",
        "$5 million", "$ 3.5", "€7,", "US$ 4", "between $5", "-$4", "million people", "12%", "5 percent", "8 percent of", "percent", "30 miles",
        "%", "the 21st century", "the", "men", "of", "and", ",", ".", "said", "(", ")", "-", "12-year-old",
    ]

    /// What is settled before any rule is asked is what the rules find.
    @Test(arguments: 0..<50) func shortWaysFindWhatRulesFind(block: Int) throws {
        let annotator = try Annotator(lexicon: Project.lexicon, options: AnnotatorOptions(layers: [.numbers]))
        var stage = NumberStage(lexicon: try Project.lexicon, decimalComma: false, asksAllRules: true)
        for seed in block * 40..<block * 40 + 40 {
            var random = SplitMix64(state: UInt64(seed))
            let words = (0..<Int.random(in: 1...14, using: &random)).map { _ in Self.plain.randomElement(using: &random) ?? "" }
            var document = annotator.annotate(words.joined(separator: " "))
            let numbers = document.numbers
            document.numbers.removeAll()
            stage.run(on: &document)
            #expect(document.numbers == numbers, "\(seed): \(words)")
        }
    }

    private static func fields(_ piece: NumberPiece) -> String {
        "\(piece.range) \(piece.word) \(piece.form) \(piece.mark.value) \(piece.shape) \(piece.gap) \(piece.value?.description ?? "none")"
    }

    /// Each would take minutes if some rule went back over what it has read.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "1-", "one hundred and ", "5 or more ", "one ", "First A ", "tens of ", "1 1/2 ", "between 1 and ", "$ ", "5 ft 3 in ", "point one ",
            "5\u{301}",
        ])
    func longRunsTakeLinearTime(unit: String) throws {
        let annotator = try Annotator(lexicon: Project.lexicon, options: AnnotatorOptions(layers: [.numbers]))
        let clock = ContinuousClock()
        let elapsed = clock.measure { _ = annotator.annotate(String(repeating: unit, count: 2_500)) }
        #expect(elapsed < .seconds(20), "\(unit)")
    }

    @Test func theSameTextGivesTheSameNumbers() throws {
        let annotator = try Annotator(lexicon: Project.lexicon, options: AnnotatorOptions(layers: [.numbers]))
        let sample = "About 1.2 million people, 31% of them under 15, shared $4.5bn."
        let first = annotator.annotate(sample).numbers
        _ = annotator.annotate(text(seed: 7))
        #expect(annotator.annotate(sample).numbers == first)
    }

    @Test func evidenceNamesTheRule() throws {
        let annotator = try Annotator(lexicon: Project.lexicon, options: AnnotatorOptions(layers: [.numbers]))
        let rules = annotator.annotate("Rs 40 for 3-5 km, 12% and the 2nd of two.").numbers.map { $0.evidence.description(in: Project.lexicon) }
        #expect(rules == ["rule:money-prefix", "rule:range", "rule:percent", "rule:ordinal", "rule:cardinal"])
    }
}
