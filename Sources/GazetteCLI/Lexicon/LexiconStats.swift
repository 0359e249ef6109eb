#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import ArgumentParser
import Gazette
import GazetteEvaluation
import LexiconCompiler

struct LexiconStats: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Counts rows, surfaces and ids by file, label, class and source, and measures sizes and times.",
        discussion: "Of the compiled lexicon in use, or of a folder, which is then compiled.")

    @Argument(help: ArgumentHelp("A folder of .tsv files to compile and count.", valueName: "folder"))
    var folder: String?

    @OptionGroup var location: LexiconOptions

    func run() throws {
        let clock = ContinuousClock()
        var times: [String] = []
        let lexicon: Lexicon
        if let folder {
            guard location.files.isEmpty else { throw ValidationError("--lexicon and a folder exclude each other") }
            let start = clock.now
            let image = try LexiconCompile.compile(folder)
            times.append("compiled in \((clock.now - start).text)")
            lexicon = try mapped(image, &times)
        } else if location.files.isEmpty {
            lexicon = try mapped(path: location.imagePath(), &times)
        } else {
            let start = clock.now
            lexicon = try location.load()
            times.append("image \(lexicon.size / 1024) KiB, loaded with \(location.files.joined(separator: ", ")) in \((clock.now - start).text)")
        }
        for line in Self.lines(LexiconStatistics(lexicon)) { print(line) }
        for time in times { print(time) }
        print("digest \(lexicon.digest)")
    }

    private func mapped(_ image: [UInt8], _ times: inout [String]) throws -> Lexicon {
        let path = FileManager.default.temporaryDirectory.path + "/gazette-stats-\(ProcessInfo.processInfo.processIdentifier).gazette"
        let file = try OutputFile(path: path, replacing: true)
        try file.write(image)
        try file.finish()
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try mapped(path: path, &times)
    }

    private func mapped(path: String, _ times: inout [String]) throws -> Lexicon {
        let start = ContinuousClock.now
        let lexicon = try Lexicon(path: path)
        times.append("image \(lexicon.size / 1024) KiB, mapped in \((ContinuousClock.now - start).text)")
        return lexicon
    }

    private static func lines(_ statistics: LexiconStatistics) -> [String] {
        let sections = [
            ("", [statistics.total]), ("file", statistics.files), ("label", statistics.labels), ("class", statistics.classes),
            ("source", statistics.sources),
        ]
        var rows: [[String]] = []
        for (title, counts) in sections {
            rows.append([title, "rows", "surfaces", "ids"])
            rows += counts.map { [$0.name, "\($0.rows)", "\($0.surfaces)", "\($0.ids)"] } + [[]]
        }
        return TextTable(rows: rows).lines + ["vocabulary: \(statistics.words) words"]
    }
}

extension Duration {
    /// In milliseconds with two decimals.
    fileprivate var text: String {
        let hundredths = components.seconds * 100_000 + components.attoseconds / 10_000_000_000_000
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) ms"
    }
}
