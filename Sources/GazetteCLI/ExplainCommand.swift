import ArgumentParser
import Gazette

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Shows for every annotation of a text what it is and why it is there, and what is no name and why.")

    @Argument(help: ArgumentHelp("A text file, or - for standard input.", valueName: "file"))
    var path: String

    @OptionGroup var location: LexiconOptions

    @Flag(inversion: .prefixedNo, help: "Let a name's earlier mentions in the same text help to read later ones.")
    var documentMemory = true

    @Flag(inversion: .prefixedNo, help: "Choose among the readings of names by the lexicon's fitted weights, not by rules alone.")
    var evidenceTable = true

    func run() throws {
        let lexicon = try location.load()
        let bytes = try InputFile.contents(of: path == "-" ? "/dev/stdin" : path)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw ValidationError("\(path) is not UTF-8") }
        let options = AnnotatorOptions(documentMemory: documentMemory, evidenceTable: evidenceTable)
        let annotator = try Annotator(lexicon: lexicon, options: options)
        let document = annotator.annotate(text)
        for line in Explanation(document: document, readings: annotator.readings(of: document), lexicon: lexicon).lines { print(line) }
    }
}

/// Sentence by sentence the annotations in it; under every name, and under what the lexicon knows as one and is none here, the readings with what speaks
/// for each and against it.
struct Explanation {
    let document: Document
    /// By range.
    let readings: [EntityReading]
    let lexicon: Lexicon

    var lines: [String] {
        var rows: [(range: ByteRange, line: String)] = []
        for mention in document.entities {
            let id = mention.entry.map { " \(lexicon.id(of: $0)) (\(lexicon.name(of: $0)))" } ?? ""
            let line = "\(lexicon.labelName(mention.label, of: mention.entry))\(id)\t\(mention.evidence.description(in: lexicon))"
            rows.append((mention.range, ([line] + competing(with: mention.range)).joined(separator: "\n        ")))
        }
        for range in refused { rows.append((range, (["no name"] + competing(with: range)).joined(separator: "\n        "))) }
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
            let source = mark.quotation.map { document.quotations[$0].speaker.map { ", \(document[$0])" } ?? ", unnamed" } ?? ""
            rows.append(
                (mark.range, "\(mark.isNegated ? "not " : "")\(cue.category.name) (\(cue.lemma))\(source)\t\(mark.evidence.description(in: lexicon))")
            )
        }
        for quotation in document.quotations {
            let speaker = quotation.speaker.map { "by \(document[$0])" } ?? "by nobody named"
            let cue = quotation.cue.map { ", \(document[$0])" } ?? ""
            rows.append(
                (
                    quotation.content,
                    "\(quotation.isDirect ? "direct" : "indirect") quotation \(speaker)\(cue)\t\(quotation.evidence.description(in: lexicon))"
                ))
        }
        rows.sort { $0.range < $1.range }
        return document.sentences.flatMap { sentence in
            [document[sentence]] + rows.filter { sentence.contains($0.range) }.map { "    \(document[$0.range])\t\($0.line)" } + [""]
        }
    }

    /// What the lexicon has as a name and no annotation touches, the longest of what overlaps.
    private var refused: [ByteRange] {
        var (found, next) = ([ByteRange](), 0)
        for reading in readings.sorted(by: { ($0.range.start, $1.range.end) < ($1.range.start, $0.range.end) }) where reading.entry != nil {
            while next < document.entities.count, document.entities[next].range.end <= reading.range.start { next += 1 }
            if next < document.entities.count, document.entities[next].range.overlaps(reading.range) { continue }
            if found.last.map({ !$0.overlaps(reading.range) }) ?? true { found.append(reading.range) }
        }
        return found
    }

    /// So many readings of one place are shown, and so much of what speaks for each.
    private static let (mostReadings, mostReasons) = (5, 8)

    /// The readings of what a name covers, the best first; `*` marks the chosen one.
    private func competing(with range: ByteRange) -> [String] {
        var index = firstReading(endingAfter: range.start)
        var found: [EntityReading] = []
        while index < readings.count, readings[index].range.start < range.end {
            if readings[index].range.overlaps(range) { found.append(readings[index]) }
            index += 1
        }
        return found.sorted { ($1.score, $0.range) < ($0.score, $1.range) }.prefix(Self.mostReadings).map { reading in
            let reasons = reading.reasons.prefix(Self.mostReasons).map { "\($0.feature) \($0.weight > 0 ? "+" : "")\($0.weight)" }
            let label = lexicon.labelName(reading.label, of: reading.entry)
            let name = "\(reading.isChosen ? "*" : " ") \(document[reading.range]) \(label) \(reading.score)"
            return ([name, reading.evidence.description(in: lexicon)] + reasons).joined(separator: "  ")
        }
    }

    /// No reading starts farther before what it overlaps, in bytes.
    private static let longestReading: Int32 = 300

    private func firstReading(endingAfter start: Int32) -> Int {
        readings.partitioningIndex { $0.range.start >= start - Self.longestReading }
    }
}
