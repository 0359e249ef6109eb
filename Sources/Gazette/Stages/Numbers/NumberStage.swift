/// Finds numbers that are no dates and normalises them: cardinals, ordinals, fractions, percentages, money, quantities, ages, scores and ratios.
///
/// The span of a number covers its sign, unit and currency; words that bound it and nouns that it counts stand outside.
struct NumberStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens, .dates, .entities]
    static let assigns: LayerSet = .numbers

    private let lexicon: Lexicon
    private let text: NumberText
    private let sentences: SentenceNumbers

    /// Classes of words that a number can begin with.
    fileprivate static let starts = WordClasses([.number, .multiplier, .vagueNumber, .ordinal, .fraction])

    init(lexicon: Lexicon, decimalComma: Bool) {
        self.lexicon = lexicon
        text = NumberText(lexicon: lexicon, decimalComma: decimalComma)
        sentences = SentenceNumbers(text: text)
    }

    mutating func run(on document: inout Document) {
        var (taken, shared) = (TakenSpans(), SharedCurrencies())
        let bytes = document.text
        text.reset(bytes)
        for sentence in document.sentenceTokens where sentence.contains(where: { isTrigger(document.tokens[$0], bytes) }) {
            text.reset(sentence, of: document)
            sentences.append(to: &document, taken: &taken, shared: &shared)
        }
        text.clear()
        shared.settle(&document, lexicon)
    }

    /// Whether a number may begin with a token: a word of a number's class, or one with digits.
    private func isTrigger(_ token: Token, _ bytes: [UInt8]) -> Bool {
        if token.classes.intersects(Self.starts) || token.kind == .number { return true }
        if token.classes.contains(.unit), token.range.count > 3, token.shape == .lower { return true }
        guard token.kind.mayHoldNumbers else { return false }
        let start = Int(token.range.start)
        if token.word != .unknown { return isASCIIDigit(bytes[start]) }
        return (start..<min(start + 5, Int(token.range.end))).contains { isASCIIDigit(bytes[$0]) }
    }
}

/// Reads one sentence from left to right.
struct SentenceNumbers {
    private let text: NumberText
    private let amounts: AmountReader
    private let ranges: RangeRule
    private let comparators: ComparatorRule
    private let counted: CountedRule
    private let names: NameGuard

    init(text: NumberText) {
        self.text = text
        amounts = AmountReader(text: text)
        ranges = RangeRule(text: text, amounts: amounts)
        comparators = ComparatorRule(text: text)
        counted = CountedRule(text: text)
        names = NameGuard(text: text)
    }

    func append(to document: inout Document, taken: inout TakenSpans, shared: inout SharedCurrencies) {
        var (index, floor, last, lastAge) = (0, 0, -1, -1)
        while index < text.count {
            guard isStart(index) else {
                index += 1
                continue
            }
            if let end = names.end(at: index) {
                index = max(index + 1, end)
            } else if let (found, amount) = read(at: index, floor: floor) {
                var expression = found
                if isNamedAge(amount, document, &taken) { (expression.kind, expression.evidence) = (.age, .rule("age-after-name")) }
                if isFurtherAge(amount, behind: lastAge) { (expression.kind, expression.counted, expression.evidence) = (.age, nil, .rule("ages")) }
                if expression.kind == .age { lastAge = amount.pieces.upperBound }
                if !taken.own(text.range(amount.number), of: expression, in: document) {
                    append(expression, amount, last: &last, to: &document)
                    if let currencies = amount.sharedCurrencies { shared.add(document.numbers.count - 1, currencies: currencies) }
                }
                index = max(index + 1, amount.pieces.upperBound)
                floor = index
            } else {
                index += 1
            }
        }
    }

    /// Appends an expression, or joins it to the one before it as its other bound. `last` is where that one ends.
    private func append(_ expression: NumericExpression, _ amount: Amount, last: inout Int, to document: inout Document) {
        defer { last = amount.pieces.upperBound }
        if last > 0, text.has(.and, at: last), let before = document.numbers.last,
            text.longest(.comparator, at: last + 1)?.end == amount.pieces.lowerBound, let joined = BoundsRule.joined(before, expression)
        {
            document.numbers[document.numbers.count - 1] = joined
        } else {
            document.numbers.append(expression)
        }
    }

    /// `Amina Diallo, 46,` and `(46)` behind a name.
    private func isNamedAge(_ amount: Amount, _ document: Document, _ taken: inout TakenSpans) -> Bool {
        let (start, end) = (amount.pieces.lowerBound, amount.pieces.upperBound)
        guard amount.isPlainDigits, amount.kind == .cardinal, amount.pieces.count == 1, let years = amount.value.integer, 0 < years, years < 120,
            text[start - 1].mark == "," && !text[end].isWord && !text[end].isDash
                || text[start - 1].mark == "(" && text[end].mark == ")" && years > 15
        else { return false }
        return taken.personEnds(at: text[start - 2].range.end, in: document)
    }

    /// `aged 81, |84| and |90|`: `last` is where the age before ends.
    private func isFurtherAge(_ amount: Amount, behind last: Int) -> Bool {
        let (start, end) = (amount.pieces.lowerBound, amount.pieces.upperBound)
        guard last > 0, amount.isPlainDigits, amount.kind == .cardinal, let years = amount.value.integer, 0 < years, years < 120,
            text.endsPhrase(at: end), text[last - 1].isDigits
        else { return false }
        return (last..<start).allSatisfy { text[$0].mark == "," || text.has(.and, at: $0) || text.has(.or, at: $0) } && start - last <= 2
    }

    private func isStart(_ index: Int) -> Bool {
        let piece = text[index]
        return piece.isDigits || piece.classes.intersects(NumberStage.starts) || text.isUnitArticle(index)
    }

    /// The expression whose number begins at a piece; nothing before `floor` belongs to it.
    private func read(at index: Int, floor: Int) -> (NumericExpression, Amount)? {
        let isBetween = text.follows(.between, at: index)
        guard var first = (isBetween ? amounts.read(at: index, acceptsAnd: false) : nil) ?? amounts.read(at: index) else { return nil }
        if first.pieces.lowerBound < floor { first = first.withoutPrefix }
        guard first.pieces.lowerBound >= floor else { return nil }
        let pair = ranges.read(first)
        let amount = pair?.amount ?? first
        let trailing = comparators.trailing(amount)
        let counted = counted.counted(by: amount, from: trailing?.end)
        let comparator = comparators.comparator(of: amount, trailing: trailing) ?? counted.flatMap(comparators.comparator(behind:))
        var expression = NumericExpression(
            range: text.range(amount.pieces), kind: amount.kind, value: amount.value, comparator: comparator, lower: pair?.lower,
            upper: pair?.upper, unit: amount.unit, counted: counted, evidence: .rule(amount.rule))
        if pair?.lower == nil {
            if comparator == .more || comparator == .atLeast { expression.lower = amount.value }
            if comparator == .less || comparator == .atMost { expression.upper = amount.value }
        }
        return (expression, amount)
    }
}
