/// Ratios as people read them.
enum Percent {
    static let undefined = "–"

    /// `60.3`; an undefined ratio is a dash.
    static func text(_ ratio: Double?) -> String {
        guard let ratio else { return undefined }
        let tenths = Int((ratio * 1000).rounded())
        return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    /// `58.1–62.4`.
    static func text(_ interval: ClosedRange<Double>?) -> String {
        interval.map { "\(text($0.lowerBound))–\(text($0.upperBound))" } ?? undefined
    }
}
