import ArgumentParser

struct LexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon", abstract: "Checks, compiles, searches and counts lexicons.",
        subcommands: [LexiconCheck.self, LexiconCompile.self, LexiconLookup.self, LexiconStats.self])
}
