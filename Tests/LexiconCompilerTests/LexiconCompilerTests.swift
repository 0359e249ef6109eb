import Gazette
import LexiconCompiler
import Testing

@Suite struct LexiconCompilerTests {
    private static let entries = "surface\tlabel\tid\tname\tweight\tflags\tsource\n"
    private static let words = "surface\tclass\tvalue\tsource\n"
    private static let cues = "lemma\tcategory\tpos\tforms\tpolarity\tuncertainty\tflags\tsource\n"

    private func lexicon(_ files: [(String, String)]) throws -> Lexicon {
        try Lexicon(image: LexiconCompiler.compile(files.map { LexiconFile(name: $0.0, text: $0.1) }))
    }

    /// The ids of the entries found at the text's first token.
    private func ids(of text: String, in lexicon: Lexicon) throws -> [String] {
        let annotator = try Annotator(lexicon: lexicon, options: AnnotatorOptions(layers: .tokens))
        var matches: [LexicalMatch] = []
        lexicon.appendMatches(at: 0, in: annotator.annotate(text), to: &matches)
        return matches.compactMap { match in if case .entry(_, let entry) = match.reading.meaning { lexicon.id(of: entry) } else { nil } }
    }

    // MARK: Matching

    struct Match: Sendable, CustomTestStringConvertible {
        let surface: String
        let text: String
        let isFound: Bool
        var flags = ""
        var testDescription: String { "\(surface) in \(text)" }
    }

    static let matches = [
        Match(surface: "Kabul", text: "Kabul", isFound: true),
        Match(surface: "Kabul", text: "KABUL", isFound: true),
        Match(surface: "Kabul", text: "kabul", isFound: false),
        Match(surface: "Kabul", text: "Kabul’s", isFound: true),
        Match(surface: "Łódź", text: "Lodz", isFound: true),
        Match(surface: "Lodz", text: "Łódź", isFound: true),
        Match(surface: "WHO", text: "WHO", isFound: true),
        Match(surface: "WHO", text: "Who", isFound: false),
        Match(surface: "LeT", text: "Let", isFound: false),
        Match(surface: "LeT", text: "LeT", isFound: true),
        Match(surface: "Lashkar-e-Taiba", text: "Lashkar-e-Taiba", isFound: true),
        Match(surface: "Lashkar-e-Taiba", text: "Lashkar e Taiba", isFound: true),
        Match(surface: "Lashkar-e-Taiba", text: "Lashkar‑e‑Taiba", isFound: true),
        Match(surface: "Soviet Union", text: "Soviet\n  Union", isFound: true),
        Match(surface: "Soviet Union", text: "Soviet\n\nUnion", isFound: false),
        Match(surface: "Soviet Union", text: "Soviet  Union", isFound: true),
        Match(surface: "Soviet Union", text: "Soviet\tUnion", isFound: true),
        Match(surface: "Soviet Union", text: "Soviet\u{A0}Union", isFound: true),
        Match(surface: "Soviet Union", text: "Soviet-Union", isFound: true),
        Match(surface: "Soviet Union", text: "Soviet Union's", isFound: true),
        Match(surface: "Soviet Union", text: "SOVIET UNION’S", isFound: true),
        Match(surface: "Soviet Union", text: "Soviet Unions", isFound: false),
        Match(surface: "United Nations", text: "United Nations'", isFound: true),
        Match(surface: "Sana'a", text: "Sana‘a", isFound: true),
        Match(surface: "Soviet Union", text: "Soviet - Union", isFound: false),
        Match(surface: "Bank of England", text: "BANK OF ENGLAND", isFound: true),
        Match(surface: "Bank of England", text: "bank of England", isFound: false),
        Match(surface: "Côte d'Ivoire", text: "Côte d’Ivoire", isFound: true),
        Match(surface: "McDonald's", text: "McDonald’s", isFound: true),
        Match(surface: "Turkey", text: "TURKEY", isFound: false, flags: "exact"),
        Match(surface: "Müßig", text: "Mussig", isFound: true),
    ]

    @Test(arguments: matches) func matching(row: Match) throws {
        let fold = Self.words + "ß\tfold\tss\thand\nŁ\tfold\tl\thand\nł\tfold\tl\thand\n‘\tfold\t'\thand\n’\tfold\t'\thand\n"
        let lexicon = try lexicon([
            ("e.tsv", Self.entries + "\(row.surface)\tGPE\tgazette:x/y\t\(row.surface)\t5\t\(row.flags)\thand\n"), ("f.tsv", fold),
        ])
        #expect(try ids(of: row.text, in: lexicon) == (row.isFound ? ["gazette:x/y"] : []))
    }

