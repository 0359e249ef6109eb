public import ArgumentParser
public import Gazette

extension OffsetUnit: ExpressibleByArgument {}
extension Segmenter: ExpressibleByArgument {}
extension Layer: ExpressibleByArgument {}

/// What `annotate` and `stream` have in common.
struct AnnotationOptions: ParsableArguments {
    @OptionGroup var lexicon: LexiconOptions

    @Option(help: ArgumentHelp("Layers to write, comma-separated: \(Layer.allCases.map(\.rawValue).joined(separator: ",")).", valueName: "layers"))
    var layers: String = Layer.allCases.map(\.rawValue).joined(separator: ",")

    @Option(help: "What offsets count: codepoint, utf16 or utf8.")
    var offsets: OffsetUnit = .codepoint

    @Option(help: ArgumentHelp("The field that holds the text.", valueName: "name"))
    var textKey = "text"

    @Option(help: ArgumentHelp("The field that identifies the article.", valueName: "name"))
    var idKey = "id"

    @Option(help: ArgumentHelp("The field that holds the day of writing, YYYY-MM-DD, against which relative dates are resolved.", valueName: "name"))
    var dateKey = "date"

    @Option(help: ArgumentHelp("The ICU locale of the word and sentence rules.", valueName: "locale"))
    var locale = "en"

    @Option(help: "What finds word and sentence boundaries: a state machine made of ICU's rules, or icu, its iterators; both find the same.")
    var segmenter: Segmenter = .machine

    @Flag(help: "Read 03/04/2024 as the 3rd of April.")
    var dayFirst = false

    @Flag(inversion: .prefixedNo, help: "Let a name's earlier mentions in the same text help to read later ones.")
    var documentMemory = true

    @Option(name: .shortAndLong, help: ArgumentHelp("How many cores to use.", valueName: "n"))
    var jobs: Int = CommandLine.coreCount

    @Option(help: ArgumentHelp("The longest line that is read, in bytes; longer ones fail.", valueName: "bytes"))
    var maxLine = 256 << 20

    @Flag(help: "Print on standard error how long each step took.")
    var timings = false

    @Flag(help: "Stop at the first record that cannot be annotated.")
    var strict = false

    func batchOptions() throws -> BatchOptions {
        guard jobs >= 1 else { throw ValidationError("--jobs is \(jobs), 1 or more is wanted") }
        guard maxLine >= 1 else { throw ValidationError("--max-line is \(maxLine), 1 or more is wanted") }
        let annotator = AnnotatorOptions(
            layers: try LayerSet(names: layers), locale: locale, segmenter: segmenter, dayFirst: dayFirst, documentMemory: documentMemory)
        let fields = FieldNames(text: textKey, id: idKey, date: dateKey)
        var batch = BatchOptions(annotator: annotator, fields: fields, unit: offsets, jobs: jobs, isStrict: strict, mostLineBytes: maxLine)
        batch.isTimed = timings
        return batch
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
