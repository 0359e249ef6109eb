import Gazette

/// The table of where the time went.
struct TimeTable {
    let times: StepTimes

    /// One row a step: milliseconds, nanoseconds a token, nanoseconds a byte of text, share; then the total and the throughput.
    var text: String {
        let total = times.steps.reduce(0) { $0 + $1.nanoseconds }
        let rows = times.steps.map { row($0.name, $0.nanoseconds, of: total) } + [row("all", total, of: total)]
        let header = ["step", "ms", "ns/token", "ns/byte", "%"]
        let lines = ([header] + rows).map { cells in
            pad(cells[0], 20, isLeft: true) + cells.dropFirst().map { pad($0, 11, isLeft: false) }.joined()
        }
        let speed = total > 0 ? fixed(Double(times.bytes) * 1_000 / Double(total)) : "0"
        return lines.joined(separator: "\n") + "\n\(times.tokens) tokens, \(times.bytes) bytes of text, \(speed) MB/s a core"
    }

    private func row(_ name: String, _ nanoseconds: Int, of total: Int) -> [String] {
        [
            name, fixed(Double(nanoseconds) / 1_000_000), fixed(Double(nanoseconds) / Double(max(times.tokens, 1))),
            fixed(Double(nanoseconds) / Double(max(times.bytes, 1))), fixed(Double(nanoseconds) * 100 / Double(max(total, 1))),
        ]
    }

    /// One digit behind the point.
    private func fixed(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private func pad(_ text: String, _ width: Int, isLeft: Bool) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return isLeft ? text + space : space + text
    }
}
