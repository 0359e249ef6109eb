/// `EST`, and beside a number `USD` and `GHz`: capitals that belong to an amount or a time. Elsewhere `TSP` and `ESP` are as good acronyms as others.
enum MeasureCodes {
    private static let codes = WordClasses([.currency, .unit, .timeZone])
    private static let numbers = WordClasses([.number, .multiplier])

    /// Whether a token is one that no list of names has.
    static func contain(_ index: Int, _ document: Document) -> Bool {
        let classes = document.tokens[index].classes
        guard document.tokens[index].shape == .upper, classes.intersects(codes), !classes.intersects(.entry) else { return false }
        return classes.contains(.timeZone) || isNumber(index - 1, document) || isNumber(index + 1, document)
    }

    /// Whether a token is a number or a word for one.
    static func isNumber(_ index: Int, _ document: Document) -> Bool {
        guard document.tokens.indices.contains(index) else { return false }
        return document.tokens[index].kind == .number || document.tokens[index].classes.intersects(numbers)
    }
}
