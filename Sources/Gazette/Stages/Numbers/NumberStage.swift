/// Finds numbers that are no dates and normalises them: cardinals, ordinals, fractions, percentages, money, quantities, ages, scores and ratios.
///
/// The span of a number covers its sign, unit and currency; words that bound it and nouns that it counts stand outside.
struct NumberStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens, .surfaces, .dates, .entities]
    static let assigns: LayerSet = .numbers

    private let lexicon: Lexicon
    private let text: NumberText
    private let sentences: SentenceNumbers
    private var triggers: NumberTriggers
    private var shared = SharedCurrencies()

    /// With `asksAllRules` the short ways are shut that settle numbers before all rules are asked, so that they can be held against the rules.
    init(lexicon: Lexicon, decimalComma: Bool, asksAllRules: Bool = false) {
        self.lexicon = lexicon
        text = NumberText(lexicon: lexicon, decimalComma: decimalComma, asksAllRules: asksAllRules)
        sentences = SentenceNumbers(text: text)
        triggers = NumberTriggers(decimalComma: decimalComma, asksAllRules: asksAllRules)
    }

    /// SAFETY: the arrays are the document's, of which the numbers alone change here.
    mutating func run(on document: inout Document) {
        let (bytes, tokens) = (document.text, document.tokens)
        bytes.withUnsafeBufferPointer { bytes in
            tokens.withUnsafeBufferPointer { tokens in
                triggers.gather(bytes, tokens, document.sentenceTokens, document.dates)
                if triggers.sentences.isEmpty { return }
                text.reset(bytes, tokens)
                appendNumbers(to: &document)
                text.clear()
            }
        }
    }

    private mutating func appendNumbers(to document: inout Document) {
        var taken = TakenSpans()
        shared.removeAll()
        for sentence in triggers.sentences {
            text.reset(sentence, document.surfaces)
            let starts = sentence.isWhole ? triggers.starts[sentence.starts] : text.partedStarts[...]
            sentences.append(to: &document, starts, taken: &taken, shared: &shared)
        }
        shared.settle(&document, lexicon)
    }
}

/// Reads one sentence from left to right.
struct SentenceNumbers {
    private let text: NumberText
    private let lone: LoneNumbers
    private let amounts: AmountReader
    private let ranges: RangeRule
    private let comparators: ComparatorRule
    private let counted: CountedRule
    private let names: NameGuard

    init(text: NumberText) {
        self.text = text
        lone = LoneNumbers(text: text)
        amounts = AmountReader(text: text)
        ranges = RangeRule(text: text, amounts: amounts)
        comparators = ComparatorRule(text: text)
        counted = CountedRule(text: text)
        names = NameGuard(text: text)
    }

    /// A number with what bounds it and what it counts.
    struct Finding {
        var amount: Amount
        var lower: ExactDecimal?
        var upper: ExactDecimal?
        var comparator: NumericExpression.Comparator?
        var counted: ByteRange?

        /// Makes it an age that a rule finds.
        mutating func become(_ rule: NumberRule) {
            (amount.kind, amount.rule) = (.age, rule)
            if rule == .ages { counted = nil }
        }
    }

    /// Appends the numbers of the sentence, of which each begins with one of some pieces.
    func append(to document: inout Document, _ starts: ArraySlice<Int>, taken: inout TakenSpans, shared: inout SharedCurrencies) {
        var (floor, next, last, lastAge) = (0, 0, -1, -1)
        var found = Finding(amount: Amount(Numeral(pieces: 0..<0, value: .zero)))
        for index in starts where index >= next && text.mayStart(index) {
            // What begins in a date and ends with it is no number.
            if let end = taken.dateEnd(at: text[index].range.start, in: document), text.endsNumber(from: index, at: end) { continue }
            if let end = names.end(at: index) {
                next = max(index + 1, end)
            } else if read(at: index, floor: floor, into: &found) {
                let age = ageRule(found.amount, behind: lastAge, document, &taken)
                let (isAge, end, range) = (age != nil || found.amount.kind == .age, found.amount.pieces.upperBound, text.range(found.amount.pieces))
                if isAge { lastAge = end }
                if !taken.own(text.range(found.amount.number), isAge: isAge, hasUnit: found.amount.unit != nil, range, in: document) {
                    bound(&found)
                    if let age { found.become(age) }
                    append(found, range, behind: last, to: &document)
                    last = end
                    if let currencies = found.amount.sharedCurrencies { shared.add(document.numbers.count - 1, value: currencies) }
                }
                next = max(index + 1, end)
                floor = next
            }
        }
    }

