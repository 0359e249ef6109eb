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
        let inputs = InputSources(paths: paths)
        for failure in inputs.failures { printError(failure.description) }
        if options.strict, !inputs.failures.isEmpty { throw ExitCode.failure }
        let file = try output.map { try OutputFile(path: $0, replacing: force) } ?? .standardOutput
        let failures = try await run(Batch(lexicon: lexicon, options: batchOptions), inputs, file)
        if failures + inputs.failures.count > 0 { throw ExitCode.failure }
    }

    private func run(_ batch: Batch, _ inputs: InputSources, _ file: OutputFile) async throws -> Int {
        let run = BatchRun(batch: batch)
        var table = SummaryTable()
        let progress = CommandLine.hasTerminal ? ProgressLine(totalBytes: inputs.totalBytes) { printError($0, terminator: "") } : nil
        let failures = try await run.run(inputs.sources, to: file, progress: progress) { documents in
            if summary { table.rows += documents }
        }
        if run.isInterrupted {
            printError("interrupted\(output.map { "; \($0) is not written" } ?? "")")
            throw ExitCode.failure
        }
        try file.finish()
        if summary { printError(table.text(output: output)) }
        return failures
    }
}
