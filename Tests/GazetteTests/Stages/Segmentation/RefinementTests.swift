import Testing

@testable import Gazette

@Suite struct RefinementTests {
    /// Every rule with a text that it refines, and the tokens, parted by spaces.
    static let rows: [(rule: Refinement, text: String, tokens: String)] = [
        (.whiteSpace, "15\u{202F}000 men", "15 000 men"),
        (.abbreviation, "Gen. Yusuf left at 5 p.m. on Jan. 3.", "Gen. Yusuf left at 5 p.m. on Jan. 3 ."),
        (.abbreviation, "J. B. Khan of the U.S. spoke.", "J. B. Khan of the U.S. spoke ."),
        (.stop, "They went home.The rain came.", "They went home . The rain came ."),
        (.clitic, "The Taliban’s men didn't say they're done.", "The Taliban ’s men did n't say they 're done ."),
        (.clitic, "the U.S.'s plan", "the U.S. 's plan"),
        (.contraction, "We cannot and gonna dont", "We can not and gon na do nt"),
        (.elision, "in the '90s, tell 'em", "in the '90s , tell 'em"),
        (.address, "see https://example.org/a_(b)?q=1, now", "see https://example.org/a_(b)?q=1 , now"),
        (.address, "write to amina-b.yusuf@news-desk.example.org.", "write to amina-b.yusuf@news-desk.example.org ."),
        (.hashtag, "#Kabul #3", "#Kabul # 3"),
        (.fileName, "open Map12.pdf", "open Map12.pdf"),
        (.ampersand, "AT&T and black&white", "AT&T and black & white"),
        (.slash, "w/o him and/or b/c", "w/o him and / or b/c"),
        (.clock, "at 7:30 or 07:30:15", "at 7:30 or 07:30:15"),
        (.fraction, "1/2 of it", "1/2 of it"),
        (.numericDate, "on 03/04/2024 and 2024-03-04", "on 03/04/2024 and 2024-03-04"),
        (.sign, "+10 and 3+4", "+10 and 3 + 4"),
        (.leadingPoint, "hit .324 then", "hit .324 then"),
        (.unit, "$5m for 10km at 9pm in 1990s 3D", "$ 5 m for 10 km at 9 pm in 1990s 3D"),
        (.decade, "the 80's", "the 80's"),
        (.listItem, "1. Boil it\n2. Eat it", "1. Boil it 2. Eat it"),
        (.prefix, "non-violent pro-Kabul UN-backed", "non-violent pro - Kabul UN - backed"),
        (.fragment, "th- that pre- and post-war", "th- that pre- and post-war"),
        (.plural, "name(s) here", "name(s) here"),
        (.run, "no!?! ... <<a>> === 1", "no !?! ... << a >> === 1"),
        (.emoticon, "good :-) bad", "good :-) bad"),
    ]

    @Test(arguments: rows.indices) func ruleMakesItsTokens(row: Int) throws {
        let (rule, text, tokens) = Self.rows[row]
        let sample = try SegmentationSample(text)
        #expect(sample.tokens.joined(separator: " ") == tokens)
        #expect(sample.refinements.contains { $0.rule == rule }, "\(sample.refinements)")
    }

    @Test func everyRuleHasARow() {
        #expect(Set(Self.rows.map(\.rule)) == Set(Refinement.allCases))
    }

    /// A boundary that ICU has and the tokens lack, or the other way round, lies in a range that a rule has noted.
    @Test func everyDifferenceFromICUHasItsRule() throws {
        for text in Self.rows.map(\.text) + SegmentationTexts.random(count: 400, seed: 8) {
            let sample = try SegmentationSample(text)
            let edges = Set(sample.document.tokens.flatMap { [$0.range.start, $0.range.end] })
            let icu = Set(sample.icuWords).union([0])
            for place in edges.symmetricDifference(icu) where !isInBlank(place, sample) {
                #expect(
                    sample.refinements.contains { $0.range.start <= place && place <= $0.range.end },
                    "\(text.debugDescription): no rule at byte \(place); tokens are \(sample.tokens)")
            }
        }
    }

    /// Whether a place lies between white-space characters, or at the text's end.
    private func isInBlank(_ place: Int32, _ sample: SegmentationSample) -> Bool {
        let before = sample.document.tokens.last { $0.range.start < place }?.range.end ?? 0
        let after = sample.document.tokens.first { $0.range.end > place }?.range.start ?? Int32(sample.document.text.count)
        return before <= place && place <= after && sample.isBlank(before, after)
    }

    @Test(arguments: ["plain words and names like Amina Yusuf stay", "नमस्ते दुनिया", "我们昨天在北京", "one, two; (three) “four”"])
    func otherTextIsICUs(text: String) throws {
        let sample = try SegmentationSample(text)
        #expect(sample.refinements.isEmpty)
        let edges = [0] + sample.icuWords
        let words = zip(edges, edges.dropFirst()).filter { !sample.isBlank($0, $1) }.map { ByteRange($0, $1) }
        #expect(sample.document.tokens.map(\.range) == words)
    }

    @Test(arguments: [
        ("go", TokenKind.word), ("15,000", .number), (",", .punctuation), ("$", .symbol), ("e.g.", .abbreviation), ("http://a.example/x", .url),
        ("a@b.example", .email), ("@desk", .mention), ("#Kabul", .hashtag), ("😀", .emoji), ("👩‍🚒", .emoji), ("北京", .ideographic), ("\u{301}", .symbol),
        ("—", .punctuation), ("€", .symbol),
    ])
    func tokenHasItsKind(text: String, kind: TokenKind) throws {
        #expect(try SegmentationSample(text).document.tokens.map(\.kind) == [kind])
    }

    /// Names must be parted the same way alone, as lexicons are compiled, and in a sentence.
    @Test(arguments: [
        "Lashkar-e-Taiba", "Soviet-Afghan War", "St. Louis", "AT&T", "Amazon.com", "U.S. Army", "O'Brien", "Yahoo!", "Al-Shabaab", "Côte d'Ivoire",
    ])
    func namesArePartedAlikeEverywhere(name: String) throws {
        let alone = try SegmentationSample(name).tokens
        for frame in ["Before %, after.", "(%)", "“%”", "the % said", "%’s men", "pro-%", "%-led"] {
            let tokens = try SegmentationSample(frame.replacing("%", with: name)).tokens
            #expect(tokens.indices.contains { tokens[$0...].starts(with: alone) }, "\(frame): \(tokens)")
        }
    }
}