    @Test func everyReadingOfASurfaceIsKept() throws {
        let rows = "Georgia\tGPE\tiso3166:GE\tGeorgia\t8\t\thand\nGeorgia\tGPE\tiso3166-2:US-GA\tGeorgia\t6\t\thand\n"
        #expect(try ids(of: "Georgia", in: lexicon([("e.tsv", Self.entries + rows)])) == ["iso3166:GE", "iso3166-2:US-GA"])
    }

    @Test func wordsAndCuesCarryTheirValues() throws {
        let lexicon = try lexicon([
            ("w.tsv", Self.words + "January\tmonth\t1\thand\n"),
            ("c.tsv", Self.cues + "may\thedge\tmodal\tmay\t\tepistemic\tguard\thand\n"),
        ])
        let tokens = try Annotator(lexicon: lexicon, options: AnnotatorOptions(layers: .tokens)).annotate("January may").tokens
        #expect(lexicon.value(of: .month, for: tokens[0].word) == "1")
        #expect(lexicon.value(of: .weekday, for: tokens[0].word) == nil)
        #expect(tokens[1].classes.intersects(.cue))
    }

    @Test func sameRowsGiveTheSameBytes() throws {
        let files = [LexiconFile(name: "b.tsv", text: Self.words + "May\tmonth\t5\thand\n"), LexiconFile(name: "a.tsv", text: Self.entries)]
        #expect(try LexiconCompiler.compile(files) == LexiconCompiler.compile(files.reversed()))
    }

    // MARK: Errors

    struct BadFile: Sendable, CustomTestStringConvertible {
        let text: String
        let problem: String
        var testDescription: String { problem }
    }

    static let badFiles = [
        BadFile(
            text: "surface\tlabel\n",
            problem:
                "f.tsv:1: columns 'surface label' are none of 'surface label id name weight flags source', 'surface class value source', 'lemma category pos forms polarity uncertainty flags source', 'feature person place organization people other source'"
        ),
        BadFile(text: words + "May\tmonth\t5\n", problem: "f.tsv:2: 3 fields, 4 wanted: surface class value source"),
        BadFile(text: words + "May\tmonth\t13\thand\n", problem: "f.tsv:2: value '13' of class 'month' is not a whole number in 1...12"),
        BadFile(text: words + "May\tmonths\t5\thand\n", problem: "f.tsv:2: class 'months' is none of \(WordClass.names.joined(separator: " "))"),
        BadFile(text: words + " May\tmonth\t5\thand\n", problem: "f.tsv:2: surface ' May' begins or ends with white space"),
        BadFile(text: words + "May\tmonth\t5\t\n", problem: "f.tsv:2: source is empty; a key of SOURCES.md is wanted"),
        BadFile(
            text: entries + "Kabul\tCITY\tx:y\tKabul\t5\t\thand\n",
            problem: "f.tsv:2: label 'CITY' is none of \(EntityLabel.names.joined(separator: " ")) -"),
        BadFile(text: entries + "Kabul\tGPE\tkabul\tKabul\t5\t\thand\n", problem: "f.tsv:2: id 'kabul' is not of the form scheme:value"),
        BadFile(text: entries + "Kabul\tGPE\tx:y\tKabul\t11\t\thand\n", problem: "f.tsv:2: weight '11' is outside 0...9"),
        BadFile(text: entries + "Kabul\tGPE\tx:y\tKabul\t5\tloud\thand\n", problem: "f.tsv:2: flag 'loud' is none of exact guard"),
        BadFile(
            text: cues + "may\tdoubt\tmodal\tmay\t\t\t\thand\n",
            problem: "f.tsv:2: category 'doubt' is none of \(StanceCategory.names.joined(separator: " "))"),
    ]

    @Test(arguments: badFiles) func badFileIsExplained(row: BadFile) {
        let error = #expect(throws: LexiconProblems.self) { try LexiconCompiler.compile([LexiconFile(name: "f.tsv", text: row.text)]) }
        #expect(error?.description == row.problem)
    }

    @Test func imagesThatAreNoneAreRefused() throws {
        var image = try LexiconCompiler.compile([LexiconFile(name: "a.tsv", text: Self.entries)])
        #expect(throws: LexiconError.self) { try Lexicon(image: []) }
        #expect(throws: LexiconError.self) { try Lexicon(image: Array("surface\tlabel".utf8)) }
        #expect(throws: LexiconError.self) { try Lexicon(image: Array(image.dropLast())) }
        image[8] = 200
        let error = #expect(throws: LexiconError.self) { try Lexicon(image: image) }
        #expect(error?.description == "lexicon image: its format is 200, this program reads \(ImageFormat.version); compile it again")
    }
}
