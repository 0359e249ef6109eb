import Foundation
import Testing

/// Code that the compiler does not check stands only in the files that ARCHITECTURE.md lists under «Unsafe code».
@Suite struct UnsafeCodeTests {
    private static let signs = [
        "Unsafe", "unsafeBitCast", "unsafeDowncast", "Unmanaged", "assumingMemoryBound", "(unsafe)", "@unchecked", "withUTF8",
        "withContiguousStorage",
    ]

    @Test func standsInListedFilesAlone() throws {
        let listed = try Self.listedFiles()
        let found = try Self.filesWithSigns()
        #expect(found.subtracting(listed).isEmpty, "not listed in ARCHITECTURE.md")
        #expect(listed.subtracting(found).isEmpty, "listed without need in ARCHITECTURE.md")
    }

    /// The names in backticks in the first column of the section's table.
    private static func listedFiles() throws -> Set<String> {
        let text = try String(contentsOf: Project.root.appendingPathComponent("ARCHITECTURE.md"), encoding: .utf8)
        let section = text.components(separatedBy: "\n## ").first { $0.hasPrefix("Unsafe code\n") } ?? ""
        let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
        return Set(rows.flatMap { row in row.split(separator: "|")[0].split(separator: "`").map(String.init).filter { $0.first?.isLetter == true } })
    }

    private static func filesWithSigns() throws -> Set<String> {
        let sources = Project.root.appendingPathComponent("Sources")
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        var found: Set<String> = []
        for file in files where file.pathExtension == "swift" {
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            let code = lines.filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }
            if code.contains(where: { line in signs.contains { line.contains($0) } }) { found.insert(file.deletingPathExtension().lastPathComponent) }
        }
        return found
    }
}
