#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import ArgumentParser
import Gazette
import LexiconCompiler

/// Finds the compiled lexicon and puts the user's own files over it.
struct LexiconOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The compiled lexicon to use instead of the one installed with the program.", valueName: "file"))
    var image: String?

    @Option(
        name: .customLong("lexicon"),
        help: ArgumentHelp(
            """
            Your own names, which win over the program's: a table with the columns surface and label (lexicons/SCHEMA.md), or spaCy's patterns \
            in a .jsonl file. May be repeated; a later file wins over an earlier one.
            """, valueName: "file"))
    var files: [String] = []

    @Flag(help: "Compile --lexicon files anew and keep nothing of them in the user's cache folder.")
    var noCache = false

    /// Where the program's own lexicon may lie: installed, or beside a program that has just been built.
    private static func candidates() -> [String] {
        let program = URL(fileURLWithPath: CommandLine.executablePath).resolvingSymlinksInPath()
        let folder = program.deletingLastPathComponent().path
        return [folder + "/../share/gazette/en.gazette", folder + "/en.gazette"]
    }

    func load() throws -> Lexicon {
        let base = try Lexicon(path: imagePath())
        if files.isEmpty { return base }
        let own = try files.map { try LexiconFile(userPath: $0) }
        do {
            return try Lexicon.overlaying(base, with: own, cache: cache()) { printError("warning: \($0)") }
        } catch let error as LexiconProblems {
            for problem in error.problems.prefix(Self.mostProblems) { printError(problem.description) }
            let rest = error.problems.count - Self.mostProblems
            if rest > 0 { printError("\(rest) further errors; 'gazette lexicon check' lists all") }
            throw ExitCode.failure
        }
    }

    /// The compiled lexicon's path.
    func imagePath() throws -> String {
        if let image { return image }
        let candidates = Self.candidates()
        guard let found = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
            throw FileError(
                path: candidates.joined(separator: ", "),
                problem: "no compiled lexicon; name one with --image, or make one with 'gazette lexicon compile'")
        }
        return found
    }

    private static let mostProblems = 20

    private func cache() -> LexiconCache? {
        noCache ? nil : LexiconCache.standardFolder(environment: ProcessInfo.processInfo.environment).map(LexiconCache.init)
    }
}
