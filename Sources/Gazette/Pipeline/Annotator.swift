/// Annotates one document after the other. It belongs to one worker; make one for each, all over the same lexicon.
public final class Annotator {
    public let lexicon: Lexicon
    public let options: AnnotatorOptions
    private var stages: [any Stage]
    /// The names of the stages, as times are listed under. To make them takes longer than most of a program's start.
    private lazy var names = stages.map { String(describing: type(of: $0)) }
    /// Where somebody wants to know: how long the stages took so far.
    var times: StepTimes?

    /// Builds the standard pipeline of the stages that the wanted layers need.
    public convenience init(lexicon: Lexicon, options: AnnotatorOptions = AnnotatorOptions()) throws(PipelineError) {
        try self.init(lexicon: lexicon, options: options, table: lexicon.evidence)
    }

    /// The same with other weights than the lexicon's.
    package init(lexicon: Lexicon, options: AnnotatorOptions, table: EvidenceTable?) throws(PipelineError) {
        self.lexicon = lexicon
        self.options = options
        stages = try Self.standardStages(lexicon, options, table)
    }

    /// Annotates a text. The date is the day it was written.
    public func annotate(_ text: String, date: CalendarDate? = nil) -> Document {
        var document = Document(text, date: date)
        annotate(&document)
        return document
    }

    /// Adds all layers to a document that has none.
    public func annotate(_ document: inout Document) {
        guard var clock = times else {
            for index in stages.indices { stages[index].run(on: &document) }
            return
        }
        times = nil
        for index in stages.indices { stages[index].run(on: &document, &clock, as: names[index]) }
        times = clock
    }

    /// All readings of the names in an annotated document; none where the pipeline finds no names.
    public func readings(of document: Document) -> [EntityReading] {
        for index in stages.indices {
            guard var stage = stages[index] as? EntityStage else { continue }
            return stage.readings(document)
        }
        return []
    }

    /// The one list of the stages, in their order.
    private static func standardStages(
        _ lexicon: Lexicon, _ options: AnnotatorOptions, _ table: EvidenceTable?
    ) throws(PipelineError) -> [any Stage] {
        let makers: [(any Stage.Type, () throws(PipelineError) -> any Stage)] = [
            (
                SegmentationStage.self,
                { () throws(PipelineError) in try SegmentationStage(lexicon: lexicon, locale: options.locale, segmenter: options.segmenter) }
            ),
            (MatchingStage.self, { MatchingStage(lexicon: lexicon) }),
            (DateStage.self, { DateStage(lexicon: lexicon, dayFirst: options.dayFirst) }),
            (EntityStage.self, { EntityStage(lexicon: lexicon, options: options, table: table) }),
            (NumberStage.self, { NumberStage(lexicon: lexicon, decimalComma: options.decimalComma) }),
            (QuotationStage.self, { QuotationStage(lexicon: lexicon) }),
            (StanceStage.self, { StanceStage(lexicon: lexicon) }),
            (SummaryStage.self, { SummaryStage(lexicon: lexicon) }),
        ]
        var wanted = options.layers
        for (type, _) in makers.reversed() where !type.assigns.isDisjoint(with: wanted) { wanted.formUnion(type.requires) }
        var assigned: LayerSet = []
        var stages: [any Stage] = []
        for (type, make) in makers where !type.assigns.isDisjoint(with: wanted) {
            guard assigned.isSuperset(of: type.requires) else {
                throw PipelineError(problem: "\(type) requires layers that no stage before it assigns")
            }
            stages.append(try make())
            assigned.formUnion(type.assigns)
        }
        return stages
    }
}

/// Why a pipeline could not be built.
public struct PipelineError: Error, Sendable, CustomStringConvertible {
    public let problem: String
    public var description: String { problem }
}
