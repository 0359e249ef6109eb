#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import Gazette

/// Says how far a batch is: on a line of a terminal that is written anew, or on plain lines from time to time.
struct ProgressLine {
    enum Style { case terminal, log }

    private static let intervals: [Style: Duration] = [.terminal: .milliseconds(200), .log: .seconds(10)]

    private let style: Style
    private let pace: Pace
    private let now: () -> ContinuousClock.Instant
    private let write: (String) -> Void
    private var told: ContinuousClock.Instant
    private var isShown = false

    init(
        _ style: Style, totalBytes: Int?, before: BatchTotals = BatchTotals(), now: @escaping () -> ContinuousClock.Instant = { .now },
        write: @escaping (String) -> Void
    ) {
        (self.style, self.now, self.write) = (style, now, write)
        told = now()
        pace = Pace(totalBytes: totalBytes, started: told, before: before)
    }

    mutating func advance(_ totals: BatchTotals) {
        let time = now()
        if told.duration(to: time) < Self.intervals[style, default: .zero] { return }
        told = time
        show(totals, time)
    }

    /// Empties the line on a terminal, so that something else can be written.
    mutating func clear() {
        if isShown { write("\r\u{1B}[K") }
        isShown = false
    }

    /// The last word.
    mutating func end(_ totals: BatchTotals) {
        clear()
        if style == .log { show(totals, now(), isEnd: true) }
    }

    private mutating func show(_ totals: BatchTotals, _ time: ContinuousClock.Instant, isEnd: Bool = false) {
        let text = pace.text(totals, at: time, isEnd: isEnd)
        switch style {
        case .terminal:
            isShown = true
            write("\r\u{1B}[K" + text)
        case .log: write("\(Date.now.formatted(.iso8601))  \(text)\n")
        }
    }
}
