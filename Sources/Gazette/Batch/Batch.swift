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
    /// Some articles, and how many bytes of input they took.
    case annotated([DocumentSummary], inputBytes: Int)
    case failed(Failure)
    case warned(Failure)
    /// How long the steps took for some articles.
    case timed(StepTimes)
}

/// Reads sources, annotates their articles on several cores, and writes the records in the order of the input.
public struct Batch {
    private let lexicon: Lexicon
    private let options: BatchOptions

    public init(lexicon: Lexicon, options: BatchOptions) { (self.lexicon, self.options) = (lexicon, options) }

    /// Runs to the end of the sources and returns how many records failed. Throws what keeps the output from being written.
    ///
    /// Records are written as soon as they are ready whenever the input pauses. At most `jobs` chunks are in work, and a few more wait for one
    /// before them, so that memory stays bounded.
    /// When the signal is raised nothing more is read, and what is in hand is finished.
    public func run(
        _ sources: [InputSource], to output: OutputFile, unless stop: StopSignal? = nil, report: (BatchEvent) -> Void
    ) async throws -> Int {
        let limits = LineLimits(mostBytes: options.mostLineBytes, reportsBlankLines: options.writesErrors)
        var reader = ChunkReader(sources: sources, limits: limits, stop: stop)
        var delivery = Delivery(output: output, isStrict: options.isStrict)
        var idle: [ChunkWorker] = []
        for _ in 0..<options.jobs { idle.append(try ChunkWorker(lexicon: lexicon, options: options)) }
        try await withThrowingTaskGroup(of: (Int, ChunkWorker, ChunkResult).self) { group in
            var started = 0
            func finishOne() async throws -> Bool {
                guard let (index, worker, result) = try await group.next() else { return false }
                idle.append(worker)
                try delivery.accept(result, at: index, report)
                return true
            }
            while !delivery.isStopped {
                if reader.mustWait { while try await finishOne() {} }
                guard let chunk = reader.next() else { break }
                while idle.isEmpty || started - delivery.next >= 4 * options.jobs { _ = try await finishOne() }
                let (index, worker) = (started, idle.removeLast())
                started += 1
                group.addTask { (index, worker, worker.process(chunk)) }
                if options.jobs == 1 { _ = try await finishOne() }
            }
            while try await finishOne() {}
        }
        return delivery.failures
    }
}

/// Puts results back in order and writes them.
private struct Delivery {
    let output: OutputFile
    let isStrict: Bool
    private var waiting: [Int: ChunkResult] = [:]
    /// How many chunks have been delivered.
    private(set) var next = 0
    private(set) var failures = 0
    private(set) var isStopped = false

    init(output: OutputFile, isStrict: Bool) { (self.output, self.isStrict) = (output, isStrict) }

    mutating func accept(_ result: ChunkResult, at index: Int, _ report: (BatchEvent) -> Void) throws {
        waiting[index] = result
        while !isStopped, let ready = waiting.removeValue(forKey: next) {
            next += 1
            try output.write(ready.output)
            for warning in ready.warnings { report(.warned(warning)) }
            for failure in ready.failures { report(.failed(failure)) }
            report(.annotated(ready.summaries, inputBytes: ready.inputBytes))
            if let times = ready.times { report(.timed(times)) }
            failures += ready.failures.count
            isStopped = isStrict && failures > 0
        }
    }
}
