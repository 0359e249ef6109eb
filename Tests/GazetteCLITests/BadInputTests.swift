import Foundation
import Testing

/// A bad record is named on standard error, the others come through, and the exit code is 1.
@Suite struct BadInputTests {
    private static let good = #"{"id":"good","text":"Kabul is calm."}"#

    struct BadLine: Sendable, CustomTestStringConvertible {
        let name: String
        let line: String
        let message: String
        var testDescription: String { name }
    }

    static let badLines = [
        BadLine(name: "cut off", line: #"{"id":"x","text":"Kab"#, message: "the JSON is cut off at byte 21"),
        BadLine(name: "no text", line: #"{"id":"x","body":"Kabul"}"#, message: "field 'text' is missing"),
        BadLine(name: "number as text", line: #"{"text":7}"#, message: "field 'text' is a number, a string is wanted"),
        BadLine(name: "null as text", line: #"{"text":null}"#, message: "field 'text' is null, a string is wanted"),
        BadLine(name: "duplicate key", line: #"{"text":"a","x":1,"x":2}"#, message: "field 'x' stands twice"),
        BadLine(name: "duplicate key, escaped", line: #"{"text":"a","\u0074ext":"b"}"#, message: "field 'text' stands twice"),
        BadLine(name: "high surrogate", line: #"{"text":"a\ud800b"}"#, message: #"an unpaired surrogate \ud800 in field 'text' at byte 10"#),
        BadLine(name: "low surrogate", line: #"{"text":"\udc00"}"#, message: #"an unpaired surrogate \udc00 in field 'text' at byte 9"#),
        BadLine(name: "bare tab", line: "{\"text\":\"a\tb\"}", message: "a bare control character in a string at byte 10"),
        BadLine(name: "an array", line: "[1,2]", message: "an array where an object is wanted"),
        BadLine(name: "no JSON", line: "Kabul", message: "a number where an object is wanted"),
        BadLine(name: "a trailing comma", line: #"{"text":"a",}"#, message: "'}' where a string is wanted at byte 12"),
        BadLine(name: "something behind", line: #"{"text":"a"} {"text":"b"}"#, message: "something follows the object at byte 13"),
        BadLine(name: "a bad number", line: #"{"n":01,"text":"a"}"#, message: "'0' where a value is wanted at byte 5"),
        BadLine(name: "a bad escape", line: #"{"text":"\x"}"#, message: "an unknown escape at byte 9"),
    ]

    @Test(arguments: badLines) func badLineIsNamed(row: BadLine) throws {
        let input = [Self.good, row.line, Self.good].joined(separator: "\n") + "\n"
        let outcome = try Program.run(["stream"], input: Data(input.utf8))
        #expect(outcome.errors == "standard input:2: \(row.message)\n")
        #expect(outcome.status == 1)
        #expect(outcome.records.count == 2)
    }

    @Test func invalidUTF8IsNamed() throws {
        let folder = try Folder()
        let text = try folder.write("a.txt", [0x4B, 0x61, 0xFF, 0x62])
        let lines = try folder.write("b.jsonl", Array(Self.good.utf8) + [0x0A] + Array("{\"text\":\"".utf8) + [0xC0, 0xAF] + Array("\"}\n".utf8))
        let outcome = try Program.run(["annotate", text, lines])
        #expect(outcome.errors == "\(text): invalid UTF-8 at byte 2\n\(lines):2: invalid UTF-8 at byte 9\n")
        #expect(outcome.status == 1)
        #expect(outcome.records.count == 1)
    }

    @Test func strictStopsAtTheFirst() throws {
        let input = [Self.good, "{}", Self.good, "{}"].joined(separator: "\n")
        let outcome = try Program.run(["stream", "--strict", "--jobs", "1"], input: Data(input.utf8))
        #expect(outcome.errors == "standard input:2: field 'text' is missing\n")
        #expect(outcome.records.count == 1)
        #expect(outcome.status == 1)
    }

    @Test func missingFileAndEmptyFolderAreNamed() throws {
        let folder = try Folder()
        let good = try folder.write("good.txt", "Kabul is calm.")
        let empty = try Folder()
        let outcome = try Program.run(["annotate", folder.path("nothing.txt"), empty.url.path, good])
        #expect(
            outcome.errors == """
                \(folder.path("nothing.txt")): no such file or folder
                \(empty.url.path): no article in this folder; files that end in .txt, .json, .jsonl, .ndjson, .csv, .tsv, or these with .gz or .zst, are read

                """)
        #expect(outcome.records.count == 1)
        #expect(outcome.status == 1)
    }

    @Test func emptyFilesAreHarmless() throws {
        let folder = try Folder()
        let text = try folder.write("empty.txt", "")
        let lines = try folder.write("empty.jsonl", "")
        let blank = try folder.write("blank.jsonl", "\n  \r\n\n")
        let outcome = try Program.run(["annotate", text, lines, blank, "--layers", "tokens"])
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        #expect(outcome.records.count == 1)
        #expect(outcome.records.first?["text"] as? String == "")
        #expect((outcome.records.first?["tokens"] as? [Any])?.isEmpty == true)
    }

    /// A byte order mark before JSON is passed over; one in a text stays, so that offsets agree with the file.
    @Test func byteOrderMark() throws {
        let folder = try Folder()
        let text = try folder.write("a.txt", "\u{FEFF}Kabul")
        let lines = try folder.write("b.jsonl", "\u{FEFF}" + Self.good)
        let json = try folder.write("c.json", "\u{FEFF}[\(Self.good)]")
        let outcome = try Program.run(["annotate", text, lines, json])
        #expect(outcome.status == 0)
        #expect(outcome.lines[0].hasPrefix("{\"id\":\"a\",\"text\":\"\u{FEFF}Kabul\","))
        #expect(outcome.records.dropFirst().map { $0["text"] as? String } == ["Kabul is calm.", "Kabul is calm."])
        #expect(((outcome.records[0]["tokens"] as? [[Int]]) ?? []) == [[0, 1], [1, 6]])
    }

    @Test func lineEndsAndNULStay() throws {
        let folder = try Folder()
        let path = try folder.write("a.txt", "Kabul\r\nis\0calm.\r\n")
        let outcome = try Program.run(["annotate", path])
        #expect(outcome.status == 0)
        #expect(outcome.records.first?["text"] as? String == "Kabul\r\nis\0calm.\r\n")
    }

    @Test func jsonArrayWithABadObject() throws {
        let folder = try Folder()
        let path = try folder.write("a.json", "[\(Self.good),\n{\"id\": 2},\n\(Self.good)]")
        let outcome = try Program.run(["annotate", path])
        #expect(outcome.errors == "\(path):2: field 'text' is missing\n")
        #expect(outcome.records.count == 2)
        #expect(outcome.status == 1)
    }

    @Test func prettyPrintedObjectComesOutOnOneLine() throws {
        let folder = try Folder()
        let path = try folder.write("a.json", "{\n  \"id\": 7,\n  \"tags\": [\n    1,\n    2\n  ],\n  \"text\": \"Kabul\"\n}\n")
        let outcome = try Program.run(["annotate", path, "--layers", "tokens"])
        #expect(outcome.lines.count == 1)
        #expect(outcome.lines[0].hasPrefix(#"{"id": 7,"tags": [    1,    2  ],"text": "Kabul","tokens":[[0,5]],"gazette":{"#))
    }

    @Test func ownFieldsAreReplacedWithAWarning() throws {
        let input = #"{"tokens":"mine","text":"Kabul","gazette":1}"#
        let outcome = try Program.run(["stream", "--layers", "tokens"], input: Data(input.utf8))
        #expect(outcome.errors == "standard input:1: warning: field 'tokens' is replaced\nstandard input:1: warning: field 'gazette' is replaced\n")
        #expect(outcome.status == 0)
        #expect(outcome.lines[0].hasPrefix(#"{"text":"Kabul","tokens":[[0,5]],"gazette":{"version":"#))
    }

    @Test func unusableDateIsSaid() throws {
        let input = #"{"date":"last week","text":"Kabul"}"#
        let outcome = try Program.run(["stream"], input: Data(input.utf8))
        #expect(outcome.errors == "standard input:1: warning: field 'date' is 'last week', YYYY-MM-DD is wanted; it is not used\n")
        #expect(outcome.status == 0)
    }

    // MARK: Size and script

    @Test func hugeLine() throws {
        let text = String(repeating: "Kabul is calm. ", count: 50_000_000 / 15)
        let outcome = try Program.run(["stream", "--layers", "sentences"], input: Data("{\"text\":\"\(text)\"}\n\(Self.good)\n".utf8))
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == 2)
        #expect(outcome.lines[0].utf8.count > 50_000_000)
    }

    @Test(arguments: ["x", "é", "界", "'", "(", "9"]) func oneLongWord(piece: String) throws {
        let text = String(repeating: piece, count: 10_000_000 / piece.utf8.count)
        let outcome = try Program.run(["stream"], input: Data("{\"text\":\"\(text)\"}\n".utf8))
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == 1)
    }

    @Test func deepNesting() throws {
        let open = String(repeating: "[", count: 100_000)
        let close = String(repeating: "]", count: 100_000)
        let outcome = try Program.run(["stream"], input: Data("{\"x\":\(open)\(close),\"text\":\"\(open) Kabul \(close)\"}\n".utf8))
        #expect(outcome.status == 0)
        #expect(outcome.lines.count == 1)
        #expect(outcome.lines[0].hasPrefix("{\"x\":\(open)\(close),"))
    }

    @Test(arguments: ["新华社北京一月三日电。会议明天举行。", "قال المتحدث إن المدينة هادئة.", "ตำรวจกล่าวว่าเมืองสงบ", "🇦🇫👩‍👩‍👧 е́ \u{200F}"])
    func otherScripts(text: String) throws {
        let line = try JSONSerialization.data(withJSONObject: ["text": text])
        let outcome = try Program.run(["stream"], input: line)
        #expect(outcome.status == 0)
        let record = try #require(outcome.records.first)
        #expect(record["text"] as? String == text)
        #expect((record["tokens"] as? [Any])?.isEmpty == false)
    }

    // MARK: Output

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"))) func fullDisk() throws {
        let outcome = try Program.shell("\"$GAZETTE\" annotate \"$SEEDS\" > /dev/full")
        #expect(outcome.status == 1)
        #expect(outcome.errors == "Error: standard output: No space left on device\n")
    }

    @Test func closedPipe() throws {
        let outcome = try Program.shell("\"$GAZETTE\" annotate \"$SEEDS\" | head -c 100 > /dev/null; echo ${PIPESTATUS[0]}")
        #expect(outcome.lines == ["0"])
        #expect(outcome.errors == "")
    }

    @Test func existingOutputNeedsForce() throws {
        let folder = try Folder()
        let target = try folder.write("out.jsonl", "old\n")
        let input = try folder.write("a.txt", "Kabul")
        let refused = try Program.run(["annotate", input, "--output", target])
        #expect(refused.status == 1)
        #expect(refused.errors == "Error: \(target): the file exists; --force replaces it\n")
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "old\n")
        let replaced = try Program.run(["annotate", input, "--output", target, "--force"])
        #expect(replaced.status == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["a.txt", "out.jsonl"])
    }

    @Test(arguments: [
        (["annotate"], "no input: name files or folders, or - for standard input"),
        (["stream", "--layers", "verbs"], "layer 'verbs' is none of"),
        (["stream", "--jobs", "0"], "--jobs is 0, 1 or more is wanted"),
    ])
    func usageErrors(arguments: [String], message: String) throws {
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(message))
    }
}
