/// How articles are read, annotated and written.
public struct BatchOptions: Sendable {
    public var annotator: AnnotatorOptions
    public var fields: FieldNames
    public var unit: OffsetUnit
    /// How many chunks are annotated at the same time, at least 1.
    public var jobs: Int
    /// Whether to stop at the first failure.
    public var isStrict: Bool
    /// Whether an object that names the error stands in the place of a record that failed, so that lines in and out agree in number.
    public var writesErrors: Bool
    /// Whether the time of every step is told.
    public var isTimed = false
    /// The longest line that is read, in bytes.
    public var mostLineBytes: Int

    public init(
        annotator: AnnotatorOptions = AnnotatorOptions(), fields: FieldNames = FieldNames(), unit: OffsetUnit = .codepoint, jobs: Int = 1,
        isStrict: Bool = false, writesErrors: Bool = false, mostLineBytes: Int = 256 << 20
    ) {
        (self.annotator, self.fields, self.unit, self.jobs) = (annotator, fields, unit, max(1, jobs))
        (self.isStrict, self.writesErrors, self.mostLineBytes) = (isStrict, writesErrors, mostLineBytes)
    }
}

/// What is told while a batch runs, in the order of the input.
public enum BatchEvent: Sendable {
    /// Some articles, and what has been done so far.
    case annotated([DocumentSummary], BatchTotals)
    case failed(Failure)
    case warned(Failure)
    /// How long the steps took for some articles.
    case timed(StepTimes)
}

/// Where the records go.
public enum BatchOutput {
    /// A pipe: records are written as soon as they are ready whenever the input pauses.
    case pipe(OutputFile, failures: FailureList? = nil)
    case files(RecordFiles)
}

/// How a batch came out.
public struct BatchOutcome: Sendable, Hashable {
    /// With those of the runs that were interrupted before.
    public var totals = BatchTotals()
    /// The time in work, in milliseconds, with that of the runs before.
    public var milliseconds = 0
    /// Whether everything has been read and written.
    public var isComplete = false
}

/// Reads sources, annotates their articles on several cores, and writes the records in the order of the input.
public struct Batch {
    private let lexicon: Lexicon
    private let options: BatchOptions

    public init(lexicon: Lexicon, options: BatchOptions) { (self.lexicon, self.options) = (lexicon, options) }

    /// Runs to the end of the sources. Throws what keeps the output from being written.
    ///
    /// At most `jobs` chunks are in work, and a few more wait for one before them, so that memory stays bounded. When the signal is raised
    /// nothing more is read, and what is in hand is finished; files are then left at a checkpoint, from which the batch can be resumed.
    public func run(
        _ sources: [InputSource], to output: BatchOutput, unless stop: StopSignal? = nil, report: (BatchEvent) -> Void
    ) async throws -> BatchOutcome {
        let rules = ReadingRules(mostBytes: options.mostLineBytes, reportsBlankLines: options.writesErrors, textName: options.fields.text)
        var reader = ChunkReader(sources: sources, from: output.start.position, rules: rules, stop: stop, fullChunk: fullChunk(for: output))
        var delivery = Delivery(output: output, isStrict: options.isStrict)
        if options.jobs == 1 {
            try runAlone(&reader, &delivery, report)
        } else {
            try await runTogether(&reader, &delivery, report)
        }
        return try delivery.end(isComplete: stop?.isRaised != true && !delivery.isStopped)
    }

    /// How many bytes make a chunk full. What a lone worker writes to a pipe shall still be in its core's cache when the system copies it. To hand a
    /// chunk to another core costs the same however small it is, and of files that are compressed apart smaller chunks make longer ones: of 64 KB
    /// by 6 % with Zstandard.
    private func fullChunk(for output: BatchOutput) -> Int { output.isPipe && options.jobs == 1 ? 32 << 10 : 256 << 10 }

    /// Annotates a chunk after the other where it is read: to hand them to another thread costs more than that brings.
    private func runAlone(_ reader: inout ChunkReader, _ delivery: inout Delivery, _ report: (BatchEvent) -> Void) throws {
        let worker = try worker(delivery.output)
        var index = 0
        while !delivery.isStopped, case .chunk(let chunk) = reader.next(delivery.output.isPipe ? .record : .chunk) {
            worker.output = delivery.takeSpare()
            try delivery.accept(worker.process(chunk), at: index, report)
            index += 1
        }
    }

    /// Annotates chunks on several cores.
    private func runTogether(_ reader: inout ChunkReader, _ delivery: inout Delivery, _ report: (BatchEvent) -> Void) async throws {
        var idle: [ChunkWorker] = []
        for _ in 0..<options.jobs { idle.append(try worker(delivery.output)) }
        try await withThrowingTaskGroup(of: (Int, ChunkWorker, ChunkResult).self) { group in
            var started = 0
            func finishOne() async throws -> Bool {
                guard let (index, worker, result) = try await group.next() else { return false }
                idle.append(worker)
                try delivery.accept(result, at: index, report)
                return true
            }
            reading: while !delivery.isStopped {
                switch reader.next(delivery.output.isPipe ? started == delivery.next ? .record : .none : .chunk) {
                case .pause: _ = try await finishOne()
                case .end: break reading
                case .chunk(let chunk):
                    while idle.isEmpty || started - delivery.next >= 4 * options.jobs { _ = try await finishOne() }
                    let (index, worker) = (started, idle.removeLast())
                    started += 1
                    worker.output = delivery.takeSpare()
                    group.addTask { (index, worker, worker.process(chunk)) }
                }
            }
            while try await finishOne() {}
        }
    }

    private func worker(_ output: BatchOutput) throws(PipelineError) -> ChunkWorker {
        guard case .files(let files) = output else { return try ChunkWorker(lexicon: lexicon, options: options) }
        var partsSources = false
        if case .perSource = files.layout { partsSources = true }
        return try ChunkWorker(lexicon: lexicon, options: options, compression: files.layout.compression, partsSources: partsSources)
    }
}

extension BatchOutput {
    fileprivate var start: Checkpoint {
        if case .files(let files) = self { files.start } else { Checkpoint() }
    }

    fileprivate var isPipe: Bool {
        if case .pipe = self { true } else { false }
    }
}
