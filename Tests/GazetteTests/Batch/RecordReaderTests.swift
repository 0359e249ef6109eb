import Foundation
import Testing

@testable import Gazette

/// Where records end, whatever pieces the bytes come in.
@Suite struct RecordReaderTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let format: InputFormat
        let input: String
        /// Records as `line:content`; failures as `line!problem`.
        let expected: [String]
        var mostBytes = 1 << 20
        var testDescription: String { name }
    }

    private static let tooLong = "the line has more than 8 bytes; --max-line allows more"

    static let rows = [
        Row(name: "lines", format: .jsonLines, input: "a\nbc\n", expected: ["1:a", "2:bc"]),
        Row(name: "a last line without its end", format: .jsonLines, input: "a\nbc", expected: ["1:a", "2:bc"]),
        Row(name: "blank lines", format: .jsonLines, input: "\n \r\na\n\t\n", expected: ["3:a"]),
        Row(name: "a byte order mark", format: .jsonLines, input: "\u{FEFF}a\nb", expected: ["1:a", "2:b"]),
        Row(name: "a long line", format: .jsonLines, input: "a\n0123456789\nb", expected: ["1:a", "2!\(tooLong)", "3:b"], mostBytes: 8),
        Row(name: "a long last line", format: .jsonLines, input: "a\n0123456789", expected: ["1:a", "2!\(tooLong)"], mostBytes: 8),
        Row(name: "a text", format: .text, input: "a\n\nb", expected: ["-:a\n\nb"]),
        Row(name: "an empty text", format: .text, input: "", expected: ["-:"]),
        Row(name: "an array", format: .json, input: "[{\"a\":1} ,\n{}]\n", expected: ["1:{\"a\":1}", "2:{}"]),
        Row(name: "an empty array", format: .json, input: "\u{FEFF} [ ] ", expected: []),
        Row(name: "an object over lines", format: .json, input: "\n{\n\"a\":[1,\"]}\\\"\"]}", expected: ["2:{\n\"a\":[1,\"]}\\\"\"]}"]),
        Row(name: "objects one behind the other", format: .json, input: "{}{}\n{\"a\":{}}", expected: ["1:{}", "1:{}", "2:{\"a\":{}}"]),
        Row(name: "other values", format: .json, input: "[1, \"a,]\" ,null,[[]]]", expected: ["1:1", "1:\"a,]\"", "1:null", "1:[[]]"]),
        Row(name: "an array that is not closed", format: .json, input: "[{},", expected: ["1:{}", "1!the array is not closed"]),
        Row(name: "an object that is not closed", format: .json, input: "[{},{\"a\"", expected: ["1:{}", "1:{\"a\"", "1!the array is not closed"]),
        Row(
            name: "no comma", format: .json, input: "[{}\n{}]",
            expected: ["1:{}", "2!',' or ']' is wanted between the values of the array", "2:{}"]),
        Row(name: "something behind an array", format: .json, input: "[{}] x", expected: ["1:{}", "1!something follows the array"]),
        Row(name: "no JSON", format: .json, input: " \n", expected: ["2!the file holds no JSON"]),
        Row(name: "rows", format: .csv, input: "id,text\r\n1,a\r\n\r\n2,b", expected: ["2:1,a", "4:2,b"]),
        Row(name: "a quoted line break", format: .csv, input: "text\n\"a\n\"\"b\"\"\"\nc\n", expected: ["2:\"a\n\"\"b\"\"\"", "4:c"]),
        Row(name: "a stray quotation mark", format: .csv, input: "text\n\"a\nb\nc\n", expected: ["2:\"a", "3:b", "4:c"]),
        Row(name: "something behind a quoted field", format: .csv, input: "text,id\n\"a\nb\"c,d\n", expected: ["2:\"a", "3:b\"c,d"]),
        Row(
            name: "no column of the text", format: .csv, input: "\u{FEFF}id,body\n1,2\n",
            expected: ["1!column 'text' is missing; there are 'id', 'body'"]),
        Row(name: "a column twice", format: .tsv, input: "text\ttext\n1\t2\n", expected: ["1!column 'text' stands twice"]),
    ]

    private func read(
        _ row: Row, _ bytes: [UInt8], from position: InputPosition = InputPosition(), records: Int = 100
    ) throws -> [(String, InputPosition)] {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("gazette-\(UUID().uuidString)").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let source = InputSource(path: path, name: "x", format: row.format)
        var reader = try RecordReader(source, number: 0, rules: ReadingRules(mostBytes: row.mostBytes), stop: nil)
        try reader.resume(at: position)
        var found: [(String, InputPosition)] = []
        while true {
            var chunk = Chunk()
            let progress = reader.appendRecords(to: &chunk, upTo: 1 << 20, records: records, .chunk)
            found += chunk.items.map { (describe($0, chunk), chunk.end) }
            if progress == .ended { return found }
        }
    }

    private func describe(_ item: Chunk.Item, _ chunk: Chunk) -> String {
        func content(_ range: Range<Int>, _ origin: Origin) -> String {
            "\(origin.line.map(String.init) ?? "-"):" + String(decoding: chunk.bytes[range], as: UTF8.self)
        }
        switch item {
        case .object(let range, let origin), .text(let range, _, let origin), .row(let range, _, let origin): return content(range, origin)
        case .failure(let failure): return "\(failure.origin.line.map(String.init) ?? "-")!\(failure.problem)"
        case .endOfSource: return "end"
        }
    }

    @Test(arguments: rows) func recordsAreFound(row: Row) throws {
        #expect(try read(row, Array(row.input.utf8)).map(\.0) == row.expected)
    }

    /// A reader that goes on behind any record finds the rest.
    @Test(arguments: rows) func goesOnBehindAnyRecord(row: Row) throws {
        let found = try read(row, Array(row.input.utf8), records: 1)
        #expect(found.map(\.0) == row.expected)
        for (index, (_, position)) in found.enumerated() where row.format != .text && !row.expected[index].contains("!") {
            #expect(try read(row, Array(row.input.utf8), from: position).map(\.0) == Array(row.expected[(index + 1)...]), "behind \(index)")
        }
    }

    /// Framers see bytes in pieces; every cut gives the same frames.
    @Test(arguments: rows) func piecesDoNotMatter(row: Row) {
        let bytes = Array(row.input.utf8)
        let makers: [InputFormat: () -> any RecordFramer] = [
            .jsonLines: { LineFramer() }, .text: { TextFramer() }, .json: { JSONFramer() }, .csv: { RowFramer(separator: UInt8(ascii: ",")) },
            .tsv: { RowFramer(separator: UInt8(ascii: "\t")) },
        ]
        guard let make = makers[row.format] else { return }
        let whole = frames(bytes, make(), piece: bytes.count + 1)
        for piece in 1...4 { #expect(frames(bytes, make(), piece: piece) == whole, "pieces of \(piece)") }
    }

    private func frames(_ bytes: [UInt8], _ framer: any RecordFramer, piece: Int) -> [Range<Int>] {
        var (framer, start, length, found): (any RecordFramer, Int, Int, [Range<Int>]) = (framer, 0, 0, [])
        while true {
            length = min(bytes.count, length + piece)
            while let frame = framer.next(in: Array(bytes[..<length]), from: start, isComplete: length == bytes.count) {
                found.append(frame.range)
                start = frame.end
                if case .end = frame.content { return found }
            }
            if length == bytes.count { return found }
        }
    }

    @Test func fieldsOfRows() throws {
        let rows: [(String, UInt8, [String]?)] = [
            (#"a,"b ""c"",d","#, UInt8(ascii: ","), ["a", #"b "c",d"#, ""]), ("", UInt8(ascii: ","), [""]), (#""a"#, UInt8(ascii: ","), nil),
            (#""a"b,c"#, UInt8(ascii: ","), nil), (#"a"b,c"#, UInt8(ascii: ","), [#"a"b"#, "c"]),
            ("\"We will,\" she said.\t1", UInt8(ascii: "\t"), ["\"We will,\" she said.", "1"]), ("\"a\tb\"\tc", UInt8(ascii: "\t"), ["a\tb", "c"]),
        ]
        for (row, separator, expected) in rows {
            let bytes = Array(row.utf8)
            let fields = try? RowReader.fields(bytes, 0..<bytes.count, separator).map { String(decoding: $0, as: UTF8.self) }
            #expect(fields == expected, "\(row)")
        }
    }
}
