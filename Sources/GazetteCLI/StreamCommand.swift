import ArgumentParser
import Gazette

struct StreamCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stream",
        _superCommandName: GazetteCommand.name,
        abstract: "Annotates JSON Lines from standard input to standard output, line by line.",
        discussion: """
            A record is written as soon as the input pauses, in the order of the input. Lines that cannot be annotated are named on standard error. \
            When asked to end (SIGTERM, SIGINT), it finishes the lines it has read.
            """)

    enum ErrorPlace: String, ListedArgument { case stderr, inline }

    @Option(help: "Where errors go: to stderr alone, or inline too, as an object in the place of the record.")
    var errors: ErrorPlace = .stderr

    @OptionGroup var options: AnnotationOptions

    func run() async throws {
        var batchOptions = try options.batchOptions()
        batchOptions.writesErrors = errors == .inline
        let run = BatchRun(batch: Batch(lexicon: try options.lexicon.load(), options: batchOptions))
        let progress = options.log ? ProgressLine(.log, totalBytes: nil) { printError($0, terminator: "") } : nil
        let outcome = try await run.run([.standardInput], to: .pipe(.standardOutput), progress: progress)
        if outcome.totals.failures > 0 { throw ExitCode.failure }
    }
}
