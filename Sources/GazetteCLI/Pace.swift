import Gazette

/// How fast a batch goes: articles, megabytes a second, time left, failures.
struct Pace {
    /// Of the files as they lie on disk; nil where it is not known.
    private let totalBytes: Int?
    private let started: ContinuousClock.Instant
    private let before: BatchTotals

    /// `before`: what earlier runs have done.
    init(totalBytes: Int?, started: ContinuousClock.Instant, before: BatchTotals) {
        (self.totalBytes, self.started, self.before) = (totalBytes, started, before)
    }

    func text(_ totals: BatchTotals, at time: ContinuousClock.Instant, isEnd: Bool) -> String {
        let seconds = max(0.001, started.duration(to: time).seconds)
        let rate = Double(totals.inputBytes - before.inputBytes) / seconds
        let readRate = Double(totals.bytesRead - before.bytesRead) / seconds
        var parts = ["\(totals.documents) articles", "\(Self.tenths(rate / 1e6)) MB/s"]
        if !isEnd, let totalBytes, readRate > 0 { parts.append(Self.left(Int(Double(max(0, totalBytes - totals.bytesRead)) / readRate)) + " left") }
        if totals.failures > 0 { parts.append("\(totals.failures) failed") }
        return parts.joined(separator: "  ")
    }

    static func tenths(_ number: Double) -> String {
        let scaled = Int((number * 10).rounded())
        return "\(scaled / 10).\(scaled % 10)"
    }

    /// `1:02:03` or `2:03`
    private static func left(_ seconds: Int) -> String {
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
