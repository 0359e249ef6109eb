import ArgumentParser
import Gazette
public import GazetteEvaluation

extension GoldFormat: ListedArgument {}

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Scores annotations against gold files.",
        discussion: """
            Annotates the gold's own text, or takes given predictions, and scores every layer that the gold has. Gold comes as Gazette's records or \
            other JSON Lines with 'text' and 'entities', 'spans' or 'ents'; as CoNLL columns, CoNLL-U or TimeML; as a folder of brat's files; and as the \
            specification cases of Recognizers-Text and Duckling.
            """)

    @Argument(help: ArgumentHelp("Gold files or folders; with --floors, the folders in which the gold sets lie.", valueName: "gold"))
    var paths: [String] = []

    @Option(help: ArgumentHelp("What the gold is: \(GoldFormat.allCases.map(\.rawValue).joined(separator: ", ")). Told from the ending otherwise."))
    var format: GoldFormat?

    @Option(help: ArgumentHelp("Annotations to score instead of the program's own, in any of the formats.", valueName: "file"))
    var predictions: String?

    @Option(help: ArgumentHelp("Other annotations; the difference to them is tested.", valueName: "file"))
    var compare: String?

    @Option(help: "What gold's offsets count, where it does not say: codepoint, utf16 or utf8.")
    var goldOffsets: OffsetUnit?

    @Option(help: "What the offsets of given predictions count, where they do not say.")
    var predictionOffsets: OffsetUnit?

    @OptionGroup var comparison: ComparisonArguments
    @OptionGroup var lexicon: LexiconOptions

    @Option(help: ArgumentHelp("How many resamples the 95 % intervals rest on.", valueName: "n"))
    var samples = 1000

    @Option(help: "Where the resampling starts.")
    var seed: UInt64 = 1

    @Flag(help: "Print the scores as JSON.")
    var json = false

    @Option(help: ArgumentHelp("List the most frequent errors of every kind.", valueName: "n"))
    var errors: Int?

    @Option(help: ArgumentHelp("Write a page that shows gold and prediction side by side.", valueName: "file"))
    var html: String?

    @Flag(name: .shortAndLong, help: "Replace the page if it exists.")
    var force = false

    @Option(
        help: ArgumentHelp(
            "Exit with 1 when a layer's F1 (of its first measure, or of layer.measure), in percent, is lower. May be repeated.", valueName: "layer=f1"
        ))
    var failUnder: [String] = []

    @Option(
        help: ArgumentHelp(
            "Score the gold sets of SETS.tsv, which lies beside the file, against its floors: set, layer, measure, floor, peers. Exits with 1 below one.",
            valueName: "file"))
    var floors: String?

    @Flag(help: "Score names with the parts of the search added one after the other, then with each left out.")
    var ablation = false

    func validate() throws {
        if paths.isEmpty { throw ValidationError("no gold: name files or folders") }
        if samples < 1 { throw ValidationError("--samples is \(samples), 1 or more is wanted") }
        if let errors, errors < 1 { throw ValidationError("--errors is \(errors), 1 or more is wanted") }
    }

    func run() throws {
        if let floors { return try FloorCheck(path: floors, folders: paths, lexicon: lexicon.load()).run() }
        let thresholds = try failUnder.map(Threshold.init)
        let gold = try paths.flatMap { try GoldFile(path: $0, format: format, unit: goldOffsets).read() }
        let options = try comparison.options()
        if ablation { return print(try AblationTable(gold: gold, lexicon: lexicon.load(), options: options).text) }
        let compared = try Comparison(gold: gold, predicted: predictions.map(read) ?? annotate(gold), options: options)
        let evaluation = Evaluation(compared, layers: options.layers)
        let bootstrap = Bootstrap(samples: samples, seed: seed)
        let other = try compare.map { Evaluation(try Comparison(gold: gold, predicted: try read($0), options: options), layers: options.layers) }
        let differences = other.map { DifferenceTable(evaluation, from: $0, bootstrap: bootstrap) }
        let list = errors.map { ErrorList(compared, limit: $0, layers: options.layers) }
        if json {
            print(ScoreReport(evaluation, bootstrap: bootstrap, errors: list, differences: differences).text)
        } else {
            let table = ScoreTable(evaluation, bootstrap: bootstrap).text
            print([table, differences?.text, list?.text].compactMap { $0 }.joined(separator: "\n\n"))
        }
        if let html { try write(HTMLPage(compared, table: ScoreTable(evaluation, bootstrap: bootstrap), layers: options.layers), to: html) }
        try check(thresholds, evaluation)
    }

    private func write(_ page: HTMLPage, to path: String) throws {
        let file = try OutputFile(path: path, replacing: force)
        try file.write(page.bytes)
        try file.finish()
    }

    private func read(_ path: String) throws -> [MarkedText] {
        try GoldFile(path: path, format: format, unit: predictionOffsets).read()
    }

    private func annotate(_ gold: [MarkedText]) throws -> [MarkedText] {
        let lexicon = try lexicon.load()
        return try MarkedText.annotating(gold, lexicon: lexicon)
    }

    private func check(_ thresholds: [Threshold], _ evaluation: Evaluation) throws {
        let missed = thresholds.compactMap { $0.problem(in: evaluation) }
        for problem in missed { printError(problem) }
        if !missed.isEmpty { throw ExitCode.failure }
    }
}

/// How marks are made comparable, as users say it.
struct ComparisonArguments: ParsableArguments {
    @Option(help: ArgumentHelp("Layers to score, comma-separated; otherwise all that the gold has.", valueName: "layers"))
    var layers: String?

    @Option(help: ArgumentHelp("Rename entity labels on both sides: Person=PER,Facility=LOC; 'Date=' leaves a label out.", valueName: "rules"))
    var map: String?

    @Option(help: ArgumentHelp("A ready-made map: \(LabelMap.presetNames.joined(separator: ", ")).", valueName: "name"))
    var preset: String?

    @Option(help: ArgumentHelp("Take gold entities of a label for another layer's: Money=numbers.money. May be repeated.", valueName: "rule"))
    var move: [String] = []

    @Flag(help: "Compare entities without a leading article and a trailing possessive.")
    var bareNames = false

    @Flag(help: "Join predicted clitics to their words, for gold that leaves \"don't\" whole.")
    var joinClitics = false

    @Option(
        help: ArgumentHelp("Leave out these groups of a specification's cases, comma-separated: unsupported, partly, latent.", valueName: "groups"))
    var leaveOut: String?

    func options() throws -> ComparisonOptions {
        var options = ComparisonOptions()
        if let layers { options.layers = try LayerSet(names: layers) }
        if let preset {
            guard let rules = LabelMap(preset: preset) else {
                throw ValidationError("preset '\(preset)' is none of \(LabelMap.presetNames.joined(separator: ", "))")
            }
            options.labels = rules
        }
        if let map { options.labels = options.labels.merging(try LabelMap(map)) }
        options.omittedGroups = Set((leaveOut ?? "").split(separator: ",").map(String.init))
        options.moves = try move.map(LabelMove.init)
        options.bareNames = bareNames
        options.joinsClitics = joinClitics
        return options
    }
}
