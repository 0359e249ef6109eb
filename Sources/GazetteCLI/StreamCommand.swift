import ArgumentParser
import Gazette

struct StreamCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stream",
        abstract: "Annotates JSON Lines from standard input to standard output, line by line.",
        discussion: "A record is written as soon as the input pauses, in the order of the input. Lines that cannot be annotated are named on standard error.")

    @OptionGroup var options: AnnotationOptions

    func run() async throws {
        let batch = Batch(lexicon: try options.lexicon.load(), options: try options.batchOptions())
        let failures = try await batch.runQuietly([.standardInput], to: .standardOutput) { _ in }
        if failures > 0 { throw ExitCode.failure }
    }
}
