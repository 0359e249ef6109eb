import ArgumentParser
import Gazette

@main
struct GazetteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gazette",
        abstract: "Annotates news: sentences, tokens, named entities, dates, numbers and stance words, with exact offsets.",
        version: "gazette \(Version.current) (ICU \(ICU.version), Unicode \(ICU.unicodeVersion))",
        subcommands: [AnnotateCommand.self, StreamCommand.self, EvaluateCommand.self, LexiconCommand.self, ExplainCommand.self, FitCommand.self])
}
