import ArgumentParser
import Gazette
import LexiconCompiler

struct LexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon", abstract: "Checks, compiles and searches lexicons.",
        subcommands: [Check.self, Compile.self, Lookup.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists everything that is wrong or doubtful in a lexicon folder.")

        @Argument(help: ArgumentHelp("The folder of .tsv files.", valueName: "folder"))
        var folder: String

        func run() throws {
            let problems = LexiconLinter.check(try LexiconFolder.files(in: folder))
            for problem in problems { print("\(folder)/\(problem)") }
            let errors = problems.filter { $0.severity == .error }.count
            printError("\(errors) errors, \(problems.count - errors) warnings")
            if errors > 0 { throw ExitCode.failure }
        }
    }

    struct Compile: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Compiles a lexicon folder into one file.")

        @Argument(help: ArgumentHelp("The folder of .tsv files.", valueName: "folder"))
        var folder: String

        @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; an existing one is replaced.", valueName: "file"))
        var output: String

        func run() throws {
            let image = try compile(try LexiconFolder.files(in: folder))
            let file = try OutputFile(path: output, replacing: true)
            try file.write(image)
            try file.finish()
            printError("\(output): \(image.count / 1024) KiB")
        }

        private func compile(_ files: [LexiconFile]) throws -> [UInt8] {
            do { return try LexiconCompiler.compile(files) } catch {
                for problem in error.problems { print("\(folder)/\(problem)") }
                throw ExitCode.failure
            }
        }
    }

    struct Lookup: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows every reading of a surface and the row it comes from.")

        @Argument(help: ArgumentHelp("A word or phrase as a text would write it.", valueName: "surface"))
        var surface: String

        @OptionGroup var location: LexiconOptions

        func run() throws {
            let lexicon = try location.load()
            let annotator = try Annotator(lexicon: lexicon, options: AnnotatorOptions(layers: .tokens))
            let document = annotator.annotate(surface)
            guard !document.tokens.isEmpty else { throw ValidationError("the surface has no word") }
            var matches: [LexicalMatch] = []
            lexicon.appendMatches(at: 0, in: document, to: &matches)
            let whole = matches.filter { $0.tokens.count == document.tokens.count }
            guard !whole.isEmpty else {
                printError("'\(surface)' is in no lexicon")
                throw ExitCode.failure
            }
            for match in whole { print(lexicon.description(of: match.reading)) }
        }
    }
}

extension Lexicon {
    /// One line for people: meaning, value, row.
    func description(of reading: Reading) -> String {
        let guarded = reading.isGuarded ? " (guard)" : ""
        let meaning: String
        switch reading.meaning {
        case .entry(let label, let entry): meaning = "\(label)\t\(id(of: entry))\t\(name(of: entry))\tweight \(reading.weight)\(guarded)"
        case .word(let wordClass, let value): meaning = "\(wordClass.name)\t\(self.value(at: value))"
        case .cue(let category, let cue): meaning = "\(category.name)\t\(self.cue(cue).lemma)"
        }
        return "\(meaning)\t\(description(of: reading.row))"
    }
}
