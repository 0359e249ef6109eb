import Foundation
import Gazette
import LexiconCompiler
import Testing

/// A user's files over a lexicon.
@Suite struct OverlayTests {
    static let base: Result<Lexicon, any Error> = Result {
        let entries = """
            surface\tlabel\tid\tname\tweight\tflags\tsource
            Georgia\tGPE\tiso3166:GE\tGeorgia\t8\t\thand
            Georgia\tGPE\tiso3166-2:US-GA\tGeorgia\t6\t\thand
            New York\tGPE\tgeonames:5128581\tNew York\t9\t\thand
            Paris\tGPE\tgeonames:2988507\tParis\t9\t\thand
            WHO\tORG\tgazette:org/who\tWorld Health Organization\t9\t\thand

            """
        let words =
            "surface\tclass\tvalue\tsource\nAnne\tgiven\t7\thand\nMarsh\tsurname\t7\thand\ncannot\tcontraction\tcan not\thand\nthirty\tnumber\t30\thand\n"
        return try Lexicon(image: LexiconCompiler.compile([LexiconFile(name: "e.tsv", text: entries), LexiconFile(name: "w.tsv", text: words)]))
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        var table: String?
        var patterns: String?
        let text: String
        /// Text, label and id of every entity.
        let found: [String]
        var testDescription: String { name }
    }

