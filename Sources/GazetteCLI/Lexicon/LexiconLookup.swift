import ArgumentParser
import Gazette

struct LexiconLookup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup", abstract: "Shows every reading of a surface and the row it comes from.",
        discussion: "A line for every reading: label or class, id, name and weight or value, flags, the row's source, its file and line.")

    @Argument(help: ArgumentHelp("A word or phrase as a text would write it.", valueName: "surface"))
    var surface: String

    @OptionGroup var location: LexiconOptions

    func run() throws {
        let lexicon = try location.load()
        let annotator = try Annotator(lexicon: lexicon, options: AnnotatorOptions(layers: .tokens))
        let document = annotator.annotate(surface)
        guard !document.tokens.isEmpty else { throw ValidationError("the surface has no word") }
        let found = lexicon.readings(of: document)
        if !found.isEmpty {
            for reading in found { print(lexicon.description(of: reading)) }
            return
        }
        printError("'\(surface)' is in no lexicon")
        let others = [surface.uppercased(), surface.capitalizedWords].flatMap { lexicon.readings(of: annotator.annotate($0)) }
        if !others.isEmpty { printError("with other capitals it is:") }
        for reading in others { printError("  " + lexicon.description(of: reading)) }
        throw ExitCode.failure
    }
}

extension Lexicon {
    /// The readings of a document that is a surface.
    fileprivate func readings(of document: Document) -> [Reading] {
        var matches: [LexicalMatch] = []
        appendMatches(at: 0, in: document, withOverridden: true, to: &matches)
        return matches.filter { $0.tokens.count == document.tokens.count }.map(\.reading)
    }

    /// One line for people: meaning, value, flags, source, row.
    func description(of reading: Reading) -> String {
        let meaning: String
        switch reading.meaning {
        case .entry(_, let entry) where reading.isNegative: meaning = "-\t\(id(of: entry))\tno name"
        case .entry(let label, let entry): meaning = "\(labelName(label, of: entry))\t\(id(of: entry))\t\(name(of: entry))\tweight \(reading.weight)"
        case .word(let wordClass, let value): meaning = "\(wordClass.name)\t\(self.value(at: value))"
        case .cue(let category, let cue): meaning = "\(category.name)\t\(self.cue(cue).lemma)"
        }
        let flags = [
            reading.isGuarded ? "guard" : nil, reading.winsAlways ? "always wins" : reading.isDecisive ? "wins" : nil,
            reading.isOverridden && !reading.isNegative ? "overridden" : nil,
        ].compactMap { $0 }
        let marks = flags.isEmpty ? "" : "\t(\(flags.joined(separator: ", ")))"
        let source = self.source(of: reading)
        return "\(meaning)\(marks)\t\(source.isEmpty ? "" : source + "\t")\(description(of: reading.row))"
    }
}

extension String {
    /// Every word with a capital.
    fileprivate var capitalizedWords: String {
        split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
}
