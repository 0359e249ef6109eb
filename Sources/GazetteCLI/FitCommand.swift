import ArgumentParser
import Gazette
import GazetteEvaluation

struct FitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fit",
        abstract: "Fits the weights that choose among the readings of names.",
        discussion: """
            Reads gold with entities, computes the evidence for every span that may be a name, and writes the weights of lexicons/en/evidence/weights.tsv. \
            The same gold and lexicon give the same weights. With --folds nothing is written; instead every text is annotated with weights that were \
            fitted on the texts of other sources, and the annotations are scored.
            """)

    @Argument(help: ArgumentHelp("Gold files or folders, each a corpus with labels of its own.", valueName: "gold"))
    var paths: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; an existing one is replaced.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Score by cross-validation over so many parts, sources kept together.", valueName: "n"))
    var folds: Int?

    @Option(help: ArgumentHelp("Score on other gold instead. May be repeated.", valueName: "gold"))
    var test: [String] = []

    @OptionGroup var lexicon: LexiconOptions

    func validate() throws {
        if let folds, folds < 2 { throw ValidationError("--folds is \(folds), 2 or more is wanted") }
        let aims = [output != nil, folds != nil, !test.isEmpty].filter { $0 }.count
        if aims != 1 { throw ValidationError("one of --output, --folds and --test is wanted") }
    }

    func run() throws {
        let corpora = try paths.map { try GoldFile(path: $0).read() }
        let fit = try EvidenceFit(corpora: corpora, lexicon: lexicon.load())
        if let folds { return try score(fit.crossValidated(folds: folds), corpora.flatMap { $0 }) }
        for path in test {
            let gold = try GoldFile(path: path).read()
            try score(fit.annotated(gold), gold)
        }
        guard let output else { return }
        let file = try OutputFile(path: output, replacing: true)
        try file.write(Array(try fit.table().utf8))
        try file.finish()
    }

    private func score(_ predicted: [MarkedText], _ gold: [MarkedText]) throws {
        let options = try ComparisonArguments.parse(["--layers", "entities", "--preset", "conll", "--bare-names"]).options()
        let compared = try Comparison(gold: gold, predicted: predicted, options: options)
        print(ScoreTable(Evaluation(compared, layers: options.layers), bootstrap: Bootstrap(samples: 200, seed: 1)).text)
    }
}
