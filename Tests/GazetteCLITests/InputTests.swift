import Foundation
import Testing

/// What can be read, and how it is named.
@Suite struct InputTests {
    private static let articles = (0..<3).map { "{\"id\":\"\($0)\",\"text\":\"Kabul is calm, \($0) officials said.\"}" }

    @Test(arguments: ["gzip -c", "zstd -qc", "cat"]) func compressedFiles(packer: String) throws {
        let folder = try Folder()
        let ending = packer == "cat" ? "" : packer.hasPrefix("gzip") ? ".gz" : ".zst"
        try folder.write("lines", Self.articles.joined(separator: "\n") + "\n")
        try folder.write("rows", "id,text\n0,\"Kabul is calm, 0 officials said.\"\n1,\"Kabul is calm, 1 officials said.\"\n")
        // Two members or frames, one behind the other, are one file.
        let commands = ["lines": "a.jsonl", "rows": "b.csv"].map { from, to in
            from == "lines"
                ? "(head -1 lines | \(packer); tail -n +2 lines | \(packer)) > \(to)\(ending)" : "\(packer) < \(from) > \(to)\(ending)"
        }
        let enter = "cd '\(folder.url.path)' && command -v \(packer.prefix { $0 != " " })"
        let packed = try Program.shell(([enter] + commands).joined(separator: " && "))
        if packed.status != 0, packer != "cat" { return }
        let outcome = try Program.run(["annotate", folder.url.path, "--layers", "tokens"])
        #expect(outcome.errors == "" && outcome.status == 0)
        #expect(outcome.records.map { $0["id"] as? String } == ["0", "1", "2", "0", "1"])
        #expect(outcome.records.allSatisfy { ($0["text"] as? String)?.hasPrefix("Kabul is calm, ") == true })
    }

    @Test func rowsBecomeObjects() throws {
        let folder = try Folder()
        let rows = "Key,When,Headline,Body,empty\r\n7,2024-01-03,\"Quoted \"\"title\"\"\",\"First line\r\nsaid on Friday\",\r\n8,,x\r\n"
        let path = try folder.write("a.csv", rows)
        let keys = ["--text-key", "Body", "--id-key", "Key", "--date-key", "When", "--title-key", "Headline"]
        let outcome = try Program.run(["annotate", path, "--layers", "dates"] + keys)
        #expect(outcome.errors == "\(path):4: the row has 3 fields, the header 5\n" && outcome.status == 1)
        let fields = #"{"Key":"7","When":"2024-01-03","Headline":"Quoted \"title\"","Body":"First line\r\nsaid on Friday","empty":"","dates":[{"#
        #expect(outcome.lines[0].hasPrefix(fields))
        #expect(outcome.lines[0].contains(#""value":"2023-12-29""#))
    }

    @Test func titlesNameArticlesWithoutId() throws {
        let article = Data(#"{"head":"A quiet day","text":"Kabul."}"#.utf8)
        let outcome = try Program.run(["annotate", "-", "--summary", "--title-key", "head"], input: article)
        #expect(outcome.errors.contains("\nA quiet day "))
    }

    @Test func foldersPatternsAndLists() throws {
        let folder = try Folder()
        for name in ["x/b", "x/y", "z"] { try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true) }
        for name in ["x/b/1.txt", "x/y/2.txt", "x/3.txt", "z/4.txt", "z/5.md", "z/.6.txt"] { try folder.write(name, name) }
        func ids(_ arguments: [String], input: Data = Data()) throws -> [String] {
            try Program.run(["annotate", "--layers", "tokens"] + arguments, input: input).records.compactMap { $0["id"] as? String }
        }
        let root = folder.url.path
        #expect(try ids([root]) == ["x/3", "x/b/1", "x/y/2", "z/4"])
        #expect(try ids([root + "/*/*.txt"]) == ["3", "4"])
        #expect(try ids([root + "/**/[12].txt"]) == ["1", "2"])
        #expect(try ids([root + "/x/**/?.txt"]) == ["3", "1", "2"])
        #expect(try ids(["--files-from", "-"], input: Data("\(root)/z/5.md\n\(root)/z\n".utf8)) == ["5.md", "4"])
        let list = try folder.write("list", "\(root)/x/3.txt\0\(root)/z/4.txt\0")
        #expect(try ids(["--files-from", list]) == ["3", "4"])
        let nothing = try Program.run(["annotate", root + "/*.csv"])
        #expect(nothing.errors == "\(root)/*.csv: nothing matches this pattern\n" && nothing.status == 1)
    }

    @Test func aFormatCanBeForced() throws {
        let outcome = try Program.run(["annotate", "-", "--input-format", "tsv"], input: Data("id\ttext\n1\tKabul\n".utf8))
        #expect(outcome.lines.first?.hasPrefix(#"{"id":"1","text":"Kabul","sentences":"#) == true)
    }
}
