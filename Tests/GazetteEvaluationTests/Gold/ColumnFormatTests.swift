import Gazette
import Testing

@testable import GazetteEvaluation

@Suite("Gold as columns, standoff files and markup")
struct ColumnFormatTests {
    /// `Ann Lee` and `Bob` side by side, then `New York`.
    @Test(arguments: [
        ("IOB1", ["I-PER", "I-PER", "B-PER", "O", "I-LOC", "I-LOC"]), ("IOB2", ["B-PER", "I-PER", "B-PER", "O", "B-LOC", "I-LOC"]),
        ("BIOES", ["B-PER", "E-PER", "S-PER", "O", "B-LOC", "E-LOC"]), ("BILOU", ["B-PER", "L-PER", "U-PER", "O", "B-LOC", "L-LOC"]),
    ])
    func tags(scheme: String, tags: [String]) throws {
        let lines = zip(["Ann", "Lee", "Bob", "in", "New", "York"], tags).map { "\($0) NN \($1)" }
        let text = "-DOCSTART- -X- O\n\n" + lines.joined(separator: "\n") + "\n\nEnd NN O\n\n-DOCSTART- -X- O\n\nBob NN I-PER\n"
        let texts = try Folder().read("gold.conll", text)
        #expect(texts.map { String(decoding: $0.text, as: UTF8.self) } == ["Ann Lee Bob in New York\nEnd\n", "Bob\n"])
        #expect(texts.map { $0.shown(.entities) } == [["Ann Lee/PER", "Bob/PER", "New York/LOC"], ["Bob/PER"]])
    }

    @Test("A label that changes begins an entity")
    func changingLabel() throws {
        let texts = try Folder().read("gold.conll", "Ann B-PER\nYork I-LOC\n")
        #expect(texts[0].shown(.entities) == ["Ann/PER", "York/LOC"])
    }

    @Test("Columns that are none")
    func badColumns() throws {
        let folder = try Folder()
        let path = try folder.write("gold.conll", "Ann B-PER\nYork LOC\n")
        #expect {
            try GoldFile(path: path).read()
        } throws: {
            "\($0)" == "\(path):2: 'LOC' where a token and last a tag such as O, B-PER or I-PER is wanted"
        }
    }

    @Test("brat's folders, with discontinuous marks and ids")
    func brat() throws {
        let folder = try Folder()
        try folder.write("a.txt", "Zoë Lee met Bob.")
        try folder.write("a.ann", "T1\tPER 0 7\tZoë Lee\nT2\tPER 12 13;14 15\tB b\nN1\tReference T1 wikidata:Q1\tZoë\nR1\tmet Arg1:T1 Arg2:T2\n")
        let text = try #require(try GoldFile(path: folder.path).read().first)
        #expect(text.id == "a" && text.shown(.entities) == ["Zoë Lee/PER", "Bob/PER"])
        #expect(text.layers[.entities]?.compactMap(\.id) == ["wikidata:Q1"])
    }

    @Test("CoNLL-U's tokens, multiword tokens and sentences")
    func treebank() throws {
        func row(_ number: String, _ form: String, _ misc: String = "_") -> String { "\(number)\t\(form)\t_\t_\t_\t_\t_\t_\t_\t\(misc)" }
        let lines = [
            "# newdoc id = d1", "# newpar", row("1", "I"), row("2-3", "don't"), row("2", "do"), row("3", "n't"), row("4", "know", "SpaceAfter=No"),
            row("5", "."), "", "# newpar", row("1-2", "du"), row("1", "de"), row("2", "le"), row("2.1", "x"), row("3", "Go"), "",
        ]
        let text = try #require(try Folder().read("gold.conllu", lines.joined(separator: "\n")).first)
        #expect(text.id == "d1" && String(decoding: text.text, as: UTF8.self) == "I don't know.\n\ndu Go")
        #expect(text.shown(.tokens) == ["I", "do", "n't", "know", ".", "du", "Go"])
        #expect(text.shown(.sentences) == ["I don't know.", "du Go"])
    }

    @Test("TimeML's expressions and the day of writing")
    func timeML() throws {
        let markup = """
            <?xml version="1.0" ?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2024-01-03" functionInDocument="CREATION_TIME">January 3</TIMEX3></DCT>
            <TEXT>AT&amp;T <EVENT eid="e1">fell</EVENT> \
            <TIMEX3 tid="t1" type='DATE' value="2024-01-02">yesterday</TIMEX3> for <!-- a > b --><TIMEX3 type="DURATION" value="PT2H">two hours</TIMEX3>.</TEXT></TimeML>
            """
        let text = try #require(try Folder().read("a.tml", markup).first)
        #expect(text.date == CalendarDate(iso8601: "2024-01-03"))
        #expect(String(decoding: text.text, as: UTF8.self) == "AT&T fell yesterday for two hours.")
        #expect(text.shown(.dates) == ["yesterday/DATE", "two hours/DURATION"])
        #expect(text.layers[.dates]?.map(\.values) == [["2024-01-02"], ["PT2H"]])
    }

    @Test("A file of unknown kind, a folder without gold, no file")
    func unknown() throws {
        let folder = try Folder()
        #expect(
            throws: GoldError(folder.path, "no gold in this folder; files that end in .jsonl, .ndjson, .conll, .bio, .iob, .conllu, .tml are read")
        ) {
            try GoldFile(path: folder.path).read()
        }
        let path = try folder.write("gold.xyz", "")
        #expect(throws: GoldError.self) { try GoldFile(path: path).read() }
        #expect(throws: GoldError("nowhere", "no such file or folder")) { try GoldFile(path: "nowhere").read() }
    }
}
