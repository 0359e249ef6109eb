import ArgumentParser
import Gazette

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Shows for every annotation of a text what it is and why it is there.")

    @Argument(help: ArgumentHelp("A text file, or - for standard input.", valueName: "file"))
    var path: String

    @OptionGroup var location: LexiconOptions

    func run() throws {
        let lexicon = try location.load()
        let bytes = try InputFile.contents(of: path == "-" ? "/dev/stdin" : path)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw ValidationError("\(path) is not UTF-8") }
        let document = try Annotator(lexicon: lexicon).annotate(text)
        for line in Explanation(document: document, lexicon: lexicon).lines { print(line) }
    }
}

/// Sentence by sentence the annotations in it.
struct Explanation {
    let document: Document
    let lexicon: Lexicon

    var lines: [String] {
        var rows: [(range: ByteRange, line: String)] = []
        for mention in document.entities {
            let id = mention.entry.map { " \(lexicon.id(of: $0)) (\(lexicon.name(of: $0)))" } ?? ""
            rows.append((mention.range, "\(mention.label)\(id)\t\(mention.evidence.description(in: lexicon))"))
        }
        for date in document.dates {
            let bounds = date.bounds.map { " \($0.lowerBound)…\($0.upperBound)" } ?? ""
            rows.append((date.range, "\(date.kind.rawValue) \(date.value)\(bounds)\t\(date.evidence.description(in: lexicon))"))
        }
        for number in document.numbers {
            let unit = number.unit.map { " \($0)" } ?? ""
            let comparator = number.comparator?.rawValue ?? ""
            rows.append((number.range, "\(number.kind.rawValue) \(comparator)\(number.value)\(unit)\t\(number.evidence.description(in: lexicon))"))
        }
        for mark in document.stance {
            let cue = lexicon.cue(mark.cue)
            rows.append((mark.range, "\(mark.isNegated ? "not " : "")\(cue.category.name) (\(cue.lemma))\t\(mark.evidence.description(in: lexicon))"))
        }
        rows.sort { $0.range < $1.range }
        return document.sentences.flatMap { sentence in
            [document[sentence]] + rows.filter { sentence.contains($0.range) }.map { "    \(document[$0.range])\t\($0.line)" } + [""]
        }
    }
}