    static let rows = [
        Row(name: "nothing of a user", text: "She went to Georgia.", found: ["Georgia GPE iso3166:GE"]),
        Row(
            name: "a new name needs two columns", table: "surface\tlabel\nZorblax Works\tORG\n", text: "He left Zorblax Works.",
            found: ["Zorblax Works ORG user:org/zorblax-works"]),
        Row(
            name: "columns in any order, type for label, Windows line ends, a byte order mark and empty lines",
            table: "\u{FEFF}type\tid\tsurface\r\nORG\tacme-1\tZorblax Works\r\n\r\n", text: "He left Zorblax Works.",
            found: ["Zorblax Works ORG acme-1"]),
        Row(name: "no header", table: "Zorblax Works\tORG\n", text: "He left Zorblax Works.", found: ["Zorblax Works ORG user:org/zorblax-works"]),
        Row(
            name: "another label", table: "surface\tlabel\nParis\tPERSON\n", text: "I met Paris in PARIS.",
            found: ["Paris PERSON user:person/paris", "PARIS PERSON user:person/paris"]),
        Row(name: "the same label keeps the id", table: "surface\tlabel\nParis\tGPE\n", text: "I saw Paris.", found: ["Paris GPE geonames:2988507"]),
        Row(
            name: "a longer name comes first", table: "surface\tlabel\nYork\tORG\n", text: "New York and York.",
            found: ["New York GPE geonames:5128581", "York ORG user:org/york"]),
        Row(
            name: "wins within a longer name where it says so", table: "surface\tlabel\tflags\nYork\tORG\talways\n", text: "I saw New York.",
            found: ["York ORG user:org/york"]),
        Row(
            name: "a label of one's own", table: "surface\tlabel\tid\nZorblax\tPRODUCT_LINE\tz1\n", text: "He left Zorblax.",
            found: ["Zorblax PRODUCT_LINE z1"]),
        Row(
            name: "a pattern's own label", patterns: #"{"label":"DRUG","pattern":[{"LOWER":"blue"},{"IS_DIGIT":true}]}"#, text: "He took Blue 7.",
            found: ["Blue 7 DRUG user:drug/blue"]),
        Row(
            name: "models in the plural", table: "surface\tlabel\nZorblax X-7\tPRODUCT\n", text: "He sold two Zorblax X-7s.",
            found: ["Zorblax X-7s PRODUCT user:product/zorblax-x-7"]),
        Row(
            name: "the longer of two own names", table: "surface\tlabel\nYork\tORG\nNew York\tORG\n", text: "I saw New York.",
            found: ["New York ORG user:org/new-york"]),
        Row(
            name: "with a weight it competes", table: "surface\tlabel\tweight\nYork\tORG\t3\n", text: "I saw New York.",
            found: ["New York GPE geonames:5128581"]),
        Row(
            name: "wins over rules", table: "surface\tlabel\nMarsh\tLOC\n", text: "by Anne Marsh.",
            found: ["Anne PERSON ", "Marsh LOC user:loc/marsh"]),
        Row(name: "no name", table: "surface\tlabel\nParis\t-\n", text: "I saw Paris and New York.", found: ["New York GPE geonames:5128581"]),
        Row(
            name: "no name for rules either", table: "surface\tlabel\nAnne Marsh\t-\n", text: "by Anne Marsh.", found: []),
        Row(
            name: "not that thing", table: "surface\tlabel\tid\nGeorgia\t-\tiso3166:GE\n", text: "I saw Georgia.",
            found: ["Georgia GPE iso3166-2:US-GA"]),
        Row(
            name: "small letters match any case", table: "surface\tlabel\nblue\tORG\n", text: "The Blue and the blue.",
            found: ["Blue ORG user:org/blue", "blue ORG user:org/blue"]),
        Row(
            name: "exact case", table: "surface\tlabel\tflags\nblue\tORG\texact\n", text: "BLUE and the blue.",
            found: ["BLUE ORG ", "blue ORG user:org/blue"]),
        Row(
            name: "an own word class", table: "surface\tclass\tvalue\nZorb\tgiven\t9\n", text: "by Zorb Marsh.", found: ["Zorb Marsh PERSON "]),
        Row(
            name: "a text as pattern", patterns: #"{"label":"ORG","pattern":"Apple","id":"apple"}"#, text: "Apple, APPLE and apple.",
            found: ["Apple ORG apple", "APPLE ORG "]),
        Row(
            name: "small letters in a pattern", patterns: #"{"label":"GPE","pattern":[{"LOWER":"san"},{"LOWER":"francisco"}],"id":"sf"}"#,
            text: "San Francisco, san francisco, SAN\n  FRANCISCO.",
            found: ["San Francisco GPE sf", "san francisco GPE sf", "SAN\n  FRANCISCO GPE sf"]),
        Row(
            name: "alternatives and an optional token",
            patterns: #"{"label":"ORG","pattern":[{"LOWER":{"IN":["red","blue"]}},{"LOWER":"cross","OP":"?"},{"ORTH":"Unit"}]}"#,
            text: "The red Unit, the Blue Cross Unit, the green Unit.",
            found: ["red Unit ORG user:org/red-blue-cross-unit", "Blue Cross Unit ORG user:org/red-blue-cross-unit"]),
        Row(
            name: "digits, shapes and repetition",
            patterns: #"{"label":"PRODUCT","id":"m","pattern":[{"LOWER":"model"},{"IS_DIGIT":true,"OP":"+"},{"SHAPE":"X","OP":"?"}]}"#,
            text: "The model 3 7 Z, the Model x.", found: ["model 3 7 Z PRODUCT m"]),
        Row(
            name: "a token that is none of some",
            patterns: #"{"label":"ORG","id":"u","pattern":[{"LOWER":{"NOT_IN":["blue"]},"IS_TITLE":true},{"LOWER":"unit"}]}"#,
            text: "The Red unit, the Blue unit.", found: ["Red unit ORG u"]),
        Row(
            name: "negation, length and numbers",
            patterns:
                #"{"label":"EVENT","id":"e","pattern":[{"LIKE_NUM":true},{"LOWER":"days","OP":"!"},{"LENGTH":{">=":4,"<":7},"IS_UPPER":true}]}"#,
            text: "The thirty games OPEN, 30 days OPEN, 30 games OPENING.", found: ["thirty games OPEN EVENT e", "OPEN ORG "]),
        Row(
            name: "a regular expression",
            patterns: #"{"label":"PRODUCT","id":"r","pattern":[{"TEXT":{"REGEX":"^[A-Z]{2}\\d+$"}},{"IS_PUNCT":true,"OP":"*"},{"LOWER":"jet"}]}"#,
            text: "An AB12 jet, an AB12 (jet), an ab12 jet.", found: ["AB12 jet PRODUCT r", "AB12 (jet PRODUCT r"]),
        Row(
            name: "counts", patterns: #"{"label":"PRODUCT","id":"c","pattern":[{"LOWER":"very","OP":"{2,3}"},{"LOWER":"loud"}]}"#,
            text: "Very loud, very very loud, very very very very loud.", found: ["very very loud PRODUCT c", "very very very loud PRODUCT c"]),
        Row(
            name: "a pattern that is no name", patterns: #"{"label":"-","pattern":[{"LOWER":"paris"}]}"#, text: "I saw Paris.", found: []),
    ]

    private func lexicon(_ table: String?, _ patterns: String?) throws -> Lexicon {
        let files = [
            table.map { LexiconFile(name: "own.tsv", text: $0, kind: .user) },
            patterns.map { LexiconFile(name: "own.jsonl", text: $0, kind: .patterns) },
        ]
        return try Lexicon(image: LexiconCompiler.compile(files.compactMap { $0 }, over: Self.base.get()))
    }

    @Test(arguments: rows) func annotates(row: Row) throws {
        let lexicon = try lexicon(row.table, row.patterns)
        let document = try Annotator(lexicon: lexicon, options: AnnotatorOptions(layers: .entities)).annotate(row.text)
        let found = document.entities.map { name in
            "\(document[name.range]) \(lexicon.labelName(name.label, of: name.entry)) \(name.entry.map(lexicon.id) ?? "")"
        }
        #expect(found == row.found)
    }

    @Test func rowsKeepFileAndLine() throws {
        let lexicon = try lexicon("surface\tlabel\nHerat\tGPE\nZorblax\tORG\n", nil)
        let document = try Annotator(lexicon: lexicon).annotate("I saw Zorblax.")
        #expect(document.entities.map { $0.evidence.description(in: lexicon) } == ["own.tsv:3"])
    }

    @Test func everythingOfTheBaseIsStillThere() throws {
        let lexicon = try lexicon("surface\tlabel\nZorblax\tORG\n", nil)
        let document = try Annotator(lexicon: lexicon).annotate("Anne Marsh cannot see the WHO in Georgia.")
        #expect(document.entities.map { document[$0.range] } == ["Anne Marsh", "WHO", "Georgia"])
        #expect(document.tokens.count == 10)
        #expect(try lexicon.digest != Self.base.get().digest)
    }

    @Test func aLaterFileWins() throws {
        let files = [("a", "PERSON"), ("b", "ORG")].map { LexiconFile(name: "\($0).tsv", text: "surface\tlabel\nZorblax\t\($1)\n", kind: .user) }
        let lexicon = try Lexicon(image: LexiconCompiler.compile(files, over: Self.base.get()))
        #expect(try Annotator(lexicon: lexicon).annotate("See Zorblax.").entities.map(\.label) == [.organization])
    }

    // MARK: Errors

    struct Bad: Sendable, CustomTestStringConvertible {
        let line: String
        let problem: String
        var testDescription: String { problem }
    }

    static let badPatterns = [
        Bad(line: "{", problem: "the JSON is cut off at byte 1"),
        Bad(line: "[]", problem: "the line is no object with 'label' and 'pattern'"),
        Bad(line: #"{"pattern":"x"}"#, problem: "'label' is missing or no text"),
        Bad(line: #"{"label":"DRUG STORE","pattern":"x"}"#, problem: "label 'DRUG STORE' is empty or has white space in it"),
        Bad(line: #"{"label":"ORG"}"#, problem: "'pattern' is missing"),
        Bad(line: #"{"label":"ORG","pattern":7}"#, problem: "'pattern' is neither a text nor an array of tokens"),
        Bad(line: #"{"label":"ORG","pattern":" x"}"#, problem: "pattern ' x' is empty, or begins or ends with white space"),
        Bad(line: #"{"label":"ORG","pattern":[]}"#, problem: "the pattern has no token"),
        Bad(line: #"{"label":"ORG","pattern":[{"OP":"*"}]}"#, problem: "the pattern matches nothing at all: every token may be left out"),
        Bad(
            line: #"{"label":"ORG","pattern":[{"POS":"NOUN"}]}"#,
            problem:
                "attribute 'POS' is none of TEXT ORTH LOWER SHAPE LENGTH IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_UPPER IS_TITLE IS_PUNCT LIKE_NUM LIKE_URL LIKE_EMAIL OP"
        ),
        Bad(line: #"{"label":"ORG","pattern":[{"LOWER":"Red"}]}"#, problem: "LOWER 'Red' has a capital, so that no token is like it"),
        Bad(line: #"{"label":"ORG","pattern":[{"LOWER":{"FUZZY":"red"}}]}"#, problem: "'FUZZY' of LOWER is none of IN NOT_IN REGEX"),
        Bad(line: #"{"label":"ORG","pattern":[{"LOWER":"a","OP":"x"}]}"#, problem: "OP 'x' is none of ? * + ! 1 {n} {n,m} {n,} {,m}"),
        Bad(line: #"{"label":"ORG","pattern":[{"IS_DIGIT":1}]}"#, problem: "IS_DIGIT is neither true nor false"),
        Bad(line: #"{"label":"ORG","pattern":[{"TEXT":{"REGEX":"(a"}}]}"#, problem: "REGEX '(a': '(' without ')'"),
        Bad(
            line: #"{"label":"ORG","pattern":[{"TEXT":{"REGEX":"a(?=b)"}}]}"#,
            problem: "REGEX 'a(?=b)': of groups that begin with '(?' only '(?:' is supported"),
        Bad(
            line: #"{"label":"ORG","pattern":[{"TEXT":"can not"},{"IS_DIGIT":true}]}"#,
            problem: "'can not' is no single token, so that no token is like it; a pattern has an object for every token"),
        Bad(line: #"{"label":"ORG","pattern":"x","id":"a b"}"#, problem: "id 'a b' has white space in it"),
    ]

    @Test(arguments: badPatterns) func badPatternIsExplained(row: Bad) throws {
        let error = #expect(throws: LexiconProblems.self) { try lexicon(nil, "\n" + row.line) }
        #expect(error?.description == "own.jsonl:2: \(row.problem)")
    }

    static let badRows = [
        Bad(line: "Kabul", problem: "1 fields, 3 wanted: surface label weight"),
        Bad(line: "Kabul\tCITY STATE\t", problem: "label 'CITY STATE' is empty or has white space in it"),
        Bad(line: "Kabul\tGPE\thigh", problem: "weight 'high' is outside 0...9"),
        Bad(line: "Kabul\t-\t4", problem: "weight of a row with the label '-' is '4', nothing is wanted"),
        Bad(line: "\tGPE\t", problem: "surface is empty"),
        Bad(line: "Ka\u{1}bul\tGPE\t", problem: "surface has a control character"),
    ]

    @Test(arguments: badRows) func badRowIsExplained(row: Bad) throws {
        let error = #expect(throws: LexiconProblems.self) { try lexicon("surface\tlabel\tweight\n\(row.line)\n", nil) }
        #expect(error?.description == "own.tsv:2: \(row.problem)")
    }

    /// Bytes of any kind are refused or read, and never stop the program.
    @Test func hostileBytesAreSurvived() throws {
        let base = try Self.base.get()
        var generator = SystemRandomNumberGenerator()
        let seeds = Self.badPatterns.map(\.line) + Self.rows.compactMap { $0.patterns ?? $0.table } + ["surface\tlabel\nA\tORG\n"]
        for round in 0..<40 {
            var bytes = Array(seeds[Int.random(in: seeds.indices, using: &generator)].utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            let file = LexiconFile(name: "x", bytes: bytes, kind: round.isMultiple(of: 2) ? .user : .patterns)
            guard let image = try? LexiconCompiler.compile([file], over: base) else { continue }
            _ = try Annotator(lexicon: Lexicon(image: image)).annotate("Apple model 3 in San Francisco, very very loud AB12 jet.")
        }
    }

    @Test func manyReadingsOfOneSurfaceAreRefused() throws {
        let rows = (0...1000).map { "A\tORG\tx:\($0)\n" }.joined()
        let error = #expect(throws: LexiconProblems.self) { try lexicon("surface\tlabel\tid\n" + rows, nil) }
        #expect(error?.description == "own.tsv:1002: surface 'A' has more than 1000 readings")
    }

    // MARK: Cache

    @Test func cacheIsUsedAndMended() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gazette-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (base, cache) = (try Self.base.get(), LexiconCache(folder: folder))
        let file = LexiconFile(name: "own.tsv", text: "surface\tlabel\nZorblax\tORG\n", kind: .user)
        func digest() throws -> String { try Lexicon.overlaying(base, with: [file], cache: cache) { Issue.record("\($0)") }.digest }
        let first = try digest()
        let kept = try #require(FileManager.default.contentsOfDirectory(atPath: folder).first)
        #expect(kept == first + ".gazette")
        let whole = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(kept)"))
        for damage in [
            whole.prefix(100), whole.dropLast(), Data(),
            whole.prefix(whole.count / 2) + [whole[whole.count / 2] ^ 1] + whole.suffix(from: whole.count / 2 + 1),
        ] {
            try damage.write(to: URL(fileURLWithPath: "\(folder)/\(kept)"))
            #expect(try digest() == first)
            #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(kept)")) == whole)
        }
    }

    @Test func aCacheThatCannotBeWrittenIsOnlyAWarning() throws {
        var warnings = 0
        let file = LexiconFile(name: "own.tsv", text: "surface\tlabel\nZorblax\tORG\n", kind: .user)
        let lexicon = try Lexicon.overlaying(Self.base.get(), with: [file], cache: LexiconCache(folder: "/dev/null/x")) { _ in warnings += 1 }
        #expect(warnings == 1 && lexicon.counts.entries > 0)
    }
}
