/// Words that belong to the name of a currency in an amount and so name nothing: `US` in `US$5 million`, `Pakistani` in `850 million Pakistani rupees`.
enum CurrencyWords {
    @inline(__always)
    static func cover(_ tokens: TokenRange, _ label: EntityLabel, _ document: Document) -> Bool {
        let next = tokens.upperBound
        guard next < document.tokens.count, document.tokens[next].classes.contains(.currency), tokens.count == 1 else { return false }
        return belongs(tokens.lowerBound, label, document)
    }

    /// Whether a word belongs to the currency behind it.
    private static func belongs(_ index: Int, _ label: EntityLabel, _ document: Document) -> Bool {
        let (name, currency) = (document.tokens[index], document.tokens[index + 1])
        if currency.kind == .symbol || currency.kind == .punctuation {
            return currency.gap == .none || name.shape == .upper && currency.gap == .space
        }
        return label == .norp && MeasureCodes.isNumber(index - 1, document)
    }
}
