import ArgumentParser
import Gazette

@main
struct GazetteCommand: AsyncParsableCommand {
    /// Told to the frequent commands, which then don't look for requests of shell completion, a third of what their arguments cost.
    static let name = "gazette"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Annotates news: sentences, tokens, named entities, dates, numbers and stance words, with exact offsets.",
        version: "gazette \(Version.current) (ICU \(ICU.version), Unicode \(ICU.unicodeVersion))",
        subcommands: [AnnotateCommand.self, StreamCommand.self, EvaluateCommand.self, LexiconCommand.self, ExplainCommand.self, FitCommand.self])

    /// The commands that start most often.
    private static let frequent: [String: any AsyncParsableCommand.Type] = ["annotate": AnnotateCommand.self, "stream": StreamCommand.self]

    /// Runs a frequent command without building the arguments of all the others, which is half of the program's start. What it does not understand,
    /// all of them together explain.
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst(2))
        guard CommandLine.arguments.count > 1, let type = frequent[CommandLine.arguments[1]],
            var command = try? type.parseAsRoot(arguments) as? any AsyncParsableCommand
        else { return await main(nil) }
        do { try await command.run() } catch { exit(withError: error) }
    }
}
