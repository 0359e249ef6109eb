import Gazette
import LexiconCompiler
import Testing

@Suite struct LexiconLinterTests {
    private static let entries = "surface\tlabel\tid\tname\tweight\tflags\tsource\n"
    private static let words = "surface\tclass\tvalue\tsource\n"

    struct Finding: Sendable, CustomTestStringConvertible {
        let name: String
        /// The files `a.tsv`, `b.tsv` and so on.
        let files: [String]
        let problems: [String]
        var kind = LexiconFile.Kind.project
        var testDescription: String { name }
    }

    static let findings = [
        Finding(
            name: "clean", files: [entries + "Kabul\tGPE\tgeonames:1138958\tKabul\t7\t\thand\nKabul\tNORP\tgeonames:1138958\tKabul\t5\t\thand\n"],
            problems: []),
        Finding(
            name: "disorder", files: [entries + "Kabul\tGPE\tgeonames:1\tKabul\t5\t\thand\nHerat\tGPE\tgeonames:2\tHerat\t5\t\thand\n"],
            problems: ["a.tsv:3: rows are not sorted by their bytes here; LC_ALL=C sort does it"]),
        Finding(
            name: "windows line ends", files: [entries.dropLast() + "\r\n"],
            problems: ["a.tsv:1: the line ends with CR LF; LF is wanted"]),
        Finding(
            name: "byte order mark", files: ["\u{FEFF}" + entries],
            problems: ["a.tsv:1: the file begins with a byte order mark; nothing is wanted"]),
        Finding(name: "no line feed", files: [String(entries.dropLast())], problems: ["a.tsv:1: the last line has no line feed"]),
        Finding(
            name: "twice in a file and in two",
            files: [
                entries + "Kabul\tGPE\tgeonames:1\tKabul\t5\t\thand\nKabul\tGPE\tgeonames:1\tKabul\t6\t\thand\n",
                entries + "Kabul\tGPE\tgeonames:1\tKabul\t5\t\thand\n",
            ],
            problems: [
                "a.tsv:3: 'Kabul GPE geonames:1' stands in a.tsv:2 already", "b.tsv:2: warning: 'Kabul GPE geonames:1' stands in a.tsv:2 already",
            ]),
        Finding(
            name: "two names of one id", files: [entries + "Cabul\tGPE\tgeonames:1\tCabul\t5\t\thand\nKabul\tGPE\tgeonames:1\tKabul\t5\t\thand\n"],
            problems: ["a.tsv:3: warning: id 'geonames:1' has the name 'Kabul', but 'Cabul' in a.tsv:2"]),
        Finding(
            name: "two labels of one id",
            files: [entries + "Kabul\tGPE\tgeonames:1\tKabul\t5\t\thand\nKabul City\tORG\tgeonames:1\tKabul\t5\t\thand\n"],
            problems: ["a.tsv:3: warning: id 'geonames:1' has the label ORG, but GPE in a.tsv:2; one thing has one label"]),
        Finding(
            name: "own id beside a canonical one",
            files: [entries + "Kabul\tGPE\tgazette:place/kabul\tKabul\t5\t\thand\n", entries + "Kabul\tGPE\tgeonames:1\tKabul\t5\t\thand\n"],
            problems: ["a.tsv:2: warning: 'Kabul' has the id 'gazette:place/kabul', but 'geonames:1' in b.tsv:2; one place has one id"]),
        Finding(
            name: "bad ids",
            files: [
                entries
                    + "A\tGPE\tiso3166:pk\tA\t5\t\thand\nB\tGPE\tiso3166-2:PK-\tB\t5\t\thand\nC\tGPE\tgeonames:x\tC\t5\t\thand\nD\tGPE\twikidata:Q1\tD\t5\t\thand\n"
                    + "E\tORG\tgazette:org/Red Cross\tE\t5\t\thand\nF\tORG\tgazette:org/Red\tF\t5\t\thand\nG\tLOC\tm49:34\tG\t5\t\thand\nH\tLOC\twordnet:12\tH\t5\t\thand\n"
            ],
            problems: [
                "a.tsv:2: id 'iso3166:pk' is not iso3166: and two capitals",
                "a.tsv:3: id 'iso3166-2:PK-' is not iso3166-2: and a code such as PK-KP",
                "a.tsv:4: id 'geonames:x' is not geonames: and a number",
                "a.tsv:5: id 'wikidata:Q1' is not of one of the schemes iso3166 iso3166-2 geonames wordnet m49 iso639 ticker gazette",
                "a.tsv:6: id 'gazette:org/Red Cross' is not of the form scheme:value",
                "a.tsv:7: id 'gazette:org/Red' is not gazette:kind/slug in small letters, digits and hyphens",
                "a.tsv:8: id 'm49:34' is not m49: and three digits",
                "a.tsv:9: id 'wordnet:12' is not wordnet: and nine digits",
            ]),
        Finding(
            name: "shadowed",
            files: [
                entries
                    + "Sao Paulo\tGPE\tgeonames:1\tSao Paulo\t5\t\thand\nSao-Paulo\tGPE\tgeonames:1\tSao Paulo\t5\t\thand\nSão Paulo\tGPE\tgeonames:1\tSao Paulo\t5\t\thand\n"
            ],
            problems: [
                "a.tsv:3: warning: 'Sao-Paulo' is shadowed by 'Sao Paulo' in a.tsv:2, which matches the same texts",
                "a.tsv:4: warning: 'São Paulo' is shadowed by 'Sao Paulo' in a.tsv:2, which matches the same texts",
            ]),
        Finding(
            name: "other capitals shadow nothing",
            files: [entries + "MoD\tORG\tgazette:org/m\tM\t5\t\thand\nMod\tORG\tgazette:org/m\tM\t5\t\thand\n"],
            problems: []),
        Finding(
            name: "common words",
            files: [
                entries
                    + "Bush\tPERSON\tgazette:person/b\tB\t5\tguard\thand\nHope\tPERSON\tgazette:person/h\tH\t5\t\thand\nhope\tORG\tgazette:org/h\tI\t5\t\thand\n",
                words + "bush\tcommon\t1.5\thand\nhope\tcommon\t2.0\thand\n",
            ],
            problems: [
                "a.tsv:3: warning: 'Hope' is a common word too, so that it is marked wherever a sentence begins with it; the flag guard is wanted",
                "a.tsv:4: warning: 'hope' is a word of the dictionary, and small letters match any case; the flag guard or a capital is wanted",
            ]),
        Finding(
            name: "wrong columns and labels of a user",
            files: ["surface\tkind\nA\tB\n", "surface\ttype\nKabul\tCITY\nHerat\tGPE\textra\n\nGhazni\tGPE\n"],
            problems: [
                "a.tsv:1: columns 'surface kind' are none of 'surface label' with any of 'id name weight flags source', 'surface class value' with any of 'source', 'lemma category pos forms' with any of 'polarity uncertainty flags source'",
                "b.tsv:2: warning: label 'CITY' is none of \(EntityLabel.names.joined(separator: " ")); records will have it as it is",
                "b.tsv:3: 3 fields, 2 wanted: surface label",
            ], kind: .user),
    ]

    @Test(arguments: findings) func finds(row: Finding) throws {
        let files = zip(["a", "b", "c"], row.files).map { LexiconFile(name: "\($0).tsv", text: $1, kind: row.kind) }
        let base = row.kind == .project ? nil : try Lexicon(image: LexiconCompiler.compile([LexiconFile(name: "e.tsv", text: Self.entries)]))
        #expect(LexiconLinter.check(files, over: base).map(\.description) == row.problems)
    }

    @Test func unknownSourcesAreNamed() {
        let file = LexiconFile(name: "a.tsv", text: Self.entries + "Kabul\tGPE\tgeonames:1\tKabul\t5\t\thearsay\n")
        #expect(
            LexiconLinter.check([file], sources: ["hand", "cldr"]).map(\.description) == [
                "a.tsv:2: source 'hearsay' is no key of SOURCES.md: cldr hand"
            ])
    }
}
