import ArgumentParser
public import Gazette

extension OffsetUnit: ListedArgument {}
extension Segmenter: ListedArgument {}
extension Layer: ListedArgument {}

/// What `annotate` and `stream` have in common.
struct AnnotationOptions: ParsableArguments {
    @OptionGroup var lexicon: LexiconOptions

    @Option(help: ArgumentHelp("Layers to write, comma-separated: \(Layer.allCases.map(\.rawValue).joined(separator: ",")).", valueName: "layers"))
    var layers: String = LayerSet.all.layers.map(\.rawValue).joined(separator: ",")

    @Option(help: "What offsets count: codepoint, utf16 or utf8.")
    var offsets: OffsetUnit = .codepoint

    @Option(help: ArgumentHelp("The field that holds the text.", valueName: "name"))
    var textKey = "text"

    @Option(help: ArgumentHelp("The field that identifies the article.", valueName: "name"))
    var idKey = "id"

    @Option(help: ArgumentHelp("The field that holds the day of writing, YYYY-MM-DD, against which relative dates are resolved.", valueName: "name"))
    var dateKey = "date"

    @Option(help: ArgumentHelp("The field that holds the title, by which people are told of an article without id.", valueName: "name"))
    var titleKey = "title"

    @Option(help: ArgumentHelp("The ICU locale of the word and sentence rules.", valueName: "locale"))
    var locale = "en"

    @Option(help: "What finds word and sentence boundaries: a state machine made of ICU's rules, or icu, its iterators; both find the same.")
    var segmenter: Segmenter = .machine

    @Flag(help: "Read 03/04/2024 as the 3rd of April.")
    var dayFirst = false

    @Flag(help: "Read 1.500 as one and a half thousand and 1,5 as one and a half.")
    var decimalComma = false

    @Flag(inversion: .prefixedNo, help: "Let a name's earlier mentions in the same text help to read later ones.")
    var documentMemory = true

    @Flag(inversion: .prefixedNo, help: "Choose among the readings of names by the lexicon's fitted weights, not by rules alone.")
    var evidenceTable = true

    @Flag(help: "Keep the other readings of a name's words, marked \"alternative\", behind the one that is chosen.")
    var allReadings = false

    @Option(name: .shortAndLong, help: ArgumentHelp("How many cores to use.", valueName: "n"))
    var jobs: Int = CommandLine.coreCount

    @Option(help: ArgumentHelp("The longest line, row, object or text that is read, such as 256M; longer ones fail.", valueName: "size"))
    var maxLine = ByteSize(bytes: 256 << 20)

    @Flag(help: "Say every ten seconds, on a line of standard error, how far the work has come.")
    var log = false

    @Flag(help: "Print on standard error how long each step took.")
    var timings = false

    @Flag(help: "Stop at the first record that cannot be annotated.")
    var strict = false

    func batchOptions() throws -> BatchOptions {
        guard jobs >= 1 else { throw ValidationError("--jobs is \(jobs), 1 or more is wanted") }
        let annotator = AnnotatorOptions(
            layers: try LayerSet(names: layers), locale: locale, segmenter: segmenter, dayFirst: dayFirst, decimalComma: decimalComma,
            documentMemory: documentMemory, evidenceTable: evidenceTable, allReadings: allReadings)
        let fields = FieldNames(text: textKey, id: idKey, date: dateKey, title: titleKey)
        var batch = BatchOptions(annotator: annotator, fields: fields, unit: offsets, jobs: jobs, isStrict: strict, mostLineBytes: maxLine.bytes)
        batch.isTimed = timings
        return batch
    }
}

/// A number of bytes as people write it: `65536`, `64K`, `100M`, `2G`, in powers of 1024.
struct ByteSize: ExpressibleByArgument, CustomStringConvertible {
    let bytes: Int

    init(bytes: Int) { self.bytes = bytes }

    init?(argument: String) {
        let digits = argument.prefix { $0.isASCII && $0.isNumber }
        let shifts = ["": 0, "K": 10, "M": 20, "G": 30]
        guard let number = Int(digits), number >= 1, let shift = shifts[argument.dropFirst(digits.count).uppercased()], number <= Int.max >> shift
        else {
            return nil
        }
        bytes = number << shift
    }

    // Said, as the library would look for it by the type's conformances, which takes time at every start.
    var defaultValueDescription: String { description }

    var description: String {
        for (shift, letter) in [(30, "G"), (20, "M"), (10, "K")] where bytes % (1 << shift) == 0 { return "\(bytes >> shift)\(letter)" }
        return "\(bytes)"
    }
}

extension LayerSet {
    /// Reads comma-separated names.
    init(names: String) throws {
        self.init(
            try names.split(separator: ",").map(String.init).map { name in
                guard let layer = Layer(rawValue: name) else {
                    throw ValidationError("layer '\(name)' is none of \(Layer.allCases.map(\.rawValue).joined(separator: ", "))")
                }
                return layer
            })
    }
}
