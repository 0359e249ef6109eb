#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import ArgumentParser
import Gazette

/// Finds the compiled lexicon.
struct LexiconOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The compiled lexicon to use instead of the one installed with the program.", valueName: "file"))
    var image: String?

    /// Where the program's own lexicon may lie: installed, or beside a program that has just been built.
    private static func candidates() -> [String] {
        let program = URL(fileURLWithPath: CommandLine.executablePath).resolvingSymlinksInPath()
        let folder = program.deletingLastPathComponent().path
        return [folder + "/../share/gazette/en.gazette", folder + "/en.gazette"]
    }

    func load() throws -> Lexicon {
        if let image { return try Lexicon(path: image) }
        let candidates = Self.candidates()
        guard let found = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
            throw FileError(
                path: candidates.joined(separator: ", "),
                problem: "no compiled lexicon; name one with --image, or make one with 'gazette lexicon compile'")
        }
        return try Lexicon(path: found)
    }
}
