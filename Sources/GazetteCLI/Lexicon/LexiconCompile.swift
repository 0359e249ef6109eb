import ArgumentParser
import Gazette
import LexiconCompiler

struct LexiconCompile: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "compile", abstract: "Compiles a lexicon folder into one file.")

    @Argument(help: ArgumentHelp("The folder of .tsv files.", valueName: "folder"))
    var folder: String

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; an existing one is replaced.", valueName: "file"))
    var output: String

    func run() throws {
        let image = try Self.compile(folder)
        let file = try OutputFile(path: output, replacing: true)
        try file.write(image)
        try file.finish()
        printError("\(output): \(image.count / 1024) KiB")
    }

    static func compile(_ folder: String) throws -> [UInt8] {
        let files = try LexiconFolder.files(in: folder)
        do { return try LexiconCompiler.compile(files) } catch {
            for problem in error.problems { print(problem.within(folder)) }
            throw ExitCode.failure
        }
    }
}
