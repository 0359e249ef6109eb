import Gazette

/// A line on a terminal that says how far a batch is: articles, megabytes a second, time left, failures.
struct ProgressLine {
    private static let interval = Duration.milliseconds(200)

    /// Nil where it is not known.
    private let totalBytes: Int?
    private let now: () -> ContinuousClock.Instant
    private let write: (String) -> Void
    private let started: ContinuousClock.Instant
    private var shown: ContinuousClock.Instant?
    private var (documents, bytes, failures) = (0, 0, 0)

    init(totalBytes: Int?, now: @escaping () -> ContinuousClock.Instant = { .now }, write: @escaping (String) -> Void) {
        (self.totalBytes, self.now, self.write) = (totalBytes, now, write)
        started = now()
    }

    mutating func advance(documents: Int, bytes: Int) {
        self.documents += documents
        self.bytes += bytes
        let time = now()
        if let shown, shown.duration(to: time) < Self.interval { return }
        shown = time
        write("\r\u{1B}[K" + text(at: time))
    }

    mutating func fail() {
        failures += 1
        clear()
    }

    /// Empties the line.
    mutating func clear() {
        if shown != nil { write("\r\u{1B}[K") }
        shown = nil
    }

    private func text(at time: ContinuousClock.Instant) -> String {
        let elapsed = started.duration(to: time)
        let seconds = max(0.001, Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18)
        let rate = Double(bytes) / seconds
        var parts = ["\(documents) articles", "\(tenths(rate / 1e6)) MB/s"]
        if let totalBytes, bytes > 0 { parts.append(left(Int(Double(max(0, totalBytes - bytes)) / rate)) + " left") }
        if failures > 0 { parts.append("\(failures) failed") }
        return parts.joined(separator: "  ")
    }

    private func tenths(_ number: Double) -> String {
        let scaled = Int((number * 10).rounded())
        return "\(scaled / 10).\(scaled % 10)"
    }

    /// `1:02:03` or `2:03`
    private func left(_ seconds: Int) -> String {
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
    }
}
