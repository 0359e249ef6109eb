/// Puts results back in order and writes them.
struct Delivery {
    let output: BatchOutput
    let isStrict: Bool
    private let failures: FailureList?
    private let started = ContinuousClock.now
    private let millisecondsBefore: Int
    private var waiting: [Int: ChunkResult] = [:]
    /// How many chunks have been delivered.
    private(set) var next = 0
    private(set) var isStopped = false
    private var totals: BatchTotals
    private var position: InputPosition
    /// The memory of outputs that have been written.
    private var spares: [JSONBuffer] = []

    init(output: BatchOutput, isStrict: Bool) {
        (self.output, self.isStrict) = (output, isStrict)
        switch output {
        case .pipe(let file, let failures):
            file.widenPipe()
            (self.failures, totals, position, millisecondsBefore) = (failures, BatchTotals(), InputPosition(), 0)
        case .files(let files):
            (failures, totals, position) = (files.failures, files.start.totals, files.start.position)
            millisecondsBefore = files.start.milliseconds
        }
    }

    mutating func accept(_ result: ChunkResult, at index: Int, _ report: (BatchEvent) -> Void) throws {
        waiting[index] = result
        while !isStopped, let ready = waiting.removeValue(forKey: next) {
            next += 1
            try deliver(ready, report)
            spares.append(ready.output)
            isStopped = isStrict && totals.failures > 0
        }
    }

    /// Memory to write an output to.
    mutating func takeSpare() -> JSONBuffer { spares.popLast() ?? JSONBuffer() }

    private mutating func deliver(_ result: ChunkResult, _ report: (BatchEvent) -> Void) throws {
        if result.isUnpacked { throw FileError(path: "output", problem: "there is no memory to compress it") }
        switch output {
        case .pipe(let file, _): try file.write(result.output)
        case .files(let files): try files.write(result)
        }
        for failure in result.failures { try failures?.append(failure) }
        count(result)
        for warning in result.warnings { report(.warned(warning)) }
        for failure in result.failures { report(.failed(failure)) }
        report(.annotated(result.summaries, totals))
        if let times = result.times { report(.timed(times)) }
        if case .files(let files) = output, files.isCheckpointDue { try files.checkpoint(position, totals, milliseconds: milliseconds) }
    }

    private mutating func count(_ result: ChunkResult) {
        totals.documents += result.summaries.count
        totals.failures += result.failures.count
        totals.warnings += result.warnings.count
        totals.inputBytes += result.inputBytes
        totals.bytesRead += result.bytesRead
        totals.outputBytes += result.output.count
        position = result.end
    }

    private var milliseconds: Int {
        let time = started.duration(to: .now).components
        return millisecondsBefore + Int(time.seconds) * 1000 + Int(time.attoseconds / 1_000_000_000_000_000)
    }

    /// Leaves the files complete, or at a checkpoint; after a failure that stops the batch, not at all.
    func end(isComplete: Bool) throws -> BatchOutcome {
        if case .files(let files) = output {
            if isComplete {
                try files.finish(totals, milliseconds: milliseconds)
            } else if isStopped {
                files.abandon()
            } else {
                try files.checkpoint(position, totals, milliseconds: milliseconds)
            }
        }
        return BatchOutcome(totals: totals, milliseconds: milliseconds, isComplete: isComplete)
    }
}
