/// Reads the features of the spans of a text, as the fitting of weights needs them.
package struct EvidenceSampler {
    private var segmentation: SegmentationStage
    private var matching: MatchingStage
    private var dates: DateStage
    private var entities: EntityStage

    /// With a table the document's memory is what the table chooses, otherwise what the rules choose.
    package init(lexicon: Lexicon, table: EvidenceTable? = nil) throws(PipelineError) {
        segmentation = try SegmentationStage(lexicon: lexicon, locale: "en")
        matching = MatchingStage(lexicon: lexicon)
        dates = DateStage(lexicon: lexicon, dayFirst: false)
        entities = EntityStage(lexicon: lexicon, options: AnnotatorOptions(), table: table)
    }

    /// By end, then start.
    package mutating func samples(_ document: inout Document) -> [EvidenceSample] {
        segmentation.run(on: &document)
        matching.run(on: &document)
        dates.run(on: &document)
        return entities.samples(document)
    }
}
