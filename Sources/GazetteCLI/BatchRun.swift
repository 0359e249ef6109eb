import ArgumentParser
import Gazette

/// Runs a batch as a command does: says on standard error what failed, shows progress, and ends quietly when the reader of the output has gone.
struct BatchRun {
    /// Warnings beyond these are only counted.
    private static let mostWarnings = 20

    let batch: Batch
    /// Raised when the program is asked to end.
    let stop: StopSignal?

    init(batch: Batch) {
        ignoreBrokenPipeSignal()
        (self.batch, stop) = (batch, StopSignal())
        stop?.raiseOnTermination()
    }

    var isInterrupted: Bool { stop?.isRaised == true }

    func run(
        _ sources: [InputSource], to output: BatchOutput, progress: ProgressLine? = nil, report: ([DocumentSummary]) -> Void = { _ in }
    ) async throws -> BatchOutcome {
        var (warnings, progress) = (0, progress)
        var times = StepTimes()
        do {
            let outcome = try await batch.run(sources, to: output, unless: stop) { event in
                switch event {
                case .failed(let failure):
                    progress?.clear()
                    printError(failure.description)
                case .warned(let warning):
                    warnings += 1
                    progress?.clear()
                    if warnings <= Self.mostWarnings { printError("\(warning.origin): warning: \(warning.problem)") }
                case .annotated(let documents, let totals):
                    progress?.advance(totals)
                    report(documents)
                case .timed(let more): times.add(more)
                }
            }
            progress?.end(outcome.totals)
            if warnings > Self.mostWarnings { printError("\(warnings - Self.mostWarnings) further warnings") }
            if !times.steps.isEmpty { printError(TimeTable(times: times).text) }
            return outcome
        } catch {
            progress?.clear()
            if let error = error as? FileError, error.isBrokenPipe { throw ExitCode.success }
            throw error
        }
    }
}
