/// Words that belong to the name of a currency in an amount and so name nothing: `US` in `US$5 million`, `Pakistani` in `850 million Pakistani rupees`.
enum CurrencyWords {
    static func cover(_ candidate: Candidate, _ document: Document) -> Bool {
        let (first, next) = (candidate.tokens.lowerBound, candidate.tokens.upperBound)
        guard next < document.tokens.count, document.tokens[next].classes.contains(.currency), candidate.tokens.count == 1 else { return false }
        let (name, currency) = (document.tokens[first], document.tokens[next])
        if currency.kind == .symbol || currency.kind == .punctuation {
            return currency.gap == .none || name.shape == .upper && currency.gap == .space
        }
        guard candidate.label == .norp, first > 0 else { return false }
        let before = document.tokens[first - 1]
        return before.kind == .number || before.classes.contains(.number) || before.classes.contains(.multiplier)
    }
}
