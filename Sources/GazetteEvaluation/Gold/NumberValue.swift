import Gazette

/// Numbers as texts that are equal when the numbers are: whole ones exact, others to six decimal places (corpora/articles/GUIDELINE.md).
enum NumberValue {
    static func canonical(_ text: String) -> String {
        if let exact = ExactDecimal(text), exact.exponent >= -6 { return exact.description }
        guard let number = Double(text), number.isFinite else { return text }
        let rounded = (number * 1e6).rounded()
        guard rounded.magnitude < 9e15 else { return text }
        return ExactDecimal(Int(rounded), exponent: -6).description
    }

    /// The one text for a value or, where it has bounds, for the range.
    static func canonical(value: String?, lower: String?, upper: String?) -> [String] {
        if lower != nil || upper != nil { return [(lower.map(canonical) ?? "") + ".." + (upper.map(canonical) ?? "")] }
        return value.map { [canonical($0)] } ?? []
    }
}
