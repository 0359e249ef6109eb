#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import Gazette

/// What a batch did, for later readers: `--report`.
struct RunReport {
    let outcome: BatchOutcome
    /// Of the sources; those that were not found are among the failures.
    let files: Int
    let lexicon: String
    let jobs: Int
    let output: String?
    let finished: Date

    /// Writes the report, at its end every failure.
    func write(to path: String, failures: FailureList) throws(FileError) {
        let file = try OutputFile(path: path, replacing: true, isAlone: true)
        try file.write(Array((head + ",\n\"failures\":[\n").utf8))
        try failures.copy(to: file)
        try file.write(Array("]}\n".utf8))
        try file.finish()
    }

    private var head: String {
        let totals = outcome.totals
        let seconds = Double(outcome.milliseconds) / 1000
        var fields: [(String, String)] = [
            ("complete", "\(outcome.isComplete)"), ("finished", "\"\(finished.formatted(.iso8601))\""), ("seconds", "\(seconds)"),
            ("files", "\(files)"), ("documents", "\(totals.documents)"), ("failed", "\(totals.failures)"), ("warnings", "\(totals.warnings)"),
            ("inputBytes", "\(totals.inputBytes)"), ("bytesRead", "\(totals.bytesRead)"), ("outputBytes", "\(totals.outputBytes)"),
            ("megabytesPerSecond", Pace.tenths(Double(totals.inputBytes) / 1e6 / max(seconds, 0.001))), ("jobs", "\(jobs)"),
        ]
        if let output { fields.append(("output", Self.string(output))) }
        let program = [("version", Version.current), ("icu", ICU.version), ("unicode", ICU.unicodeVersion), ("lexicon", lexicon)]
        fields.append(("gazette", "{" + program.map { "\"\($0)\":\(Self.string($1))" }.joined(separator: ",") + "}"))
        return "{" + fields.map { "\"\($0)\":\($1)" }.joined(separator: ",\n")
    }

    private static func string(_ text: String) -> String {
        var json = JSONBuffer()
        json.appendString(text)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
