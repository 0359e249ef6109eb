#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import ArgumentParser
import Gazette

struct AnnotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        _superCommandName: GazetteCommand.name,
        abstract: "Annotates articles and writes them as JSON Lines.",
        discussion: """
            Reads .txt files (one article each), .json (an array of objects, or objects one behind the other), .jsonl and .ndjson (an object a \
            line), .csv and .tsv (a row an article, under a row of names), each also as .gz or .zst; folders of them; patterns such as \
            'news/**/*.jsonl'; and '-' for JSON Lines on standard input. Every field of an object comes back unchanged; the annotations follow. \
            A record that cannot be annotated is named on standard error and left out; the exit code is then 1. Output files take their names \
            when they are complete; an interrupted batch goes on with --resume.
            """)

    @Argument(help: ArgumentHelp("Files, folders, patterns, or - for standard input.", valueName: "path"))
    var paths: [String] = []

    @Option(help: ArgumentHelp("A file that names further files and folders, one a line or ended by NUL; - for standard input.", valueName: "file"))
    var filesFrom: [String] = []

    @Option(help: "Read every input as txt, json, jsonl, csv or tsv, whatever its name.")
    var inputFormat: InputFormat?

    @Flag(help: "Print a table of what was found, by article, on standard error.")
    var summary = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var options: AnnotationOptions

    func validate() throws {
        try output.check()
        if paths.isEmpty, filesFrom.isEmpty { throw ValidationError("no input: name files or folders, or - for standard input") }
        if output.layout != nil, output.resume || output.outputDirectory != nil, paths.contains("-") {
            throw ValidationError("standard input can neither be resumed nor be written under its own name")
        }
    }

    func run() async throws {
        let batchOptions = try options.batchOptions()
        let lexicon = try options.lexicon.load()
        let inputs = InputSources(paths: paths, lists: filesFrom, format: inputFormat)
        for failure in inputs.failures { printError(failure.description) }
        if options.strict, !inputs.failures.isEmpty { throw ExitCode.failure }
        let run = BatchRun(batch: Batch(lexicon: lexicon, options: batchOptions))
        if let layout = output.layout {
            try await write(run, inputs, layout, lexicon, batchOptions)
        } else {
            try await pipe(run, inputs, lexicon)
        }
    }

    // MARK: Files

    private func write(_ run: BatchRun, _ inputs: InputSources, _ layout: OutputLayout, _ lexicon: Lexicon, _ batchOptions: BatchOptions) async throws
    {
        guard
            let files = try RecordFiles.open(
                layout, sources: inputs.sources, options: identity(batchOptions, layout, lexicon), report: output.report, output.beginning,
                checkpointBytes: output.checkpointSize.bytes)
        else { return printError("\(layout.path) is complete; --force makes it anew") }
        var table = SummaryTable()
        let progress = progress(files.sources, before: files.totalsBefore)
        let outcome: BatchOutcome
        do {
            outcome = try await run.run(files.sources, to: .files(files), progress: progress) { if summary { table.add($0) } }
        } catch let error as FileError {
            throw FileError(path: error.path, problem: "\(error.problem)\nWhat was done before is kept: the same command with --resume goes on.")
        }
        if run.isInterrupted, !outcome.isComplete {
            printError("interrupted; the same command with --resume goes on")
            throw ExitCode.failure
        }
        try writeReport(outcome, files.sources.count, inputs, files.failures, lexicon)
        if outcome.isComplete { files.removeJournal() }
        if summary { printError(table.text(output: layout.path)) }
        if outcome.totals.failures + inputs.failures.count > 0 { throw ExitCode.failure }
    }

    /// What must be the same when a batch is resumed.
    private func identity(_ batchOptions: BatchOptions, _ layout: OutputLayout, _ lexicon: Lexicon) -> String {
        var options = batchOptions
        (options.jobs, options.isTimed) = (1, false)
        return "gazette \(Version.current), ICU \(ICU.version), lexicon \(lexicon.digest), \(options), \(layout), report \(output.report ?? "none"), "
            + "\(paths + filesFrom.map { "--files-from " + $0 })"
    }

    // MARK: Pipes

    private func pipe(_ run: BatchRun, _ inputs: InputSources, _ lexicon: Lexicon) async throws {
        let file = try output.output.map { try OutputFile(device: $0) } ?? .standardOutput
        let failures = try output.report.map { try FailureList(report: $0) }
        var table = SummaryTable()
        let outcome = try await run.run(inputs.sources, to: .pipe(file, failures: failures), progress: progress(inputs.sources)) {
            if summary { table.add($0) }
        }
        try writeReport(outcome, inputs.sources.count, inputs, failures, lexicon)
        failures?.remove()
        if run.isInterrupted {
            printError("interrupted")
            throw ExitCode.failure
        }
        if summary { printError(table.text(output: output.output)) }
        if outcome.totals.failures + inputs.failures.count > 0 { throw ExitCode.failure }
    }

    // MARK: Telling

    private func progress(_ sources: [InputSource], before: BatchTotals = BatchTotals()) -> ProgressLine? {
        if !options.log, !CommandLine.hasTerminal { return nil }
        return ProgressLine(options.log ? .log : .terminal, totalBytes: InputSources.totalBytes(sources), before: before) {
            printError($0, terminator: "")
        }
    }

    private func writeReport(
        _ outcome: BatchOutcome, _ files: Int, _ inputs: InputSources, _ failures: FailureList?, _ lexicon: Lexicon
    ) throws {
        guard let path = output.report, let failures else { return }
        var outcome = outcome
        for failure in inputs.failures { try failures.append(failure) }
        outcome.totals.failures += inputs.failures.count
        let report = RunReport(
            outcome: outcome, files: files, lexicon: lexicon.digest, jobs: options.jobs, output: output.layout?.path, finished: .now)
        try report.write(to: path, failures: failures)
    }
}
