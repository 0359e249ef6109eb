/// Annotates chunks. It keeps an annotator and buffers, and is in the hands of one task at a time.
final class ChunkWorker: @unchecked Sendable {
    private let annotator: Annotator
    private let isStrict: Bool
    private let writesErrors: Bool
    private let isTimed: Bool
    private let compression: Compression?
    private let partsSources: Bool
    private var reader: ArticleReader
    private var writer: RecordWriter
    private var article = Article()
    private var document = Document()
    /// What the next chunk's records are written to: memory that an earlier chunk has used, where there is some.
    var output = JSONBuffer()

    /// Compresses what it writes, apart for every source where asked.
    init(lexicon: Lexicon, options: BatchOptions, compression: Compression? = nil, partsSources: Bool = false) throws(PipelineError) {
        (self.compression, self.partsSources) = (compression, partsSources)
        annotator = try Annotator(lexicon: lexicon, options: options.annotator)
        isStrict = options.isStrict
        writesErrors = options.writesErrors
        isTimed = options.isTimed
        reader = ArticleReader(names: options.fields, layers: options.annotator.layers)
        writer = RecordWriter(lexicon: lexicon, layers: options.annotator.layers, unit: options.unit)
    }

    func process(_ chunk: Chunk) -> ChunkResult {
        var result = ChunkResult()
        (result.inputBytes, result.bytesRead, result.end) = (chunk.inputBytes, chunk.bytesRead, chunk.end)
        if isTimed { annotator.times = StepTimes() }
        swap(&result.output, &output)
        result.output.removeAll()
        result.output.reserve(chunk.bytes.count * 12)
        for item in chunk.items where !(isStrict && !result.failures.isEmpty) {
            switch item {
            case .failure(let failure): fail(failure, &result)
            case .object(let range, let origin):
                annotate(origin, &result) { () throws(RecordError) in try reader.read(json: chunk.bytes, range, into: &article) }
            case .text(let range, let id, let origin):
                annotate(origin, &result) { () throws(RecordError) in try reader.read(text: chunk.bytes, range, id: id, into: &article) }
            case .row(let range, let header, let origin):
                annotate(origin, &result) { () throws(RecordError) in try reader.read(row: chunk.bytes, range, header, into: &article) }
            case .endOfSource(let source, let isMissing):
                result.sourceEnds.append(ChunkResult.SourceEnd(source: source, output: result.output.count, isMissing: isMissing))
            }
        }
        result.times = annotator.times
        if let compression { compress(&result, compression) }
        return result
    }

    /// Compresses what belongs together apart from the rest, so that files can be cut there.
    private func compress(_ result: inout ChunkResult, _ compression: Compression) {
        var (packed, start) = (JSONBuffer(), 0)
        func pack(to end: Int) {
            if start < end, !compression.append(result.output[start..<end], to: &packed) { result.isUnpacked = true }
            start = end
        }
        if partsSources {
            for index in result.sourceEnds.indices {
                pack(to: result.sourceEnds[index].output)
                result.sourceEnds[index].output = packed.count
            }
        }
        pack(to: result.output.count)
        result.output = packed
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
