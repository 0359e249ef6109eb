import Testing

@testable import Gazette

@Suite struct NameTokensTests {
    private static let texts = [
        "", "Nothing here is a name.", "PRIME MINISTER JANE DOE WINS VOTE",
        "Prime Minister Anna van der Berg met Osama bin Laden, Cha Eun-woo and President Mary O'Hara of Lai-shan & Sons in Paris.",
        "\"Will May come?\" asked Rose Bank: The President of the Bank of England, U.S. Secretary John F Kennedy and Malcolm X did not.",
        "Mr Mr Mr King Queen de La Paz al-Assad Lord Lord Mayor of London - van & bin", "A\u{0}B Ü ß İ 𝒜 é & - al- al-", "& & & Al Al-Al -Al al",
        // Longer than what is marked at a time.
        String(
            repeating: "\"Will Rose come?\" asked (the) Prime Minister Anna van der Berg - nobody: \u{2014} \"( Then all left\n\nfor 3 days. ",
            count: 40),
    ]

    /// What is noted of every token against what the lexicon says when it is asked anew; twice, as words are remembered.
    @Test(arguments: texts) func notesWhatTheLexiconSays(text: String) throws {
        let lexicon = Project.lexicon
        let document = try Annotator(lexicon: lexicon).annotate(text)
        var (names, words) = (NameTokens(lexicon: lexicon), NameWords(lexicon: lexicon))
        for _ in 0..<2 {
            names.reset(document, &words)
            for index in document.tokens.indices where names[index].isName {
                let (token, name) = (document.tokens[index], names[index])
                #expect(Int(name.given) == (token.classes.contains(.given) ? lexicon.code(of: .given, for: token.word) : 0))
                #expect(Int(name.surname) == (token.classes.contains(.surname) ? lexicon.code(of: .surname, for: token.word) : 0))
                #expect(name.isListed == (token.classes.contains(.common) && token.shape != .mixed))
                #expect(name.commonness.map(Int.init) == (name.isListed ? lexicon.code(of: .common, for: token.word) - ValueCode.commonZero : nil))
            }
        }
    }

    /// Runs come in order, each in one sentence, and know their tokens, titles and facts.
    @Test(arguments: texts) func findsRuns(text: String) throws {
        let lexicon = Project.lexicon
        let document = try Annotator(lexicon: lexicon).annotate(text)
        var (names, words) = (NameTokens(lexicon: lexicon), NameWords(lexicon: lexicon))
        names.reset(document, &words)
        var end = 0
        for (number, nameRun) in names.runs.enumerated() {
            let run = nameRun.tokens
            #expect(run.lowerBound >= end && names[run.lowerBound].isName)
            #expect(document.sentenceTokens.contains { $0.lowerBound <= run.lowerBound && run.upperBound <= $0.upperBound })
            var expected = NameRun(from: run.lowerBound)
            for index in run {
                #expect(names[index].run == number && names[index].isJoined == (index > run.lowerBound))
                #expect(names[index].isTitle == !titles(at: index, document, lexicon).isEmpty)
                expected.append(document.tokens[index], names[index])
            }
            #expect(expected.tokens == run && expected.classes == nameRun.classes && expected.isListed == nameRun.isListed)
            end = run.upperBound
        }
        for index in document.tokens.indices where names[index].run < 0 { #expect(!names[index].isName && !names[index].isTitled) }
    }

    /// Token by token, a sentence's start goes on over marks, and opening marks begin it anew. Where the capitals of a sentence say nothing, all do.
    @Test(arguments: texts) func notesWhereCapitalsSayNothing(text: String) throws {
        let document = try Annotator(lexicon: Project.lexicon).annotate(text)
        var (names, words) = (NameTokens(lexicon: Project.lexicon), NameWords(lexicon: Project.lexicon))
        names.reset(document, &words)
        for sentence in document.sentenceTokens {
            let isMark = { (index: Int) in document.tokens[index].kind == .punctuation || document.tokens[index].kind == .symbol }
            if sentence.allSatisfy({ names[$0].isInitial || isMark($0) }) { continue }
            let hasCapital = sentence.contains { document.tokens[$0].shape.isCapitalized }
            var atStart = true
            for index in sentence {
                #expect(names[index].isInitial == (atStart && hasCapital && !isMark(index)), "\(index) \(document[tokens: index..<index + 1])")
                let opens = [0x3A, 0x22, 0x27, 0x28, 0xE2].contains(document.text[Int(document.tokens[index].range.start)])
                atStart = isMark(index) && (atStart || opens)
            }
        }
    }

    @Test(arguments: texts) func gathersSurfaces(text: String) throws {
        let document = try Annotator(lexicon: Project.lexicon).annotate(text)
        var surfaces = NameSurfaces()
        for _ in 0..<2 {
            surfaces.reset(document.surfaces)
            func indices(where isWanted: (Surface) -> Bool) -> [Int] { document.surfaces.indices.filter { isWanted(document.surfaces[$0]) } }
            #expect(surfaces.entries.map(Int.init) == indices { $0.kind == .entry })
            #expect(surfaces.words.map(Int.init) == indices { $0.isWord(of: .title) || $0.isWord(of: HeadWords.classes) })
        }
    }

    private func titles(at index: Int, _ document: Document, _ lexicon: Lexicon) -> [LexicalMatch] {
        var matches: [LexicalMatch] = []
        lexicon.appendMatches(at: index, in: document, of: .word, to: &matches)
        return matches.filter { match in
            if case .word(.title, _) = match.reading.meaning { true } else { false }
        }
    }
}