    /// Appends a number, or joins it to the one before it as its other bound. `last` is where that one ends.
    private func append(_ found: Finding, _ range: ByteRange, behind last: Int, to document: inout Document) {
        let expression = NumericExpression(
            range: range, kind: found.amount.kind, value: found.amount.value, comparator: found.comparator, lower: found.lower, upper: found.upper,
            unit: found.amount.unit.map(text.values.text), counted: found.counted, evidence: .rule(found.amount.rule.name))
        if last > 0, text.has(.and, at: last), let before = document.numbers.last,
            text.longest(.comparator, at: last + 1)?.end == found.amount.pieces.lowerBound, let joined = BoundsRule.joined(before, expression)
        {
            document.numbers[document.numbers.count - 1] = joined
            return
        }
        document.numbers.append(consume expression)
    }

    /// The rule that makes a number an age by what stands before it; `last` is where the age before ends.
    private func ageRule(_ amount: Amount, behind last: Int, _ document: Document, _ taken: inout TakenSpans) -> NumberRule? {
        guard amount.isPlainDigits, amount.kind == .cardinal, let years = amount.value.integer, 0 < years, years < 120 else { return nil }
        let (start, end) = (amount.pieces.lowerBound, amount.pieces.upperBound)
        if isFurtherAge(start, end, behind: last) { return .ages }
        return isNamedAge(start, end, years, document, &taken) ? .ageAfterName : nil
    }

    /// `Amina Diallo, 46,` and `(46)` behind a name.
    private func isNamedAge(_ start: Int, _ end: Int, _ years: Int, _ document: Document, _ taken: inout TakenSpans) -> Bool {
        guard end == start + 1,
            text[start - 1].mark == "," && !text[end].isWord && !text[end].isDash
                || text[start - 1].mark == "(" && text[end].mark == ")" && years > 15
        else { return false }
        return taken.personEnds(at: text[start - 2].range.end, in: document)
    }

    /// `aged 81, |84| and |90|`.
    private func isFurtherAge(_ start: Int, _ end: Int, behind last: Int) -> Bool {
        guard last > 0, text.endsPhrase(at: end), text[last - 1].isDigits else { return false }
        return (last..<start).allSatisfy { text[$0].mark == "," || text.has(.and, at: $0) || text.has(.or, at: $0) } && start - last <= 2
    }

    /// Reads the number that begins at a piece, nothing before `floor` belongs to it; false where none does.
    private func read(at index: Int, floor: Int, into found: inout Finding) -> Bool {
        if let amount = lone.amount(at: index) {
            found = Finding(amount: amount)
            return true
        }
        let isBetween = text.follows(.between, at: index)
        guard let first = (isBetween ? amounts.read(at: index, acceptsAnd: false) : nil) ?? amounts.read(at: index) else { return false }
        found = Finding(amount: first.pieces.lowerBound < floor ? first.withoutPrefix : first)
        guard found.amount.pieces.lowerBound >= floor else { return false }
        if let pair = ranges.read(found.amount) { found = Finding(amount: pair.amount, lower: pair.lower, upper: pair.upper) }
        return true
    }

    /// Adds what bounds a number and what it counts.
    private func bound(_ found: inout Finding) {
        let trailing = comparators.trailing(found.amount)
        found.counted = counted.counted(by: found.amount, from: trailing?.end)
        found.comparator =
            comparators.comparator(of: found.amount, trailing: trailing) ?? comparators.comparator(behind: found.counted, of: found.amount)
        if found.lower == nil {
            if found.comparator == .more || found.comparator == .atLeast { found.lower = found.amount.value }
            if found.comparator == .less || found.comparator == .atMost { found.upper = found.amount.value }
        }
    }
}
