#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import ArgumentParser
import Gazette
import LexiconCompiler

struct LexiconCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Lists everything that is wrong or doubtful in lexicon files.",
        discussion: """
            A folder is checked as the project's own: every column, sorted, with sources. A file is checked as a user's: a table with the columns \
            surface and label at least, or patterns in a .jsonl file. Exits with 1 where there are errors; warnings alone are no failure.
            """)

    @Argument(help: ArgumentHelp("Folders of .tsv files, or files of your own.", valueName: "path"))
    var paths: [String]

    @OptionGroup var location: LexiconOptions

    func run() throws {
        var (errors, warnings) = (0, 0)
        for problem in try problems() {
            print(problem)
            if problem.severity == .error { errors += 1 } else { warnings += 1 }
        }
        printError("\(errors) errors, \(warnings) warnings")
        if errors > 0 { throw ExitCode.failure }
    }

    private func problems() throws -> [LexiconProblem] {
        var problems: [LexiconProblem] = []
        var own: [LexiconFile] = []
        for path in paths {
            var isFolder = false
            if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder {
                let files = try LexiconFolder.files(in: path)
                problems += LexiconLinter.check(files, sources: LexiconFolder.sources(beside: path)).map { $0.within(path) }
            } else {
                own.append(try LexiconFile(userPath: path))
            }
        }
        if own.isEmpty { return problems }
        return problems + LexiconLinter.check(own, over: try location.load())
    }
}
