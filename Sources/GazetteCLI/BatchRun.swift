import ArgumentParser
import Gazette

/// Runs a batch as a command does: says on standard error what failed, shows progress on a terminal, and ends quietly when the reader of
/// the output has gone.
struct BatchRun {
    /// Warnings beyond these are only counted.
    private static let mostWarnings = 20

    let batch: Batch
    /// Raised when the program is asked to end.
    let stop = StopSignal()

    var isInterrupted: Bool { stop?.isRaised == true }

    /// Returns how many records failed.
    func run(
        _ sources: [InputSource], to file: OutputFile, progress: ProgressLine? = nil, report: ([DocumentSummary]) -> Void = { _ in }
    ) async throws -> Int {
        ignoreBrokenPipeSignal()
        stop?.raiseOnTermination()
        var (warnings, progress) = (0, progress)
        var times = StepTimes()
        defer { progress?.clear() }
        do {
            let failures = try await batch.run(sources, to: file, unless: stop) { event in
                switch event {
                case .failed(let failure):
                    progress?.fail()
                    printError(failure.description)
                case .warned(let warning):
                    warnings += 1
                    if warnings <= Self.mostWarnings { printError("\(warning.origin): warning: \(warning.problem)") }
                case .annotated(let documents, let bytes):
                    progress?.advance(documents: documents.count, bytes: bytes)
                    report(documents)
                case .timed(let more): times.add(more)
                }
            }
            if warnings > Self.mostWarnings { printError("\(warnings - Self.mostWarnings) further warnings") }
            if !times.steps.isEmpty { printError(TimeTable(times: times).text) }
            return failures
        } catch let error as FileError where error.isBrokenPipe {
            throw ExitCode.success
        }
    }
}
