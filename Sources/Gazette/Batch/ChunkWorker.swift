/// Annotates chunks. It keeps an annotator and buffers, and is in the hands of one task at a time.
final class ChunkWorker: @unchecked Sendable {
    private let annotator: Annotator
    private let isStrict: Bool
    private let writesErrors: Bool
    private let isTimed: Bool
    private var reader: ArticleReader
    private var writer: RecordWriter
    private var article = Article()
    private var document = Document()

    init(lexicon: Lexicon, options: BatchOptions) throws(PipelineError) {
        annotator = try Annotator(lexicon: lexicon, options: options.annotator)
        isStrict = options.isStrict
        writesErrors = options.writesErrors
        isTimed = options.isTimed
        reader = ArticleReader(names: options.fields)
        writer = RecordWriter(lexicon: lexicon, layers: options.annotator.layers, unit: options.unit)
    }

    func process(_ chunk: Chunk) -> ChunkResult {
        var result = ChunkResult()
        result.inputBytes = chunk.inputBytes
        if isTimed { annotator.times = StepTimes() }
        result.output.reserveCapacity(chunk.bytes.count * 10)
        for item in chunk.items where !(isStrict && !result.failures.isEmpty) {
            switch item {
            case .failure(let failure): fail(failure, &result)
            case .object(let range, let origin):
                annotate(origin, &result) { () throws(RecordError) in try reader.read(json: chunk.bytes, range, into: &article) }
            case .text(let range, let id, let origin):
                annotate(origin, &result) { () throws(RecordError) in try reader.read(text: chunk.bytes, range, id: id, into: &article) }
            }
        }
        result.times = annotator.times
        return result
    }

    private func fail(_ failure: Failure, _ result: inout ChunkResult) {
        result.failures.append(failure)
        if writesErrors { RecordWriter.appendError(failure, to: &result.output) }
    }

    private func annotate(_ origin: Origin, _ result: inout ChunkResult, _ read: () throws(RecordError) -> Void) {
        annotator.times?.start()
        do throws(RecordError) { try read() } catch {
            return fail(Failure(origin: origin, problem: error.description), &result)
        }
        result.warnings += article.warnings.map { Failure(origin: origin, problem: $0) }
        annotator.times?.lap("reading")
        document.reset(text: article.text, date: article.date, secondOfDay: article.secondOfDay)
        annotator.annotate(&document)
        writer.append(article, document, to: &result.output)
        annotator.times?.finish(document, "writing")
        result.summaries.append(DocumentSummary(article, document))
    }
}
