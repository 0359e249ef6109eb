import ArgumentParser
import Gazette

struct AnnotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Annotates articles and writes them as JSON Lines.",
        discussion: """
            Reads .txt files (one article each), .json (an object or an array of objects), .jsonl and .ndjson (an object a line), folders of them, \
            and '-' for JSON Lines on standard input. Every field of an object comes back unchanged; the annotations follow. A record that cannot \
            be annotated is named on standard error and left out; the exit code is then 1.
            """)

    @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"))
    var paths: [String] = []

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; without it, standard output.", valueName: "file"))
    var output: String?

    @Flag(name: .shortAndLong, help: "Replace the output file if it exists.")
    var force = false

    @Flag(help: "Print a table of what was found, by article, on standard error.")
    var summary = false

    @OptionGroup var options: AnnotationOptions

    func validate() throws {
        if paths.isEmpty { throw ValidationError("no input: name files or folders, or - for standard input") }
    }

    func run() async throws {
        let batchOptions = try options.batchOptions()
        let lexicon = try options.lexicon.load()
        let found = InputSources(paths: paths)
        for failure in found.failures { printError(failure.description) }
        if options.strict, !found.failures.isEmpty { throw ExitCode.failure }
        let file = try output.map { try OutputFile(path: $0, replacing: force) } ?? .standardOutput
        var table = SummaryTable()
        let failures = try await run(Batch(lexicon: lexicon, options: batchOptions), found.sources, file, &table)
        if summary { printError(table.text(output: output)) }
        if failures + found.failures.count > 0 { throw ExitCode.failure }
    }

    private func run(_ batch: Batch, _ sources: [InputSource], _ file: OutputFile, _ table: inout SummaryTable) async throws -> Int {
        let failures = try await batch.runQuietly(sources, to: file) { event in
            if summary, case .annotated(let documents) = event { table.rows += documents }
        }
        try file.finish()
        return failures
    }
}

/// Warnings beyond these are only counted.
private let mostWarnings = 20

extension Batch {
    /// Runs, says on standard error what failed, and ends the program quietly when the reader of the output has gone.
    func runQuietly(_ sources: [InputSource], to file: OutputFile, _ report: (BatchEvent) -> Void) async throws -> Int {
        ignoreBrokenPipeSignal()
        var warnings = 0
        do {
            let failures = try await run(sources, to: file) { event in
                switch event {
                case .failed(let failure): printError(failure.description)
                case .warned(let warning):
                    warnings += 1
                    if warnings <= mostWarnings { printError("\(warning.origin): warning: \(warning.problem)") }
                case .annotated: break
                }
                report(event)
            }
            if warnings > mostWarnings { printError("\(warnings - mostWarnings) further warnings") }
            return failures
        } catch let error as FileError where error.isBrokenPipe {
            throw ExitCode.success
        }
    }
}
