public import Gazette

/// What each part of the search for names is worth: the parts added one after the other, then all of them but one.
public struct AblationTable: Sendable {
    /// A choice of parts by the name that the table gives it.
    private struct Step {
        var name: String
        var sources: NameSources
        var hasMemory = false
        var hasTable = false

        var options: AnnotatorOptions {
            var options = AnnotatorOptions(layers: .entities, documentMemory: hasMemory, evidenceTable: hasTable)
            options.nameSources = sources
            return options
        }
    }

    private static let steps = [
        Step(name: "lists", sources: .lists),
        Step(name: "+ composition", sources: [.lists, .composition]),
        Step(name: "+ head words", sources: .all),
        Step(name: "+ document memory", sources: .all, hasMemory: true),
        Step(name: "+ evidence table", sources: .all, hasMemory: true, hasTable: true),
        Step(name: "without lists", sources: [.composition, .headWords], hasMemory: true, hasTable: true),
        Step(name: "without composition", sources: [.lists, .headWords], hasMemory: true, hasTable: true),
        Step(name: "without head words", sources: [.lists, .composition], hasMemory: true, hasTable: true),
        Step(name: "without document memory", sources: .all, hasTable: true),
    ]

    private let evaluations: [(name: String, evaluation: Evaluation)]

    /// Annotates the texts of gold once for every choice of parts.
    public init(gold: [MarkedText], lexicon: Lexicon, options: ComparisonOptions) throws {
        evaluations = try Self.steps.map { step in
            let predicted = try MarkedText.annotating(gold, lexicon: lexicon, options: step.options)
            return (step.name, Evaluation(try Comparison(gold: gold, predicted: predicted, options: options), layers: .entities))
        }
    }

    /// Precision, recall and F1 of exact spans and labels, for all names and label by label.
    public var text: String {
        let labels = Set(evaluations.flatMap { $0.evaluation.rows.compactMap(Self.label) }).sorted()
        var table = TextTable(rows: [["parts"] + (["all"] + labels).flatMap { ["\($0) P", "R", "F1"] }])
        for (name, evaluation) in evaluations {
            let breakdowns = [Breakdown.all] + labels.map { Breakdown.label($0) }
            let scores = breakdowns.map { evaluation.row(.entities, "strict", $0)?.total }
            table.rows.append([name] + scores.flatMap { [Percent.text($0?.precision), Percent.text($0?.recall), Percent.text($0?.f1)] })
        }
        return table.lines.joined(separator: "\n")
    }

    private static func label(_ row: ScoreRow) -> String? {
        guard row.measure == "strict", case .label(let name) = row.breakdown else { return nil }
        return name
    }
}
