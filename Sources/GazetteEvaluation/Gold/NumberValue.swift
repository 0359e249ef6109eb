import Gazette

/// Numbers as texts that are equal when the numbers are: whole ones exact, others to six decimal places (corpora/articles/GUIDELINE.md).
enum NumberValue {
    static func canonical(_ text: String) -> String {
        if let exact = ExactDecimal(text), exact.exponent >= -6 { return exact.description }
        guard let number = Double(text), number.isFinite else { return text }
        if let whole = Int(exactly: number) { return ExactDecimal(whole).description }
        let rounded = (number * 1e6).rounded()
        guard rounded.magnitude < 9e15 else { return text }
        return ExactDecimal(Int(rounded), exponent: -6).description
    }

    /// The one text for a value or, where both bounds are given, for the range. Of an open range the bound counts: `more than 40` is 40, as gold sees it;
    /// in which direction it is open is the comparator's to say.
    static func canonical(value: String?, lower: String?, upper: String?) -> [String] {
        if let lower, let upper { return [canonical(lower) + ".." + canonical(upper)] }
        return [value ?? lower ?? upper].compactMap { $0 }.map(canonical)
    }
}
